import { urlOf } from '../gate/embeds.ts'

/** Tags that load the library, in the page's order. */
export function libraryTags(): HTMLScriptElement[] {
  return [...document.scripts].filter(({ src }) => /(^|\/)toestemming\.js$/.test(urlOf(src || 'x:')?.pathname ?? ''))
}
