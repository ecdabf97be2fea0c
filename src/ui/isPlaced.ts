/** What lies over the banner, and where. */
export interface Cover {
  readonly element: Element
  readonly x: number
  readonly y: number
}

/** Whether the banner, in the flow of the page, is where a page begins, is as wide as the page, and can be scrolled through to its end. */
export function isPlaced(banner: HTMLElement): boolean {
  const { documentElement: root, body, scrollingElement } = document
  const { top, bottom, left, right, width } = banner.getBoundingClientRect()
  // A body that scrolls by itself has gone on as well.
  const scrolled = scrollY + (scrollingElement === body ? 0 : body.scrollTop)
  const isStill = [root, body].some((one) => {
    const { overflowY, position } = getComputedStyle(one)
    return /hidden|clip/.test(overflowY) || position === 'fixed'
  })
  const begins = top + scrolled
  const margins = [left + scrollX, innerWidth - right - scrollX] as const
  // The margins of a page of one column are the same on both sides, but for a scrollbar.
  const isColumn = width >= 20 * Number.parseFloat(getComputedStyle(banner).fontSize) && Math.abs(margins[0] - margins[1]) < 40
  return (
    Math.min(...margins, begins) > -1 &&
    begins < innerHeight / 2 &&
    (isColumn || width >= innerWidth * 0.75) &&
    (!isStill || bottom + scrolled <= innerHeight + 1)
  )
}

/** What lies over the middle of what can be seen of the banner, or over one of its buttons. */
export function coverOf(banner: HTMLElement): Cover | undefined {
  const { host } = banner.getRootNode() as ShadowRoot
  const boxes = [banner, ...banner.querySelectorAll('button')].map((one) => one.getBoundingClientRect())
  for (const [index, { left, right, top, bottom }] of boxes.entries()) {
    const x = (left + right) / 2
    const y = index ? (top + bottom) / 2 : (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
    // Out of the window there is nothing.
    const element = document.elementFromPoint(x, y)
    if (element && element !== host) return { element, x, y }
  }
  return undefined
}
