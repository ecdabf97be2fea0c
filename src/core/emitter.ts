/** Listeners by event name. A listener that throws stops nothing else: its error goes to the page's own error handler. */

import { attempt } from '../model/attempt.ts'

export interface Emitter<Events> {
  on<Name extends keyof Events>(name: Name, listener: (detail: Events[Name]) => void): () => void
  emit<Name extends keyof Events>(name: Name, detail: Events[Name]): void
}

export function createEmitter<Events>(): Emitter<Events> {
  const listeners = new Set<readonly [keyof Events, (detail: never) => void]>()
  return {
    on(name, listener) {
      const entry = [name, listener as (detail: never) => void] as const
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    emit(name, detail) {
      for (const [wanted, listener] of [...listeners]) if (wanted === name) attempt(() => listener(detail as never))
    },
  }
}
