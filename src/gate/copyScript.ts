import { cloneNode } from './natives.ts'
import { trusted } from './trusted.ts'

/** The address a held script will ask for. */
export const scriptAddress = (held: HTMLScriptElement): string | null => {
  return held.dataset.src ?? held.getAttribute('src')
}

/**
 * The same script as `held`, ready to run: every attribute, the nonce that browsers hide, and handlers set by script.
 * A new element, because the browser has read the old one and passed it over (HTML, "prepare the script element").
 *
 * @param ours where it is written down before it has an address, so that nobody holds it
 */
export const copyScript = (held: HTMLScriptElement, ours?: WeakMap<Element, Element>): HTMLScriptElement => {
  const copy = held.ownerDocument.createElement('script')
  ours?.set(copy, copy)
  const url = scriptAddress(held)
  // Inline modules run one after another, and say nothing that could be waited for.
  if (url === null) copy.async = false
  // Handlers set by script; those in attributes take their place below.
  copy.onload = held.onload
  copy.onerror = held.onerror
  // Copied as nodes: parsers accept names that setAttribute refuses.
  for (const attribute of held.attributes)
    if (!/^(data-)?(src|toestemming|type)$/.test(attribute.name)) copy.setAttributeNode(cloneNode.call(attribute) as Attr)
  const { type } = held.dataset
  if (type) copy.type = type
  copy.nonce = held.nonce
  copy.text = trusted('createScript', held.text)
  if (url !== null) copy.src = trusted('createScriptURL', url)
  return copy
}
