import { describe, expect, it } from 'vitest'
import { enter, everything, type Ledger, merge, readLedger, type Said, toTell, withNews, writeLedger } from '../../../src/model/ledger.ts'
import { serviceCode } from '../../../src/model/serviceCode.ts'
import type { Answer, ConsentRecord, Service, Source } from '../../../src/model/types.ts'

const id = 'AAAAAAAAAAAAAAAAAAAAAA'
const other = 'BBBBBBBBBBBBBBBBBBBBBB'
const now = 1_795_254_000_000
const day = 864e5

/** `+key` for a consent that was told for all sites, `?key` for one of this site alone, `-key` for a refusal; with the time in milliseconds after `now - day`. */
const said = (given: Record<string, number>): Map<string, Said> =>
  new Map(
    Object.entries(given).map(([key, time]) => [
      key.slice(1),
      { answer: key[0] === '-' ? 'no' : 'yes', time: now - day + time, told: key[0] !== '?' },
    ]),
  )
const ledger = (given: Record<string, number>, more: Partial<Ledger> = {}): Ledger => {
  const all = said(given)
  return { id: [...all.values()].some(({ answer }) => answer === 'yes') ? id : undefined, revision: 1, said: all, ...more }
}
const record = (answers: Record<string, Answer>, time: number, more: Partial<ConsentRecord> = {}): ConsentRecord => ({
  id: Object.values(answers).includes('yes') ? id : undefined,
  decided: now - day + time,
  oldest: now - day + time,
  revision: 1,
  source: 'banner',
  answers: new Map(Object.entries(answers)),
  ...more,
})
const of = (answers: Record<string, Answer>) => new Map(Object.entries(answers).map(([key, answer]) => [key, answer === 'yes']))
const read = (text: string) => readLedger(text, now, 180)
const shown = (one: ReadonlyMap<string, Said>) =>
  Object.fromEntries(
    [...one].map(([key, { answer, time, told }]) => [`${answer === 'no' ? '-' : told ? '+' : '?'}${key}`, time - now + day]),
  )

describe('the text of a ledger', () => {
  it('is read as it was written, with characters only that an address leaves alone', () => {
    const one = ledger({ '+analytics': 1, '?social': 2, '-tracking': 3, '+0K3J2': 4, [`-${everything}`]: 0 }, { revision: 7 })
    expect(writeLedger(one)).toMatch(/^[\w.~-]+$/)
    expect(read(writeLedger(one))).toEqual(one)
    expect(read(writeLedger(ledger({})))).toEqual(ledger({}))
  })

  const time = now.toString(36)
  it.each([
    ['nothing', ''],
    ['another version', `2.1.${id}.analytics~Y~${time}`],
    ['no revision', `1..${id}.analytics~Y~${time}`],
    ['consent without a number', `1.1..analytics~Y~${time}`],
    ['one thing said twice', `1.1.${id}.analytics~Y~${time}.analytics~Y~${time}`],
    ['an answer that there is not', `1.1.${id}.analytics~x~${time}`],
    ['everything granted', `1.1.${id}._~Y~${time}`],
    ['a number that is too short', `1.1.AAAA.analytics~Y~${time}`],
    ['markup', `1.1.${id}.<b>~Y~${time}`],
    ['something behind it', `1.1.${id}.analytics~Y~${time}.`],
    ['something before it', ` 1.1.${id}.analytics~Y~${time}`],
    ['a line behind it', `1.1.${id}.analytics~Y~${time}\n`],
    ['too much', `1.1..${Array.from({ length: 201 }, (_, index) => `a${index}~n~${time}`).join('.')}`],
  ])('that has %s says nothing', (_, text) => {
    expect(read(text)).toBeUndefined()
  })

  it('that was damaged anywhere says nothing that was not in it', () => {
    const text = writeLedger(ledger({ '+analytics': 1, '-tracking': 2 }))
    for (let place = 0; place < text.length; place++) {
      const found = read(text.slice(0, place))
      for (const [key, { answer }] of found?.said ?? []) expect([key, answer]).toEqual(['analytics', 'yes'])
    }
  })

  it('can lead from one number to another, also with refusals alone', () => {
    expect(read(`1.1.${other}.analytics~n~${time}`)).toMatchObject({ id: other, revision: 1 })
    const one = ledger({ '+analytics': 3 }, { id: other })
    expect(merge(ledger({ '+social': 1 }), { ...ledger({ '-tracking': 2 }), id: other }, 1).ledger.id).toBe(id)
    expect(merge(one, { ...ledger({ '-tracking': 2 }), id }, 1).ledger.id).toBe(id)
  })

  it('loses what is too old, and what is dated in the future', () => {
    const text = writeLedger(ledger({ '+analytics': -180 * day, '-tracking': day + 2000, '+social': 0 }))
    expect(shown(read(text)?.said as never)).toEqual({ '+social': 0 })
    expect(readLedger(text, now, 400)?.said.size).toBe(2)
    expect(read(writeLedger(ledger({ '+analytics': -180 * day })))?.said.size).toBe(0)
  })
})

