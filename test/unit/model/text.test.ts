import { describe, expect, it } from 'vitest'
import { fill, localise } from '../../../src/model/text.ts'

describe('fill', () => {
  it('fills every place of a name', () => {
    expect(fill('{a} en {b} en {a}', { a: 'x', b: 2 })).toBe('x en 2 en x')
  })

  it('leaves what it has no value for', () => {
    expect(fill('{a} {b}', { b: 1 })).toBe('{a} 1')
  })

  it('fills in values as they are', () => {
    expect(fill('{a}', { a: '$& {b}', b: 'no' })).toBe('$& {b}')
  })
})

describe('localise', () => {
  it('gives the language asked for, else Dutch and says so', () => {
    expect(localise({ nl: 'ja', en: 'yes' }, 'en')).toEqual({ text: 'yes', lang: 'en' })
    expect(localise({ nl: 'ja', en: 'yes' }, 'nl')).toEqual({ text: 'ja', lang: 'nl' })
    expect(localise({ nl: 'ja' }, 'en')).toEqual({ text: 'ja', lang: 'nl' })
  })

  it('takes what was written once to be in the language of the page', () => {
    expect(localise('ja', 'en')).toEqual({ text: 'ja', lang: 'en' })
    expect(localise(undefined, 'nl')).toEqual({ text: '', lang: 'nl' })
  })
})
