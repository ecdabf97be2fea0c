/** Everything but scripts and templates: the address waits in a `data-` attribute, and goes back there on withdrawal. */

/** The attributes that make a request, and their waiting places: `data-src`, `data-srcset`, `data-href`, `data-poster`, `data-data`. */
const names = ['src', 'srcset', 'href', 'poster', 'data']

/** What the owner's page had in place of what waits, for when the element is held again. */
const originals = new WeakMap<Element, Map<string, string | null>>()

/** Lets the element ask for what it waited for. */
export function releaseEmbed(element: Element): void {
  const before = new Map<string, string | null>()
  originals.set(element, before)
  for (const name of names) {
    const value = element.getAttribute(`data-${name}`)
    if (value === null) continue
    before.set(name, element.getAttribute(name))
    element.setAttribute(name, value)
  }
  reload(element)
}

/** Takes the addresses away again. A frame's own page, and its place in the history, go with it. */
export function holdEmbed(element: Element): void {
  for (const [name, value] of originals.get(element) ?? []) {
    if (value === null) element.removeAttribute(name)
    else element.setAttribute(name, value)
  }
  originals.delete(element)
  reload(element)
  if (isFrame(element)) {
    // Emptying `src` would leave the old page in the frame, and a navigation would leave it one "back" away.
    const { parentNode, nextSibling } = element
    element.remove()
    parentNode?.insertBefore(element, nextSibling)
  }
}

/** Moves an address that should have been waiting to its waiting place. True when there was one: the browser may have asked for it already. */
export function catchEmbed(element: Element): boolean {
  let late = false
  for (const name of names) {
    const value = element.getAttribute(name)
    if (!value || (name === 'data' && element.localName !== 'object') || element.hasAttribute(`data-${name}`)) continue
    element.setAttribute(`data-${name}`, value)
    element.removeAttribute(name)
    late = true
  }
  return late
}

export function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe'
}

/** A player reads its sources once, unless it is told. */
function reload(element: Element): void {
  const player = element.localName === 'source' || element.localName === 'track' ? element.parentElement : element
  if (player && 'load' in player) (player as HTMLMediaElement).load()
}
