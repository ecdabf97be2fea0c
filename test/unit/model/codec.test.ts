import { describe, expect, it } from 'vitest'
import { decode, encode, newest } from '../../../src/model/codec.ts'
import type { Answer, ConsentRecord } from '../../../src/model/types.ts'

const now = 1_795_254_000_000
const day = 864e5
const id = 'Vt0aXc9-kQ_2mZ7pLr4sWd'
const record: ConsentRecord = {
  id,
  decided: now,
  oldest: now - 90_000,
  revision: 3,
  source: 'preferences',
  answers: new Map<string, Answer>([
    ['analytics', 'yes'],
    ['tracking', 'no'],
    ['0K3J2', 'yes'],
    ['social', 'no'],
  ]),
}
const text = `1.${now}.90.3.preferences.${id}.analytics_0K3J2.tracking_social`

describe('encode', () => {
  it('writes version, decision, age, revision, source, id, yes and no', () => {
    expect(encode(record)).toBe(text)
  })

  it('leaves the place of the id empty where nothing is granted', () => {
    expect(encode({ ...record, id: undefined, oldest: now, answers: new Map([['social', 'no']]) })).toBe(
      `1.${now}.0.3.preferences...social`,
    )
  })

  it('rounds the age up, so that nothing holds longer', () => {
    expect(encode({ ...record, oldest: now - 89_001 })).toBe(text)
  })
})

describe('decode', () => {
  it('reads what encode writes', () => {
    expect(decode(text, now, 180)).toEqual(record)
    expect(decode(`1.${now}.0.3.banner...`, now, 180)).toEqual({
      ...record,
      id: undefined,
      oldest: now,
      source: 'banner',
      answers: new Map(),
    })
  })

  it('reads what was decided a second ahead of the clock, and nothing further', () => {
    expect(decode(text, now - 1000, 180)).toBeDefined()
    expect(decode(text, now - 1001, 180)).toBeUndefined()
  })

  it('reads nothing once the oldest answer is as old as an answer may be', () => {
    expect(decode(text, now - 90_000 + 180 * day - 1, 180)).toBeDefined()
    expect(decode(text, now - 90_000 + 180 * day, 180)).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['another version', text.replace(/^1/, '2')],
    ['a missing field', text.replace('.90', '')],
    ['a field too many', `${text}.`],
    ['a decision in seconds', text.replace(`${now}`, `${now / 1000}`)],
    ['a negative age', text.replace('.90.', '.-90.')],
    ['an age without end', text.replace('.90.', `.${'9'.repeat(400)}.`)],
    ['a short id', text.replace(id, id.slice(1))],
    ['consent without an id', text.replace(id, '')],
    ['an id without consent', `1.${now}.0.1.banner.${id}..social`],
    ['a key in both lists', `1.${now}.0.1.banner.${id}.social.social`],
    ['a key twice in one list', `1.${now}.0.1.banner.${id}.social_social.`],
    ['other characters', text.replace('analytics', 'analytics%20')],
    ['a line break', `${text}\n`],
    ['quotes', `"${text}"`],
    ['a list without end', `1.${now}.0.1.banner.${id}.analytics_${'A'.repeat(2000)}.`],
  ])('reads nothing from %s', (_what, value) => {
    expect(decode(value, now, 180)).toBeUndefined()
  })

  it('knows no names that objects have of themselves', () => {
    const { answers } = decode(`1.${now}.0.1.banner.${id}.toString.constructor`, now, 180) ?? {}
    expect(answers?.get('valueOf')).toBeUndefined()
    expect(answers?.get('constructor')).toBe('no')
  })
})

describe('newest', () => {
  const at = (time: number, yes = 'social') => `1.${time}.0.1.banner.${yes ? id : ''}.${yes}.`

  it('is the record that was decided last', () => {
    expect(newest([at(now - 5), at(now - 1), at(now - 9)], now, 180)?.decided).toBe(now - 1)
  })

  it('is nothing where two of the last moment differ, in any order and number', () => {
    for (const texts of [
      [at(now), at(now, '')],
      [at(now, ''), at(now)],
      [at(now), at(now, ''), at(now)],
      [at(now - 9), at(now), at(now, ''), at(now - 1)],
    ])
      expect(newest(texts, now, 180)).toBeUndefined()
  })

  it('is a record that is there twice', () => {
    expect(newest([at(now), '', at(now)], now, 180)?.decided).toBe(now)
  })

  it('passes over what cannot be read', () => {
    expect(newest([at(now + 2000), 'x', at(now - 200 * day), at(now - 1)], now, 180)?.decided).toBe(now - 1)
    expect(newest(['x', ''], now, 180)).toBeUndefined()
    expect(newest([], now, 180)).toBeUndefined()
  })
})
