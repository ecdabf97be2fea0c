/**
 * What a visitor said of each thing, and when: so that sites of one owner can tell each other, and the last word counts for each thing by itself.
 *
 *     1.2.Vt0a…22 characters….analytics~Y~mi1k2q0w.tracking~n~mi1k2q0w
 *     version · revision · id · key~answer~time (ms since 1970, base 36) …
 *
 * The answer is `Y` (yes, by a visitor who was told for which sites), `y` (yes, for this site alone) or `n`. Only characters that a URL leaves alone.
 */

import { serviceCode } from './serviceCode.ts'
import type { Answer, ConsentRecord, Service } from './types.ts'

export interface Said {
  readonly answer: Answer
  /** Milliseconds since 1970. */
  readonly time: number
  /** Whether the visitor was told then that it counts for the other sites too. */
  readonly told: boolean
}

export interface Ledger {
  /** The record's, only while something is granted. */
  readonly id: string | undefined
  readonly revision: number
  /** By the record's keys, and `everything`. */
  readonly said: ReadonlyMap<string, Said>
}

/** The key of a refusal of all that is asked, also of what only another site asks. No category and no service can have it. */
export const everything = '_'

const shape = /^1\.(\d{1,6})\.([\w-]{22})?((?:\.[\w-]{1,61}~[Yyn]~[\da-z]{1,9}){0,200})$/
const day = 864e5
/** A clock may be this many milliseconds behind the one that dated a decision. */
const tolerance = 1000

const grants = (said: ReadonlyMap<string, Said>) => [...said.values()].some(({ answer }) => answer === 'yes')

export function writeLedger({ id, revision, said }: Ledger): string {
  const all = [...said].map(([key, { answer, time, told }]) => `${key}~${answer === 'no' ? 'n' : told ? 'Y' : 'y'}~${time.toString(36)}`)
  return [1, revision, id ?? '', ...all].join('.')
}

/** Reads one, or nothing at all: what is damaged was never said. What is too old, or dated in the future, is left out. */
export function readLedger(text: string, now: number, validDays: number): Ledger | undefined {
  const [, revision, id, list = ''] = shape.exec(text) ?? []
  if (!revision) return
  const said = new Map<string, Said>()
  for (const one of list.split('.').slice(1)) {
    const [key = '', sign, code = ''] = one.split('~')
    // Said twice is a contradiction, and nobody can grant everything.
    if (said.has(key) || (key === everything && sign !== 'n')) return
    said.set(key, { answer: sign === 'n' ? 'no' : 'yes', time: Number.parseInt(code, 36), told: sign !== 'y' })
  }
  // Consent without a number is not ours.
  if (!id === grants(said)) return
  for (const [key, { time }] of said) if (time > now + tolerance || now - time >= validDays * day) said.delete(key)
  return { id: grants(said) ? id : undefined, revision: +revision, said }
}

/** What others may hear of: every refusal, and each consent that was given for them too. */
export function toTell({ id, revision, said }: Ledger): Ledger {
  const all = new Map([...said].filter(([, { told }]) => told))
  return { id: grants(all) ? id : undefined, revision, said: all }
}

/**
 * Enters a decision. Who answers in the banner or the preferences has seen everything that is asked, and for which sites. Consent that the record no
 * longer has is no longer told to anyone.
 *
 * @param record as it has become
 */
export function enter(ledger: Ledger | undefined, { id, revision, decided, oldest, source, answers }: ConsentRecord): Ledger {
  const told = source === 'banner' || source === 'preferences'
  const said = new Map(ledger?.said)
  for (const [key, { answer }] of said) if (answer === 'yes' && answers.get(key) !== 'yes') said.delete(key)
  for (const [key, answer] of answers)
    if (told || said.get(key)?.answer !== answer) said.set(key, { answer, time: decided, told: told || answer === 'no' })
  // All was answered in one go, and all of it with no.
  if (!id && decided === oldest && source !== 'network') said.set(everything, { answer: 'no', time: decided, told: true })
  return { id, revision, said }
}

/**
 * What another site says, put beside what is known here: for each thing the last word, and of two at once the refusal.
 *
 * @param revision of the question here: consent to an earlier one is not taken over
 */
export function merge(
  mine: Ledger | undefined,
  theirs: Ledger,
  revision: number,
): { readonly ledger: Ledger; readonly news: ReadonlyMap<string, Said> } {
  const said = new Map(mine?.said)
  for (const [key, one] of theirs.said) {
    const own = said.get(key)
    if (one.answer === 'yes' && theirs.revision < revision) continue
    if (own && (own.time > one.time || (own.time === one.time && (own.answer === 'no' || one.answer === 'yes')))) continue
    said.set(key, one)
  }
  const all = said.get(everything)
  for (const [key, { answer, time }] of said) if (all && answer === 'yes' && time <= all.time) said.set(key, all)
  const news = new Map([...said].filter(([key, { answer }]) => key !== everything && mine?.said.get(key)?.answer !== answer))
  const isTheirs = [...said].every(([key, one]) => theirs.said.get(key) === one)
  return {
    ledger: {
      // One number for both from now on: by it each finds what is said at the other.
      id: grants(said) ? (theirs.id ?? mine?.id) : undefined,
      revision: isTheirs ? theirs.revision : (mine?.revision ?? theirs.revision),
      said,
    },
    news,
  }
}

/**
 * The record of this site with what another one says. Whoever refuses a category there refuses what belongs to it here, also what they were not
 * asked about there; which category a service of another page is in nobody knows, so that it is asked again.
 */
export function withNews(
  record: ConsentRecord | undefined,
  ledger: Ledger,
  news: ReadonlyMap<string, Said>,
  services: readonly Service[],
): { readonly record: ConsentRecord; readonly ledger: Ledger } {
  const answers = new Map(record?.answers)
  const said = new Map(ledger.said)
  for (const [key, { answer }] of news) answers.set(key, answer)
  const isOlder = (code: string, refusal: Said) => (said.get(code)?.time ?? 0) < refusal.time
  const codes = services.map(({ id }) => serviceCode(id))
  services.forEach(({ category, exempt }, index) => {
    const code = codes[index] as string
    const refusal = news.get(category)
    if (refusal?.answer !== 'no' || exempt || answers.get(code) === 'no' || !isOlder(code, refusal)) return
    answers.set(code, 'no')
    said.set(code, refusal)
  })
  for (const [category, refusal] of news)
    if (refusal.answer === 'no' && !/^[A-Z\d]{5}$/.test(category))
      for (const [key, answer] of answers)
        if (/^[A-Z\d]{5}$/.test(key) && answer === 'yes' && !codes.includes(key) && isOlder(key, refusal)) {
          answers.delete(key)
          said.delete(key)
        }
  if (!ledger.id) for (const [key, answer] of answers) if (answer === 'yes') answers.delete(key)
  const granted = [...answers.values()].includes('yes')
  const times = [...news.values()].map(({ time }) => time)
  return {
    record: {
      id: granted ? ledger.id : undefined,
      decided: Math.max((record?.decided ?? 0) + 1, ...times),
      oldest: Math.min(record?.oldest ?? Number.POSITIVE_INFINITY, ...times),
      revision: ledger.revision,
      source: 'network',
      answers,
    },
    ledger: { ...ledger, id: grants(said) ? ledger.id : undefined, said },
  }
}
