/**
 * What a visitor said of each thing, and when: so that sites of one owner can tell each other, and the last word counts for each thing by itself.
 *
 *     1.2.Vt0a…22 characters….analytics~Y~mi1k2q0w.tracking~n~mi1k2q0w
 *     version · revision · id · key~answer~time (ms since 1970, base 36) …
 *
 * The answer is `Y` (yes, by a visitor who was told for which sites), `y` (yes, for this site alone) or `n`. A `y` after a refusal has the time of that
 * refusal behind it, for the other sites: there it stands. Only characters that a URL leaves alone.
 */

import { serviceCode } from './serviceCode.ts'
import type { Answer, ConsentRecord, Service } from './types.ts'

export interface Said {
  readonly answer: Answer
  /** Milliseconds since 1970. */
  readonly time: number
  /** Whether the visitor was told then that it counts for the other sites too. */
  readonly told: boolean
  /** Of consent for this site alone: when it had been refused before, in milliseconds since 1970. */
  readonly refused?: number | undefined
}

export interface Ledger {
  /** The record's, only while something is granted; in what the register keeps, the number to go by from now on. */
  readonly id: string | undefined
  readonly revision: number
  /** By the record's keys, and `everything`. */
  readonly said: ReadonlyMap<string, Said>
}

/** The key of a refusal of all that is asked, also of what only another site asks. No category and no service can have it. */
export const everything = '_'

const shape = /^1\.(\d{1,6})\.([\w-]{22})?((?:\.[\w-]{1,61}~[Yyn]~[\da-z]{1,9}(?:~[\da-z]{1,9})?){0,200})$/
const most = 200
const day = 864e5
/** Whether it is a service's. */
const isCode = (key: string) => /^[A-Z\d]{5}$/.test(key)
/** A clock may be this many milliseconds behind the one that dated a decision. */
const tolerance = 1000

const grants = (said: ReadonlyMap<string, Said>): boolean => [...said.values()].some(({ answer }) => answer === 'yes')
const refusal = (time: number): Said => ({ answer: 'no', time, told: true })
/** Forgets a consent, and not what was refused before it. */
const forget = (said: Map<string, Said>, key: string) => {
  const { refused } = said.get(key) ?? {}
  if (refused) said.set(key, refusal(refused))
  else said.delete(key)
}

export function writeLedger({ id, revision, said }: Ledger): string {
  const all = [...said].map(([key, { answer, time, told, refused }]) =>
    [key, answer === 'no' ? 'n' : told ? 'Y' : 'y', time.toString(36), ...(refused ? [refused.toString(36)] : [])].join('~'),
  )
  return [1, revision, id ?? '', ...all].join('.')
}

/** Reads one, or nothing at all: what is damaged was never said. What is too old, or dated in the future, is left out. */
export function readLedger(text: string, now: number, validDays: number): Ledger | undefined {
  const [, revision, id, list = ''] = shape.exec(text) ?? []
  if (!revision) return
  const said = new Map<string, Said>()
  for (const one of list.split('.').slice(1)) {
    const [key = '', sign, code = '', before = ''] = one.split('~')
    // Said twice is a contradiction, and nobody can grant everything.
    if (said.has(key) || (key === everything && sign !== 'n')) return
    const refused = Number.parseInt(before, 36) || undefined
    said.set(key, { answer: sign === 'n' ? 'no' : 'yes', time: Number.parseInt(code, 36), told: sign !== 'y', refused })
  }
  // Consent without a number is not ours.
  if (!id && grants(said)) return
  for (const [key, { time }] of said) if (time > now + tolerance || now - time >= validDays * day) said.delete(key)
  return { id, revision: +revision, said }
}

/** What others may hear of: every refusal, and each consent that was given for them too. */
export function toTell({ id, revision, said }: Ledger): Ledger {
  const all = new Map<string, Said>()
  for (const [key, one] of said)
    if (one.told) all.set(key, one)
    else if (one.refused) all.set(key, refusal(one.refused))
  return { id: grants(all) ? id : undefined, revision, said: all }
}

