/**
 * Each signal, call by call and in order, over all choices: on a first visit without one, at the first answer, at a later visit, at a change and at a
 * withdrawal. What is expected stands here as the vendors document it, row by row; nothing of it is computed by what is tested.
 */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Configuration } from '../../../src/model/settings.ts'
import { service } from '../../properties/support.ts'
import { type Imitation, imitations } from './imitations.ts'
import { openVisit, type Yes } from './visit.ts'

/** Who says yes to neither, to statistics, to advertising, to both. */
type Choice = 'neither' | 'analytics' | 'tracking' | 'both'
type Row = readonly string[]
type Table = Readonly<Record<Choice, Row>>

const choices: Readonly<Record<Choice, Yes>> = {
  neither: [],
  analytics: ['analytics'],
  tracking: ['tracking'],
  both: ['analytics', 'tracking'],
}
const all = Object.keys(choices) as Choice[]
/** What has nothing to do with it, in all its combinations: each with each choice, and with each that follows it. */
const others: readonly Yes[] = [[], ['social'], ['recaptcha'], ['social', 'recaptcha']]

const byAnalytics = (no: Row, yes: Row): Table => ({ neither: no, analytics: yes, tracking: no, both: yes })
const byTracking = (no: Row, yes: Row): Table => ({ neither: no, analytics: no, tracking: yes, both: yes })

interface Vendor {
  readonly name: keyof typeof imitations
  readonly configuration: Configuration
  /** What the page's own lines say. */
  readonly page: Row
  /** What it hears before anything of its own, while nobody has answered. */
  readonly first: Row
  /** What follows at once on a page where this was chosen, be it just now or earlier. */
  readonly chosen: Table
  /** What a later answer adds, by what was chosen before; as `chosen` says where nothing is given. */
  readonly changed?: Readonly<Record<Choice, Table>>
  /** The same where it was chosen on an earlier page, if that differs. */
  readonly stored?: Pick<Vendor, 'chosen' | 'changed'>
  /** What it hears first where its code came before us, if that differs. */
  readonly already?: Row
  /** Whether what the page queued stays before ours; otherwise ours goes first, while it has not been read. */
  readonly appends?: true
  /** Where the first of ours stands in the page's own lines. */
  readonly place?: number
  /** Where the page's lines come after ours and the choice is known by then. */
  readonly late?: { readonly unanswered: Row; readonly chosen: Table }
  /** Whether the vendor's own object is there before anything of ours in any case, so that nothing of it arrives later. */
  readonly present?: true
}

const ads = (word: string) => `ad_storage=${word} ad_user_data=${word} ad_personalization=${word}`
const seven = (tracking: string, analytics: string) =>
  `${ads(tracking)} analytics_storage=${analytics} personalization_storage=${tracking} functionality_storage=granted security_storage=granted`

const [no, yes] = ['denied', 'granted']
const matomoSays = (before: Row, grant: Row, refusal: Row, taken: Row, again: Row = grant) =>
  ({
    first: before,
    chosen: byAnalytics(refusal, grant),
    changed: {
      neither: byAnalytics(refusal, grant),
      tracking: byAnalytics(refusal, grant),
      analytics: byAnalytics(taken, again),
      both: byAnalytics(taken, again),
    },
  }) as const
const matomoService = (rest: object = {}) => [service('matomo', 'analytics', { signal: 'matomo', ...rest })]

const pixel = (name: keyof typeof imitations): Configuration => ({
  services: [service('pixel', 'tracking', { signal: name as 'meta' }), service('counter', 'analytics')],
})

const hubspot = (analytics: boolean, advertisement: boolean) =>
  `setHubSpotConsent analytics=${analytics} advertisement=${advertisement} functionality=true`
/** That it may track again is said only after it was told not to. */
const hubspotAfter = (...again: Row): Table => ({
  neither: [hubspot(false, false), 'revokeCookieConsent', 'doNotTrack'],
  analytics: [hubspot(true, false), ...again],
  tracking: [hubspot(false, true), 'revokeCookieConsent', 'doNotTrack'],
  both: [hubspot(true, true), ...again],
})
const shop = (analytics: boolean, tracking: boolean) =>
  `analytics=${analytics} marketing=${tracking} preferences=true sale_of_data=${tracking}`
