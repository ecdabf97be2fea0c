/** Unit tests share a window: what one file left in the page, or had still to do, is not there for the next. Some have no page. */

import { afterAll } from 'vitest'

globalThis.document?.body.replaceChildren()

const { setTimeout } = globalThis
const timers = new Set<NodeJS.Timeout>()
const remembering = (...values: Parameters<typeof setTimeout>) => {
  const timer = setTimeout(...values)
  timers.add(timer)
  return timer
}
globalThis.setTimeout = Object.assign(remembering, setTimeout)
// As with a page that is left.
afterAll(() => {
  globalThis.setTimeout = setTimeout
  for (const timer of timers) clearTimeout(timer)
})