describe('what others may hear of', () => {
  it('is every refusal, and consent that was given for them too', () => {
    expect(toTell(ledger({ '+analytics': 1, '?social': 2, '-tracking': 3 }))).toEqual(ledger({ '+analytics': 1, '-tracking': 3 }))
  })

  it('has no number when no consent is in it', () => {
    expect(toTell(ledger({ '?social': 2, '-tracking': 3 })).id).toBeUndefined()
  })
})

describe('entering a decision', () => {
  it('dates every answer of who has seen all that is asked', () => {
    const before = ledger({ '+analytics': 1, '?social': 1 })
    const after = enter(before, record({ analytics: 'yes', social: 'yes', tracking: 'no' }, 5))
    expect(shown(after.said)).toEqual({ '+analytics': 5, '+social': 5, '-tracking': 5 })
    expect(after.id).toBe(id)
  })

  it.each<Source>(['placeholder', 'form', 'api', 'network'])('by %s dates what has changed, for this site alone', (source) => {
    const after = enter(
      ledger({ '+analytics': 1, '-tracking': 1 }),
      record({ analytics: 'yes', tracking: 'yes', social: 'no' }, 5, { source, oldest: 0 }),
    )
    expect(shown(after.said)).toEqual({ '+analytics': 1, '?tracking': 5, '-social': 5 })
  })

  it('tells no more of a consent that the record has lost', () => {
    const after = enter(ledger({ '+analytics': 1, '+0K3J2': 1, '-tracking': 1 }), record({ analytics: 'yes', social: 'no' }, 5))
    expect(shown(after.said)).toEqual({ '+analytics': 5, '-social': 5, '-tracking': 1 })
  })

  it('notes that everything was refused only when all that was asked was answered', () => {
    const has = (whole: boolean, answers: Record<string, Answer> = { analytics: 'no' }, source: Source = 'api') =>
      enter(ledger({}), record(answers, 5, { source }), of(answers), whole).said.get(everything)
    expect(has(true)).toMatchObject({ answer: 'no', time: now - day + 5 })
    expect(has(true, { analytics: 'no' }, 'withdrawal')).toBeDefined()
    // The first answer of all, to one thing of several.
    for (const source of ['placeholder', 'form', 'api', 'withdrawal'] as const) expect(has(false, { film: 'no' }, source)).toBeUndefined()
    expect(has(true, { analytics: 'no', social: 'yes' })).toBeUndefined()
    expect(enter(ledger({}), record({ analytics: 'no' }, 5)).said.has(everything)).toBe(false)
  })

  it('dates a refusal of what was refused already, and nothing that was not answered now', () => {
    const before = ledger({ '-analytics': 1, '-tracking': 1, '+social': 1 })
    const next = record({ analytics: 'no', tracking: 'no', social: 'yes' }, 5, { source: 'withdrawal', oldest: 0 })
    expect(shown(enter(before, next, of({ analytics: 'no' }), false).said)).toEqual({ '-analytics': 5, '-tracking': 1, '+social': 1 })
  })

  it('keeps for the others what was refused before it was allowed here alone, and forgets it with a later answer for all', () => {
    const allowed = enter(ledger({ '-social': 1 }), record({ social: 'yes' }, 5, { source: 'placeholder' }), of({ social: 'yes' }), false)
    expect(shown(allowed.said)).toEqual({ '?social': 5 })
    expect(shown(toTell(allowed).said)).toEqual({ '-social': 1 })
    expect(read(writeLedger(allowed))).toEqual(allowed)
    expect(shown(enter(allowed, record({}, 6, { source: 'api' })).said)).toEqual({ '-social': 1 })
    expect(shown(toTell(enter(allowed, record({ social: 'yes' }, 7))).said)).toEqual({ '+social': 7 })
  })
})

