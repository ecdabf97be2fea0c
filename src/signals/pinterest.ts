/** Pinterest's tag: `setconsent` after `load` and before `page`. https://help.pinterest.com/en/business/article/pinterest-tag-parameters-and-cookies */

import type { Signal } from '../model/ports.ts'
import { onArrival } from './arrival.ts'

type Tag = ((...values: unknown[]) => void) & { queue?: unknown }

/** The place behind `load`; 0 where that has not been said. */
const afterLoad = (queue: readonly unknown[]) => queue.findIndex((entry) => (entry as unknown[])[0] === 'load') + 1

export function pinterest(): Signal {
  let granted = false
  let say: (...values: unknown[]) => void = () => {}
  const tell = (now: boolean) => {
    granted = now
    say('setconsent', now)
  }
  return {
    global: 'pintrk',
    before() {
      let isOld = true
      say = onArrival<Tag>(
        'pintrk',
        // What was here before us without a queue has read it; the snippet looks for its new function before that has one.
        ({ queue }) => (queue ? !Array.isArray(queue) || afterLoad(queue) : isOld),
        (tag) => tag('setconsent', granted),
        afterLoad,
      )
      isOld = false
    },
    grant: () => tell(true),
    revoke: () => tell(false),
  }
}
