/** What an owner can copy: marked markup, lines for the configuration. */

import { markedTag } from './markedTag.ts'

/** How the library hides a frame that waits: no style of the owner's. */
const hidden = /\s*display: none !important;?/

const quote = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')

/** An element as it is written, without what is in it, and no longer than one reads. */
export function written(element: Element): string {
  const text = element.outerHTML
    .replace(/^(<[^>]*>).*$/s, '$1')
    .replace(hidden, '')
    .replace(/ style=""/, '')
  return text.length > 160 ? `${text.slice(0, 159)}…` : text
}

/** The same element, written so that it waits. */
export function marked(element: Element, category: string, service?: string): string {
  const attributes = [...element.attributes].flatMap(({ name, value }): [string, string][] => {
    const own = name === 'style' ? value.replace(hidden, '') : value
    return name === 'style' && !own ? [] : [[name, quote(own)]]
  })
  const start = markedTag(element.localName, attributes, category, service)
  if (element.localName === 'script') return `${start}${element.hasAttribute('src') ? '' : ' …the same code… '}</script>`
  return /^(img|link|source|track|embed)$/.test(element.localName) ? start : `${start}</${element.localName}>`
}

/** The line in the configuration that names a service of the catalogue. */
export const useLine = (id: string) => `"services": [ …, ${JSON.stringify(id)} ]`

/** The beginning of a service that is written out. */
export function serviceLine(id: string, rest: Readonly<Record<string, unknown>>): string {
  const service = {
    id:
      id
        .toLowerCase()
        .replace(/[^a-z\d]+/g, '-')
        .replace(/^-|-$/g, '') || 'own',
    category: 'functional',
    provider: '…',
    ...rest,
  }
  return `"services": [ …, ${JSON.stringify(service)} ]`
}
