/** Which locale file speaks to this visitor. Languages without a file fall back to Dutch. */

/** The language of the texts. */
export function pickLanguage(language: string): 'nl' | 'en' {
  return /^en\b/i.test(language) ? 'en' : 'nl'
}

/** The file's name under `locales/`, and the language of its texts. */
export function pickLocale(language: string, register: 'je' | 'u'): { readonly file: string; readonly lang: 'nl' | 'en' } {
  const lang = pickLanguage(language)
  return { file: lang === 'nl' ? `nl-${register}` : lang, lang }
}
