/** Everything but scripts and templates: the address waits in a `data-` attribute, and goes back there on withdrawal. */

import { trusted } from './trusted.ts'

/** The attributes that make a request; they wait as `data-src`, `data-href` and so on. */
export const names = ['src', 'href', 'data', 'poster', 'srcset', 'srcdoc']

export function isFrame(element: Element): boolean {
  return element.localName === 'iframe'
}

/** The addresses in the value of an attribute of that name: one, or in markup all that name a host, and where its relative ones go. */
export function addressesIn(name: string, value: string): readonly string[] {
  return /^src.|html/.test(name) || /^(data|java)/i.test(value) ? ['', ...(value.match(/(https?:)?\/\/[^\s"'<>),]+/gi) ?? [])] : [value]
}

/** The addresses an element waits for, or has. */
export function addressesOf({ dataset, attributes }: HTMLElement): readonly string[] {
  return names.flatMap((name) => {
    const value = dataset[name] || attributes.getNamedItem(name)?.value
    return value ? addressesIn(name, value) : []
  })
}

/** What each element was let ask for last, so that a page may change its own elements afterwards. */
const given = new WeakMap<Element, string>()

/**
 * Lets the element ask for what it waits for, or takes that away again. Doing it twice does nothing more.
 * While it waits it has no address of another host: one that is not waiting as it should is made to.
 */
export function setEmbed(element: HTMLElement, open: boolean): void {
  const { parentNode, nextSibling, dataset, localName } = element
  const waiting = names.map((name) => dataset[name]).join()
  if (open && given.get(element) === waiting) return
  given.set(element, open ? waiting : '')
  let changed = false
  for (const name of names) {
    const now = element.getAttribute(name)
    const waits = dataset[name]
    if (open ? waits === undefined : now === null || (waits !== undefined && waits !== now && !/^[^,]*\/\//.test(now))) continue
    changed = true
    // A frame changes outside the page. Inside, Chromium ignores an address that comes right after the parser put the frame in; and without one
    // the old page would stay in it, or a navigation would leave that one "back" away.
    if (isFrame(element)) element.remove()
    // A strict page takes what runs only from a policy.
    if (open)
      element.setAttribute(
        name,
        localName === 'script' ? trusted('createScriptURL', waits) : name === 'srcdoc' ? trusted('createHTML', waits) : (waits as string),
      )
    else {
      dataset[name] = waits ?? (now as string)
      element.removeAttribute(name)
    }
  }
  if (!changed) return
  // A player reads its sources once, unless it is told.
  element.closest<HTMLMediaElement>('video,audio')?.load()
  if (isFrame(element)) parentNode?.insertBefore(element, nextSibling)
}
