import { names } from '../gate/embeds.ts'

/** What the mark says itself, and so is written anew. */
const own = /^data-(consent|service|toestemming|type)$/

/**
 * The start tag of an element, written so that it waits: its addresses in `data-src` and so on, every other attribute as it was.
 *
 * @param attributes their values as they stand between double quotes
 * @param consent what it waits for; absent inside a template, which waits itself
 */
export function markedTag(name: string, attributes: readonly (readonly [string, string])[], consent?: string, service?: string): string {
  const script = name === 'script'
  const type = attributes.find(([attribute]) => attribute === 'type')?.[1] ?? ''
  const written = [
    ...(consent === undefined ? [] : [script ? 'type="text/plain"' : '', `data-consent="${consent}"`]),
    service && `data-service="${service}"`,
    script && /^module$/i.test(type) && (consent === undefined ? 'type="module"' : 'data-type="module"'),
  ]
  for (const [attribute, value] of attributes) {
    if (own.test(attribute) || (script && attribute === 'type')) continue
    const waits = names.includes(attribute) ? `data-${attribute}` : attribute
    written.push(value ? `${waits}="${value}"` : waits)
  }
  return `<${[name, ...written.filter(Boolean)].join(' ')}>`
}
