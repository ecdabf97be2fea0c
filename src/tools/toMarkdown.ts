import type { Element, Node } from './nodes.ts'

/** The same as Markdown. */
export const toMarkdown = (nodes: readonly Node[]): string => `${nodes.map(block).filter(Boolean).join('\n\n')}\n`

function block(node: Node): string {
  if (typeof node === 'string') return inline(node).trim()
  const level = /^h([2-4])$/.exec(node.type)?.[1]
  if (level) return `${'#'.repeat(+level)} ${line(node)}`
  if (node.type === 'table') return table(node)
  if (['fieldset', 'section', 'ul', 'li'].includes(node.type)) return node.children.map(block).filter(Boolean).join('\n\n')
  return line(node)
}

const line = (element: Element): string => element.children.map(inline).join('').replace(/\s+/g, ' ').trim()

function inline(node: Node): string {
  // A new line in what the owner wrote would end the row or the heading.
  if (typeof node === 'string') return node.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|]/g, '\\$&')
  if (node.type === 'a') return `[${line(node)}](${String(node.properties.href).replace(/[() ]/g, encodeURIComponent)})`
  return node.type === 'small' ? ` ${line(node)}` : node.children.map(inline).join('')
}

/** Rows between bars. */
function table(element: Element): string {
  const rows = all(element, 'tr').map((row) => row.children.filter((cell): cell is Element => typeof cell !== 'string').map(cellText))
  const [head = [], ...rest] = rows
  return [head, head.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const cellText = (cell: Element): string =>
  cell.children
    .map((node) => (typeof node !== 'string' && node.type === 'small' ? `: ${line(node)}` : inline(node)))
    .join('')
    .trim()

const all = (element: Element, type: string): Element[] =>
  element.children.flatMap((node) => (typeof node === 'string' ? [] : node.type === type ? [node] : all(node, type)))
