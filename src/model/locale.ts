/** Which locale file speaks to this visitor. Languages without a file fall back to Dutch. */

/** The languages that there are texts in, for those who choose one by hand. */
export const languages = ['nl', 'nl-BE', 'en', 'de', 'fr', 'es', 'it', 'pl', 'tr', 'uk', 'ar', 'fy'] as const

export type Language = (typeof languages)[number]

/** What can be said in two registers is in the group. A region makes another language in Dutch only. */
const known = /^(?:en|(de|nl-be|nl|fr)|fy|tr|ar|it|pl|es|uk)\b/

/** The file's name under `locales/`, and the language of its texts, in small letters. */
export function pickLocale(language: string, register: 'je' | 'u'): readonly [file: string, lang: string] {
  const [lang, twofold] = known.exec(language.toLowerCase().replace('_', '-')) ?? ['nl', 'nl']
  return [twofold ? `${lang}-${register}` : lang, lang]
}

/** The language of a tag, without region or script; Dutch where there is no tag. */
export function languageOf(tag: string): string {
  return tag.toLowerCase().split(/[^a-z]/)[0] || 'nl'
}
