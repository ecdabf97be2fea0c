/** A site with services and marks, a visitor who does this and that on its pages, and what stands then. */

import fc from 'fast-check'
import { vi } from 'vitest'
import type { Configuration } from '../../src/model/settings.ts'
import type { Service } from '../../src/model/types.ts'
import type { View } from '../../src/model/view.ts'
import { storedChoices } from '../../src/ui/choices.ts'
import { idsOf, type Mark, openPage, type Page, service } from './support.ts'

export const categories = ['analytics', 'tracking', 'social', 'recaptcha', 'crash', 'chat']
const names = ['matomo', 'hotjar', 'youtube', 'vimeo', 'meta-pixel', 'helpdesk', 'sentry']
export const strangers = ['widget', 'embed.example']

export const services = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...names),
      category: fc.constantFrom('functional', ...categories),
      exempt: fc.option(fc.constant('Tw 11.7a lid 3 b'), { nil: undefined, freq: 3 }),
    }),
    { maxLength: 6, selector: ({ id }) => id },
  )
  .map((all) => all.map(({ id, category, exempt }) => service(id, category, exempt ? { exempt } : {})))

export const configurations: fc.Arbitrary<Configuration & { readonly services: readonly Service[] }> = services.map((all) => ({
  categories: { crash: { title: 'Fouten' }, chat: { title: 'Chat' } },
  services: all,
}))

/** A stranger is met in one category only, as on a real page. */
export const marks: fc.Arbitrary<readonly Mark[]> = fc.array(
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

export type Step = (page: Page) => void
export const anyId = fc.constantFrom(...categories, ...names, ...strangers, 'functional', 'unknown', '__proto__')
export const anyAnswer = fc.boolean()
export const some = fc.dictionary(fc.constantFrom(...categories, ...names, ...strangers, 'unknown'), anyAnswer, { maxKeys: 4 })

export const steps = {
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
export const anyStep = fc.oneof(...Object.values(steps))

/** What the preferences show. */
export const shown = (page: Page) => storedChoices({ ...page.sight(), texts: {}, lang: 'nl' } as View)
export const moved = (page: Page, moves: readonly boolean[]) =>
  Object.fromEntries(Object.entries(shown(page)).map(([id, on], index) => [id, moves[index] ? !on : on]))

/** What was answered and what is granted, by id of what is configured or drawn. */
export const answersOf = (page: Page) => ({ ...page.consent.record.answers })
export const grantsOf = (page: Page) => Object.fromEntries(idsOf(page.settings).map((id) => [id, page.consent.has(id)]))
const declared = (page: Page, id: string) => page.settings.services.find((one) => one.id === id)
export const isFunctional = (page: Page, id: string) => (declared(page, id)?.category ?? id) === 'functional'
export const isFree = (page: Page, id: string) => isFunctional(page, id) || !!declared(page, id)?.exempt
export const without = <T>(all: Readonly<Record<string, T>>, ids: readonly string[]) =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id)))
export const servicesOf = (page: Page, category: string) =>
  page.settings.services.filter((one) => one.category === category && !isFree(page, one.id)).map(({ id }) => id)

/** A page on which the visitor has already done a thing or two, and some time later. */
export const site = fc.record({ configuration: configurations, marks, steps: fc.array(anyStep, { maxLength: 5 }) })
export const open = ({ configuration, marks, steps }: { configuration: Configuration; marks: readonly Mark[]; steps: readonly Step[] }) => {
  const page = openPage(configuration, marks)
  page.sight()
  for (const step of steps) act(page, step)
  return page
}
export const act = (page: Page, step: Step) => {
  page.browser.now += 60_000
  step(page)
  vi.runAllTimers()
}
export const again = (page: Page, configuration: Configuration, marks: readonly Mark[] = []) => {
  const next = openPage(configuration, marks, page.browser)
  vi.runAllTimers()
  return next
}
/** Each property on three hundred sites. */
export const holds = <T>(values: fc.Arbitrary<T>, property: (value: T) => void) =>
  fc.assert(fc.property(values, property), { numRuns: 300 })
export const both = <T>(other: fc.Arbitrary<T>) => fc.tuple(site, other)