const wordpress = (statistics: string, marketing: string) => [
  'functional allow',
  'preferences allow',
  `statistics-anonymous ${statistics}`,
  `statistics ${statistics}`,
  `marketing ${marketing}`,
]

const vendors: Readonly<Record<string, Vendor>> = {
  'Google (consent mode v2)': {
    name: 'google',
    configuration: { services: [service('ga', 'analytics', { signal: 'google' }), service('ads', 'tracking', { signal: 'google' })] },
    page: ['js 1', 'config G-1'],
    first: [`consent default ${seven(no, no)}`, 'set ads_data_redaction true'],
    chosen: {
      neither: [`consent update ${seven(no, no)}`],
      analytics: [`consent update ${seven(no, yes)}`],
      tracking: [`consent update ${seven(yes, no)}`],
      both: [`consent update ${seven(yes, yes)}`],
    },
  },
  'Microsoft (UET)': {
    name: 'microsoft',
    configuration: pixel('microsoft'),
    page: ['event page_view page=1'],
    first: ['consent default ad_storage=denied'],
    chosen: byTracking(['consent update ad_storage=denied'], ['consent update ad_storage=granted']),
  },
  'Microsoft Clarity': {
    name: 'clarity',
    configuration: { services: [service('clarity', 'analytics', { signal: 'clarity' }), service('ads', 'tracking')] },
    page: ['set page home'],
    first: ['consentv2 ad_Storage=denied analytics_Storage=denied'],
    chosen: {
      neither: ['consentv2 ad_Storage=denied analytics_Storage=denied'],
      analytics: ['consentv2 ad_Storage=denied analytics_Storage=granted'],
      tracking: ['consentv2 ad_Storage=granted analytics_Storage=denied'],
      both: ['consentv2 ad_Storage=granted analytics_Storage=granted'],
    },
    appends: true,
  },
  Meta: {
    name: 'meta',
    configuration: pixel('meta'),
    page: ['init 1', 'track PageView'],
    first: ['consent revoke'],
    chosen: byTracking(['consent revoke'], ['consent grant']),
    // One revocation is enough where nothing has been granted yet.
    late: { unanswered: ['consent revoke'], chosen: byTracking(['consent revoke'], ['consent revoke', 'consent grant']) },
  },
  Pinterest: {
    name: 'pinterest',
    configuration: pixel('pinterest'),
    page: ['load 1', 'page'],
    first: ['setconsent false'],
    chosen: byTracking(['setconsent false'], ['setconsent true']),
    place: 1,
    late: { unanswered: ['setconsent false'], chosen: byTracking(['setconsent false'], ['setconsent true']) },
  },
  TikTok: {
    name: 'tiktok',
    configuration: pixel('tiktok'),
    page: ['page'],
    first: ['holdConsent'],
    chosen: byTracking(['revokeConsent'], ['grantConsent']),
  },
  'Matomo, which waits with everything': {
    name: 'matomo',
    configuration: { services: matomoService() },
    page: ['trackPageView', 'enableLinkTracking'],
    ...matomoSays(['requireConsent'], ['setConsentGiven'], [], ['forgetConsentGiven', 'deleteCookies']),
  },
  'Matomo, which waits with cookies': {
    name: 'matomo',
    configuration: { services: matomoService(), signals: { matomo: 'cookie' } },
    page: ['trackPageView', 'enableLinkTracking'],
    ...matomoSays(['requireCookieConsent'], ['setCookieConsentGiven'], [], ['forgetCookieConsentGiven', 'deleteCookies']),
  },
  'Matomo, exempt': {
    name: 'matomo',
    configuration: { services: matomoService({ exempt: 'Geen cookies.' }) },
    page: ['trackPageView', 'enableLinkTracking'],
    // It runs until somebody objects: an objection is news then.
    ...matomoSays(['disableCookies'], [], ['requireConsent'], ['requireConsent'], []),
    changed: {
      neither: byAnalytics([], ['setConsentGiven false', 'disableCookies']),
      tracking: byAnalytics([], ['setConsentGiven false', 'disableCookies']),
      analytics: byAnalytics(['requireConsent'], []),
      both: byAnalytics(['requireConsent'], []),
    },
    // Nothing of it runs on a page of somebody who objected earlier.
    stored: {
      chosen: byAnalytics([], []),
      changed: {
        neither: byAnalytics([], []),
        tracking: byAnalytics([], []),
        analytics: byAnalytics(['requireConsent'], []),
        both: byAnalytics(['requireConsent'], []),
      },
    },
  },
  HubSpot: {
    name: 'hubspot',
    configuration: { services: [service('hubspot', 'analytics', { signal: 'hubspot' }), service('ads', 'tracking')] },
    page: ['setPath /'],
    first: ['no banner'],
    chosen: {
      neither: [hubspot(false, false), 'revokeCookieConsent', 'doNotTrack'],
      analytics: [hubspot(true, false)],
      tracking: [hubspot(false, true), 'revokeCookieConsent', 'doNotTrack'],
      both: [hubspot(true, true)],
    },
    changed: {
      neither: hubspotAfter('doNotTrack track=true'),
      tracking: hubspotAfter('doNotTrack track=true'),
      analytics: hubspotAfter(),
      both: hubspotAfter(),
    },
    // Its banner is there by then.
    already: [],
  },
  Shopify: {
    name: 'shopify',
    configuration: {
      services: [
        service('shop', 'functional', { signal: 'shopify' }),
        service('counter', 'analytics', { signal: 'shopify' }),
        service('ads', 'tracking'),
      ],
    },
    page: [],
    // Asked for at the first answer, and not before.
    first: [],
    chosen: {
      neither: [shop(false, false)],
      analytics: [shop(true, false)],
      tracking: [shop(false, true)],
      both: [shop(true, true)],
    },
    present: true,
  },
  'the WP Consent API': {
    name: 'wordpress',
    configuration: {
      services: [service('wordpress', 'functional', { signal: 'wordpress' }), service('counter', 'analytics'), service('ads', 'tracking')],
    },
    page: [],
    first: [],
    chosen: {
      neither: wordpress('deny', 'deny'),
      analytics: wordpress('allow', 'deny'),
      tracking: wordpress('deny', 'allow'),
      both: wordpress('allow', 'allow'),
    },
    present: true,
  },
}

