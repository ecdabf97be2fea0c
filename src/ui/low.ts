/**
 * The lazy part for low windows, as of a phone on its side, of large text on a small screen, or of a page at 400 %. There a banner over the page
 * would leave nothing of it to be read (WCAG 1.4.10), so it is the first thing in the page instead, and scrolls with it.
 *
 * What is in the page follows the page's own layout, which may lay something over it, or have it lie where nobody gets. Where that is so it lies over
 * the page after all, and scrolls by itself.
 */
import { dress } from './dress.ts'
import { type Cover, coverOf, isPlaced } from './isPlaced.ts'

/** In every layout it is as wide as there is room: what is wider is less high. */
const styles =
  '.flow,.flow>.buttons,.tight>.buttons{position:static}.flow{width:auto;max-height:none}.over{inset:auto 0 0;width:auto;height:auto;margin:0;border-width:1px 0 0;border-radius:0}'
const dressed = new WeakSet<Node>()

interface Placing {
  /** Of this window, and this size of text. */
  size: string
  /** Whether it can be in the page. */
  flows: boolean
  cover?: Cover | undefined
}
const placings = new WeakMap<HTMLElement, Placing>()

/** Has the banner be in the page where the window is low and it can be seen and reached there. `place` is what calls this, and is called when that has changed. */
export function keepInReach(banner: HTMLElement, low: boolean, place: () => void): void {
  const root = banner.getRootNode() as ShadowRoot
  if (!dressed.has(root)) dress(root, styles)
  dressed.add(root)

  const text = Number.parseFloat(getComputedStyle(banner).fontSize)
  const size = `${innerWidth} ${innerHeight} ${text}`
  let placing = placings.get(banner)
  if (!placing) watch(banner, place)
  if (placing?.size !== size) placing = { size, flows: true }
  placings.set(banner, placing)

  const { classList } = banner
  if (low && placing.flows) {
    classList.remove('over')
    classList.add('flow')
    // In the top layer it would be out of the flow.
    banner.popover = null
    placing.flows = isWell(banner, placing)
  }
  classList.toggle('flow', low && placing.flows)
  classList.toggle('over', low && !placing.flows)
  // The answers stay in view, unless they would leave less than a title and two lines for what is asked.
  const buttons = banner.querySelector<HTMLElement>('.buttons')
  classList.toggle('tight', low && banner.clientHeight - (buttons?.offsetHeight ?? 0) < 5 * text)
}

function isWell(banner: HTMLElement, placing: Placing): boolean {
  if (!isPlaced(banner)) return false
  // Of what has been scrolled under a header that stays one learns nothing.
  if (scrollY || document.body.scrollTop) return true
  placing.cover = coverOf(banner)
  return !placing.cover
}

/** A page tells nobody that its layout changes. To look costs next to nothing while it does not. */
function watch(banner: HTMLElement, place: () => void): void {
  const timer = setInterval(() => {
    const placing = placings.get(banner)
    if (!banner.isConnected || !placing) return clearInterval(timer)
    const { flows, cover } = placing
    if (flows) {
      if (banner.matches('.flow') && !isWell(banner, placing)) place()
    } else if (cover && !document.elementsFromPoint(cover.x, cover.y).includes(cover.element)) {
      // What was shown while the page loaded has gone, or a menu was closed.
      placing.flows = true
      placing.cover = undefined
      place()
    }
  }, 1000)
}