/**
 * Enters a decision. Who answers in the banner or the preferences has seen everything that is asked, and for which sites. Consent that the record no
 * longer has is no longer told to anyone.
 *
 * @param record as it has become
 * @param choices what was answered, by key: a refusal of what was refused already is one all the same
 * @param whole whether all that is asked was answered
 */
export function enter(
  ledger: Ledger | undefined,
  { id, revision, decided, source, answers }: ConsentRecord,
  choices?: ReadonlyMap<string, unknown>,
  whole?: boolean,
): Ledger {
  const told = source === 'banner' || source === 'preferences'
  const said = new Map(ledger?.said)
  for (const [key, { answer }] of said) if (answer === 'yes' && answers.get(key) !== 'yes') forget(said, key)
  for (const [key, answer] of answers) {
    const before = said.get(key)
    if (told || before?.answer !== answer || (answer === 'no' && choices?.has(key)))
      said.set(key, answer === 'no' ? refusal(decided) : { answer, time: decided, told, refused: told ? undefined : before?.time })
  }
  if (whole && !id) said.set(everything, refusal(decided))
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
    const { answer, time } = one
    const own = said.get(key)
    if (own ? own.time > time || (own.time === time && (own.answer === 'no' || answer === 'yes')) : said.size >= most) {
      // Consent for this site alone keeps no earlier refusal from the others.
      if (answer === 'no' && own && !own.told && (own.refused ?? 0) < time) said.set(key, { ...own, refused: time })
    } else if (answer === 'no' || theirs.revision >= revision) said.set(key, one)
  }
  const all = said.get(everything)
  for (const [key, { answer, time }] of said) if (all && answer === 'yes' && time <= all.time) said.set(key, all)
  const news = new Map(
    [...said].filter(([key, one]) => {
      const own = mine?.said.get(key)
      return key !== everything && own !== one && (one.answer === 'no' || own?.answer !== 'yes')
    }),
  )
  const isTheirs = [...said].every(([key, one]) => theirs.said.get(key) === one)
  return {
    ledger: {
      // One number for both from now on: by it each finds what is said at the other, also when both hear at once.
      id: grants(said) ? [mine?.id, theirs.id].sort()[0] : undefined,
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
  /** Whether the refusal of this category, if there is one, is newer than what was said of a service, and one of the two is new. */
  const overrules = (category: string, code: string): Said | undefined => {
    const one = said.get(category)
    const isNew = news.has(category) || news.has(code)
    return one?.answer === 'no' && isNew && (said.get(code)?.time ?? 0) < one.time ? one : undefined
  }
  const codes = services.map(({ id }) => serviceCode(id))
  services.forEach(({ category, exempt }, index) => {
    const code = codes[index] as string
    const one = overrules(category, code)
    if (!one || exempt || answers.get(code) === 'no') return
    answers.set(code, 'no')
    said.set(code, one)
  })
  for (const [key, answer] of answers)
    if (
      isCode(key) &&
      answer === 'yes' &&
      !codes.includes(key) &&
      [...said.keys()].some((category) => !isCode(category) && overrules(category, key))
    ) {
      answers.delete(key)
      forget(said, key)
    }
  if (!ledger.id) for (const [key, answer] of answers) if (answer === 'yes') answers.delete(key)
  const id = [...answers.values()].includes('yes') ? ledger.id : undefined
  const times = [...news.values()].map(({ time }) => time)
  return {
    record: {
      id,
      decided: Math.max((record?.decided ?? 0) + 1, ...times),
      oldest: Math.min(...(record ? [record.oldest] : []), ...times),
      revision: ledger.revision,
      source: 'network',
      answers,
    },
    ledger: { ...ledger, id, said },
  }
}
