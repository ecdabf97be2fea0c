import { describe, expect, it } from 'vitest'
import { pickLanguage, pickLocale } from '../../../src/model/locale.ts'

describe('the language', () => {
  it.each([
    ['nl', 'nl'],
    ['nl-BE', 'nl'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['', 'nl'],
    ['de', 'nl'],
    ['fy', 'nl'],
    ['enm', 'nl'],
  ])('for "%s" is %s', (language, picked) => {
    expect(pickLanguage(language)).toBe(picked)
  })
})

describe('the locale', () => {
  it('follows the register in Dutch only', () => {
    expect(pickLocale('nl', 'je')).toEqual({ file: 'nl-je', lang: 'nl' })
    expect(pickLocale('de', 'u')).toEqual({ file: 'nl-u', lang: 'nl' })
    expect(pickLocale('en-US', 'u')).toEqual({ file: 'en', lang: 'en' })
  })
})