const page = window as unknown as Record<string, unknown>
const clear = () => {
  for (const { globals } of Object.values(imitations) as Imitation[]) for (const name of globals) Reflect.deleteProperty(window, name)
}
beforeEach(clear)
afterEach(clear)

/** Ours, in the place among the page's own lines where it belongs. */
const among = ({ page, place = 0 }: Vendor, ours: Row) => [...page.slice(0, place), ...ours, ...page.slice(place)]
const after = ({ chosen, changed }: Pick<Vendor, 'chosen' | 'changed'>, before: Choice, now: Choice) =>
  changed ? changed[before][now] : chosen[now]

interface Visit {
  /** Whether the choice was made on an earlier page. */
  readonly isStored: boolean
  /** What is there when our signals come, and when the choice is made. */
  readonly there: 'nothing' | 'snippet' | 'code'
}
const visits: readonly (readonly [string, Visit])[] = [
  ['at the first answer, before anything of its own comes', { isStored: false, there: 'nothing' }],
  ['at the first answer, while its code is on its way', { isStored: false, there: 'snippet' }],
  ['at the first answer, when its code is there already', { isStored: false, there: 'code' }],
  ['on a later visit, before anything of its own comes', { isStored: true, there: 'nothing' }],
  ['on a later visit, while its code is on its way', { isStored: true, there: 'snippet' }],
  ['on a later visit, when its code is there already', { isStored: true, there: 'code' }],
]

/** What it hears until and with the choice, by what was there. */
function expected(vendor: Vendor, { isStored, there }: Visit, choice: Choice | undefined): Row {
  const { page, first, late, already = first, appends } = vendor
  const said = choice ? ((isStored && vendor.stored) || vendor).chosen[choice] : []
  if (there === 'code') return [...page, ...already, ...said]
  if (there === 'nothing' && late) return among(vendor, choice ? late.chosen[choice] : late.unanswered)
  return there === 'snippet' && appends ? [...page, ...first, ...said] : among(vendor, [...first, ...said])
}

