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
const isBetween = (text: string) => !text.replace(/<!--[\s\S]*?-->/g, '').trim()

export function blocksOf({ html, parts }: MarkedSnippet): readonly Block[] {
  const blocks: (Block & { to: number; html: string; names: string[]; before: string[]; removed: string[] })[] = []
  let past = 0
  for (const part of parts) {
    // What stands in a form comes with it.
    if (part.from < past) continue
    const between = html.slice(past, part.from)
    past = part.to
    if (!isChanged(part)) continue
    const where = whereIs(part)
    const name = nameOf(part)
    const last = blocks.at(-1)
    const together =
      last?.where === 'page' &&
      where === 'page' &&
      last.names.includes(name) &&
      last.to === part.from - between.length &&
      isBetween(between)
    const block = together ? last : { where, names: [], before: [], removed: [], html: '', to: part.to }
    if (block !== last) blocks.push(block)
    if (name && !block.names.includes(name)) block.names.push(name)
    const lead = isBetween(between) ? between : ''
    if (part.outcome === 'removed') block.removed.push(part.before)
    else {
      block.before.push(part.before)
      block.html = `${block.html}${lead}${html.slice(part.from, part.to)}`.trimStart()
    }
    block.to = part.to
  }
  return blocks
}