describe('what two sites say, put together', () => {
  const news = (mine: Ledger | undefined, theirs: Ledger, revision = 1) => shown(merge(mine, theirs, revision).news)

  it('is the last word on each thing', () => {
    const mine = ledger({ '+analytics': 5, '-tracking': 5, '+social': 5 })
    expect(news(mine, ledger({ '-analytics': 6, '+tracking': 6, '-social': 4 }))).toEqual({ '-analytics': 6, '+tracking': 6 })
    expect(news(mine, ledger({ '-analytics': 4, '+tracking': 4 }))).toEqual({})
  })

  it('leaves consent for this site alone where the refusal is older, which the others hear from here too', () => {
    const hear = (mine: Ledger, theirs: Record<string, number>) => merge(mine, ledger(theirs), 1)
    const once = hear(ledger({ '?social': 5 }), { '-social': 3 })
    expect([shown(once.ledger.said), shown(once.news)]).toEqual([{ '?social': 5 }, {}])
    expect(shown(toTell(once.ledger).said)).toEqual({ '-social': 3 })
    // The latest refusal, in whatever order they come; none that came after the consent, for that ends it.
    for (const times of [
      [2, 4],
      [4, 2],
    ]) {
      const all = times.reduce((one, time) => hear(one, { '-social': time }).ledger, ledger({ '?social': 5 }))
      expect(shown(toTell(all).said)).toEqual({ '-social': 4 })
    }
    expect(shown(hear(once.ledger, { '-social': 6 }).news)).toEqual({ '-social': 6 })
    expect(toTell(hear(ledger({ '+social': 5 }), { '-social': 3 }).ledger).said.get('social')?.answer).toBe('yes')
  })

  it('is the refusal, of two words at once, whoever says it', () => {
    expect(news(ledger({ '+analytics': 5 }), ledger({ '-analytics': 5 }))).toEqual({ '-analytics': 5 })
    expect(news(ledger({ '-analytics': 5 }), ledger({ '+analytics': 5 }))).toEqual({})
  })

  it('comes to the same whoever hears of whom', () => {
    const [one, two] = [
      ledger({ '+analytics': 5, '-tracking': 7, '+social': 3, '+recaptcha': 2 }),
      ledger({ '-analytics': 5, '+tracking': 6, '+social': 4, [`-${everything}`]: 2 }),
    ]
    const sorted = (all: ReadonlyMap<string, Said>) => Object.entries(shown(all)).sort()
    expect(sorted(merge(one, two, 1).ledger.said)).toEqual(sorted(merge(two, one, 1).ledger.said))
  })

  it('is nothing granted to an earlier question; a refusal of it counts', () => {
    expect(news(undefined, ledger({ '+analytics': 5, '-tracking': 5 }, { revision: 1 }), 2)).toEqual({ '-tracking': 5 })
    expect(news(undefined, ledger({ '+analytics': 5 }, { revision: 3 }), 2)).toEqual({ '+analytics': 5 })
  })

  it('refuses what only this site asks, when everything was refused there, and not what was allowed since', () => {
    const refusal = ledger({ [`-${everything}`]: 5, '-analytics': 5 })
    expect(news(ledger({ '+crash': 4, '?social': 5, '+tracking': 6 }), refusal)).toEqual({ '-crash': 5, '-social': 5, '-analytics': 5 })
    // Neither is what came before it granted later, by whoever has not heard of it.
    expect(news(refusal, ledger({ '+crash': 4, '+tracking': 6 }))).toEqual({ '-crash': 5, '+tracking': 6 })
  })

  it('answers the question of their revision only when all is theirs', () => {
    const theirs = ledger({ '+analytics': 5 }, { revision: 3 })
    expect(merge(undefined, theirs, 1).ledger.revision).toBe(3)
    expect(merge(ledger({ '+analytics': 1 }), theirs, 1).ledger.revision).toBe(3)
    expect(merge(ledger({ '+social': 1 }), theirs, 1).ledger.revision).toBe(1)
  })

  it('has the lesser number from now on, whoever hears of whom, and none when nothing is granted', () => {
    const theirs = ledger({ '+analytics': 5 }, { id: other })
    expect(merge(ledger({ '+social': 1 }), theirs, 1).ledger.id).toBe(id)
    expect(merge(theirs, ledger({ '+social': 1 }), 1).ledger.id).toBe(id)
    expect(merge(undefined, theirs, 1).ledger.id).toBe(other)
    expect(merge(ledger({ '+social': 1 }), ledger({ '-analytics': 5 }), 1).ledger.id).toBe(id)
    expect(merge(ledger({ '+analytics': 1 }), ledger({ '-analytics': 5 }), 1).ledger.id).toBeUndefined()
  })

  it('has no more things than can be read again', () => {
    const many = ledger(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`-garbage${index}`, index])))
    expect(read(writeLedger(merge(ledger({ '+analytics': 5 }), many, 1).ledger))?.said.size).toBe(200)
  })
})