describe.each(Object.entries(vendors))('%s', (_name, vendor) => {
  const { snippet, code, globals }: Imitation = imitations[vendor.name]
  const possible = visits.filter(([, { there }]) => !vendor.present || there === 'code')

  it.each(possible)('hears every choice and every change of it, each once: %s', async (_when, visit) => {
    const { isStored, there } = visit
    for (const [row, choice] of all.entries())
      for (const [column, next] of all.entries()) {
        const other = others[(row + column) % others.length] as Yes
        clear()
        const heard: string[] = []
        const { start, answer, problems } = openVisit(vendor.configuration, isStored ? [...choices[choice], ...other] : undefined)
        const arrive = [() => snippet(), () => code(heard)]
        const steps = { nothing: 0, snippet: 1, code: 2 }[there]
        for (const step of arrive.slice(0, steps)) step()
        // What the plug-in finds of ours when it comes is another test's.
        if (vendor.present) heard.length = 0
        await start()
        if (!isStored) await answer([...choices[choice], ...other])
        for (const step of arrive.slice(steps)) step()
        const asked = vendor.name === 'shopify' ? ['load name=consent-tracking-api version=0.1'] : []
        const at = [choice, next, other]
        expect([at, heard]).toEqual([at, [...asked, ...expected(vendor, visit, choice)]])
        heard.length = 0
        await answer([...choices[next], ...other])
        expect([at, heard]).toEqual([at, after((isStored && vendor.stored) || vendor, choice, next)])
        expect(problems).toEqual([])
      }
  })

  it.each(possible.filter(([, { isStored }]) => !isStored))(
    'hears that nothing is allowed while nobody has answered: %s',
    async (_when, visit) => {
      const heard: string[] = []
      const { start, problems } = openVisit(vendor.configuration)
      const arrive = [() => snippet(), () => code(heard)]
      const steps = { nothing: 0, snippet: 1, code: 2 }[visit.there]
      for (const step of arrive.slice(0, steps)) step()
      if (vendor.present) heard.length = 0
      await start()
      for (const step of arrive.slice(steps)) step()
      expect([heard, problems]).toEqual([expected(vendor, visit, undefined), []])
    },
  )

  it.each(vendor.present ? [] : [vendor.name])('may never come: nothing is wrong, whatever is answered', async () => {
    for (const stored of [undefined, ...Object.values(choices)]) {
      clear()
      const { start, answer, problems } = openVisit(vendor.configuration, stored)
      await start()
      for (const yes of Object.values(choices)) await answer(yes)
      expect(problems).toEqual([])
      // Snippets that do nothing where they find their function must find none.
      expect([page.fbq, page.pintrk]).toEqual([undefined, undefined])
    }
  })

  it('is named when it throws or cannot be spoken to, and nothing else goes wrong', async () => {
    const throwing = () => {
      throw new Error('broken')
    }
    const frozen = Object.freeze(
      Object.assign([], { push: throwing, holdConsent: throwing, grantConsent: throwing, revokeConsent: throwing }),
    )
    const broken: Readonly<Record<string, unknown>> = {
      fbq: Object.assign(throwing, { callMethod: throwing }),
      pintrk: throwing,
      clarity: throwing,
      wp_set_consent: throwing,
      Shopify: { customerPrivacy: { setTrackingConsent: throwing }, loadFeatures: throwing },
    }
    const name = globals[0] as string
    page[name] = broken[name] ?? frozen
    const { start, answer, problems } = openVisit(vendor.configuration)
    await start()
    await answer([])
    await answer(['analytics', 'tracking'])
    await answer([])
    await expect.poll(() => problems.length).toBeGreaterThan(0)
    for (const { path } of problems) expect(path).toBe(`window.${name}`)
  })
})

describe('a browser that asks not to be followed', () => {
  beforeEach(() => void Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }))
  afterEach(() => void Reflect.deleteProperty(navigator, 'globalPrivacyControl'))

  /** Of advertising that is a refusal; of statistics it is no answer. */
  const refuses = ['Google (consent mode v2)', 'Microsoft (UET)', 'Meta', 'Pinterest', 'TikTok']

  it.each(Object.entries(vendors))(
    '%s: hears a refusal where it is one, and then what the visitor says, be it yes or no',
    async (name, vendor) => {
      const { snippet, code }: Imitation = imitations[vendor.name]
      for (const choice of all)
        for (const isStored of [false, true]) {
          clear()
          const heard: string[] = []
          const { start, answer } = openVisit(vendor.configuration, isStored ? choices[choice] : undefined)
          snippet()
          code(heard)
          heard.length = 0
          await start()
          const { first, already = first } = vendor
          const unanswered = [...already, ...(refuses.includes(name) ? vendor.chosen.neither : [])]
          if (!isStored) expect([choice, heard]).toEqual([choice, unanswered])
          if (!isStored) heard.length = 0
          if (!isStored) await answer(choices[choice])
          const said = ((isStored && vendor.stored) || vendor).chosen[choice]
          const asked = vendor.name === 'shopify' ? ['load name=consent-tracking-api version=0.1'] : []
          expect([choice, heard]).toEqual([choice, [...asked, ...(isStored ? already : []), ...said]])
        }
    },
  )
})

