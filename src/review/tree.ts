/** The page as it is drawn: with what is in shadow roots. */

/** Around an element, also out of a shadow root. */
export const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null

/** The element and, from within, what around it is painted with it: what is in the top layer is painted apart, and what makes no box paints nothing. */
export function paintedWith(element: Element): Element[] {
  const view = element.ownerDocument.defaultView as Window & typeof globalThis
  const onTop = [':popover-open', ':modal'].filter((name) => view.CSS.supports(`selector(${name})`))
  const found: Element[] = []
  for (let one: Element | null = element; one; one = onTop.some((name) => one?.matches(name)) ? null : parentOf(one))
    if (one === element || view.getComputedStyle(one).display !== 'contents') found.push(one)
  return found
}

/** Whether one lies in another, through shadow roots. */
export function isWithin(element: Element | null, outer: Element): boolean {
  for (let one = element; one; one = parentOf(one)) if (one === outer) return true
  return false
}

/** What lies on top at this point of the window, through open shadow roots. */
export function elementAt(page: Document, x: number, y: number): Element | null {
  let found = page.elementFromPoint(x, y)
  while (found?.shadowRoot) {
    const inner: Element | null = found.shadowRoot.elementFromPoint(x, y)
    if (!inner || inner === found) break
    found = inner
  }
  return found
}

/** An element in words that its owner finds it by. */
export function described(element: Element): string {
  const { localName, id } = element
  const name = element.getAttribute('class')?.trim().split(/\s+/)[0]
  return `<${localName}${id ? ` id="${id}"` : name ? ` class="${name}"` : ''}>`
}

/** Its words, without space that nobody reads. */
export const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
