/** The configuration as sites type it, completed. Only for one that `checkConfiguration` has found right. */

import type { Language } from './locale.ts'
import { placesOf } from './match.ts'
import type { Network, Service, Settings } from './types.ts'

/** A service by catalogue id, the same with changes, or written out. */
export type ServiceConfiguration = string | (Partial<Service> & { readonly use: string }) | Service

/** What an owner may configure; everything has a default. */
export interface Configuration {
  readonly $schema?: string
  readonly owner?: string
  /** A language of ours, or any other tag of a language: which is answered in Dutch. */
  readonly locale?: Language | (string & {})
  /** Also for _du_ or _Sie_ and _tu_ or _vous_. */
  readonly register?: 'je' | 'u'
  readonly revision?: number
  /** The day of the last change of what is declared: `YYYY-MM-DD`. */
  readonly updated?: string
  readonly validDays?: number
  readonly links?: { readonly privacy?: string; readonly cookies?: string; readonly contact?: string }
  readonly categories?: { readonly [id: string]: { readonly title?: string; readonly purpose?: string } }
  readonly services?: readonly ServiceConfiguration[]
  readonly signals?: { readonly google?: 'basic' | 'advanced' | 'off'; readonly gpc?: boolean; readonly matomo?: 'tracking' | 'cookie' }
  readonly cookie?: { readonly name?: string; readonly domain?: string | null }
  readonly records?: { readonly endpoint?: string | null }
  readonly network?: Network
  readonly withdrawal?: 'reload' | 'ask'
  readonly unlisted?: 'allow' | 'hold'
  readonly requests?: 'fail' | 'wait'
  readonly ui?: Partial<Settings['ui']>
  readonly texts?: { readonly [key: string]: string }
}

/** The standard categories, in the order in which they are shown. */
export const standard = ['functional', 'analytics', 'tracking', 'social', 'recaptcha'] as const

/** What the page itself says, for the defaults. */
export interface Surroundings {
  readonly hostname: string
  /** The catalogue's services that were named and found, by id. */
  readonly catalogue: Readonly<Record<string, Service | undefined>>
}

/** Fills in the defaults. */
export function completeSettings(configuration: Configuration, { hostname, catalogue }: Surroundings): Settings {
  const { categories, cookie, ui } = configuration
  const signals = { google: 'basic', gpc: true, matomo: 'tracking', ...configuration.signals } as const
  const services = (configuration.services ?? []).map((item) => complete(item, catalogue))
  return {
    owner: hostname,
    locale: '',
    register: 'je',
    revision: 1,
    validDays: 180,
    links: {},
    withdrawal: 'reload',
    unlisted: 'allow',
    requests: 'fail',
    texts: {},
    ...configuration,
    categories: [...new Set([...standard, ...Object.keys(categories ?? {})])].map((id) => ({ id, ...categories?.[id] })),
    services,
    signals,
    // What runs before a choice must hear at once what it may not do: also in the modes `advanced` and `cookie`.
    urgency: services.some(
      ({ signal, exempt }) => signal && (exempt || signal === 'wordpress' || /^[ac]/.test(`${signals[signal as 'matomo']}`)),
    )
      ? 2
      : services.some(({ signal }) => signal && (signal !== 'google' || signals.google !== 'off'))
        ? 1
        : 0,
    // In advanced mode Google's tag runs, and asks, before a choice: what it may do it hears from us. What is marked waits all the same.
    places: placesOf(
      services.map((one) => (one.signal === 'google' && signals.google === 'advanced' ? { ...one, id: 'functional' } : one)),
    ),
    cookie: { name: 'toestemming', domain: null, ...cookie },
    ui: { layout: 'bar', theme: 'auto', trigger: 'bottom-left', ...ui },
  }
}

/** A service as the catalogue has it, with the owner's changes. */
export function complete(item: ServiceConfiguration, catalogue: Surroundings['catalogue']): Service {
  const id = catalogueId(item)
  return { ...catalogue[id ?? ''], ...(typeof item === 'object' && item) } as Service
}

/** The catalogue id that an item of `services` names, if it does. */
function catalogueId(item: ServiceConfiguration): string | undefined {
  return typeof item === 'object' ? (item as { use?: string } | null)?.use : item
}

/** The catalogue ids that a configuration names, whatever else it holds. */
export function named(configuration: unknown): string[] {
  const services = (configuration as Configuration | null)?.services
  return Array.isArray(services) ? services.map(catalogueId).filter((id) => typeof id === 'string') : []
}
