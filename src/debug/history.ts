import type { Consent } from '../core/contract.ts'

/** What was granted when: what a page asked for is judged by what stood at that moment. */
export interface History {
  /** @param time milliseconds since the page began, as `performance.now()` */
  grantedAt(id: string, time: number): boolean
  /** Whether it was granted on this page before, and no longer is. */
  withdrawn(id: string): boolean
}

/** Call it once the settings are read: what stands then, stood from the beginning. */
export function createHistory(consent: Pick<Consent, 'has' | 'on'>, ids: readonly string[]): History {
  const now = () => new Set(ids.filter((id) => consent.has(id)))
  const times = [{ time: 0, granted: now() }]
  const note = () => void times.push({ time: performance.now(), granted: now() })
  consent.on('change', note)
  consent.on('decision', note)
  return {
    grantedAt: (id, time) =>
      !!times
        .filter((one) => one.time <= time)
        .at(-1)
        ?.granted.has(id),
    withdrawn: (id) => !consent.has(id) && times.some(({ granted }) => granted.has(id)),
  }
}
