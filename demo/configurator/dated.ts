import type { Configuration } from '../../src/model/settings.ts'
import { empty } from './state.ts'

/** What the cookie table is made of. */
const declaration = ({ services, categories, cookie, validDays, revision }: Configuration) =>
  JSON.stringify([services, categories, cookie, validDays, revision])

/** The configuration with the day on which what it declares was changed, unless it brings one of its own, or nothing was changed. */
export function dated(before: Configuration, after: Configuration, today: string): Configuration {
  if (after === empty.configuration || declaration(before) === declaration(after) || before.updated !== after.updated) return after
  return { ...after, updated: today }
}
