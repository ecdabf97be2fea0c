import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createState } from '../../src/core/state.ts'
import { decode, encode, newest } from '../../src/model/codec.ts'
import { decide } from '../../src/model/decide.ts'
import { serviceCode } from '../../src/model/serviceCode.ts'
import type { Answer, ConsentRecord, Source } from '../../src/model/types.ts'
import { readRecord } from '../../src/storage/readRecord.ts'
import { day, idsOf, moment, service, settingsOf } from './support.ts'
import './seed.ts'

const settings = settingsOf({
  categories: { crash: {} },
  services: [
    service('google-analytics', 'analytics'),
    service('youtube', 'social'),
    service('meta-pixel', 'tracking'),
    service('winkelwagen', 'functional'),
  ],
})
const ids = idsOf(settings)
const free = ['functional', 'winkelwagen']
const optional = ids.filter((id) => !free.includes(id))
const keyOf = (id: string) => (settings.categories.some((one) => one.id === id) ? id : serviceCode(id))
const sources: readonly Source[] = ['banner', 'preferences', 'placeholder', 'form', 'withdrawal', 'api']
const { validDays } = settings
const now = moment

const character = (characters: string) => fc.constantFrom(...characters)
const id = fc.string({
  unit: character('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
  minLength: 22,
  maxLength: 22,
})

/** Answers by key for some of the ids. */
const answersOf = (of: readonly string[]) =>
  fc
    .array(fc.constantFrom<Answer | undefined>('yes', 'no', undefined), { minLength: of.length, maxLength: of.length })
    .map((said) => new Map(of.flatMap((one, index) => (said[index] ? [[one, said[index]] as const] : []))))

/** A record as the library makes them, decided and begun within the last 179 days. */
const recordOf = (keys: readonly string[], random = id) =>
  fc
    .record({
      id: random,
      ago: fc.integer({ min: 0, max: 100 * day }),
      age: fc.integer({ min: 0, max: (79 * day) / 1000 }),
      revision: fc.integer({ min: 1, max: 999_999 }),
      source: fc.constantFrom(...sources),
      answers: answersOf(keys),
    })
    .map(
      ({ ago, age, ...rest }): ConsentRecord => ({
        ...rest,
        id: [...rest.answers.values()].includes('yes') ? rest.id : undefined,
        decided: now - ago,
        oldest: now - ago - age * 1000,
      }),
    )
const valid = recordOf(optional.map(keyOf))

/** The same said by an independent reader: split by dots, then by `_`. */
function read(text: string, time: number): { yes: string[]; no: string[] } {
  const fields = text.split('.')
  const isOurs = fields.length === 8 && fields[0] === '1'
  const isHeld = time - Number(fields[1]) + Number(fields[2]) * 1000 < validDays * day
  const list = (field: string | undefined) => (isOurs && isHeld && field ? field.split('_') : [])
  return { yes: list(fields[6]), no: list(fields[7]) }
}

/** The code of a service by plain arithmetic. */
function codeOf(name: string): string {
  let sum = 0
  for (const one of name) sum = (sum * 131 + one.charCodeAt(0)) % 36 ** 5
  return `0000${sum.toString(36).toUpperCase()}`.slice(-5)
}

const yesOf = (record: ConsentRecord | undefined) =>
  [...(record?.answers ?? [])].filter(([, answer]) => answer === 'yes').map(([key]) => key)

describe('a stored value', () => {
  afterEach(() => void vi.unstubAllGlobals())

  /** What may be found under our name, and what of it was really said. */
  interface Found {
    readonly text: string
    readonly said: readonly string[]
  }

  const damages: readonly ((text: string, place: number, one: string) => string)[] = [
    (text, place, one) => text.slice(0, place) + one + text.slice(place + 1),
    (text, place) => text.slice(0, place) + text.slice(place + 1),
    (text, place) => text.slice(0, place) + text.slice(place, place + 1) + text.slice(place),
    (text, place) => text.slice(0, place),
    (text, place) => text.slice(place),
    (text, place, one) => text.slice(0, place) + one + text.slice(place),
    (text, place) => `${text.slice(0, place)}%${text.slice(place)}`,
    (text, place) => `${text.slice(0, place)}%E0%A4%A${text.slice(place)}`,
    (text) => text.replace(/[._-]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
    (text, place) => text.slice(0, place) + text + text.slice(place),
    (text) => text.toUpperCase(),
    (text) => `"${text}"`,
    (text) => ` ${text} `,
  ]
  const damaged = fc
    .tuple(
      valid,
      fc.array(
        fc.tuple(fc.nat(damages.length - 1), fc.nat(), fc.oneof(character('._-0123456789azAZ%"\\{}'), fc.string({ unit: 'binary' }))),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    )
    .map(([record, steps]): Found => {
      let text = encode(record)
      for (const [which, place, one] of steps) text = damages[which]?.(text, place % (text.length + 1), one) ?? text
      return { text, said: yesOf(record) }
    })

  /** Eight fields of any kind in the right places. */
  const grants = optional.map(keyOf).join('_')
  const field = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '-1',
      '1e9',
      'NaN',
      'Infinity',
      'null',
      'undefined',
      'true',
      '[object Object]',
      '__proto__',
      'constructor',
      'prototype_toString_hasOwnProperty',
      '[]',
      '{}',
    ),
    fc.integer().map(String),
    fc.double().map(String),
    fc.string(),
  )
  const mistyped = fc
    .tuple(fc.nat(6), field)
    .map(([place, value]) => {
      const fields = ['1', `${now - day}`, '0', '1', 'banner', 'x'.repeat(22), grants, '']
      // The first four and the id decide whether it is a record at all; the source is only told.
      fields[[0, 1, 2, 3, 5, 5, 5][place] ?? 0] = value
      return fields.join('.')
    })
    // What is still a record of ours, only with other numbers in it, says what it says.
    .filter((text) => !/^1\.\d{13}\.\d+\.\d+\.banner\.[\w-]{22}\./.test(text))

  const isoDate = (time: number) => new Date(time).toISOString()
  const foreign = fc.constantFrom(
    '{"stamp":"abc==","necessary":true,"preferences":true,"statistics":true,"marketing":true,"method":"explicit","ver":1}',
    '{stamp:%27abc==%27%2Cnecessary:true%2Cpreferences:true%2Cstatistics:true%2Cmarketing:true%2Cver:1}',
    `isGpcEnabled=0&datestamp=${isoDate(now)}&version=202401.1.0&consentId=1&groups=C0001:1,C0002:1,C0003:1,C0004:1`,
    'isGpcEnabled%3D0%26groups%3DC0001%253A1%252CC0002%253A1',
    '{"analytics":true,"youtube":true,"google-analytics":true,"meta-pixel":true}',
    '%7B%22analytics%22%3Atrue%2C%22tracking%22%3Atrue%7D',
    `{"categories":["necessary","analytics","social"],"revision":1,"data":null,"consentTimestamp":"${isoDate(now)}","services":{"analytics":["google-analytics"]}}`,
    'CPxyzABCPxyzABCABAENCSCgAP_AAAAAAAYgJPpd_H__bX9n-_7_6ft0eY1f9_r37uQzDhfNs-8F3L_W_LwX_2E7NF36tq4KmR4ku1bBIQNtHMnUDUmxaolVrzHsak2cpyNKJ_JkknsZe2dYGF9Pn9lD-YKZ7_5_9_f52T_9_9_-39z3_9f___dv_-__-vjf_599n_v9fV_78_Kf9______-____________8A',
    'allow',
    'true',
    '1',
    'yes',
    '{"__proto__":{"analytics":"yes"},"constructor":{"prototype":{"analytics":true}}}',
    '[{"id":"x","answers":{"analytics":"yes"}}]',
    'v2:all',
    'level%3D%5B%22strictly-necessary%22%2C%22tracking%22%5D',
  )
  const id22 = 'x'.repeat(22)
  const unfit = fc.oneof(
    // From the future.
    fc.integer({ min: 1001, max: 9_999_999_999_999 - now }).map((ahead) => `1.${now + ahead}.0.1.banner.${id22}.${grants}.`),
    // Expired: decided long ago, or with an answer from long ago.
    fc.integer({ min: validDays * day, max: now - 1e12 }).map((ago) => `1.${now - ago}.0.1.banner.${id22}.${grants}.`),
    fc.bigInt({ min: BigInt((validDays * day) / 1000), max: 10n ** 400n }).map((age) => `1.${now}.${age}.1.banner.${id22}.${grants}.`),
    // Of another version.
    fc.integer({ min: -9, max: 1e6 }).map((version) => `${version === 1 ? '01' : version}.${now}.0.1.banner.${id22}.${grants}.`),
    // What is always on, said and denied.
    fc.constantFrom(
      `1.${now}.0.1.banner.${id22}.functional.functional`,
      `1.${now}.0.1.banner..functional.`,
      `1.${now}.0.1.banner...functional`,
    ),
    // Consent without an id, and the same thing said twice.
    fc.constant(`1.${now}.0.1.banner..${grants}.`),
    fc.constantFrom(...optional).map((one) => `1.${now}.0.1.banner.${id22}.${keyOf(one)}.${keyOf(one)}`),
    fc.constantFrom(...optional).map((one) => `1.${now}.0.1.banner.${id22}.${keyOf(one)}_${keyOf(one)}.`),
    // Names that objects already have.
    fc.constantFrom(
      `1.${now}.0.1.banner.${id22}.__proto__.`,
      `1.${now}.0.1.banner.${id22}.constructor_toString_valueOf.`,
      `1.${now}.0.1.__proto__.${id22}.hasOwnProperty.`,
    ),
    // Far too long.
    fc.integer({ min: 2000, max: 20_000 }).map((length) => `1.${now}.0.1.banner.${id22}.analytics_${'A'.repeat(length)}.`),
    fc.integer({ min: 8192, max: 20_000 }).map((length) => 'analytics_'.repeat(length / 10)),
    fc.integer({ min: 8192, max: 20_000 }).map((length) => `1.${'9'.repeat(length)}.0.1.banner.${id22}.${grants}.`),
  )
  const nothing = (texts: fc.Arbitrary<string>) => texts.map((text): Found => ({ text, said: [] }))
  const genuine = valid.map((record): Found => ({ text: encode(record), said: yesOf(record) }))
  const found = fc.oneof(
    { weight: 5, arbitrary: damaged },
    { weight: 2, arbitrary: nothing(fc.string({ unit: 'binary' })) },
    { weight: 1, arbitrary: nothing(fc.json()) },
    { weight: 2, arbitrary: nothing(mistyped) },
    { weight: 1, arbitrary: nothing(foreign) },
    { weight: 3, arbitrary: nothing(unfit) },
    { weight: 1, arbitrary: genuine },
  )
  const storage = fc.record({ mirror: fc.option(found), cookies: fc.array(found, { maxLength: 3 }) })

  it('grants nothing that a valid record does not say, and never throws', () => {
    vi.useFakeTimers({ now, toFake: ['Date'] })
    let cookie = ''
    let mirror: string | null = null
    Object.defineProperty(document, 'cookie', { configurable: true, get: () => cookie })
    vi.stubGlobal('localStorage', { getItem: () => mirror })
    let runs = 0
    let records = 0
    let granting = 0
    try {
      fc.assert(
        fc.property(storage, (place) => {
          const all = [...(place.mirror ? [place.mirror] : []), ...place.cookies]
          const said = all.flatMap((one) => one.said)
          const texts = all.map((one) => one.text)
          cookie = ['_ga=GA1.1.1', ...place.cookies.map((one) => `toestemming=${one.text}`), 'toestemmingen=1'].join('; ')
          mirror = place.mirror?.text ?? null

          const read = readRecord(settings).record
          for (const record of [...texts.map((text) => decode(text, now, validDays)), newest(texts, now, validDays), read]) {
            const state = createState(settings, () => record)
            for (const one of optional) {
              const isSaid = said.includes(keyOf(one))
              if (state.has(one) && !isSaid) expect.fail(`${one} is granted by ${JSON.stringify(texts)}`)
              const category = state.declared(one)?.category ?? one
              if (state.allows([category], one === category ? undefined : one) && !isSaid)
                expect.fail(`${one} is released by ${JSON.stringify(texts)}`)
            }
            for (const one of ['', '__proto__', 'constructor', 'toString', 'unknown'])
              if (state.has(one) || state.allows([one], one)) expect.fail(`${one} is granted by ${JSON.stringify(texts)}`)
            for (const one of free) if (!state.has(one)) expect.fail(`${one} is denied by ${JSON.stringify(texts)}`)
          }
          runs++
          if (read) records++
          if (read && yesOf(read).length) granting++
        }),
        { numRuns: 10_000 },
      )
    } finally {
      Reflect.deleteProperty(document, 'cookie')
      vi.useRealTimers()
    }
    expect({} as Record<string, unknown>).not.toHaveProperty('analytics')
    expect(runs).toBe(10_000)
    // The values come close enough to records for the property to mean something.
    expect(records).toBeGreaterThan(500)
    expect(granting).toBeGreaterThan(500)
  })

  it('never throws where storage is blocked', () => {
    const blocked = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(document, 'cookie', { configurable: true, get: blocked })
    vi.stubGlobal('localStorage', { getItem: blocked })
    try {
      expect(readRecord(settings)).toEqual({ record: undefined, stale: true })
    } finally {
      Reflect.deleteProperty(document, 'cookie')
    }
  })
})

describe('a record', () => {
  it('comes back from its text as it was', () => {
    fc.assert(
      fc.property(valid, (record) => void expect(decode(encode(record), now, validDays)).toEqual(record)),
      { numRuns: 1000 },
    )
  })

  it('comes back with an oldest answer that is less than a second older, never younger', () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 999 }), (record, milliseconds) => {
        const oldest = record.oldest - milliseconds
        const back = decode(encode({ ...record, oldest }), now, validDays)
        expect(back?.oldest).toBeLessThanOrEqual(oldest)
        expect(back?.oldest).toBeGreaterThan(oldest - 1000)
      }),
    )
  })

  it('has only characters that a cookie, a URL and a header leave alone', () => {
    fc.assert(fc.property(valid, (record) => void expect(encode(record)).toMatch(/^[A-Za-z0-9._-]+$/)))
  })

  it('fits in 512 bytes with its name, with every category and 60 services answered', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z\d][a-z\d-]{0,60}$/), { minLength: 60, maxLength: 60, selector: serviceCode })
    const sizes = fc.record({
      names,
      said: fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }),
      source: fc.constantFrom(...sources),
      revision: fc.constantFrom(1, 999_999),
      age: fc.constantFrom(0, 399 * day),
    })
    fc.assert(
      fc.property(sizes, ({ names, said, source, revision, age }) => {
        const keys = ['analytics', 'tracking', 'social', 'recaptcha', ...names.map(serviceCode)]
        const answers = new Map(keys.map((key, index) => [key, said[index] ? ('yes' as const) : ('no' as const)]))
        const record = { id: 'x'.repeat(22), decided: now, oldest: now - age, revision, source, answers }
        const text = encode(record)
        expect(new TextEncoder().encode(`toestemming=${text}`).length).toBeLessThanOrEqual(512)
        if (said.includes(true)) expect(decode(text, now, 400)).toEqual(record)
      }),
      { numRuns: 200 },
    )
  })

  it('is read the same by a reader of ten lines', () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 200 * day }), (record, later) => {
        const time = now + later
        const answers = [...(decode(encode(record), time, validDays)?.answers ?? [])]
        const keys = (wanted: Answer) => answers.filter(([, answer]) => answer === wanted).map(([key]) => key)
        expect(read(encode(record), time)).toEqual({ yes: keys('yes'), no: keys('no') })
      }),
      { numRuns: 1000 },
    )
  })

  it('is read the same by the reader in the README', () => {
    const blocks = readFileSync('README.md', 'utf8').match(/```js\n[\s\S]*?```/g) ?? []
    const block = blocks.find((one) => one.includes("split('.')"))?.replace(/```(js)?/g, '')
    const granted = new Function('cookie', 'Date', `${block}; return granted`) as (cookie: string | undefined, date: object) => string[]
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 200 * day }), (record, later) => {
        const time = now + later
        const said = granted(encode(record), { now: () => time }).filter(Boolean)
        expect(said).toEqual(yesOf(decode(encode(record), time, validDays)))
      }),
    )
    expect(granted(undefined, Date)).toEqual([])
  })

  it('holds for as long as is configured, counted from the oldest answer', () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 180, max: 400 }), (record, days) => {
        const text = encode(record)
        expect(decode(text, record.oldest + days * day - 1, days)).toEqual(record)
        expect(decode(text, record.oldest + days * day, days)).toBeUndefined()
      }),
    )
  })

  it('does not hold longer because one more thing is answered', () => {
    const later = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 * day }), fc.constantFrom(...optional), fc.boolean()), { maxLength: 8 })
    fc.assert(
      fc.property(later, (steps) => {
        let time = now
        const answer = (previous: ConsentRecord | undefined, one: string, yes: boolean) =>
          decide(previous, {
            choices: new Map([[keyOf(one), yes]]),
            whole: !previous,
            revision: 1,
            source: 'api',
            now: time,
            newId: () => 'x'.repeat(22),
          })
        let record = answer(undefined, 'analytics', true)
        for (const [wait, one, yes] of steps) {
          time += wait
          // As the next page reads it.
          const read = decode(encode(record), time, validDays)
          expect(read).toBeDefined()
          record = answer(read, one, yes)
        }
        expect(decode(encode(record), Math.max(time, now + validDays * day), validDays)).toBeUndefined()
      }),
    )
  })
})

describe('of several stored records', () => {
  const several = fc.uniqueArray(valid, { minLength: 1, maxLength: 5, selector: ({ decided }) => decided })

  it('the newest counts, wherever it is', () => {
    fc.assert(
      fc.property(several, (records) => {
        const latest = records.reduce((one, other) => (other.decided > one.decided ? other : one))
        expect(newest([...records.map(encode), '', 'broken'], now, validDays)).toEqual(latest)
      }),
    )
  })

  it('none counts where the newest two are of one moment and differ', () => {
    const order = fc.array(fc.nat(), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(several, answersOf(optional.map(keyOf)), order, (records, answers, places) => {
        const latest = records.reduce((one, other) => (other.decided > one.decided ? other : one))
        const other = { ...latest, answers, id: [...answers.values()].includes('yes') ? 'y'.repeat(22) : undefined }
        fc.pre(encode(other) !== encode(latest))
        const texts = [...records, other, latest, other].map(encode)
        texts.sort((one, two) => (places[texts.indexOf(one)] ?? 0) - (places[texts.indexOf(two)] ?? 0))
        expect(newest(texts, now, validDays)).toBeUndefined()
      }),
    )
  })

  it('the same record twice is one record', () => {
    fc.assert(fc.property(valid, (record) => void expect(newest([encode(record), encode(record)], now, validDays)).toEqual(record)))
  })

  it('a withdrawal does not lose from an older consent, whatever the clock said', () => {
    const clock = fc.integer({ min: -100 * day, max: 0 })
    fc.assert(
      fc.property(valid, clock, fc.boolean(), fc.boolean(), fc.constantFrom(...optional), (consent, ahead, whole, first, one) => {
        const key = keyOf(one)
        const choices = new Map([[key, false]])
        const given = { choices, whole, revision: 1, source: 'withdrawal' as const, now: now + ahead, newId: () => 'x'.repeat(22) }
        const withdrawal = encode(decide(consent, given))
        const texts = first ? [withdrawal, encode(consent)] : [encode(consent), withdrawal]
        const record = newest(texts, now, validDays)
        expect(record?.answers.get(key)).toBe('no')
        expect(createState(settings, () => record).has(one)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the code of a service', () => {
  it('is what plain arithmetic makes of its id', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z\d][a-z\d-]{0,60}$/), (name) => void expect(serviceCode(name)).toBe(codeOf(name))),
      {
        numRuns: 1000,
      },
    )
  })

  it('is five digits or capitals, whatever the id', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => void expect(serviceCode(name)).toMatch(/^[0-9A-Z]{5}$/)))
  })
})
