/** The npm entry: the same library, with lazy parts as a bundler's chunks. Importing it does nothing by itself. */

import { startApplication } from './application.ts'
import { assemble, type Parts } from './assemble.ts'
import { catalogueIds } from './catalogue/ids.ts'
import type { Consent } from './core/contract.ts'
import { startDecisions } from './decisions.ts'
import { report } from './explain.ts'
import { checkConfiguration } from './model/checkConfiguration.ts'
import { checkNetwork } from './model/checkNetwork.ts'
import { explain } from './model/explain.ts'
import { type Configuration, completeSettings, named } from './model/settings.ts'
import type { Service } from './model/types.ts'

export type { Change, Consent, ConsentEvents, PublicRecord, Standing } from './core/contract.ts'

export type { Language } from './model/locale.ts'
export type { Configuration, ServiceConfiguration } from './model/settings.ts'
export type { Answer, Localised, Network, Service, SignalName, Source, StoredItem } from './model/types.ts'

/** What is here already, so that calls take effect at once. */
const here: Readonly<Record<string, unknown>> = { application: { startApplication }, decisions: { startDecisions } }

/** What a bundler keeps in chunks of its own. */
const later: Readonly<Record<string, () => Promise<unknown>>> = {
  ui: () => import('./ui/ui.tsx'),
  panels: () => import('./ui/panels.tsx'),
  table: () => import('./table.ts'),
  blocks: () => import('./gate/blocks.ts'),
  forms: () => import('./gate/forms.ts'),
  embeds: () => import('./embeds.ts'),
  later: () => import('./later.ts'),
  network: () => import('./network.ts'),
  release: () => import('./release.ts'),
  explain: () => import('./explain.ts'),
  storage: () => import('./storage/storage.ts'),
  signals: () => import('./signals/signals.ts'),
  'signals/clarity': () => import('./signals/clarity.ts'),
  'signals/google': () => import('./signals/google.ts'),
  'signals/hubspot': () => import('./signals/hubspot.ts'),
  'signals/matomo': () => import('./signals/matomo.ts'),
  'signals/meta': () => import('./signals/meta.ts'),
  'signals/microsoft': () => import('./signals/microsoft.ts'),
  'signals/own': () => import('./signals/own.ts'),
  'signals/pinterest': () => import('./signals/pinterest.ts'),
  'signals/shopify': () => import('./signals/shopify.ts'),
  'signals/tiktok': () => import('./signals/tiktok.ts'),
  'signals/wordpress': () => import('./signals/wordpress.ts'),
}

/**
 * Starts the library on this page and returns the object that controls it. Call it once, in a browser.
 *
 * @param given the same JSON as for the script tag
 * @throws Error when the configuration is wrong: one line per problem, with the key, what was found and what to do;
 *   and when there is no page, as on a server
 */
export function createConsent(given: Configuration = {}): Consent {
  if (typeof document === 'undefined')
    throw new Error('[toestemming] createConsent needs a page: call it in the browser, not on the server.')
  // What is undefined is not there, as in JSON.
  const configuration = copy(given)
  const present = window as unknown as { toestemming?: { has?: unknown }; [key: symbol]: boolean | undefined }
  if (present[live] || present.toestemming?.has)
    throw new Error('[toestemming] There is a consent on this page already: use that one, or call its destroy() first.')
  const ids = catalogueIds.filter((id) => named(configuration).includes(id))
  const page = { hostname: location.hostname }
  // The catalogue's own entries arrive later, and are right: a stand-in is enough to check the rest.
  const standIns = ids.map((id) => [id, { id, category: 'functional', provider: id }])
  const problems = checkConfiguration(configuration, { ...page, catalogue: Object.fromEntries(standIns) })
  if (!problems.length && configuration.network) problems.push(...checkNetwork(configuration.network, location.origin))
  if (problems.length) throw new Error(explain(problems, catalogueIds))

  const core = assemble({
    waits: ids.length > 0 || !!configuration.network,
    load: ((name: string) =>
      here[name] ??
      later[name]?.() ??
      import('./locales.ts').then(({ loadLocale }) => loadLocale(name as `locales/${string}`))) as Parts['load'],
  })
  const start = (catalogue: Readonly<Record<string, Service | undefined>>) => {
    const settings = completeSettings(configuration, { ...page, catalogue })
    if (settings.network)
      // Nothing is released before the owner's other sites have been heard, nor without the part that hears them.
      void import('./network.ts')
        .then(({ joinNetwork }) =>
          joinNetwork(
            settings,
            true,
            (name) => later[name]?.(),
            (...wrong) => report(wrong),
          ),
        )
        .then((joined) => joined && core.start(joined, 0), Boolean)
    else core.start(settings, 0)
  }
  if (ids.length)
    // The list of loaders is long, too: only those who name a service by its id fetch it.
    void import('./catalogue/loaders.ts')
      .then(({ loadService }) => Promise.all(ids.map(async (id) => [id, await loadService(id)] as const)))
      .then(
        (found) => start(Object.fromEntries(found)),
        () => report([{ path: 'services', found: ids.join(', '), expected: 'url' }]),
      )
  else start({})
  present[live] = true
  const { destroy } = core.consent
  return Object.assign(core.consent, {
    destroy() {
      delete present[live]
      destroy()
    },
  })
}

/** Known to every copy of the library on the page: two at once would undo each other's work. */
const live = Symbol.for('toestemming')

function copy(given: Configuration): Configuration {
  try {
    return JSON.parse(JSON.stringify(given))
  } catch {
    throw new Error('[toestemming] The configuration is not JSON: leave out functions, symbols, big numbers and circles.')
  }
}
