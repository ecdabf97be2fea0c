import { isDay } from '../model/isDay.ts'
import type { Scene } from './scene.ts'

/** Which version of the declaration this is, and the day of its last change where the owner has said it. */
export function declared({ view, say }: Scene): string {
  const { revision, updated } = view.settings
  if (!isDay(updated)) return say('table.version', { revision })
  // A day is the same everywhere.
  const date = new Intl.DateTimeFormat([view.lang, 'nl'], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(updated))
  return say('table.updated', { revision, date })
}
