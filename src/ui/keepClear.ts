import { keepLooks } from './keepLooks.ts'

const sides = ['scrollPaddingBlockEnd', 'paddingBlockEnd'] as const

/**
 * While the banner lies over the page, keeps what gets focus out from under it (WCAG 2.4.11, technique C43): scrolling stops above it, and
 * the end of the page can be scrolled clear of it. Afterwards the page has its own paddings back. In the flow of the page, as on a very low
 * screen, the banner covers nothing.
 */
export function keepClear(banner: HTMLElement | null): (() => void) | undefined {
  if (!banner) return undefined
  const { style } = document.documentElement
  const before = sides.map((side) => style[side])
  const restore = () => {
    sides.forEach((side, index) => {
      style[side] = before[index] ?? ''
    })
  }
  const observer = new ResizeObserver(() => {
    keepLooks(banner)
    restore()
    if (getComputedStyle(banner).position === 'fixed')
      for (const side of sides) style[side] = `${innerHeight - banner.getBoundingClientRect().top}px`
  })
  observer.observe(banner)
  // What is not drawn at all has no size to observe.
  requestAnimationFrame(() => keepLooks(banner))
  return () => {
    observer.disconnect()
    restore()
  }
}
