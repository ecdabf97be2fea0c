import { describe, expect, it, vi } from 'vitest'
import { loadTexts } from '../../../src/model/texts.ts'
import { settingsOf } from '../../properties/support.ts'

const load = (missing: readonly string[] = []) =>
  vi.fn(async (name: `locales/${string}`) => {
    if (missing.includes(name)) throw new TypeError('Failed to fetch')
    return { default: { title: name, other: 'theirs' } }
  })

describe('loadTexts', () => {
  it('speaks the language of the page', async () => {
    expect(await loadTexts(settingsOf({}), 'en-GB', load(), '')).toEqual({ texts: { title: 'locales/en', other: 'theirs' }, lang: 'en' })
  })

  it('speaks the language that is configured, whatever the page does', async () => {
    const loader = load()
    expect(await loadTexts(settingsOf({ locale: 'nl', register: 'u' }), 'en', loader, '')).toMatchObject({ lang: 'nl' })
    expect(loader.mock.calls).toEqual([['locales/nl-u']])
  })

  it('loads only the part that is asked for, in Dutch too when it does not arrive', async () => {
    const loader = load(['locales/panels/en'])
    expect(await loadTexts(settingsOf({}), 'en', loader, 'panels/')).toMatchObject({ texts: { title: 'locales/panels/nl-je' }, lang: 'nl' })
    expect(loader.mock.calls).toEqual([['locales/panels/en'], ['locales/panels/nl-je']])
  })

  it('puts the owner’s words on top', async () => {
    const { texts } = await loadTexts(settingsOf({ texts: { title: 'ours', more: 'also' } }), '', load(), '')
    expect(texts).toEqual({ title: 'ours', other: 'theirs', more: 'also' })
  })

  it('falls back to Dutch when a language does not arrive, and says so', async () => {
    const given = await loadTexts(settingsOf({ texts: { other: 'ours' } }), 'en', load(['locales/en']), '')
    expect(given).toEqual({ texts: { title: 'locales/nl-je', other: 'ours' }, lang: 'nl' })
  })

  it('speaks one language in all that is read together', async () => {
    const loader = load(['locales/panels/ar'])
    expect(await loadTexts(settingsOf({ locale: 'ar' }), '', loader, '', 'panels/')).toEqual({
      texts: { title: 'locales/panels/nl-je', other: 'theirs' },
      lang: 'nl',
    })
    expect(loader.mock.calls).toContainEqual(['locales/nl-je'])
  })

  it('fails when nothing arrives, so that it is tried again', async () => {
    await expect(loadTexts(settingsOf({}), '', load(['locales/nl-je']), '')).rejects.toThrow('Failed to fetch')
  })
})
