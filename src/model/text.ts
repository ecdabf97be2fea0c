import type { Localised } from './types.ts'

/** Fills `{name}` in a text; a name without a value stays as it is, so that a mistake shows. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
}

/** The text in the language asked for, else in Dutch. */
export function localise(text: string | Localised | undefined, lang: string): string {
  if (typeof text !== 'object') return text ?? ''
  return (lang.startsWith('en') && text.en) || text.nl
}
