import type { Node } from './nodes.ts'

/** What a page without our styles and script can use of an element. */
const kept = ['lang', 'scope', 'href', 'aria-label']
/** A group of switches is a part of the page once it has none. */
const stands: Readonly<Record<string, string>> = { fieldset: 'section' }
const blocks = ['section', 'h2', 'h3', 'h4', 'p', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td']

/** Static HTML, to paste into a page. */
export const toHtml = (nodes: readonly Node[]): string => nodes.map(html).join('')

function html(node: Node): string {
  // On a phone the name of a cookie may be wider than the page.
  if (typeof node === 'string')
    return node.length > 16 && !/\s/.test(node) ? safe(node).replace(/[_.:-](?=\w)|[a-z](?=[A-Z])/g, '$&<wbr>') : safe(node)
  const type = stands[node.type] ?? node.type
  const attributes = kept.map((name) => (node.properties[name] ? ` ${name}="${safe(String(node.properties[name]))}"` : '')).join('')
  return `${type === 'small' ? '<br>' : ''}<${type}${attributes}>${toHtml(node.children)}</${type}>${blocks.includes(type) ? '\n' : ''}`
}

const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