describe('the WP Consent API at the end of the page', () => {
  it('finds that it is asked first, and hears what stands by then, once', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
    // A page loads once; here it does for each choice.
    const loaded: (() => void)[] = []
    const listen = vi.spyOn(globalThis, 'addEventListener').mockImplementation((_type: string, listener: unknown) => {
      loaded.push(listener as () => void)
    })
    try {
      for (const [choice, yes] of [[undefined, undefined] as const, ...Object.entries(choices)]) {
        clear()
        const heard: string[] = []
        const { configuration, chosen } = vendors['the WP Consent API'] as Vendor
        const { start, problems } = openVisit(configuration, yes)
        const told = start()
        await Promise.resolve()
        await Promise.resolve()
        imitations.wordpress.code(heard)
        for (const listener of loaded.splice(0)) listener()
        await told
        expect([choice, heard, problems]).toEqual([choice, ['type optin', ...(choice ? chosen[choice as Choice] : [])], []])
      }
    } finally {
      state.mockRestore()
      listen.mockRestore()
    }
  })
})

describe('a shop and WordPress as the catalogue has them, which are always on', () => {
  it.each(['Shopify', 'the WP Consent API'])('%s: is told of statistics alone also where that is all that was answered', async (name) => {
    const { configuration, chosen } = vendors[name] as Vendor
    const heard: string[] = []
    imitations[(vendors[name] as Vendor).name].code(heard)
    heard.length = 0
    const { start, answer } = openVisit(configuration)
    await start()
    expect(heard).toEqual([])
    await answer(['analytics'])
    expect(heard.slice(-chosen.analytics.length)).toEqual(chosen.analytics)
  })
})

describe('own adapters', () => {
  const parts = {
    analytics: service('panel', 'analytics', { signal: 'own' }),
    tracking: service('bids', 'tracking', { signal: 'own' }),
    social: service('wall', 'social', { signal: 'own' }),
    functional: service('basket', 'functional', { signal: 'own' }),
  }
  /** What is granted of it decides the word; what it may do is told by category. */
  const rows: readonly (readonly [keyof typeof parts, Yes | undefined, string])[] = [
    ['analytics', undefined, 'hold'],
    ['analytics', [], 'revoke'],
    ['analytics', ['tracking', 'social', 'recaptcha'], 'revoke tracking social'],
    ['analytics', ['analytics'], 'grant analytics'],
    ['tracking', undefined, 'hold'],
    ['tracking', ['analytics', 'social'], 'revoke analytics social'],
    ['tracking', ['tracking'], 'grant tracking'],
    ['social', undefined, 'hold'],
    ['social', ['analytics', 'tracking'], 'revoke analytics tracking'],
    ['social', ['social'], 'grant social'],
    ['functional', undefined, 'grant'],
    ['functional', [], 'grant'],
    ['functional', ['analytics', 'tracking', 'social'], 'grant analytics tracking social'],
  ]

  it.each(rows)('with a service in %s and a yes to %j hear: %s', async (category, yes, word) => {
    for (const isStored of [true, false]) {
      const heard: string[] = []
      const listen = (event: Event) => {
        const { call, services, has } = (event as CustomEvent).detail
        expect(services).toEqual([parts[category].id])
        heard.push([call, ...['analytics', 'tracking', 'social'].filter(has)].join(' '))
      }
      document.addEventListener('toestemming:signal', listen)
      const { start, answer, problems } = openVisit({ services: [parts[category]] }, isStored ? yes : undefined)
      await start()
      if (!isStored && yes) await answer(yes)
      document.removeEventListener('toestemming:signal', listen)
      expect([heard[0]?.split(' ')[0], heard.at(-1), problems]).toEqual(['before', word, []])
    }
  })
})
