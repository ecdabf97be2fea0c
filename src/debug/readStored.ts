import type { StoredItem } from '../model/types.ts'

export type Kind = NonNullable<StoredItem['storage']>

export interface Stored {
  readonly storage: Kind
  readonly name: string
}

/** What this site keeps in the browser and scripts may read. */
export function readStored(): Stored[] {
  const read = (storage: Kind, names: () => readonly string[]) => {
    try {
      return names().map((name): Stored => ({ storage, name }))
    } catch {
      // Blocked storage throws when touched: nothing is in it.
      return []
    }
  }
  return [
    ...read('cookie', () =>
      document.cookie
        .split('; ')
        .filter(Boolean)
        .map((pair) => pair.split('=')[0] ?? ''),
    ),
    ...read('local', () => Object.keys(localStorage)),
    ...read('session', () => Object.keys(sessionStorage)),
  ]
}
