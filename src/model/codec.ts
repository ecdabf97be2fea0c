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

const list = '((?:[a-z][a-z\\d-]*|[A-Z\\d]{5})(?:_(?:[a-z][a-z\\d-]*|[A-Z\\d]{5}))*)?'
const shape = RegExp(
  `^1\\.(\\d{13})\\.(\\d{1,8})\\.(\\d{1,6})\\.(banner|preferences|placeholder|form|withdrawal|api)\\.([\\w-]{22})?\\.${list}\\.${list}$`,
)
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
export function decode(value: unknown, now: number, validDays: number): ConsentRecord | undefined {
  const [, decided, age, revision, source, id = '', yes = '', no = ''] = (typeof value === 'string' && value.length < 4097 && shape.exec(value)) || []
  if (!decided) return
  const oldest = +decided - Number(age) * 1000
  if (+decided > now + tolerance || now - oldest >= validDays * day) return
  const answers = new Map<string, Answer>()
  let count = 0
  const add = (keys: string, answer: Answer) => {
    for (const key of keys ? keys.split('_') : []) {
      answers.set(key, answer)
      count++
    }
  }
  add(yes, 'yes')
  add(no, 'no')
  // A key said twice is a contradiction, and consent without an id is not ours.
  if (count !== answers.size || !id !== !yes || answers.has('functional')) return
  return { id, decided: +decided, oldest, revision: Number(revision), source: source as Source, answers }
}

/** Of several stored records the newest counts; of two as new, only what both grant, so that a withdrawal never loses. */
export function newest(records: readonly (ConsentRecord | undefined)[]): ConsentRecord | undefined {
  let best: ConsentRecord | undefined
  for (const record of records) {
    if (!record) continue
    if (!best || record.decided > best.decided) best = record
    else if (record.decided === best.decided) best = strictest(best, record)
  }
  return best
}

function strictest(one: ConsentRecord, other: ConsentRecord): ConsentRecord {
  const answers = new Map<string, Answer>()
  for (const key of new Set([...one.answers.keys(), ...other.answers.keys()])) {
    const said = [one.answers.get(key), other.answers.get(key)]
    if (said.includes('no')) answers.set(key, 'no')
    else if (!said.includes(undefined)) answers.set(key, 'yes')
  }
  const granted = [...answers.values()].includes('yes')
  return { ...one, id: granted ? one.id : '', oldest: Math.min(one.oldest, other.oldest), revision: Math.min(one.revision, other.revision), answers }
}