describe('the record with the news', () => {
  const service = (name: string, category: string, more: Partial<Service> = {}): Service => ({
    id: name,
    category,
    provider: name,
    ...more,
  })
  const services = [service('matomo', 'analytics'), service('meter', 'analytics'), service('teller', 'analytics', { exempt: 'x' })]
  const [matomo, meter, teller] = services.map((one) => serviceCode(one.id)) as [string, string, string]
  const take = (before: ConsentRecord | undefined, mine: Ledger | undefined, theirs: Ledger) => {
    const { ledger: merged, news } = merge(mine, theirs, 1)
    return withNews(before, merged, news, services)
  }
  const answersOf = ({ answers }: ConsentRecord) => Object.fromEntries(answers)

  it('is made of it, where nothing was said yet', () => {
    const { record: next } = take(undefined, undefined, ledger({ '+analytics': 5, [`+${matomo}`]: 5, '-tracking': 3 }))
    expect(next).toEqual({
      id,
      decided: now - day + 5,
      oldest: now - day + 3,
      revision: 1,
      source: 'network',
      answers: new Map([
        ['analytics', 'yes'],
        [matomo, 'yes'],
        ['tracking', 'no'],
      ]),
    })
    // What nobody was asked about is not granted with its category.
    expect(next.answers.get(meter)).toBeUndefined()
  })

  it('is newer than the one before, and no longer valid', () => {
    const before = record({ social: 'yes', analytics: 'yes' }, 9)
    const { record: next } = take(before, enter(undefined, before), ledger({ '-tracking': 3 }))
    expect(next.decided).toBe(before.decided + 1)
    expect(next.oldest).toBe(now - day + 3)
    expect(answersOf(next)).toEqual({ social: 'yes', analytics: 'yes', tracking: 'no' })
  })

  it('refuses with a category what belongs to it here, but for what was allowed since, or needs no consent', () => {
    const before = record({ analytics: 'yes', [matomo]: 'yes' }, 2)
    const mine = enter(undefined, before)
    const { record: next, ledger: kept } = take(before, mine, ledger({ '-analytics': 5 }))
    expect(answersOf(next)).toEqual({ analytics: 'no', [matomo]: 'no', [meter]: 'no' })
    expect(next.id).toBeUndefined()
    expect(kept.id).toBeUndefined()
    expect(kept.said.get(matomo)).toMatchObject({ answer: 'no', time: now - day + 5 })
    const since = take(
      record({ analytics: 'yes', [matomo]: 'yes' }, 2),
      ledger({ '+analytics': 2, [`+${matomo}`]: 6 }),
      ledger({ '-analytics': 5 }),
    )
    expect(answersOf(since.record)).toEqual({ analytics: 'no', [matomo]: 'yes', [meter]: 'no' })
    expect(since.record.answers.has(teller)).toBe(false)
  })

  it('takes back older consent to a service that is in nobody’s settings, when any category is refused', () => {
    const before = record({ social: 'yes', AAAAA: 'yes', BBBBB: 'yes' }, 2)
    const mine = ledger({ '+social': 2, '?AAAAA': 2, '?BBBBB': 6 })
    const { record: next, ledger: kept } = take(before, mine, ledger({ '-social': 5 }))
    expect(answersOf(next)).toEqual({ social: 'no', BBBBB: 'yes' })
    expect([...kept.said.keys()]).toEqual(['social', 'BBBBB'])
  })

  it('takes no consent to a service that is older than the refusal of its category, also when that was heard before', () => {
    const before = record({ analytics: 'no' }, 5)
    const { record: next } = take(before, enter(undefined, before), ledger({ [`+${matomo}`]: 2 }))
    expect(next.answers.get(matomo)).toBe('no')
    // A category refused once more takes its services along, too.
    const since = record({ analytics: 'no', [matomo]: 'yes' }, 6)
    const { record: again } = take(since, ledger({ '-analytics': 5, [`?${matomo}`]: 6 }), ledger({ '-analytics': 7 }))
    expect(again.answers.get(matomo)).toBe('no')
  })

  it('never has consent without a number', () => {
    const { record: next } = withNews(record({ social: 'yes' }, 1), ledger({ '-tracking': 5 }), said({ '-tracking': 5 }), services)
    expect(answersOf(next)).toEqual({ tracking: 'no' })
    expect(next.id).toBeUndefined()
  })
})
