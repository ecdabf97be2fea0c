/** The npm entry: the same library, with lazy parts as a bundler's chunks. Importing it does nothing by itself. */

import { assemble } from './assemble.ts'
import { catalogueIds, loadService } from './catalogue/loaders.ts'
import type { Consent } from './core/consent.ts'
import { explain } from './model/explain.ts'
import { type Configuration, named, readSettings } from './model/settings.ts'
import type { Service } from './model/types.ts'

export type { Change, Consent, ConsentEvents, PublicRecord, State } from './core/consent.ts'
export type { Configuration, ServiceConfiguration } from './model/settings.ts'
export type { Answer, Localised, Service, Source, StoredItem } from './model/types.ts'

const locales: Readonly<Record<string, () => Promise<{ readonly default: Record<string, string> }>>> = {
  en: () => import('../locales/en.json'),
  'nl-je': () => import('../locales/nl-je.json'),
  'nl-u': () => import('../locales/nl-u.json'),
}

/**
 * Starts the library on this page and returns the object that controls it. Call it once, in a browser.
 *
 * @param configuration the same JSON as for the script tag
 * @throws Error when the configuration is wrong: one line per problem, with the key, what was found and what to do;
 *   and when there is no page, as on a server
 */
export function createConsent(configuration: Configuration = {}): Consent {
  if (typeof document === 'undefined') throw new Error('[toestemming] createConsent needs a page: call it in the browser, not on the server.')
  const ids = named(configuration)
  const page = { hostname: location.hostname, language: document.documentElement.lang }
  // The catalogue's own entries arrive later, and are right: a stand-in is enough to check the rest.
  const standIns = ids.filter((id) => catalogueIds.includes(id)).map((id) => [id, { id, category: 'functional', provider: id } satisfies Service])
  const { settings, problems } = readSettings(configuration, { ...page, catalogue: Object.fromEntries(standIns) })
  if (problems.length) throw new Error(['[toestemming] The configuration is wrong.', ...problems.map((problem) => explain(problem, catalogueIds))].join('\n'))

  const core = assemble({
    ui: () => import('./ui/ui.tsx'),
    storage: () => import('./storage/storage.ts'),
    blocks: () => import('./gate/blocks.ts'),
    explain: async () => ({ explain }),
    locale: (file) => locales[file]?.() ?? Promise.reject(new Error(file)),
  })
  if (ids.length)
    void Promise.all(ids.map(async (id) => [id, await loadService(id)] as const)).then(
      (found) => core.start(readSettings(configuration, { ...page, catalogue: Object.fromEntries(found) }).settings),
      () => core.report([{ path: 'services', found: ids.join(', '), expected: 'catalogue' }]),
    )
  else core.start(settings)
  return core.consent
}
