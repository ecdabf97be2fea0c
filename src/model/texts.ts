/** The texts that a visitor reads: the locale's, with the owner's own on top. */

import { pickLocale } from './locale.ts'
import type { Settings, Texts } from './types.ts'

/** Loads a locale file by name, such as `locales/nl-je` or `locales/panels/nl-je`. */
export type LoadLocale = (name: `locales/${string}`) => Promise<{ readonly default: Texts }>

/** What the banner says (''), what the preferences say, what the cookie table says beside that, what stands in for frames, what forms say, the note on GPC, or for which sites. */
export type TextsPart = '' | 'panels/' | 'table/' | 'blocks/' | 'forms/' | 'gpc/' | 'network/'

/** The texts of these parts together, in one language. One that does not arrive whole stops nothing: Dutch takes its place. */
export function loadTexts(
  { locale, register, texts }: Settings,
  pageLanguage: string,
  load: LoadLocale,
  ...parts: readonly TextsPart[]
): Promise<{ readonly texts: Texts; readonly lang: string }> {
  const read = async (file: string, lang: string) => {
    const found = await Promise.all(parts.map((part) => load(`locales/${part}${file}`)))
    return { texts: Object.assign({}, ...found.map((one) => one.default), texts) as Texts, lang }
  }
  return read(...pickLocale(locale || pageLanguage, register)).catch(() => read('nl-je', 'nl'))
}
