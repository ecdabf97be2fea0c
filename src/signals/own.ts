/** For vendors that we do not know: the owner listens to `toestemming:signal` on the document, and says it in the vendor's words. */

import type { Heard, Signal } from '../model/ports.ts'

/** What the owner's listener finds in `event.detail`. */
export interface OwnSignal {
  readonly call: 'before' | 'hold' | 'grant' | 'revoke'
  /** The services that have `"signal": "own"`. */
  readonly services: readonly string[]
  /** Whether they may do what is in this category. */
  has(category: string): boolean
  /** Has a reload wait for this promise, half a second at most. */
  until(promise: unknown): void
}

export function own({ services, allows }: Heard): Signal {
  const say = (call: OwnSignal['call']) => () => {
    const waits: unknown[] = []
    const detail: OwnSignal = { call, services: services.map(({ id }) => id), has: allows, until: (promise) => waits.push(promise) }
    document.dispatchEvent(new CustomEvent('toestemming:signal', { detail }))
    return Promise.all(waits)
  }
  return { global: 'document', before: say('before'), hold: say('hold'), grant: say('grant'), revoke: say('revoke') }
}
