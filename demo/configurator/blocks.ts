/** The marked snippet in the pieces in which it goes into a site: code for the head, and each thing where visitors see it. Pure. */

import type { MarkedSnippet, Part } from '../../src/tools/mark/markSnippet.ts'

/** - `page`: code that nobody sees - `sight`: something at its own place in a page - `form`: a form with its fields */
export type Where = 'page' | 'sight' | 'form'

export interface Block {
  readonly where: Where
  /** Whose it is. */
  readonly names: readonly string[]
  /** How each piece began that it replaces. */
  readonly before: readonly string[]
  /** What is left out, as it began. */
  readonly removed: readonly string[]
  /** What comes instead; empty where nothing does. */
  readonly html: string
}

const isChanged = ({ outcome }: Part) => outcome === 'marked' || outcome === 'removed'
const whereIs = ({ kind }: Part): Where =>
  kind === 'form' ? 'form' : ['script', 'code', 'hint', 'stylesheet', 'noscript'].includes(kind) ? 'page' : 'sight'
const nameOf = ({ services: [service], unknown }: Part) => service?.title ?? service?.provider ?? unknown[0] ?? ''
/** White space and remarks belong to what follows them. */
const isBetween = (text: string) => !text.replace(remarks, '').trim()
const remarks = /<!--[\s\S]*?-->/g
/** An empty element, which code beside it fills: a form, a chat, a list of reviews. */
const place = String.raw`<(?:(?:div|span|ins|section|aside|p)|[a-z]+-[\w-]+)\b[^>]*>\s*</[\w-]+>`
/** What ends what was before: remarks that say so, and of code an empty place with nothing else after it. */
const ended = /^(?:\s*<!--\s*\/?\s*(?:end|einde)\b[^>]*-->)*/i
const ending = new RegExp(String.raw`^(?:\s*${place}(?=\s*(?:\n\s*\n|<!--|$)))?${ended.source.slice(1)}`, 'i')
/** What leads to what follows. */
const leading = new RegExp(String.raw`(?:\s|<!--(?:(?!-->)[\s\S])*-->|${place})*$`, 'i')
const matched = (pattern: RegExp, text: string) => pattern.exec(text)?.[0] ?? ''
const hasPlace = (text: string) => text.replace(remarks, '').includes('<')

export function blocksOf({ html, parts }: MarkedSnippet): readonly Block[] {
  const blocks: (Block & { where: Where; html: string; names: string[]; before: string[]; removed: string[] })[] = []
  let past = 0
  /** The block of the part just before, if that is one. */
  let open: (typeof blocks)[number] | undefined
  /** Gives the block before what belongs to it of the text after it, and says what is left. */
  const close = (text: string, isLast = false): string => {
    // A place right before other code is what that code fills.
    const own = past ? matched(open?.where === 'page' ? ending : ended, text) : ''
    const kept = !isLast && own.length === text.length && hasPlace(own) ? '' : own
    if (open?.html && kept) {
      open.html += kept.trimEnd()
      if (hasPlace(kept)) {
        open.where = 'sight'
        open.before.push(kept.replace(remarks, '').trim())
      }
    }
    return text.slice(kept.length)
  }
  for (const part of parts) {
    // What stands in a form comes with it.
    if (part.from < past) continue
    const between = close(html.slice(past, part.from))
    past = part.to
    const last = open
    open = undefined
    if (!isChanged(part)) continue
    const near = matched(leading, between).replace(ended, '')
    const lead = whereIs(part) === 'page' && part.outcome === 'marked' ? near : isBetween(between) ? between.replace(ended, '') : ''
    const where = hasPlace(lead) ? 'sight' : whereIs(part)
    const name = nameOf(part)
    const together = last?.where === 'page' && where === 'page' && last.names.includes(name) && isBetween(between)
    const block = together ? last : { where, names: [], before: [], removed: [], html: '' }
    if (block !== last) blocks.push(block)
    if (name && !block.names.includes(name)) block.names.push(name)
    if (part.outcome === 'removed') block.removed.push(part.before)
    else {
      block.before.push(`${lead.replace(remarks, '').trim()}${part.before}`)
      block.html = `${block.html}${lead}${html.slice(part.from, part.to)}`.trimStart()
    }
    open = block
  }
  close(html.slice(past), true)
  return blocks
}
