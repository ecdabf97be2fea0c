/** Embeds that a vendor's script draws, as vendors give them: the markup, and the script beside it. */

import { type KnownEmbed, knownEmbeds } from '../../gate/knownEmbeds.ts'
import { matches } from './matches.ts'
import { attributeOf, decoded, endOf, type Tag, type Token } from './tokens.ts'

export interface EmbedGroup {
  readonly known: KnownEmbed
  /** The index of its last token. */
  readonly end: number
}

/** An embed that a vendor's script draws, together with that script and its other embeds where they stand beside it. */
export function embedGroup(tokens: readonly Token[], place: number): EmbedGroup | undefined {
  let known: KnownEmbed | undefined
  let drawn = false
  let end = -1
  for (let at = place; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'text' && !token.text.replace(/<!--[\s\S]*?-->/g, '').trim()) continue
    if (token.kind !== 'start') break
    const found = knownEmbeds.find(
      (one) => (!known || one === known) && (isDrawn(token, one) || (token.name === 'script' && draws(token, one))),
    )
    if (!found) break
    known = found
    drawn ||= isDrawn(token, found)
    at = endOf(tokens, at)
    end = at
  }
  return known && drawn ? { known, end } : undefined
}

const isDrawn = (tag: Tag, { markup }: KnownEmbed) => !!markup && matches(tag, markup)

const draws = (tag: Tag, { at, markup }: KnownEmbed): boolean => {
  const address = attributeOf(tag, 'src')
  if (!markup || !address || attributeOf(tag, 'data-consent') !== undefined) return false
  try {
    const { host, pathname } = new URL(decoded(address), 'https://page.invalid/')
    return at.test(host + pathname)
  } catch {
    return false
  }
}
