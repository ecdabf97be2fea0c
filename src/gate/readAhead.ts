/** Has scripts downloaded together that run one after another. */

import type { Later } from '../model/ports.ts'
import { scriptAddress } from './copyScript.ts'
import { isModule, takesTime } from './scripts.ts'

const known = new WeakSet<HTMLScriptElement>()
/** By the address that each starts the download of; one whose script has come is in the page no more. */
const links = new Map<string, HTMLLinkElement>()

/**
 * Starts the downloads of scripts whose turn comes later, each with everything that makes it the same request.
 *
 * @param waiting scripts in lists; some may have been allowed when they came and be so no longer
 * @param ours what we put in the page ourselves, which nobody is to hold
 */
export const readAhead: Later['readAhead'] = (waiting, allowed, ours) => {
  for (const held of waiting.flat()) {
    const address = scriptAddress(held)
    if (known.has(held) || !address || !takesTime(held) || !allowed(held)) continue
    known.add(held)
    const { ownerDocument } = held
    const link = ownerDocument.createElement('link')
    ours.set(link, link)
    link.href = address
    if (links.has(link.href)) continue
    links.set(link.href, link)
    link.rel = isModule(held) ? 'modulepreload' : 'preload'
    link.as = 'script'
    for (const name of ['crossOrigin', 'integrity', 'referrerPolicy', 'nonce'] as const) link[name] = held[name] as string
    // Not last, where it would hide how far the browser has read.
    ownerDocument.documentElement.prepend(link)
  }
}

/** A script that has come needs its link no more. */
const came = ({ target }: Event) => links.get((target as HTMLScriptElement).src)?.remove()
for (const name of ['load', 'error']) document.addEventListener(name, came, true)
