/** Checks a configuration, and lists what is wrong as data. Nothing is guessed, and nothing wrong is used. */

import { check, type Problem, type Shape } from './check.ts'
import { pattern } from './pattern.ts'
import { serviceCode } from './serviceCode.ts'
import { type Configuration, complete, type Surroundings, standard } from './settings.ts'

const localised = { '': 'text', nl: 'text', en: 'text' }
const shape: Shape = {
  $schema: 'text',
  owner: 'text',
  locale: 'text',
  register: 'je|u',
  revision: '1-999999',
  // Only told: a day that is none is no reason to hold anything (see `undated`).
  updated: 'any',
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
      role: 'processor|controller|joint',
      exempt: 'text',
      signal: 'google|microsoft|clarity|meta|tiktok|pinterest|matomo|hubspot|shopify|wordpress|own',
    },
  ],
  signals: { google: 'basic|advanced|off', gpc: 'flag', matomo: 'tracking|cookie' },
  cookie: { name: 'text', domain: 'text?' },
  records: { endpoint: 'text?' },
  network: { sites: ['text'], register: 'text' },
  withdrawal: 'reload|ask',
  unlisted: 'allow|hold',
  requests: 'fail|wait',
  ui: { layout: 'bar|box|center', theme: 'light|dark|auto', trigger: 'bottom-left|bottom-right|none' },
  texts: { '*': 'text' },
}

/** ISO 8601, in the order that it asks for. */
const time = /^(session|persistent|P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?)$/
/** Something after the end or before the beginning, or what can never be. */
const fitsNothing = /[^\\]\$\w|\w\^|\(\?!\)|\[]/

/** Nothing exactly when the settings made of this configuration can be trusted. */
export function checkConfiguration(
  configuration: unknown,
  { hostname, catalogue }: Pick<Surroundings, 'hostname' | 'catalogue'>,
): Problem[] {
  const problems: Problem[] = []
  check(configuration, shape, '', problems)
  if (problems.length) return problems
  const { categories = {}, services = [], cookie } = configuration as Configuration
  const wrong = (path: string, found: unknown, expected: Problem['expected']) => problems.push({ path, found, expected })

  const ids = [...new Set([...standard, ...Object.keys(categories)])]
  for (const id of ids) if (!/^[a-z][a-z\d-]{0,30}$/.test(id)) wrong(`categories.${id}`, id, 'id')

  const taken: string[] = [...ids]
  services.forEach((item, index) => {
    const path = `services[${index}]`
    const use = typeof item === 'string' ? item : 'use' in item ? item.use : undefined
    if (use !== undefined && !(Object.keys(catalogue).includes(use) && catalogue[use])) {
      wrong(typeof item === 'string' ? path : `${path}.use`, use, 'catalogue')
      return
    }
    const { id, provider, category, hosts, cookies } = complete(item, catalogue)
    if (!/^[a-z\d][a-z\d-]{0,60}$/.test(id ?? '')) wrong(`${path}.id`, id, 'id')
    else if (taken.includes(id)) wrong(`${path}.id`, id, 'unique')
    else if (taken.includes(serviceCode(id))) wrong(`${path}.id`, id, 'code')
    else taken.push(id, serviceCode(id))
    if (!provider) wrong(`${path}.provider`, provider, 'text')
    if (!ids.includes(category)) wrong(`${path}.category`, category, ids)
    hosts?.forEach((host, place) => {
      if (!/^[\w*-][\w.-]*(:\d+)?(\/\S*)?$/.test(host)) wrong(`${path}.hosts[${place}]`, host, 'host')
    })
    cookies?.forEach((item, place) => {
      const { name = '', duration = 'session', storage = 'cookie' } = item
      const where = `${path}.cookies[${place}].`
      if (!pattern(name) || (name[0] === '/' ? fitsNothing.test(name) : storage === 'cookie' && /[\s;=<>#]|\*./.test(name)))
        wrong(`${where}name`, item.name, 'pattern')
      if (!time.test(duration)) wrong(`${where}duration`, duration, 'duration')
    })
  })

  if (cookie?.name !== undefined && !/^[\w-]+$/.test(cookie.name)) wrong('cookie.name', cookie.name, 'id')
  if (cookie?.domain && !`.${hostname}`.endsWith(`.${cookie.domain}`)) wrong('cookie.domain', cookie.domain, 'domain')
  return problems
}
