/** Hears what did not come, from the beginning of the page: afterwards nobody can tell. */

export interface Failure {
  /**
   * - `failed`: the browser says that there is nothing to be had at this address, or there is no answer for half a minute
   * - `removed`: a frame was taken out of the page before it had loaded
   * - `wrong`: the library says so
   */
  readonly kind: 'failed' | 'removed' | 'wrong'
  /** The address; of what is wrong in the page, what was found there. */
  readonly found: string
  readonly element?: HTMLElement
  /** Of what is wrong in the page: where, and what it could be. */
  readonly path?: string
  readonly names?: readonly string[]
}

/** After this a script counts as late, in milliseconds. */
const patience = 30_000
const selector = '[data-consent],[data-toestemming]'

/** @param failed called once for each failure, and never while the page goes on with what it was doing */
export function watchFailures(failed: (failure: Failure) => void): () => void {
  const ended = new WeakSet<Node>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const later = (task: () => void, time: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      task()
    }, time)
    timers.add(timer)
  }
  const addressOf = (element: HTMLElement) => (element as HTMLImageElement).src || (element as HTMLAnchorElement).href || ''

  const end = ({ type, target }: Event) => {
    if (!(target instanceof HTMLElement)) return
    // A frame that waits has loaded an empty page.
    if (addressOf(target)) ended.add(target)
    if (type === 'error' && target.matches(selector) && addressOf(target))
      failed({ kind: 'failed', found: addressOf(target), element: target })
  }
  const hear = (event: Event) => {
    const { path, found, expected } = (event as CustomEvent).detail
    if (path === 'embed') failed({ kind: 'failed', found })
    else failed({ kind: 'wrong', path, found, names: expected })
  }
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      for (const node of addedNodes)
        if (node instanceof HTMLScriptElement && node.src && node.matches(selector))
          later(() => ended.has(node) || failed({ kind: 'failed', found: node.src, element: node }), patience)
      // The library itself takes frames out and puts them back at once.
      for (const node of removedNodes)
        if (node instanceof HTMLIFrameElement && node.src && node.matches(selector))
          later(() => node.isConnected || ended.has(node) || failed({ kind: 'removed', found: node.src, element: node }), 0)
    }
  })
  for (const type of ['load', 'error']) document.addEventListener(type, end, true)
  document.addEventListener('toestemming:problem', hear)
  observer.observe(document, { childList: true, subtree: true })
  return () => {
    for (const type of ['load', 'error']) document.removeEventListener(type, end, true)
    document.removeEventListener('toestemming:problem', hear)
    observer.disconnect()
    for (const timer of timers) clearTimeout(timer)
  }
}
