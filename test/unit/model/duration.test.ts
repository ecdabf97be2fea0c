import { describe, expect, it } from 'vitest'
import { duration } from '../../../src/model/duration.ts'

describe('duration', () => {
  it.each([
    ['P2Y', '2 jaar'],
    ['P1Y', '1 jaar'],
    ['P50M', '50 maanden'],
    ['P1M', '1 maand'],
    ['P2W', '2 weken'],
    ['P400D', '400 dagen'],
    ['PT24H', '24 uur'],
    ['PT30M', '30 minuten'],
    ['PT1S', '1 seconde'],
    ['P1Y6M', '1 jaar en 6 maanden'],
    ['P1DT12H', '1 dag en 12 uur'],
  ])('says %s as "%s"', (text, words) => {
    expect(duration(text, 'nl')).toBe(words)
  })

  it('says it in English', () => {
    expect(duration('P50M', 'en')).toBe('50 months')
  })

  it.each(['', 'P', 'PT', 'P1', '2 jaar', 'P-1D', 'p1d', 'session', 'P1Y ', 'P1H'])('leaves "%s" as it is', (text) => {
    expect(duration(text, 'nl')).toBe(text)
  })
})
