/** Reads the record from everywhere it may be kept, and hears when it changes elsewhere. */

import { newest } from '../model/codec.ts'
import type { ConsentRecord, Settings } from '../model/types.ts'

/** What localStorage has under this name. Storage that is blocked throws when touched; it counts as empty. */
export const kept = (name: string): string => {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

/** A sandboxed page may not read its cookies, and on one with a form of that name nobody can: it has none. */
function cookies(): string {
  try {
    return `${document.cookie}`
  } catch {
    return ''
  }
}

/**
 * The newest record that can be trusted, and whether cookie and mirror both have it. There can be two cookies of one name,
 * the host's and a parent domain's, and browsers that shorten the life of a cookie written by script keep the mirror longer.
 */
export const readRecord = ({ cookie: { name }, validDays }: Settings): { record: ConsentRecord | undefined; stale: boolean } => {
  const texts = cookies()
    .split('; ')
    .flatMap((pair) => (pair.startsWith(`${name}=`) ? [pair.slice(name.length + 1)] : []))
  const mirror = kept(name)
  const record = newest([mirror, ...texts], Date.now(), validDays)
  return { record, stale: !texts.length || texts.some((text) => text !== mirror) }
}

/** Calls back when another tab writes something, and whenever this page comes into view again, also out of the browser's cache of pages. */
export const watchRecord = (changed: () => void): void => {
  addEventListener('storage', changed)
  addEventListener('visibilitychange', changed)
}
