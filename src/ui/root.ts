/** The page's own body: `document.body` may be a picture of that name. */
const body = () => document.querySelector('body')

/** The root of `<toestemming-ui>`, first in the body: the one that is there, or a new one, which comes back when an app replaces the page around it. */
export function uiRoot(): ShadowRoot {
  const found = document.querySelector('toestemming-ui')?.shadowRoot
  if (found) return found
  const host = document.createElement('toestemming-ui')
  // A page of frames has none, and no place for a banner.
  body()?.prepend(host)
  keep(host)
  return host.attachShadow({ mode: 'open' })
}

/** Takes the root away, for good. */
export function removeRoot(): void {
  const host = uiRoot().host as HTMLElement
  host.hidden = true
  host.remove()
}

/** How often it may come back, each time for this many milliseconds: who takes it away on purpose is not fought. */
const times = 10
const period = 5000

function keep(host: HTMLElement): void {
  let come = 0
  const observer = new MutationObserver(() => {
    watch()
    if (host.isConnected || host.hidden || come >= times) return
    come++
    setTimeout(() => come--, period)
    setTimeout(() => {
      if (!host.hidden && !document.querySelector(host.localName)) body()?.prepend(host)
    })
  })
  // Only what is outermost: what happens in the page costs nothing.
  const watch = () => {
    for (const parent of [document, document.documentElement, body()]) if (parent) observer.observe(parent, { childList: true })
  }
  watch()
}
