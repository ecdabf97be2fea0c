/**
 * The record as text: seven fields and a version, joined by dots, URL-safe, readable without us.
 *
 *     1.1795254000000.0.1.banner.Vt0a…22 characters….analytics_0K3J2.tracking_social
 *     version · decided (ms) · age (s) · revision · source · id · yes · no
 *
 * `age` is how many seconds the oldest answer is older than the decision, so that answering one more thing
 * does not lengthen the validity of what was answered before.
 */

import type { Answer, ConsentRecord, Source } from './types.ts'

const shape = /^1\.(\d{13})\.(\d+)\.(\d+)\.(\w+)\.([\w-]{22})?\.([\w-]{0,1999})\.([\w-]{0,1999})$/
const day = 864e5
/** Two decisions in one millisecond are dated a millisecond apart, so a record may be this many milliseconds ahead. */
const tolerance = 1000

/** Writes a record. The result has only characters that a cookie, a URL and a header leave alone. */
export function encode(record: ConsentRecord): string {
  const keys = (answer: Answer) => [...record.answers.keys()].filter((key) => record.answers.get(key) === answer).join('_')
  return [
    1,
    record.decided,
    Math.ceil((record.decided - record.oldest) / 1000),
    record.revision,
    record.source,
    record.id,
    keys('yes'),
    keys('no'),
  ].join('.')
}

/**
 * Reads a record, or nothing at all: what is damaged, foreign, of another version, expired or dated in the future
 * was never said. Never throws.
 *
 * @param now milliseconds since 1970
 * @param validDays how many days an answer holds
 */
export function decode(value: string, now: number, validDays: number): ConsentRecord | undefined {
  const [, decided, age, revision, source, id, yes, no] = shape.exec(value) ?? []
  if (!decided) return
  const oldest = +decided - +(age as string) * 1e3
  if (+decided > now + tolerance || now - oldest >= validDays * day) return
  const each = (keys: string | undefined, answer: Answer) => (keys ? keys.split('_').map((key) => [key, answer] as const) : [])
  const said = [...each(yes, 'yes'), ...each(no, 'no')]
  const answers = new Map(said)
  // A key said twice is a contradiction, and consent without an id is not ours.
  if (said.length === answers.size && !id === !yes)
    return { id, revision: +(revision as string), source: source as Source, decided: +decided, oldest, answers }
}

/** Of several stored texts the newest record counts. Where two of the same moment differ, none does, so that a withdrawal never loses. */
export const newest = (texts: readonly string[], now: number, validDays: number): ConsentRecord | undefined => {
  const [first, second] = [...new Set(texts)]
    .flatMap((text) => decode(text, now, validDays) ?? [])
    .sort((one, other) => other.decided - one.decided)
  return first?.decided === second?.decided ? undefined : first
}
