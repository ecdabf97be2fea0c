import { expect, it } from 'vitest'
import { explain } from '../../../src/model/explain.ts'
import { isDay } from '../../../src/model/isDay.ts'
import { undated } from '../../../src/model/undated.ts'

it.each([
  ['2026-11-29', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['26-11-29', false],
  ['29-11-2026', false],
  ['2026-11-29T10:00', false],
  ['2026/11/29', false],
  ['', false],
  [20261129, false],
  [null, false],
])('%j is a day: %s', (text, day) => {
  expect(isDay(text)).toBe(day)
})

it('says which day is none, and what to do; and nothing where there is one, or where none is given', () => {
  expect(undated({})).toEqual([])
  expect(undated({ updated: '2026-11-29' })).toEqual([])
  expect(explain(undated({ updated: '29 november' }))).toBe(
    '[toestemming] updated: found "29 november". It should be a day that there is, as YYYY-MM-DD, such as 2026-11-29; until then the cookie table tells none.',
  )
})
