import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decode } from '../../src/model/codec.ts'
import { serviceCode } from '../../src/model/serviceCode.ts'
import type { Configuration } from '../../src/model/settings.ts'
import type { Service } from '../../src/model/types.ts'
import type { View } from '../../src/model/view.ts'
import { storedChoices } from '../../src/ui/choices.ts'
import { type Browser, createBrowser, day, idsOf, type Mark, moment, openPage, type Page, service } from './support.ts'
import './seed.ts'

const categories = ['analytics', 'tracking', 'social', 'recaptcha', 'crash', 'chat']
const names = ['matomo', 'hotjar', 'youtube', 'vimeo', 'meta-pixel', 'helpdesk', 'sentry']
const strangers = ['widget', 'embed.example']

const services = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...names),
      category: fc.constantFrom('functional', ...categories),
      exempt: fc.option(fc.constant('Tw 11.7a lid 3 b'), { nil: undefined, freq: 3 }),
    }),
    { maxLength: 6, selector: ({ id }) => id },
  )
  .map((all) => all.map(({ id, category, exempt }) => service(id, category, exempt ? { exempt } : {})))

const configurations: fc.Arbitrary<Configuration & { readonly services: readonly Service[] }> = services.map((all) => ({
  categories: { crash: { title: 'Fouten' }, chat: { title: 'Chat' } },
  services: all,
}))

/** A stranger is met in one category only, as on a real page. */
const marks: fc.Arbitrary<readonly Mark[]> = fc.array(
  fc.oneof(
    fc.constantFrom(...categories).map((consent): Mark => ({ consent })),
    fc
      .constantFrom('analytics tracking', '!social', 'analytics !social', 'functional', 'unknown', '')
      .map((consent): Mark => ({ consent })),
    fc.tuple(fc.constantFrom(...categories), fc.constantFrom(...names)).map(([consent, name]): Mark => ({ consent, service: name })),
    fc.constantFrom<Mark>({ consent: 'social', service: 'widget' }, { consent: 'tracking', service: 'embed.example' }),
    fc.constantFrom<Mark>({ consent: 'recaptcha', form: true }),
  ),
  { maxLength: 4 },
)

type Step = (page: Page) => void
const anyId = fc.constantFrom(...categories, ...names, ...strangers, 'functional', 'unknown', '__proto__')
const anyAnswer = fc.boolean()
const some = fc.dictionary(fc.constantFrom(...categories, ...names, ...strangers, 'unknown'), anyAnswer, { maxKeys: 4 })

const steps = {
  acceptAll: fc.constantFrom<Step>(
    (page) => page.consent.acceptAll(),
    (page) => page.actions().acceptAll('banner'),
  ),
  rejectAll: fc.constantFrom<Step>(
    (page) => page.consent.rejectAll(),
    (page) => page.actions().rejectAll('preferences'),
  ),
  save: some.map(
    (choices): Step =>
      (page) =>
        page.consent.save(choices),
  ),
  /** The preferences, with some of the switches moved. */
  savePreferences: fc.array(anyAnswer, { minLength: 20, maxLength: 20 }).map(
    (moves): Step =>
      (page) =>
        page.actions().save(moved(page, moves)),
  ),
  withdraw: anyId.map(
    (id): Step =>
      (page) =>
        page.consent.withdraw(id),
  ),
  withdrawAll: fc.constant<Step>((page) => page.consent.withdraw()),
  grant: anyId.map(
    (id): Step =>
      (page) =>
        page.judge.grant(id, 'placeholder'),
  ),
  control: anyId.map(
    (id): Step =>
      (page) =>
        void page.core.act(`grant:${id}`),
  ),
}
const anyStep = fc.oneof(...Object.values(steps))

/** What the preferences show. */
const shown = (page: Page) => storedChoices({ ...page.sight(), texts: {}, lang: 'nl' } as View)
const moved = (page: Page, moves: readonly boolean[]) =>
  Object.fromEntries(Object.entries(shown(page)).map(([id, on], index) => [id, moves[index] ? !on : on]))

/** What was answered and what is granted, by id of what is configured or drawn. */
const answersOf = (page: Page) => ({ ...page.consent.record.answers })
const grantsOf = (page: Page) => Object.fromEntries(idsOf(page.settings).map((id) => [id, page.consent.has(id)]))
const declared = (page: Page, id: string) => page.settings.services.find((one) => one.id === id)
const isFunctional = (page: Page, id: string) => (declared(page, id)?.category ?? id) === 'functional'
const isFree = (page: Page, id: string) => isFunctional(page, id) || !!declared(page, id)?.exempt
const without = <T>(all: Readonly<Record<string, T>>, ids: readonly string[]) =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id)))
const servicesOf = (page: Page, category: string) =>
  page.settings.services.filter((one) => one.category === category && !isFree(page, one.id)).map(({ id }) => id)

/** A page on which the visitor has already done a thing or two, and some time later. */
const site = fc.record({ configuration: configurations, marks, steps: fc.array(anyStep, { maxLength: 5 }) })
const open = ({ configuration, marks, steps }: { configuration: Configuration; marks: readonly Mark[]; steps: readonly Step[] }) => {
  const page = openPage(configuration, marks)
  page.sight()
  for (const step of steps) act(page, step)
  return page
}
const act = (page: Page, step: Step) => {
  page.browser.now += 60_000
  step(page)
  vi.runAllTimers()
}
const again = (page: Page, configuration: Configuration, marks: readonly Mark[] = []) => {
  const next = openPage(configuration, marks, page.browser)
  vi.runAllTimers()
  return next
}
/** Each property on three hundred sites. */
const holds = <T>(values: fc.Arbitrary<T>, property: (value: T) => void) => fc.assert(fc.property(values, property), { numRuns: 300 })
const both = <T>(other: fc.Arbitrary<T>) => fc.tuple(site, other)

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
