import fc from 'fast-check'
import { expect, it } from 'vitest'
import { enter, everything, type Ledger, merge, readLedger, type Said, toTell, withNews, writeLedger } from '../../src/model/ledger.ts'
import type { Answer, ConsentRecord } from '../../src/model/types.ts'
import './seed.ts'

const runs = { numRuns: 1000 }
const now = 1_795_254_000_000
const id = 'AAAAAAAAAAAAAAAAAAAAAA'
const keys = ['analytics', 'tracking', 'social', 'AAAAA'] as const

const said = fc
  .dictionary(fc.constantFrom(...keys), fc.record({ answer: fc.constantFrom<Answer>('yes', 'no'), time: fc.integer({ min: 1, max: 6 }) }))
  .chain((given) => fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }).map((all) => ({ given, all })))
const ledger = said.map(({ given, all }): Ledger => {
  const every = new Map<string, Said>(Object.entries(given).map(([key, one]) => [key, { ...one, time: now - 9 + one.time, told: true }]))
  if (all) every.set(everything, { answer: 'no', time: now - 9 + all, told: true })
  return { id: [...every.values()].some(({ answer }) => answer === 'yes') ? id : undefined, revision: 1, said: every }
})
const together = (...all: Ledger[]) => all.reduce<Ledger | undefined>((mine, theirs) => merge(mine, theirs, 1).ledger, undefined) as Ledger
const answers = (one: Ledger) => Object.fromEntries([...one.said].map(([key, { answer }]) => [key, answer]).sort())
const latest = (all: readonly Ledger[], key: string) => {
  const found = all.flatMap((one) => [one.said.get(key), one.said.get(everything)]).filter((one) => one !== undefined)
  return Math.max(...found.filter(({ answer }) => answer === 'no').map(({ time }) => time))
}

it('sites that hear of each other come to the same answers, in whatever order and however often they hear', () => {
  fc.assert(
    fc.property(fc.array(ledger, { minLength: 1, maxLength: 4 }), fc.array(fc.nat({ max: 3 }), { maxLength: 4 }), (all, again) => {
      const repeated = again.flatMap((index) => all[index] ?? [])
      expect(answers(together(...[...all].reverse(), ...repeated))).toEqual(answers(together(...all)))
    }),
    runs,
  )
})

it('no consent survives a refusal that is as new or newer, and none is made', () => {
  fc.assert(
    fc.property(fc.array(ledger, { minLength: 1, maxLength: 4 }), (all) => {
      for (const [key, { answer, time }] of together(...all).said) {
        if (answer === 'no') continue
        expect(time).toBeGreaterThan(latest(all, key))
        expect(all.some((one) => one.said.get(key)?.answer === 'yes' && one.said.get(key)?.time === time)).toBe(true)
      }
    }),
    runs,
  )
})

it('the record grants nothing that the ledger does not, and has a number exactly when it grants', () => {
  fc.assert(
    fc.property(ledger, ledger, (mine, theirs) => {
      const given = new Map([...mine.said].filter(([key]) => key !== everything).map(([key, { answer }]) => [key, answer]))
      const granted = [...given.values()].includes('yes')
      const times = [...mine.said.values()].map(({ time }) => time)
      const before: ConsentRecord | undefined = given.size
        ? {
            id: granted ? id : undefined,
            decided: Math.max(...times),
            oldest: Math.min(...times),
            revision: 1,
            source: 'banner',
            answers: given,
          }
        : undefined
      const { ledger: merged, news } = merge(before && mine, theirs, 1)
      const next = withNews(before, merged, news, [])
      for (const [key, answer] of next.record.answers) if (answer === 'yes') expect(next.ledger.said.get(key)?.answer).toBe('yes')
      expect(!!next.record.id).toBe([...next.record.answers.values()].includes('yes'))
      expect(readLedger(writeLedger(next.ledger), now, 180)).toEqual(next.ledger)
    }),
    runs,
  )
})

it('what is told of a decision is only what was said with the other sites named, or refused', () => {
  const sources = ['banner', 'preferences', 'placeholder', 'form', 'withdrawal', 'api', 'network'] as const
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...keys), fc.constantFrom<Answer>('yes', 'no')),
      fc.constantFrom(...sources),
      (given, source) => {
        const all = new Map(Object.entries(given))
        const granted = [...all.values()].includes('yes')
        const record = { id: granted ? id : undefined, decided: now, oldest: now, revision: 1, source, answers: all }
        for (const [key, { answer }] of toTell(enter(undefined, record)).said)
          if (answer === 'yes') expect([source === 'banner' || source === 'preferences', all.get(key)]).toEqual([true, 'yes'])
      },
    ),
    runs,
  )
})

it('a text that is not a ledger, or a damaged one, is read as one that could have been written, or not at all', () => {
  fc.assert(
    fc.property(ledger, fc.nat(), fc.string({ maxLength: 3 }), (one, place, noise) => {
      const text = writeLedger(one)
      const found = readLedger(text.slice(0, place % text.length) + noise + text.slice((place % text.length) + 1), now, 180)
      if (!found) return
      expect(readLedger(writeLedger(found), now, 180)).toEqual(found)
      if (!found.id) expect([...found.said.values()].map(({ answer }) => answer)).not.toContain('yes')
    }),
    runs,
  )
})
