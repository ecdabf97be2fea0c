import { describe, expect, it } from 'vitest'
import { isFree } from '../../../src/core/isFree.ts'
import { isIncomplete, type Met, offer, standing } from '../../../src/core/offer.ts'
import { createState } from '../../../src/core/state.ts'
import { serviceCode } from '../../../src/model/serviceCode.ts'
import type { Answer, Service } from '../../../src/model/types.ts'
import { service, settingsOf } from '../../properties/support.ts'

const exempt = { exempt: 'Geen cookies.' }
const nobody: Met = new Map()

const offered = (services: readonly Service[], answers: Readonly<Record<string, Answer>> = {}, met = nobody) => {
  const settings = settingsOf({ services, categories: { crash: { title: 'Fouten' } } })
  const said = Object.entries(answers).map(([id, answer]) => [/^[a-z]+$/.test(id) ? id : serviceCode(id), answer] as const)
  const record = { id: 'x', decided: 1, oldest: 1, revision: 1, source: 'api' as const, answers: new Map(said) }
  const state = createState(settings, () => record)
  const categories = offer(settings, state, met)
  return {
    categories,
    asked: categories.filter((one) => one.asked).map(({ id }) => id),
    shown: categories.map(({ id }) => id),
    incomplete: isIncomplete(categories, state, false),
    revised: isIncomplete(categories, state, true),
    standing: standing(settings, categories, state),
  }
}

describe('what is offered', () => {
  it('is nothing but what is always on, on a site with nothing', () => {
    expect(offered([])).toMatchObject({ shown: ['functional'], asked: [], incomplete: false, revised: false })
  })

  it('is every category that has a service, in the order of the settings', () => {
    const services = [service('c-1', 'crash'), service('s-1', 'social'), service('a-1', 'analytics')]
    expect(offered(services)).toMatchObject({
      shown: ['functional', 'analytics', 'social', 'crash'],
      asked: ['analytics', 'social', 'crash'],
    })
  })

  it('shows a category with only exempt services, and asks nothing of it', () => {
    const services = [service('m-1', 'analytics', exempt)]
    expect(offered(services)).toMatchObject({ shown: ['functional', 'analytics'], asked: [], incomplete: false, revised: false })
  })

  it('is what the page has, with the services that nobody configured by the page’s own name', () => {
    const { categories, asked } = offered([service('y-1', 'social')], {}, new Map([['social', new Map([['widget', {}]])]]))
    expect(asked).toEqual(['social'])
    expect(categories[1]?.services).toEqual([service('y-1', 'social'), { id: 'widget', category: 'social', provider: 'widget' }])
  })

  it('is what was answered before, wherever that was', () => {
    expect(offered([], { social: 'no' })).toMatchObject({ shown: ['functional', 'social'], asked: ['social'], incomplete: false })
  })

  it('has the owner’s words', () => {
    expect(offered([service('c-1', 'crash')]).categories[1]).toMatchObject({ id: 'crash', title: 'Fouten', required: false })
  })
})

describe('the question', () => {
  const services = [
    service('a-1', 'analytics'),
    service('m-1', 'analytics', exempt),
    service('y-1', 'social'),
    service('f-1', 'functional'),
  ]
  const all = { analytics: 'yes', social: 'no', 'a-1': 'no', 'y-1': 'yes' } as const

  it('is answered when every category and service that needs consent has an answer', () => {
    expect(offered(services, all).incomplete).toBe(false)
  })

  it.each(Object.keys(all))('is open while %s has none', (missing) => {
    const answers = Object.fromEntries(Object.entries(all).filter(([id]) => id !== missing))
    expect(offered(services, answers).incomplete).toBe(true)
  })

  it('is open again when it was changed', () => {
    expect(offered(services, all).revised).toBe(true)
  })

  it('is not opened by a service that nobody configured', () => {
    expect(offered(services, all, new Map([['social', new Map([['widget', {}]])]])).incomplete).toBe(false)
  })
})

describe('what stands', () => {
  it('is everything once, granted or denied', () => {
    const services = [service('a-1', 'analytics'), service('m-1', 'analytics', exempt), service('f-1', 'functional')]
    expect(offered(services, { analytics: 'yes', 'a-1': 'no' }).standing).toEqual({
      granted: ['functional', 'analytics', 'f-1', 'm-1'],
      denied: ['tracking', 'social', 'recaptcha', 'crash', 'a-1'],
    })
  })

  it('has a service that nobody configured with its category', () => {
    const met = new Map([['social', new Map([['widget', {}]])]])
    expect(offered([], { social: 'yes' }, met).standing.granted).toContain('widget')
    expect(offered([], { social: 'no' }, met).standing.denied).toContain('widget')
  })

  it('has a service that the page has in two categories once', () => {
    const met = new Map([
      ['analytics', new Map([['widget', {}]])],
      ['social', new Map([['widget', {}]])],
    ])
    const { granted, denied } = offered([], { social: 'yes', analytics: 'no' }, met).standing
    expect([...granted, ...denied].filter((id) => id === 'widget')).toEqual(['widget'])
  })
})

it('free is what is functional or exempt', () => {
  expect(
    [service('a', 'functional'), service('a', 'social', exempt), service('a', 'social'), service('a', 'social', { exempt: '' })].map(
      isFree,
    ),
  ).toEqual([true, true, false, false])
})
