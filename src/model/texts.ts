/** The texts that a visitor reads: the locale's, with the owner's own on top. */

import { pickLocale } from './locale.ts'
import type { Settings, Texts } from './types.ts'

/** Loads a locale file by name, such as `locales/nl-je` or `locales/panels/nl-je`. */
export type LoadLocale = (name: `locales/${string}`) => Promise<{ readonly default: Texts }>

/**
 * The texts of one part: what the banner says (''), what the preferences and the cookie table say, what stands in for frames, or what forms say.
 * A language that does not arrive stops nothing: Dutch takes its place.
 */
export async function loadTexts(
  { locale, register, texts }: Settings,
  pageLanguage: string,
  load: LoadLocale,
  part: '' | 'panels/' | 'blocks/' | 'forms/' | 'gpc/',
): Promise<{ readonly texts: Texts; readonly lang: string }> {
  const read = async (file: string, lang: string) => ({
    texts: { ...(await load(`locales/${part}${file}`)).default, ...texts },
    lang,
  })
  return read(...pickLocale(locale || pageLanguage, register)).catch(() => read('nl-je', 'nl'))
}
