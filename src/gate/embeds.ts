/** Everything but scripts and templates: the address waits in a `data-` attribute, and goes back there on withdrawal. */

import { trusted } from './trusted.ts'

/** The attributes that make a request; they wait as `data-src`, `data-href` and so on. Of a frame the last that it has tells whose it is. */
export const names = ['poster', 'src', 'href', 'data', 'srcset', 'srcdoc']

/** The address as the browser would read it; nothing when it is none. */
export const urlOf = (address: unknown): URL | undefined => {
  try {
    return new URL(address as string, document.baseURI)
  } catch {
    // None.
  }
}

export const isFrame = (element: Element): boolean => {
  return element.localName === 'iframe'
}

/** The addresses in the value of an attribute of that name: one, or in markup all that name a host, and where its relative ones go. */
export const addressesIn = (name: string, value: string): readonly string[] => {
  return /^(src\w|html|\w+:(data|java))/i.test(`${name}:${value}`)
    ? ['', ...(value.match(/(https?:|[\\/]\s*[\\/])[^\s"'<>),]+/gi) ?? [])]
    : [value]
}

/** The addresses an element waits for, or has. */
export const addressesOf = (element: HTMLElement): readonly string[] => {
  // Read once: each time it is asked for costs as much as all that is found in it.
  const { dataset } = element
  return names.flatMap((name) => {
    const value = dataset[name] || element.getAttribute(name)
    return value ? addressesIn(name, value) : []
  })
}

/**
 * Lets the element ask for what it waits for, or takes that away again. Doing it twice does nothing more.
 * While it waits it has no address of another host: one that is not waiting as it should is made to.
 */
export const setEmbed = (element: HTMLElement, open: boolean): void => {
  const { parentNode, nextSibling, dataset } = element
  let changed: boolean | undefined
  for (const name of names) {
    const now = element.getAttribute(name)
    const waits = dataset[name]
    // What a page shows of its own in the meantime stays.
    // What waits is loaded, never run.
    if (
      open
        ? waits === undefined || urlOf(waits)?.protocol === 'javascript:'
        : now === null || (waits !== undefined && !/^[^,]*\/\//.test(now))
    )
      continue
    changed = true
    // A frame changes outside the page. Inside, Chromium ignores an address that comes right after the parser put the frame in; and without one
    // the old page would stay in it, or a navigation would leave that one "back" away.
    if (isFrame(element)) element.remove()
    if (open) {
      // A strict page takes what runs only from a policy.
      element.setAttribute(name, trusted(name === 'srcdoc' ? 'createHTML' : 'createScriptURL', waits))
      delete dataset[name]
    } else {
      dataset[name] = waits ?? (now as string)
      element.removeAttribute(name)
    }
  }
  if (!changed) return
  // A player reads its sources once, unless it is told.
  element.closest<HTMLMediaElement>('video,audio')?.load()
  if (isFrame(element)) parentNode?.insertBefore(element, nextSibling)
}
