import { describe, expect, it } from 'vitest'
import { createState } from '../../../src/core/state.ts'
import { serviceCode } from '../../../src/model/serviceCode.ts'
import type { Answer } from '../../../src/model/types.ts'
import { service, settingsOf } from '../../properties/support.ts'

const settings = settingsOf({
  services: [
    service('ga', 'analytics'),
    service('matomo', 'analytics', { exempt: 'Geen cookies.' }),
    service('youtube', 'social'),
    service('meta-pixel', 'tracking'),
    service('basket', 'functional'),
  ],
})
/** The state after these answers, by id; nothing for no record at all. */
const stateAfter = (answers?: Readonly<Record<string, Answer>>) => {
  const said = Object.entries(answers ?? {}).map(
    ([id, answer]) => [settings.categories.some((one) => one.id === id) ? id : serviceCode(id), answer] as const,
  )
  const record = { id: 'x', decided: 1, oldest: 1, revision: 1, source: 'api' as const, answers: new Map(said) }
  return createState(settings, () => (answers ? record : undefined))
}

describe('has', () => {
  it('is true only for what needs no consent while nothing was asked', () => {
    for (const state of [stateAfter(), stateAfter({})]) {
      for (const id of ['functional', 'basket', 'matomo']) expect([id, state.has(id)]).toEqual([id, true])
      for (const id of ['analytics', 'ga', 'social', 'youtube', 'unknown', '', '__proto__', 'constructor'])
        expect([id, state.has(id)]).toEqual([id, false])
    }
  })

  it('follows the answer of each category and service by itself', () => {
    const state = stateAfter({ analytics: 'yes', ga: 'no', social: 'no', youtube: 'yes' })
    expect(['analytics', 'ga', 'social', 'youtube'].map(state.has)).toEqual([true, false, false, true])
  })

  it('is false for what is exempt once the visitor objects, and the category does not change that', () => {
    expect(stateAfter({ matomo: 'no', analytics: 'yes' }).has('matomo')).toBe(false)
    expect(stateAfter({ analytics: 'no' }).has('matomo')).toBe(true)
  })

  it('is true for what is functional, whatever a record says', () => {
    const state = stateAfter({ functional: 'no', basket: 'no' })
    expect(state.has('functional')).toBe(true)
    expect(state.has('basket')).toBe(true)
  })

  it('is true for a service that nobody configured when it was allowed by itself', () => {
    expect(stateAfter({ widget: 'yes' }).has('widget')).toBe(true)
    expect(stateAfter({ social: 'yes' }).has('widget')).toBe(false)
  })
})

describe('allows', () => {
  const allows = (answers: Readonly<Record<string, Answer>> | undefined, words: string, id?: string) =>
    stateAfter(answers).allows(words.match(/\S+/g) ?? [], id)

  it('releases a category once it is granted, and not before', () => {
    expect(allows(undefined, 'social')).toBe(false)
    expect(allows({ social: 'no' }, 'social')).toBe(false)
    expect(allows({ social: 'yes' }, 'social')).toBe(true)
    expect(allows(undefined, 'functional')).toBe(true)
  })

  it('needs all of several categories', () => {
    expect(allows({ analytics: 'yes', tracking: 'no' }, 'analytics tracking')).toBe(false)
    expect(allows({ analytics: 'yes', tracking: 'yes' }, 'analytics tracking')).toBe(true)
  })

  it('releases what stands in for a category only while that is not granted', () => {
    expect(allows(undefined, '!social')).toBe(true)
    expect(allows({ social: 'no' }, '!social')).toBe(true)
    expect(allows({ social: 'yes' }, '!social')).toBe(false)
    expect(allows({ youtube: 'yes' }, '!social', 'youtube')).toBe(false)
    expect(allows({ social: 'yes', youtube: 'no' }, '!social', 'youtube')).toBe(true)
  })

  it('releases nothing without words, with unknown words or with unknown words beside granted ones', () => {
    const granted = { analytics: 'yes', social: 'yes', tracking: 'yes', recaptcha: 'yes' } as const
    for (const words of ['', 'unknown', '!unknown', 'social unknown', 'Social', '!', '!!social', '__proto__', 'youtube', 'constructor'])
      expect([words, allows(granted, words)]).toEqual([words, false])
  })

  it('lets a service answer for its own category', () => {
    expect(allows({ social: 'no', youtube: 'yes' }, 'social', 'youtube')).toBe(true)
    expect(allows({ social: 'yes', youtube: 'no' }, 'social', 'youtube')).toBe(false)
    expect(allows({ social: 'yes' }, 'social', 'youtube')).toBe(false)
  })

  it('needs the category of the marks and the service too where these differ', () => {
    expect(allows({ analytics: 'yes', 'meta-pixel': 'no' }, 'analytics', 'meta-pixel')).toBe(false)
    expect(allows({ analytics: 'no', 'meta-pixel': 'yes' }, 'analytics', 'meta-pixel')).toBe(false)
    expect(allows({ analytics: 'yes', 'meta-pixel': 'yes' }, 'analytics', 'meta-pixel')).toBe(true)
    expect(allows(undefined, 'functional', 'meta-pixel')).toBe(false)
  })

  it('needs a service of another category also beside a category that must not be granted', () => {
    expect(allows({ analytics: 'yes' }, 'analytics !social', 'meta-pixel')).toBe(false)
    expect(allows({ analytics: 'yes', 'meta-pixel': 'yes' }, 'analytics !social', 'meta-pixel')).toBe(true)
  })

  it('lets a service that nobody configured follow its category until it has an answer of its own', () => {
    expect(allows({ social: 'yes' }, 'social', 'widget')).toBe(true)
    expect(allows({ social: 'yes', widget: 'no' }, 'social', 'widget')).toBe(false)
    expect(allows({ social: 'no', widget: 'yes' }, 'social', 'widget')).toBe(true)
    expect(allows(undefined, 'social', 'widget')).toBe(false)
  })

  it('releases what is exempt until the visitor objects', () => {
    expect(allows(undefined, 'analytics', 'matomo')).toBe(true)
    expect(allows({ matomo: 'no', analytics: 'yes' }, 'analytics', 'matomo')).toBe(false)
  })
})
