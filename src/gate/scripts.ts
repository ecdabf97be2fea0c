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
  /** What waits for its turn, in two lists. */
  readonly waiting: readonly (readonly HTMLScriptElement[])[]
  /** Adds a script; call it in the order of the document. */
  add(held: HTMLScriptElement): void
  /** Starts what can be started; whether something is on its way that the next ones wait for. */
  run(): boolean | undefined
}

/** @param release lets a script run whose turn has come, if it is still allowed: that script or a copy of it */
export function createScriptQueue(release: (held: HTMLScriptElement) => HTMLScriptElement | undefined): ScriptQueue {
  const ordered: HTMLScriptElement[] = []
  const deferred: HTMLScriptElement[] = []
  let busy: boolean | undefined
  let running: boolean | undefined

  const run = (): boolean | undefined => {
    if (running) return
    running = true
    const end = Date.now() + slice
    while (!busy) {
      const held = ordered.shift() ?? (document.readyState !== 'loading' && deferred.shift())
      if (!held) break
      busy = true
      const turn = () =>
        start(held, () => {
          busy = false
          run()
        })
      if (Date.now() < end) turn()
      // Not `scheduler.yield`, whose turn comes before that of timers and presses.
      else setTimeout(turn)
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
      if (held.hasAttribute('async') && takesTime(held)) start(held, () => {})
      else (isModule(held) || (held.defer && takesTime(held)) ? deferred : ordered).push(held)
    },
    waiting: [ordered, deferred],
    run,
  }
}

export const isModule = (held: HTMLScriptElement) => (held.dataset.type ?? held.type) === 'module'

/** Inline code has run when it is in, or says nothing (a module); browsers of today pass over `nomodule`; all else says when it is done. */
export const takesTime = (held: HTMLScriptElement) => !held.noModule && scriptAddress(held) !== null

/** Whether a browser of today runs a script of this type. */
export const runs = ({ type }: HTMLScriptElement): boolean => {
  return /^\s*(module|.*script)?\s*$/i.test(type)
}
