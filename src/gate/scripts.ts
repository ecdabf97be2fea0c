/**
 * Runs released scripts as the browser would have: in the order of the document, `defer` and modules after the rest, `async` at once;
 * downloads go on together. One at a time and not through the browser's own in-order list, because there one script
 * that never answers holds up all that follow.
 */

import { scriptAddress } from './copyScript.ts'

/** How long a script may keep the next ones waiting, in milliseconds. It may still run when it comes. */
const patience = 5000
/** For how long scripts run one after another before the visitor has a turn, in milliseconds: less than what browsers count as a long task. */
const slice = 40

export interface ScriptQueue {
  /** Adds a script; call it in the order of the document. */
  add(held: HTMLScriptElement): void
  /** Starts what can be started; whether something is on its way that the next ones wait for. */
  run(): boolean | undefined
}

/**
 * @param release lets a script run whose turn has come, if it is still allowed: that script or a copy of it
 * @param ours what we put in the page ourselves, which nobody is to hold
 */
export function createScriptQueue(
  release: (held: HTMLScriptElement) => HTMLScriptElement | undefined,
  ours: WeakMap<Element, Element>,
): ScriptQueue {
  const ordered: (() => void)[] = []
  const deferred: (() => void)[] = []
  let busy: boolean | undefined
  let running: boolean | undefined

  const run = (): boolean | undefined => {
    if (running) return
    running = true
    const end = performance.now() + slice
    while (!busy) {
      const start = ordered.shift() ?? (document.readyState !== 'loading' && deferred.shift())
      if (!start) break
      busy = true
      if (performance.now() < end) start()
      // Not `scheduler.yield`, whose turn comes before that of timers and presses.
      else setTimeout(start)
    }
    running = false
    return busy
  }

  /** `next` is called once: when the following script may go, which can be at once. */
  const start = (held: HTMLScriptElement, next: () => void) => {
    let runner: HTMLScriptElement | undefined
    const done = () => {
      next()
      next = () => {}
    }
    try {
      runner = release(held)
    } catch {
      // A node that cannot be copied or placed stays held, and the next one goes.
    }
    if (runner && takesTime(runner)) {
      runner.addEventListener('load', done)
      runner.addEventListener('error', done)
      setTimeout(done, patience)
    } else done()
  }

  return {
    add(held) {
      if (held.hasAttribute('async') && takesTime(held)) return start(held, () => {})
      const list = isModule(held) || (held.defer && takesTime(held)) ? deferred : ordered
      const link = busy || list.length || list === deferred ? preload(held, ours) : undefined
      list.push(() =>
        start(held, () => {
          link?.remove()
          busy = false
          run()
        }),
      )
    },
    run,
  }
}

const isModule = (held: HTMLScriptElement) => (held.dataset.type ?? held.type) === 'module'

/** Classic inline code has run when it is in, and browsers of today pass over `nomodule`; all else says when it is done. */
const takesTime = (held: HTMLScriptElement) => !held.noModule && (scriptAddress(held) !== null || isModule(held))

/** Whether a browser of today runs a script of this type. */
export function runs({ type }: HTMLScriptElement): boolean {
  return /^\s*(module|.*script)?\s*$/i.test(type)
}

/** Starts the download of a script whose turn comes later, with everything that makes it the same request. */
function preload(held: HTMLScriptElement, ours: WeakMap<Element, Element>): HTMLLinkElement | undefined {
  const href = scriptAddress(held)
  if (!href || !takesTime(held)) return
  const { ownerDocument } = held
  const link = ownerDocument.createElement('link')
  ours.set(link, link)
  link.rel = isModule(held) ? 'modulepreload' : 'preload'
  link.as = 'script'
  for (const name of ['crossOrigin', 'integrity', 'referrerPolicy', 'nonce'] as const) link[name] = held[name] as string
  link.href = href
  // Not last, where it would hide how far the browser has read.
  ownerDocument.documentElement.prepend(link)
  return link
}
