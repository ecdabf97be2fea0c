/** Ends a page on which code that was withdrawn has run. */

import { pause } from './desk.ts'

/** A vendor's time, and a visitor's to read. */
export const wait = () => new Promise((resolve) => setTimeout(resolve, pause))

/** Resolves once all of these are done, or have had their time. Never rejects. */
export const hadTheirTime = (all: readonly unknown[]) => Promise.race([Promise.allSettled(all), wait()])

/** Gives what reloads, once the visitor can have read why and all that must be done before is done or has had its time. */
export const createLeave =
  (cutOff: () => unknown, erase: () => Promise<void>, reload: () => void) => async (before: readonly unknown[]) => {
    await hadTheirTime(before)
    // Running code often has a last word when a page goes; now it says it to nobody.
    await Promise.race([cutOff(), wait()]).catch(() => {})
    await wait()
    await Promise.race([erase(), wait()]).catch(() => {})
    reload()
  }
