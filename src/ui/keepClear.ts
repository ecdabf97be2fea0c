import { keepLooks } from './keepLooks.ts'

/**
 * While the banner lies over the page, keeps what gets focus out from under it (WCAG 2.4.11, technique C43): scrolling stops above it, and
 * the end of the page can be scrolled clear of it. Afterwards the page has its own paddings back. In the flow of the page, as on a very low
 * screen, the banner covers nothing. With `content-box` a page that is as high as the window by its own rules does not shrink, which would shift it.
 */
export function keepClear(banner: HTMLElement | null): (() => void) | undefined {
  if (!banner) return undefined
  const { style } = document.documentElement
  const { scrollPaddingBlockEnd, paddingBlockEnd, boxSizing } = style
  const restore = () => Object.assign(style, { scrollPaddingBlockEnd, paddingBlockEnd, boxSizing })
  const observer = new ResizeObserver(() => {
    keepLooks(banner)
    restore()
    if (getComputedStyle(banner).position !== 'fixed') return
    const height = `${innerHeight - banner.getBoundingClientRect().top}px`
    Object.assign(style, { scrollPaddingBlockEnd: height, paddingBlockEnd: height, boxSizing: 'content-box' })
  })
  observer.observe(banner)
  // What is not drawn at all has no size to observe.
  requestAnimationFrame(() => keepLooks(banner))
  return () => {
    observer.disconnect()
    restore()
  }
}
