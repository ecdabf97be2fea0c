import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decode } from '../../src/model/codec.ts'
import { serviceCode } from '../../src/model/serviceCode.ts'
import {
  act,
  again,
  answersOf,
  anyAnswer,
  anyId,
  anyStep,
  both,
  categories,
  grantsOf,
  holds,
  isFree,
  isFunctional,
  marks,
  moved,
  open,
  servicesOf,
  shown,
  site,
  some,
  steps,
  strangers,
  without,
} from './site.ts'
import { idsOf, moment } from './support.ts'
import './seed.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: moment })
  document.body.replaceChildren()
})
afterEach(() => void vi.useRealTimers())

describe('a choice', () => {
  it('is stored as the preferences show it', () => {
    holds(both(fc.array(anyAnswer, { minLength: 20, maxLength: 20 })), ([given, moves]) => {
      const page = open(given)
      const choices = moved(page, moves)
      act(page, (one) => one.actions().save(choices))
      expect(shown(page)).toEqual(choices)
      for (const [id, on] of Object.entries(choices)) expect([id, page.consent.has(id)]).toEqual([id, on])
      // And so does the next page.
      const next = again(page, given.configuration, given.marks)
      for (const [id, on] of Object.entries(choices)) expect([id, next.consent.has(id)]).toEqual([id, on])
      expect(shown(next)).toEqual(choices)
    })
  })

  it('leaves what it does not speak of as it was, and never asked until answered', () => {
    holds(both(some), ([given, choices]) => {
      const page = open(given)
      const before = answersOf(page)
      act(page, (one) => one.consent.save(choices))
      const spoken = Object.keys(choices).flatMap((id) => [id, ...servicesOf(page, id)])
      expect(without(answersOf(page), spoken)).toEqual(without(before, spoken))
      for (const [id, yes] of Object.entries(choices)) {
        if (!Object.hasOwn(before, id)) continue
        const answer = page.consent.record.answers[id]
        if (isFree(page, id)) expect([id, answer === 'no']).toEqual([id, !yes && !isFunctional(page, id)])
        else expect([id, answer]).toEqual([id, yes ? 'yes' : 'no'])
      }
    })
  })

  it('for one thing grants that thing, and for a category its services too', () => {
    holds(both(anyId), ([given, id]) => {
      const page = open(given)
      const before = grantsOf(page)
      act(page, (one) => one.judge.grant(id, 'placeholder'))
      const after = grantsOf(page)
      const meant = [id, ...(categories.includes(id) ? servicesOf(page, id) : [])]
      expect(without(after, meant)).toEqual(without(before, meant))
      for (const one of meant) if (Object.hasOwn(after, one)) expect([one, after[one]]).toEqual([one, true])
    })
  })

  it('to accept all grants all that is asked, and keeps an objection to what is exempt', () => {
    holds(both(steps.acceptAll), ([given, accept]) => {
      const page = open(given)
      const before = answersOf(page)
      const { categories: asked } = page.sight()
      act(page, accept)
      for (const category of asked) {
        if (category.asked) expect([category.id, page.consent.has(category.id)]).toEqual([category.id, true])
        for (const { id, exempt } of category.services) {
          if (exempt && !category.required) expect([id, page.consent.record.answers[id]]).toEqual([id, before[id]])
          else expect([id, page.consent.has(id)]).toEqual([id, true])
        }
      }
    })
  })

  it('to refuse all grants nothing but what needs no consent, here and on other pages', () => {
    holds(fc.tuple(site, steps.rejectAll, marks), ([given, reject, elsewhere]) => {
      const page = open(given)
      act(page, reject)
      for (const one of [page, again(page, given.configuration, elsewhere)])
        for (const id of [...idsOf(one.settings), ...strangers]) if (one.consent.has(id)) expect([id, isFree(one, id)]).toEqual([id, true])
      expect(page.consent.record.id).toBeUndefined()
    })
  })

  it('needs no second banner on the same site', () => {
    holds(both(fc.oneof(steps.acceptAll, steps.rejectAll, steps.savePreferences)), ([given, step]) => {
      const page = open(given)
      const isAsked = page.sight().categories.some(({ asked }) => asked)
      act(page, step)
      expect(page.drawn()?.open).toBeUndefined()
      if (isAsked) expect(page.kept.at(-1)?.complete).toBe(true)
      const next = again(page, given.configuration, given.marks)
      expect(next.drawn()?.open).toBeUndefined()
    })
  })

  it('is the same record in memory, in the cookie and on the next page', () => {
    holds(both(anyStep), ([given, step]) => {
      const page = open(given)
      act(page, step)
      const { browser, consent, settings } = page
      const record = decode(browser.cookie, browser.now, settings.validDays)
      expect(record?.decided).toBe(consent.record.decided)
      for (const id of idsOf(settings)) {
        const key = settings.categories.some((one) => one.id === id) ? id : serviceCode(id)
        expect([id, record?.answers.get(key) ?? 'never asked']).toEqual([id, consent.record.answers[id]])
      }
      const next = again(page, given.configuration)
      expect(next.consent.record).toEqual(consent.record)
      expect(grantsOf(next)).toEqual(grantsOf(page))
    })
  })
})

describe('a withdrawal', () => {
  it('of one thing leaves the rest', () => {
    holds(both(anyId), ([given, id]) => {
      const page = open(given)
      const before = answersOf(page)
      act(page, (one) => one.consent.withdraw(id))
      const meant = [id, ...servicesOf(page, id)]
      expect(without(answersOf(page), meant)).toEqual(without(before, meant))
      for (const one of meant)
        if (Object.hasOwn(before, one) && page.consent.has(one)) expect([one, isFunctional(page, one)]).toEqual([one, true])
    })
  })

  it('of everything takes the id away, and the next consent has a new one', () => {
    holds(site, (given) => {
      const page = open(given)
      const old = page.consent.record.id
      act(page, (one) => one.consent.withdraw())
      expect(page.consent.record.id).toBeUndefined()
      act(page, (one) => one.consent.acceptAll())
      const { id } = page.consent.record
      if (page.sight().categories.some(({ asked }) => asked)) expect(id).toMatch(/^[\w-]{22}$/)
      if (old) expect(id).not.toBe(old)
    })
  })
})

describe('the id', () => {
  it('is there exactly while something is granted', () => {
    holds(both(fc.array(anyStep, { maxLength: 4 })), ([given, more]) => {
      const page = open({ ...given, steps: [] })
      expect(page.consent.record.id).toBeUndefined()
      for (const step of [...given.steps, ...more]) {
        act(page, step)
        const record = decode(page.browser.mirror, page.browser.now, 180)
        expect(!!page.consent.record.id).toBe([...(record?.answers.values() ?? [])].includes('yes'))
      }
      if (page.browser.ids === 0) expect(page.kept.filter(({ record }) => record.id)).toEqual([])
    })
  })
})
