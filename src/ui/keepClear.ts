/**
 * While the banner lies over the page, keeps what gets focus out from under it (WCAG 2.4.11, technique C43), and gives the page its own
 * padding back afterwards. In the flow of the page, as on a very low screen, the banner covers nothing.
 */
export function keepClear(banner: HTMLElement | null): (() => void) | undefined {
  if (!banner) return undefined
  const { style } = document.documentElement
  const before = style.scrollPaddingBlockEnd
  const observer = new ResizeObserver(() => {
    const covers = getComputedStyle(banner).position === 'fixed'
    style.scrollPaddingBlockEnd = covers ? `${innerHeight - banner.getBoundingClientRect().top}px` : before
  })
  observer.observe(banner)
  return () => {
    observer.disconnect()
    style.scrollPaddingBlockEnd = before
  }
}
