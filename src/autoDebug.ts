/** The check for development, by a second script tag after the library's: `window.toestemmingDebug`. */

import type { Consent } from './core/contract.ts'
import { libraryTags } from './debug/libraryTags.ts'
import { configurationOf } from './debug/readConfiguration.ts'
import { type Debug, startCheck } from './debug/startCheck.ts'

const page = window as { toestemming?: Partial<Consent>; toestemmingDebug?: Debug }
const tag = document.currentScript as HTMLScriptElement | null
/** A module has no current script; then it is the one of this name. */
const address = tag?.src ?? [...document.scripts].find(({ src }) => /\/debug\.js([?#]|$)/.test(src))?.src ?? location.href

page.toestemmingDebug ??= startCheck({
  consent: () => (page.toestemming?.has ? (page.toestemming as Consent) : undefined),
  configuration: () => configurationOf(libraryTags()[0]),
  checks: () => import(`${new URL('debug-checks.js', address)}`),
  catalogue: async () => (await import(`${new URL('catalogue-index.js', address)}`)).catalogueIndex,
  review: () => import(`${new URL('review.js', address)}`),
  folder: `${new URL('.', libraryTags()[0]?.src || address)}`,
  byTag: true,
})
