/** A script that was held has been read and passed over by the browser; only a new element runs (HTML, "prepare the script element"). */

interface Policy {
  createScript(text: string): string
  createScriptURL(url: string): string
}

let policy: Policy | undefined

/** The page's Trusted Types policy `toestemming`, where the browser has such things and the page allows it. */
function trust(): Policy {
  const same = { createScript: (text: string) => text, createScriptURL: (url: string) => url }
  try {
    policy ??= (window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes?.createPolicy('toestemming', same)
  } catch {
    // The page forbids it: the browser will refuse the script, and say so.
  }
  return (policy ??= same)
}

/** The address a held element will ask for. */
export function address(held: Element): string | null {
  return held.getAttribute('data-src') ?? held.getAttribute('src')
}

/** The same script as `held`, ready to run: every attribute, the nonce that browsers hide, and handlers set by script. */
export function copyScript(held: HTMLScriptElement): HTMLScriptElement {
  const copy = held.ownerDocument.createElement('script')
  for (const attribute of [...held.attributes])
    // Copied as nodes: parsers accept names that setAttribute refuses.
    if (!/^(type|src|data-(type|src))$/.test(attribute.name)) copy.setAttributeNode(attribute.cloneNode() as Attr)
  const type = held.getAttribute('data-type')
  if (type) copy.type = type
  if (held.nonce) copy.nonce = held.nonce
  for (const handler of ['onload', 'onerror'] as const) if (!held.hasAttribute(handler)) copy[handler] = held[handler] as never
  const url = address(held)
  if (held.text) copy.text = trust().createScript(held.text)
  if (url !== null) copy.src = trust().createScriptURL(url)
  return copy
}
