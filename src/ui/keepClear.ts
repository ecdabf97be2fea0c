import { keepLooks } from './keepLooks.ts'

/** The part for low windows, once there was one; if it did not come, what does nothing. */
let keepInReach: ((banner: HTMLElement, low: boolean, place: () => void) => void) | undefined

/**
 * While the banner lies over the page, it does so in the top layer, where no `transform` of the page moves it along and no `z-index` is higher; and
 * what gets focus is kept out from under it (WCAG 2.4.11, technique C43): scrolling stops above it, and
 * the end of the page can be scrolled clear of it. Afterwards the page has its own paddings back. In the flow of the page, as on most pages in a very low
 * window, or with large text in a small one (`keepInReach`), the banner covers nothing. With `content-box` a page that is as high as the window by its own rules does not shrink, which would shift it.
 */
export function keepClear(banner: HTMLElement | null): (() => void) | undefined {
  if (!banner) return undefined
  // Of a page that has a `zoom` on its root, lengths in styles are so much larger than they say; of old browsers it is not known.
  const { style, currentCSSZoom: zoom = 1 } = document.documentElement
  const { scrollPaddingBlockEnd, paddingBlockEnd, boxSizing } = style
  const restore = () => Object.assign(style, { scrollPaddingBlockEnd, paddingBlockEnd, boxSizing })
  const looks = getComputedStyle(banner)
  const place = (): unknown => {
    // By the size of its text, of which a media query does not know that the page's root or the visitor made it larger.
    const low = innerHeight < 27 * Number.parseFloat(looks.fontSize) * zoom
    if (low && !keepInReach) {
      // Drawn once it is known where: it would move the page and be moved itself. What is there already stays meanwhile.
      if (!banner.popover) banner.style.display = 'none'
      return import('./low.ts').catch(Object).then((part) => {
        keepInReach = part.keepInReach ?? Boolean
        banner.style.display = ''
        // Answered meanwhile, by code of the page, it has given the page its paddings back.
        if (banner.isConnected) place()
      })
    }
    keepLooks(banner)
    restore()
    keepInReach?.(banner, low, place)
    // In the top layer `static` computes to `absolute`.
    if (looks.position !== 'fixed') {
      banner.popover = null
      return
    }
    // Over a dialog that has the visitor's attention it could be seen and not be pressed.
    if (!banner.popover && !document.querySelector('dialog[open]')) {
      banner.popover = 'manual'
      banner.showPopover?.()
    }
    const height = `${(innerHeight - banner.getBoundingClientRect().top) / zoom}px`
    Object.assign(style, { scrollPaddingBlockEnd: height, paddingBlockEnd: height, boxSizing: 'content-box' })
  }
  const observer = new ResizeObserver(place)
  // What is not drawn at all has no size to observe.
  place()
  observer.observe(banner)
  // A window that becomes low may leave the banner the size that it had.
  addEventListener('resize', place)
  return () => {
    observer.disconnect()
    removeEventListener('resize', place)
    restore()
  }
}
