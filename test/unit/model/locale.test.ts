import { describe, expect, it } from 'vitest'
import { languageOf, languages, pickLocale } from '../../../src/model/locale.ts'
import { filesOf, parts } from '../../support/texts.ts'

describe('the locale', () => {
  it.each([
    ['nl', 'nl-je', 'nl'],
    ['nl-NL', 'nl-je', 'nl'],
    ['nl-BE', 'nl-be-je', 'nl-be'],
    ['en', 'en', 'en'],
    ['en-GB', 'en', 'en'],
    ['EN', 'en', 'en'],
    ['de-AT', 'de-je', 'de'],
    ['nl_BE', 'nl-be-je', 'nl-be'],
    ['fr-BE', 'fr-je', 'fr'],
    ['es', 'es', 'es'],
    ['it', 'it', 'it'],
    ['pl', 'pl', 'pl'],
    ['tr', 'tr', 'tr'],
    ['uk', 'uk', 'uk'],
    ['ar-MA', 'ar', 'ar'],
    ['fy-NL', 'fy', 'fy'],
    ['', 'nl-je', 'nl'],
    ['ja', 'nl-je', 'nl'],
    ['enm', 'nl-je', 'nl'],
    ['frr', 'nl-je', 'nl'],
  ])('for "%s" is %s', (language, file, lang) => {
    expect(pickLocale(language, 'je')).toEqual([file, lang])
  })

  it('follows the register in Dutch, Flemish, German and French only', () => {
    const picked = languages.map((language) => pickLocale(language, 'u')[0])
    expect(picked.filter((file) => file.endsWith('-u'))).toEqual(['nl-u', 'nl-be-u', 'de-u', 'fr-u'])
    expect(pickLocale('ja', 'u')).toEqual(['nl-u', 'nl'])
  })

  it('has a file of every part for every language and register, and no file that nobody reads', () => {
    const read = languages.flatMap((language) => (['je', 'u'] as const).map((register) => pickLocale(language, register)[0]))
    for (const part of parts) expect([part, ...filesOf(part).sort()]).toEqual([part, ...[...new Set(read)].sort()])
  })
})

describe('the language of a tag', () => {
  it.each([
    ['nl-BE', 'nl'],
    ['EN', 'en'],
    ['zh-Hant-TW', 'zh'],
    ['', 'nl'],
  ])('of "%s" is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language)
  })
})
