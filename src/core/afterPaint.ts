/** Puts off what follows from an answer until the visitor has seen it. */

import { pause } from './desk.ts'

/** @param superseded whether something newer says what may be let go, or nobody is there any more to let it go for */
export type Task = (superseded?: boolean) => void

/** @param lookAgain what is done half a second later, when nothing waits any more: for what the page did in answer */
export function createAfterPaint(lookAgain: () => void) {
  let waiting: Task | undefined
  const settle: Task = (superseded) => {
    const task = waiting
    waiting = undefined
    task?.(superseded)
  }
  addEventListener('pagehide', () => settle(true))

  return {
    /** Does at once what waits. */
    settle,
    /** Does it once what was drawn is painted, or when the next such task comes. What is not in view is not painted. */
    afterPaint(task: Task) {
      settle()
      waiting = task
      requestAnimationFrame(() => setTimeout(() => settle()))
      setTimeout(() => (waiting ? settle() : lookAgain()), pause)
    },
  }
}
