/** What a visitor may want to press. */
const controls = 'a,button,input,select,textarea,toestemming-block'

/**
 * While the trigger lies over the page, what gets the focus is scrolled clear of it (WCAG 2.4.11, technique C43); and where something to press would
 * be under it at the very end of the page, from where nothing can be scrolled further, the page ends that much later. Returns what undoes it.
 */
export function leaveRoom(trigger: HTMLElement): () => void {
  const root = document.documentElement
  // Of a page that has a `zoom` on its root, lengths in styles are so much larger than they say; of old browsers it is not known.
  const { style, currentCSSZoom: zoom = 1 } = root
  const { scrollPaddingBlockEnd, paddingBlockEnd, boxSizing } = style
  let added = 0
  const observer = new ResizeObserver(() => {
    const { top, left, right } = trigger.getBoundingClientRect()
    const height = innerHeight - top
    // In the window, once all has been scrolled.
    const end = Math.max(root.scrollHeight - added, innerHeight) - scrollY - height
    const covers = [...document.querySelectorAll<HTMLElement>(controls)].some((element) => {
      const box = element.getBoundingClientRect()
      // What is hidden, or stands still itself, has no such parent.
      return element.offsetParent && box.bottom > end && box.left < right && box.right > left
    })
    // What was added stays: taken away, it could put the control back under the trigger.
    if (covers) added = height / zoom
    style.scrollPaddingBlockEnd = `${height / zoom}px`
    if (!added) return
    style.paddingBlockEnd = `${added}px`
    // A page as high as the window stays so high, and its content where it is.
    style.boxSizing = 'content-box'
  })
  observer.observe(document.body)
  return () => {
    observer.disconnect()
    Object.assign(style, { scrollPaddingBlockEnd, paddingBlockEnd, boxSizing })
  }
}
