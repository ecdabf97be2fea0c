/** Global Privacy Control: a refusal of tracking and social media that is told and never kept, until the visitor says something else. */

import { describe, expect, it, vi } from 'vitest'
import { createBrowser, openPage, service } from '../../properties/support.ts'

const services = [
  service('counter', 'analytics'),
  service('pixel', 'tracking'),
  service('film', 'social'),
  service('quiet', 'tracking', { exempt: 'Volgt niemand.' }),
]
const visit = (browser = createBrowser(), gpc = true, all = services) => openPage({ services: all }, [], browser, 0, gpc)
const granted = ({ consent }: ReturnType<typeof visit>) => ['analytics', 'tracking', 'social'].filter((id) => consent.has(id))

describe('a browser that asks not to follow', () => {
  it('has all denied and the visitor told, and nothing of it kept: there is no record, and so no source of one', () => {
    const page = visit()
    expect(granted(page)).toEqual([])
    expect(page.sight()).toMatchObject({ gpc: true, open: 'banner' })
    expect(page.consent.record).toEqual({
      answers: Object.fromEntries(
        ['functional', 'analytics', 'tracking', 'social', 'recaptcha', ...services.map(({ id }) => id)].map((id) => [id, 'never asked']),
      ),
    })
    expect([page.kept, page.browser.cookie, page.browser.mirror]).toEqual([[], '', ''])
  })

  /** What the visitor says, what is granted then, whether there still is something to tell, and what the record has as its source. */
  const rows: readonly (readonly [string, (page: ReturnType<typeof visit>) => void, readonly string[], boolean, string])[] = [
    ['accepts all', (page) => page.actions().acceptAll('banner'), ['analytics', 'tracking', 'social'], false, 'banner'],
    ['rejects all', (page) => page.actions().rejectAll('banner'), [], false, 'banner'],
    [
      'saves a yes to tracking',
      (page) => page.actions().save({ analytics: false, tracking: true, social: false }),
      ['tracking'],
      false,
      'preferences',
    ],
    ['answers only statistics', ({ consent }) => consent.save({ analytics: true }), ['analytics'], true, 'api'],
    ['answers only tracking, with yes', ({ consent }) => consent.save({ tracking: true }), ['tracking'], true, 'api'],
    ['answers only social media, with no', ({ consent }) => consent.save({ social: false }), [], true, 'api'],
    ['answers both, with no', ({ consent }) => consent.save({ tracking: false, social: false }), [], false, 'api'],
    ['answers both, one with yes', ({ consent }) => consent.save({ tracking: false, social: true }), ['social'], false, 'api'],
  ]

  it.each(rows)('never overrides what the visitor says who %s, on this page or the next', async (_name, say, now, isTold, source) => {
    const page = visit()
    say(page)
    // A first answer by hand is kept once it has been seen.
    await vi.waitFor(() => expect(page.kept).not.toEqual([]), 5000)
    const next = visit(page.browser)
    for (const one of [page, next]) {
      expect(granted(one)).toEqual(now)
      expect(one.sight().gpc).toBe(isTold)
      expect(one.consent.record.source).toBe(source)
    }
  })

  it('overrides no yes of an earlier visit without it, and takes nothing exempt for granted or denied', () => {
    const { browser, consent } = visit(createBrowser(), false)
    consent.save({ tracking: true, social: false })
    const page = visit(browser)
    expect([granted(page), page.sight().gpc]).toEqual([['tracking'], false])
    expect(visit().consent.has('quiet')).toBe(true)
  })

  it('is told only where tracking or social media are asked', () => {
    const told = (...ids: readonly string[]) =>
      visit(
        createBrowser(),
        true,
        services.filter(({ id }) => ids.includes(id)),
      ).sight().gpc
    expect([told('counter'), told('quiet'), told('counter', 'pixel'), told('film')]).toEqual([false, false, true, true])
  })
})

it('a browser that asks nothing is told nothing', () => {
  expect(visit(createBrowser(), false).sight().gpc).toBe(false)
})
