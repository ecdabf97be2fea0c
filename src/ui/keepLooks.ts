/** The least height of a button, and the least size of its text, in CSS pixels (WCAG 2.5.8). */
const least = 24
const leastText = 12

/**
 * Owners' CSS dresses the parts of the banner; it does not hide them. What does nothing but hide, move or lay one answer over another has no effect
 * (see `styles`). When an answer is too small all the same, or wider than its place, all parts have our own looks again, and the console says so (DP-33: a yes is worth
 * nothing where a no was out of sight).
 */
export function keepLooks(banner: HTMLElement): void {
  const isThere = (button: HTMLElement) => {
    const { offsetWidth, scrollWidth } = button.parentElement as HTMLElement
    return (
      button.offsetHeight >= least && Number.parseFloat(getComputedStyle(button).fontSize) >= leastText && scrollWidth <= offsetWidth + 1
    )
  }
  if (!banner.hasAttribute('part') || [...banner.querySelectorAll('button')].every(isThere)) return
  for (const one of [banner, ...banner.querySelectorAll('[part]')]) one.removeAttribute('part')
  // Where all of it is hidden still, the parts were not why.
  // biome-ignore lint/suspicious/noConsole: the owner must hear it, also without debug
  if (banner.offsetHeight) console.warn('toestemming: ::part() ignored')
}
