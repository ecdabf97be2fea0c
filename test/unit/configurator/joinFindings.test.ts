import { expect, it } from 'vitest'
import { joinFindings } from '../../../demo/configurator/joinFindings.ts'
import type { Finding } from '../../../src/review.ts'

const both = (text: string) => ({ nl: text, en: text })
const finding = (figure: string): Finding => ({
  code: 'R-105',
  rule: both('Tekst is te lezen'),
  source: both('WCAG'),
  regulator: [],
  also: [],
  level: 'error',
  place: 'banner',
  figure: both(figure),
  text: both('Deze tekst is slecht te lezen.'),
  remedy: both('Kies een andere kleur.'),
})

it('names each thing that is wrong once, and where it was seen', () => {
  const joined = joinFindings([
    ['telefoon', [finding('“Weigeren”'), finding('“Accepteren”')]],
    ['computer', [finding('“Weigeren”')]],
  ])
  expect(joined.map(({ figure, on }) => [figure.nl, on])).toEqual([
    ['“Weigeren”', ['telefoon', 'computer']],
    ['“Accepteren”', ['telefoon']],
  ])
  expect(new Set(joined.map(({ key }) => key)).size).toBe(2)
})
