/**
 * Runs released scripts as the browser would have: in the order of the document, `defer` and modules after the rest, `async` at once;
 * downloads go on together. One at a time and not the browser's own in-order list, because there one script
 * that never answers holds up all that follow.
 */

import { address, copyScript } from './copyScript.ts'

/** How long a script may keep the next ones waiting, in milliseconds. It may still run when it comes. */
const patience = 5000

export interface ScriptQueue {
  /** Adds scripts in the order of the document. */
  add(held: HTMLScriptElement): void
  /** Starts what can be started. */
  run(): void
}

interface Entry {
  readonly held: HTMLScriptElement
  preload?: HTMLLinkElement
}

/**
 * @param allowed asked again immediately before each insertion
 * @param dropped told of a script that is no longer allowed or no longer in the page when its turn comes
 * @param inserted told of each script just before it goes in
 */
export function createScriptQueue(
  allowed: (held: HTMLScriptElement) => boolean,
  dropped: (held: HTMLScriptElement) => void,
  inserted: (copy: HTMLScriptElement, held: HTMLScriptElement) => void,
): ScriptQueue {
  const ordered: Entry[] = []
  const deferred: Entry[] = []
  let busy = false
  let running = false

  /** Puts a script in; `done` is called when the next may go, and at once when there is nothing to wait for. */
  const insert = ({ held, preload }: Entry, done: () => void) => {
    if (!held.isConnected || !allowed(held)) {
      preload?.remove()
      dropped(held)
      return done()
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const next = () => {
      clearTimeout(timer)
      preload?.remove()
      const call = done
      done = () => {}
      call()
    }
    try {
      const copy = copyScript(held)
      const waits = runs(copy) && (address(held) !== null || isModule(held))
      if (waits) {
        copy.addEventListener('load', next)
        copy.addEventListener('error', next)
        timer = setTimeout(next, patience)
      }
      inserted(copy, held)
      quietly(() => held.replaceWith(copy))
      if (!waits) next()
    } catch {
      next()
    }
  }

  const run = () => {
    if (running) return
    running = true
    while (!busy) {
      const entry = ordered.shift() ?? (document.readyState === 'loading' ? undefined : deferred.shift())
      if (!entry) break
      busy = true
      insert(entry, () => {
        busy = false
        run()
      })
    }
    running = false
  }

  return {
    add(held) {
      const entry: Entry = { held }
      if (held.hasAttribute('async') && (address(held) !== null || isModule(held))) return insert(entry, () => {})
      const list = isModule(held) || (held.defer && address(held) !== null) ? deferred : ordered
      if (busy || list.length || list === deferred) preload(entry)
      list.push(entry)
    },
    run,
  }
}

function isModule(held: Element): boolean {
  return held.getAttribute('data-type') === 'module'
}

/** Whether a browser of today runs a script like this. */
export function runs(copy: HTMLScriptElement): boolean {
  return !copy.noModule && /^(|module|(text|application)\/(x-)?(java|ecma)script)$/i.test(copy.type.trim())
}

/** Starts the download of a script whose turn comes later, with everything that makes it the same request. */
function preload(entry: Entry): void {
  const { held } = entry
  const url = address(held)
  if (url === null || held.noModule) return
  const link = document.createElement('link')
  link.rel = isModule(held) ? 'modulepreload' : 'preload'
  if (!isModule(held)) link.as = 'script'
  for (const name of ['crossorigin', 'integrity', 'referrerpolicy', 'fetchpriority']) {
    const value = held.getAttribute(name)
    if (value !== null) link.setAttribute(name, value)
  }
  if (held.nonce) link.nonce = held.nonce
  link.href = url
  document.head.append(link)
  entry.preload = link
}

/** After parsing, `document.write` would wipe the page; a script that comes late finds it doing nothing. */
function quietly(task: () => void): void {
  const own = Object.getOwnPropertyDescriptor(document, 'write')
  Object.defineProperty(document, 'write', { configurable: true, value: () => {} })
  try {
    task()
  } finally {
    delete (document as { write?: unknown }).write
    if (own) Object.defineProperty(document, 'write', own)
  }
}
