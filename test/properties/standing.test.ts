import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  act,
  again,
  answersOf,
  anyStep,
  both,
  categories,
  configurations,
  grantsOf,
  holds,
  isFree,
  marks,
  open,
  type Step,
  site,
  steps,
  strangers,
} from './site.ts'
import { type Browser, createBrowser, day, idsOf, moment, openPage, service } from './support.ts'
import './seed.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: moment })
  document.body.replaceChildren()
})
afterEach(() => void vi.useRealTimers())

describe('what was never asked', () => {
  it('is asked when a service is added, and nothing else is undecided by it', () => {
    holds(fc.tuple(site, steps.acceptAll, fc.constantFrom(...categories)), ([given, step, category]) => {
      const page = open(given)
      act(page, step)
      const before = answersOf(page)
      const added = service('added', category)
      const next = again(page, { ...given.configuration, services: [...(given.configuration.services ?? []), added] }, given.marks)
      expect(next.drawn()?.open).toBe('banner')
      expect(next.consent.has('added')).toBe(false)
      expect(answersOf(next)).toEqual({ ...before, added: 'never asked' })
    })
  })

  it('is asked when a category appears in the page, and nothing else is undecided by it', () => {
    holds(fc.tuple(site, fc.oneof(steps.acceptAll, steps.rejectAll)), ([given, step]) => {
      const page = open(given)
      act(page, step)
      const before = answersOf(page)
      const configuration = { ...given.configuration, categories: { ...given.configuration.categories, added: { title: 'Nieuw' } } }
      const next = again(page, configuration, [...given.marks, { consent: 'added' }])
      expect(next.drawn()?.open).toBe('banner')
      expect(next.isAllowed('added')).toBe(false)
      expect(answersOf(next)).toEqual({ ...before, added: 'never asked' })
    })
  })

  it('is nothing when only the revision is raised: all is asked, and earlier answers hold meanwhile', () => {
    holds(fc.tuple(site, fc.oneof(steps.acceptAll, steps.rejectAll)), ([given, step]) => {
      const page = open(given)
      const isAsked = page.sight().categories.some(({ asked }) => asked)
      act(page, step)
      const before = answersOf(page)
      const revised = { ...given.configuration, revision: 2 }
      const next = again(page, revised, given.marks)
      expect(next.drawn()?.open).toBe(isAsked ? 'banner' : undefined)
      expect(answersOf(next)).toEqual(before)
      expect(grantsOf(next)).toEqual(grantsOf(page))
      act(next, step)
      if (isAsked) expect(again(next, revised, given.marks).drawn()?.open).toBeUndefined()
    })
  })
})

describe('an event', () => {
  it('of a change tells exactly what was added and removed, and there is none without', () => {
    holds(both(fc.array(anyStep, { minLength: 1, maxLength: 4 })), ([given, more]) => {
      const page = open({ ...given, steps: [] })
      for (const step of [...given.steps, ...more]) {
        const before = grantsOf(page)
        const { length } = page.events
        const past = page.heard.length
        act(page, step)
        const after = grantsOf(page)
        const ids = Object.keys(after)
        const added = ids.filter((id) => after[id] && !before[id]).sort()
        const removed = ids.filter((id) => !after[id] && before[id]).sort()
        const told = page.events.slice(length)
        const changes = told.filter(({ name }) => name === 'change').map(({ detail }) => detail)
        const known = (list: readonly string[] | undefined) => (list ?? []).filter((id) => ids.includes(id)).sort()
        expect(changes.length).toBeLessThanOrEqual(1)
        expect([known(changes[0]?.added), known(changes[0]?.removed)]).toEqual([added, removed])
        if (changes[0]) expect(known(changes[0].granted)).toEqual(ids.filter((id) => after[id]).sort())
        expect(told.some(({ name }) => name === 'withdrawal')).toBe((changes[0]?.removed?.length ?? 0) > 0)
        // Vendors hear it once per decision.
        const heard = page.heard.slice(past)
        expect(heard.length).toBe(told.filter(({ name }) => name === 'decision').length)
        if (heard[0]) expect([...heard[0]].sort()).toEqual(ids.filter((id) => after[id]).sort())
      }
    })
  })

  it('of a decision tells each decision once, with everything either granted or denied', () => {
    holds(both(anyStep), ([given, step]) => {
      const page = open(given)
      const kept = page.kept.length
      const told = page.told('decision').length
      act(page, step)
      expect(page.told('decision').length - told).toBe(page.kept.length - kept)
      const last = page.told('decision').at(-1)
      if (last) for (const id of idsOf(page.settings)) expect([id, last.granted?.includes(id)]).toEqual([id, !last.denied?.includes(id)])
    })
  })
})

describe('without a choice', () => {
  const idle: readonly Step[] = [
    (page) => page.consent.open(),
    (page) => page.consent.open('banner'),
    (page) => page.consent.close(),
    (page) => page.actions().open(),
    (page) => page.actions().close(),
    (page) => page.page.press(),
    (page) => page.notice(),
    (page) => page.core.look(),
    (page) => page.judge.mounted(),
    (page) => page.consent.scan(document),
    (page) => void page.core.act('open'),
    (page) => void page.core.act('nonsense'),
    (page) => void page.core.act('grant:'),
    (page) => page.consent.save({}),
    (page) => page.consent.save({ unknown: true }),
    (page) => void page.consent.when('analytics'),
  ]
  it('nothing is decided, granted or written, whatever is opened, closed or drawn', () => {
    holds(both(fc.array(fc.constantFrom(...idle), { maxLength: 8 })), ([given, steps]) => {
      const page = open(given)
      const before = [{ ...page.consent.record }, grantsOf(page), { ...page.browser, now: 0 }] as const
      for (const step of steps) act(page, step)
      expect([{ ...page.consent.record }, grantsOf(page), { ...page.browser, now: 0 }]).toEqual(before)
    })
  })

  it('nothing is granted on any site but what needs no consent, and nothing is written', () => {
    holds(both(fc.array(fc.constantFrom(...idle), { maxLength: 4 })), ([given, steps]) => {
      const page = open({ ...given, steps })
      for (const id of [...idsOf(page.settings), ...strangers, 'unknown'])
        expect([id, page.consent.has(id)]).toEqual([id, isFree(page, id)])
      expect([page.browser.cookie, page.browser.mirror, page.browser.ids, page.kept]).toEqual(['', '', 0, []])
    })
  })
})

describe('time', () => {
  it('ends a choice after the days that are configured, and then everything is asked again', () => {
    holds(
      fc.tuple(configurations, marks, fc.integer({ min: 180, max: 400 }), steps.acceptAll),
      ([configuration, marks, validDays, step]) => {
        const browser: Browser = createBrowser()
        const first = openPage({ ...configuration, validDays }, marks, browser)
        step(first)
        vi.runAllTimers()
        const isAsked = first.sight().categories.some(({ asked }) => asked)
        browser.now = moment + validDays * day - 1
        expect(openPage({ ...configuration, validDays }, marks, browser).consent.record.decided).toBe(moment)
        browser.now = moment + validDays * day
        const last = openPage({ ...configuration, validDays }, marks, browser)
        vi.runAllTimers()
        expect(last.consent.record.decided).toBeUndefined()
        expect(last.drawn()?.open).toBe(isAsked ? 'banner' : undefined)
        for (const id of idsOf(last.settings)) if (last.consent.has(id)) expect([id, isFree(last, id)]).toEqual([id, true])
      },
    )
  })
})
