import { describe, expect, it, vi } from 'vitest'
import { type Decision, decide } from '../../../src/model/decide.ts'
import type { Answer, ConsentRecord } from '../../../src/model/types.ts'

const decision = (choices: Record<string, boolean | undefined>, rest: Partial<Decision> = {}): Decision => ({
  choices: new Map(Object.entries(choices)),
  whole: true,
  revision: 2,
  source: 'banner',
  now: 5000,
  newId: () => 'new',
  ...rest,
})
const previous: ConsentRecord = {
  id: 'old',
  decided: 3000,
  oldest: 1000,
  revision: 1,
  source: 'banner',
  answers: new Map<string, Answer>([
    ['analytics', 'yes'],
    ['social', 'no'],
  ]),
}

describe('decide', () => {
  it('makes a record of a first answer', () => {
    expect(decide(undefined, decision({ analytics: true, social: false }))).toEqual({
      id: 'new',
      decided: 5000,
      oldest: 5000,
      revision: 2,
      source: 'banner',
      answers: new Map([
        ['analytics', 'yes'],
        ['social', 'no'],
      ]),
    })
  })

  it('replaces all earlier answers by a whole one, and counts from it', () => {
    const record = decide(previous, decision({ tracking: true }))
    expect(record.answers).toEqual(new Map([['tracking', 'yes']]))
    expect(record).toMatchObject({ id: 'old', decided: 5000, oldest: 5000, revision: 2 })
  })

  it('adds a partial answer to the earlier ones, and counts from the oldest', () => {
    const record = decide(previous, decision({ social: true }, { whole: false, source: 'placeholder' }))
    expect(record.answers).toEqual(
      new Map([
        ['analytics', 'yes'],
        ['social', 'yes'],
      ]),
    )
    expect(record).toMatchObject({ id: 'old', decided: 5000, oldest: 1000, revision: 1, source: 'placeholder' })
  })

  it('takes an answer back', () => {
    expect(decide(previous, decision({ social: undefined }, { whole: false })).answers).toEqual(new Map([['analytics', 'yes']]))
  })

  it('dates every decision after the one before, also when the clock was set back', () => {
    expect(decide(previous, decision({ social: false }, { now: 10 })).decided).toBe(3001)
    expect(decide(previous, decision({ social: false }, { now: 3000 })).decided).toBe(3001)
  })

  it('has an id only while something is granted', () => {
    expect(decide(previous, decision({ analytics: false }, { whole: false })).id).toBeUndefined()
    expect(decide(undefined, decision({})).id).toBeUndefined()
  })

  it('makes an id only when one is needed', () => {
    const newId = vi.fn(() => 'new')
    decide(undefined, decision({ analytics: false }, { newId }))
    decide(previous, decision({ social: true }, { newId }))
    expect(newId).not.toHaveBeenCalled()
  })

  it('leaves the earlier record as it is', () => {
    decide(previous, decision({ analytics: false }, { whole: false }))
    expect(previous.answers.get('analytics')).toBe('yes')
  })
})
