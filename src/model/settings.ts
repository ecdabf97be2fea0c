/** The configuration as sites type it, checked and completed. What is wrong comes back as a list; nothing is guessed. */

import { check, type Problem, type Shape } from './check.ts'
import { pattern } from './pattern.ts'
import { serviceCode } from './serviceCode.ts'
import type { Category, Service, Settings, StoredItem } from './types.ts'

/** A service by catalogue id, the same with changes, or written out. */
export type ServiceConfiguration = string | (Partial<Service> & { readonly use: string }) | Service

/** What an owner may configure; everything has a default. */
export interface Configuration {
  readonly $schema?: string
  readonly owner?: string
  readonly locale?: string
  readonly register?: 'je' | 'u'
  readonly revision?: number
  readonly validDays?: number
  readonly links?: { readonly privacy?: string; readonly cookies?: string; readonly contact?: string }
  readonly categories?: { readonly [id: string]: { readonly title?: string; readonly purpose?: string } }
  readonly services?: readonly ServiceConfiguration[]
  readonly signals?: { readonly google?: 'basic' | 'advanced' | 'off'; readonly gpc?: boolean }
  readonly cookie?: { readonly name?: string; readonly domain?: string | null }
  readonly records?: { readonly endpoint?: string | null }
  readonly withdrawal?: 'reload' | 'ask'
  readonly ui?: Partial<Settings['ui']>
  readonly texts?: { readonly [key: string]: string }
}

/** The standard categories, in the order in which they are shown. */
export const standard = ['functional', 'analytics', 'tracking', 'social', 'recaptcha'] as const

const localised = { '': 'text', nl: 'text', en: 'text' }
const shape: Shape = {
  $schema: 'text',
  owner: 'text',
  locale: 'text',
  register: 'je|u',
  revision: '1-999999',
  validDays: '180-400',
  links: { privacy: 'text', cookies: 'text', contact: 'text' },
  categories: { '*': { title: 'text', purpose: 'text' } },
  services: [
    {
      '': 'text',
      use: 'text',
      id: 'text',
      category: 'text',
      provider: 'text',
      title: 'text',
      purpose: localised,
      hosts: ['text'],
      cookies: [{ name: 'text', duration: 'text', storage: 'cookie|local|session', party: 'first|third', purpose: localised }],
      privacy: 'text',
      outsideEEA: 'flag',
      exempt: 'text',
    },
  ],
  signals: { google: 'basic|advanced|off', gpc: 'flag' },
  cookie: { name: 'text', domain: 'text?' },
  records: { endpoint: 'text?' },
  withdrawal: 'reload|ask',
  ui: { layout: 'bar|box|center', theme: 'light|dark|auto', trigger: 'bottom-left|bottom-right|none' },
  texts: { '*': 'text' },
}

/** The catalogue ids that a configuration names, whatever else it holds. */
export function named(configuration: unknown): string[] {
  const services = (configuration as Configuration | undefined)?.services
  return Array.isArray(services)
    ? services.map((item) => (typeof item === 'string' ? item : item?.use)).filter((id) => typeof id === 'string')
    : []
}

/** What the page itself says, for the defaults. */
export interface Surroundings {
  readonly hostname: string
  readonly language: string
  /** The catalogue's services that were named and found, by id. */
  readonly catalogue: Readonly<Record<string, Service | undefined>>
}

/** Fills in and checks. `problems` is empty exactly when the settings can be trusted. */
export function readSettings(configuration: unknown, page: Surroundings): { settings: Settings; problems: Problem[] } {
  const problems: Problem[] = []
  check(configuration, shape, '', problems)
  const given = (problems.length ? {} : configuration) as Configuration
  const wrong = (path: string, found: unknown, expected: Problem['expected']) => problems.push({ path, found, expected })

  const ids: string[] = [...standard]
  for (const id of Object.keys(given.categories ?? {})) {
    if (!/^[a-z][a-z\d-]{0,30}$/.test(id)) wrong(`categories.${id}`, id, 'id')
    if (!ids.includes(id)) ids.push(id)
  }
  const categories: Category[] = ids.map((id) => ({ id, ...given.categories?.[id] }))

  const taken: string[] = [...ids]
  const services = (given.services ?? []).map((item, index): Service => {
    const path = `services[${index}]`
    const use = typeof item === 'string' ? item : 'use' in item ? item.use : undefined
    const base = use === undefined ? {} : Object.keys(page.catalogue).includes(use) && page.catalogue[use]
    if (!base) wrong(typeof item === 'string' ? path : `${path}.use`, use, 'catalogue')
    const { use: _, ...service } = { ...base, ...(item as object) } as Service & { use?: string }
    if (!base) return service
    if (!/^[a-z\d][a-z\d-]{0,60}$/.test(service.id)) wrong(`${path}.id`, service.id, 'id')
    else if (taken.includes(service.id)) wrong(`${path}.id`, service.id, 'unique')
    else if (taken.includes(serviceCode(service.id))) wrong(`${path}.id`, service.id, 'code')
    taken.push(service.id, serviceCode(service.id))
    if (!service.provider) wrong(`${path}.provider`, service.provider, 'text')
    if (!ids.includes(service.category)) wrong(`${path}.category`, service.category, ids)
    service.cookies?.forEach((stored: StoredItem, place) => {
      if (!pattern(stored.name)) wrong(`${path}.cookies[${place}].name`, stored.name, 'pattern')
    })
    return service
  })

  const name = given.cookie?.name ?? 'toestemming'
  if (!/^[\w-]+$/.test(name)) wrong('cookie.name', name, 'id')
  const domain = given.cookie?.domain?.replace(/^\./, '') || null
  if (domain && !`.${page.hostname}`.endsWith(`.${domain}`)) wrong('cookie.domain', domain, 'domain')

  const settings: Settings = {
    owner: given.owner || page.hostname,
    locale: given.locale || page.language || 'nl',
    register: given.register ?? 'je',
    revision: given.revision ?? 1,
    validDays: given.validDays ?? 180,
    links: given.links ?? {},
    categories,
    services,
    cookie: { name, domain },
    withdrawal: given.withdrawal ?? 'reload',
    ui: { layout: 'bar', theme: 'auto', trigger: 'bottom-left', ...given.ui },
    texts: given.texts ?? {},
  }
  return { settings, problems }
}
