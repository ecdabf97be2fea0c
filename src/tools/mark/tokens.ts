/** HTML in pieces, as it was written: put together again, they are the same text. */

export interface Tag {
  readonly kind: 'start' | 'end'
  /** In small letters. */
  readonly name: string
  /** Names in small letters; values as they would stand between double quotes. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
  /** The tag itself, from `<` to `>`. */
  readonly text: string
  /** Of elements whose content is text to the parser: that text, and the end tag. */
  readonly content?: string
  readonly close?: string
}
export type Token = Tag | { readonly kind: 'text'; readonly text: string }

/** What is in these is no markup where scripts run. https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody */
const opaque = /^(script|style|iframe|noscript|textarea|title|xmp|noembed|noframes)$/
const tagStart = /<(\/?)([a-z][^\s/>]*)/iy
const attribute = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/y
const tagEnd = /[\s/]*>/y
const comment = /<!--[\s\S]*?(?:-->|$)/y

export function tokensOf(html: string): Token[] {
  const tokens: Token[] = []
  let from = 0
  let at = 0
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(html)
    if (found) at += found[0].length
    return found
  }
  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next < 0) break
    at = next
    if (read(comment)) continue
    const opened = read(tagStart)
    if (!opened) {
      at++
      continue
    }
    const attributes: [string, string][] = []
    for (let found = read(attribute); found; found = read(attribute)) {
      const [, name = '', double, single, bare] = found
      attributes.push([name.toLowerCase(), double ?? (single ?? bare ?? '').replace(/"/g, '&quot;')])
    }
    // What is no tag after all is text.
    if (!read(tagEnd)) continue
    if (next > from) tokens.push({ kind: 'text', text: html.slice(from, next) })
    const name = (opened[2] ?? '').toLowerCase()
    const kind = opened[1] ? 'end' : 'start'
    const text = html.slice(next, at)
    from = at
    if (kind === 'start' && opaque.test(name)) {
      const closes = RegExp(`</${name}[\\s/]*>`, 'ig')
      closes.lastIndex = at
      const found = closes.exec(html)
      at = found ? closes.lastIndex : html.length
      tokens.push({ kind, name, attributes, text, content: html.slice(from, found?.index ?? html.length), close: found?.[0] ?? '' })
      from = at
    } else tokens.push({ kind, name, attributes, text })
  }
  if (from < html.length) tokens.push({ kind: 'text', text: html.slice(from) })
  return tokens
}

/** All of a token's text. */
export const textOf = (token: Token): string =>
  token.kind === 'text' ? token.text : `${token.text}${token.content ?? ''}${token.close ?? ''}`

/** The index of the last token of the element that begins at this one; its own where it has no end tag. */
export function endOf(tokens: readonly Token[], index: number): number {
  const first = tokens[index]
  if (first?.kind !== 'start' || first.content !== undefined) return index
  let depth = 0
  for (let place = index; place < tokens.length; place++) {
    const token = tokens[place]
    if (!token || token.kind === 'text' || token.name !== first.name) continue
    depth += token.kind === 'start' ? 1 : -1
    if (depth === 0) return place
  }
  return index
}

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' }

/** A value as the browser reads it, for what addresses have. */
export const decoded = (value: string): string =>
  value.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|quot|apos|lt|gt));/gi, (all, decimal, hexadecimal, name) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return entities[String(name).toLowerCase()] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : all)
  })

export const attributeOf = ({ attributes }: Tag, name: string): string | undefined =>
  attributes.find(([attribute]) => attribute === name)?.[1]
