/** Pinterest's tag: `setconsent` after `load` and before `page`. https://help.pinterest.com/en/business/article/pinterest-tag-parameters-and-cookies */

import type { Signal } from '../model/ports.ts'
import { onArrival } from './arrival.ts'

type Tag = ((...values: unknown[]) => void) & { queue?: unknown[][] }

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
      say = onArrival<Tag>(
        'pintrk',
        // What has no queue any more has read it.
        (tag) => !Array.isArray(tag.queue) || tag.queue.some(([name]) => name === 'load'),
        (tag) => tag('setconsent', granted),
      )
    },
    grant: () => tell(true),
    revoke: () => tell(false),
  }
}
