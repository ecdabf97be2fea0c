import type { Problem } from './check.ts'
import { isDay } from './isDay.ts'
import type { Settings } from './types.ts'

/** A problem where the day of the last change is none: the cookie table leaves it out, and all else goes on. */
export const undated = ({ updated }: Pick<Settings, 'updated'>): Problem[] =>
  updated === undefined || isDay(updated) ? [] : [{ path: 'updated', found: updated, expected: 'day' }]
