/** The texts that a visitor reads: the locale's, with the owner's own on top. */

import { pickLocale } from './locale.ts'
import type { Settings, Texts } from './types.ts'

/** Loads a locale file by name, such as `locales/nl-je`. */
export type LoadLocale = (name: `locales/${string}`) => Promise<{ readonly default: Texts }>

/** A language that does not arrive stops nothing: Dutch takes its place. */
export async function loadTexts(
  { locale, register, texts }: Settings,
  pageLanguage: string,
  load: LoadLocale,
): Promise<{ readonly texts: Texts; readonly lang: string }> {
  const { file, lang } = pickLocale(locale || pageLanguage, register)
  try {
    return { texts: { ...(await load(`locales/${file}`)).default, ...texts }, lang }
  } catch {
    return { texts: { ...(await load('locales/nl-je')).default, ...texts }, lang: 'nl' }
  }
}
