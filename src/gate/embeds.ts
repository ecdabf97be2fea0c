/** Everything but scripts and templates: the address waits in a `data-` attribute, and goes back there on withdrawal. */

import { trusted } from './trusted.ts'

/** The attributes that make a request; they wait as `data-src`, `data-href` and so on. */
export const names = ['src', 'href', 'data', 'poster', 'srcset', 'srcdoc']

export function isFrame(element: Element): boolean {
  return element.localName === 'iframe'
}

/** The addresses in the value of an attribute of that name: one, or in a text all that name a host. */
export function addressesIn(name: string, value: unknown): readonly string[] {
  const text = String(value)
  // Of markup, also where its relative addresses go.
  return /^src.|html/.test(name) ? ['', ...(text.match(/(https?:)?\/\/[^\s"'<>),]+/gi) ?? [])] : [text]
}

/** The addresses an element waits for, or has. */
export function addressesOf(element: Element): readonly string[] {
  return names.flatMap((name) => {
    const value = element.getAttribute(`data-${name}`) || element.getAttribute(name)
    return value ? addressesIn(name, value) : []
  })
}

/** Gives an element an address. A strict page takes that of a script only from a policy. */
export function setAddress(element: Element, name: string, value: string): void {
  const { localName } = element
  element.setAttribute(
    name,
    name === 'srcdoc' ? trusted('createHTML', value) : localName === 'script' ? trusted('createScriptURL', value) : value,
  )
}

/** What each element was let ask for last, so that a page may change its own elements afterwards. */
const given = new WeakMap<Element, string>()

/**
 * Lets the element ask for what it waits for, or takes that away again. Doing it twice does nothing more.
 * While it waits it has no address of another host: one that is not waiting as it should is made to.
 */
export function setEmbed(element: Element, open: boolean): void {
  const { parentNode, nextSibling } = element
  const waiting = names.map((name) => element.getAttribute(`data-${name}`)).join()
  if (open && given.get(element) === waiting) return
  if (open) given.set(element, waiting)
  else given.delete(element)
  let changed = false
  for (const name of names) {
    const now = element.getAttribute(name)
    const waits = element.getAttribute(`data-${name}`)
    if (open ? waits === null : now === null || (waits !== null && waits !== now && !/^[^,]*\/\//.test(now))) continue
    changed = true
    // A frame changes outside the page. Inside, Chromium ignores an address that comes right after the parser put the frame in; and without one
    // the old page would stay in it, or a navigation would leave that one "back" away.
    if (isFrame(element)) element.remove()
    if (open) setAddress(element, name, waits as string)
    else {
      element.setAttribute(`data-${name}`, waits ?? (now as string))
      element.removeAttribute(name)
    }
  }
  if (!changed) return
  // A player reads its sources once, unless it is told.
  element.closest<HTMLMediaElement>('video,audio')?.load()
  if (isFrame(element)) parentNode?.insertBefore(element, nextSibling)
}
