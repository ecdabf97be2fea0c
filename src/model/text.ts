import type { Localised } from './types.ts'

/** Fills `{name}` in a text; a name without a value stays as it is, so that a mistake shows. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
}

/**
 * A text in Dutch for who reads Dutch, else in English where there is that; and its language. What the owner wrote once is taken to be in the page's
 * language.
 */
export function localise(text: string | Localised | undefined, lang: string): { readonly text: string; readonly lang: string } {
  if (typeof text !== 'object') return { text: text ?? '', lang }
  return /^(nl|fy)/.test(lang) || !text.en ? { text: text.nl, lang: 'nl' } : { text: text.en, lang: 'en' }
}
