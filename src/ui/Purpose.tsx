import { localise } from '../model/text.ts'
import type { Localised } from '../model/types.ts'

interface Properties {
  readonly purpose: string | Localised | undefined
  readonly lang: string
}

/** A purpose in the visitor's language or, where there is none, in another and marked so, which may run the other way. */
export function Purpose({ purpose, lang: wanted }: Properties) {
  const { text, lang } = localise(purpose, wanted)
  return text && <bdi lang={lang}>{text}</bdi>
}
