/** Has scripts downloaded together that run one after another. */

import { scriptAddress } from './copyScript.ts'
import { isModule, takesTime } from './scripts.ts'

const known = new WeakSet<HTMLScriptElement>()
const links = new Map<string, HTMLLinkElement>()

/**
 * Starts the downloads of scripts whose turn comes later, each with everything that makes it the same request.
 *
 * @param waiting what is allowed and waits, in lists
 * @param ours what we put in the page ourselves, which nobody is to hold
 */
export function readAhead(waiting: readonly (readonly HTMLScriptElement[])[], ours: WeakMap<Element, Element>): void {
  for (const held of waiting.flat()) {
    const href = scriptAddress(held)
    if (known.has(held) || !href || !takesTime(held)) continue
    known.add(held)
    const { ownerDocument } = held
    const link = ownerDocument.createElement('link')
    ours.set(link, link)
    link.rel = isModule(held) ? 'modulepreload' : 'preload'
    link.as = 'script'
    for (const name of ['crossOrigin', 'integrity', 'referrerPolicy', 'nonce'] as const) link[name] = held[name] as string
    link.href = href
    links.set(link.href, link)
    // Not last, where it would hide how far the browser has read.
    ownerDocument.documentElement.prepend(link)
  }
}

/** A script that has come needs its link no more. */
const came = ({ target }: Event) => links.get((target as HTMLScriptElement).src)?.remove()
for (const name of ['load', 'error']) document.addEventListener(name, came, true)
