/** Which locale file speaks to this visitor. Languages without a file fall back to Dutch. */

/** The file's name under `locales/`, and the language of its texts. */
export function pickLocale(language: string, register: 'je' | 'u'): { readonly file: string; readonly lang: string } {
  return /^en\b/i.test(language) ? { file: 'en', lang: 'en' } : { file: `nl-${register}`, lang: 'nl' }
}
