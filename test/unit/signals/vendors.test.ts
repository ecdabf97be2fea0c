import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Heard, Signal } from '../../../src/model/ports.ts'
import type { Service } from '../../../src/model/types.ts'
import { clarity } from '../../../src/signals/clarity.ts'
import { google } from '../../../src/signals/google.ts'
import { hubspot } from '../../../src/signals/hubspot.ts'
import { matomo } from '../../../src/signals/matomo.ts'
import { meta } from '../../../src/signals/meta.ts'
import { microsoft } from '../../../src/signals/microsoft.ts'
import { own } from '../../../src/signals/own.ts'
import { pinterest } from '../../../src/signals/pinterest.ts'
import { shopify } from '../../../src/signals/shopify.ts'
import { tiktok } from '../../../src/signals/tiktok.ts'
import { wordpress } from '../../../src/signals/wordpress.ts'

const page = window as unknown as Record<string, unknown>
const globals = ['dataLayer', 'uetq', 'clarity', 'fbq', 'pintrk', 'ttq', '_paq', '_hsp', '_hsq', 'Shopify', 'wp_set_consent']
const clear = () => {
  for (const name of [...globals, 'wp_consent_type', 'disableHubSpotCookieBanner']) Reflect.deleteProperty(window, name)
}
beforeEach(clear)
afterEach(clear)

const granted = new Set<string>()
const say = (create: (heard: Heard) => Signal, rest: Partial<Heard> = {}) =>
  create({
    services: [],
    signals: { google: 'basic', gpc: true, matomo: 'tracking' },
    allows: (category) => granted.has(category),
    ...rest,
  })
const grants = (...categories: readonly string[]) => {
  granted.clear()
  for (const one of categories) granted.add(one)
}
/** As plain lists, whatever each call was kept in. */
const calls = (name: string): unknown[][] => [...(page[name] as Iterable<ArrayLike<unknown>>)].map((one) => Array.from(one))

describe('google', () => {
  const denied = {
    ad_storage: 'denied',
    ad_user_data: 'denied',
    ad_personalization: 'denied',
    analytics_storage: 'denied',
    personalization_storage: 'denied',
    functionality_storage: 'granted',
    security_storage: 'granted',
  }

  it.each([
    [[], 'denied', 'denied'],
    [['analytics'], 'denied', 'granted'],
    [['tracking'], 'granted', 'denied'],
    [['analytics', 'tracking'], 'granted', 'granted'],
    [['social', 'recaptcha', 'functional'], 'denied', 'denied'],
  ])('hears of %j: ads %s, statistics %s', (categories, ads, statistics) => {
    const signal = say(google)
    signal.before()
    grants(...categories)
    signal.grant()
    expect(calls('dataLayer').at(-1)).toEqual([
      'consent',
      'update',
      {
        ...denied,
        ad_storage: ads,
        ad_user_data: ads,
        ad_personalization: ads,
        personalization_storage: ads,
        analytics_storage: statistics,
      },
    ])
  })

  it('has its default before whatever the page has said already, after the page’s own default, as commands and not as messages', () => {
    page.dataLayer = [['consent', 'default', { ad_storage: 'granted' }], ['js', 1], { event: 'gtm.start' }, null, ['config', 'G-1']]
    const signal = say(google)
    signal.before()
    signal.revoke()
    const [theirs, first, redaction, update, ...rest] = page.dataLayer as unknown[]
    expect(theirs).toEqual(['consent', 'default', { ad_storage: 'granted' }])
    expect([first, redaction, update].map((one) => Array.from(one as ArrayLike<unknown>))).toEqual([
      ['consent', 'default', denied],
      ['set', 'ads_data_redaction', true],
      ['consent', 'update', denied],
    ])
    expect(Object.prototype.toString.call(first)).toBe('[object Arguments]')
    expect(rest).toHaveLength(4)
  })

  it('speaks at the end once the tag has read the list', () => {
    const pushed: unknown[] = []
    page.dataLayer = Object.assign([['js', 1]], { push: (...all: unknown[]) => pushed.push(...all) })
    page.google_tag_manager = {}
    say(google).before()
    expect(pushed).toHaveLength(2)
    delete page.google_tag_manager
  })

  it('has its default first also where the page has a `push` of its own', () => {
    const pushed: unknown[] = []
    page.dataLayer = Object.assign([['js', 1]], { push: (...all: unknown[]) => pushed.push(...all) })
    say(google).before()
    const [first] = page.dataLayer as unknown[]
    expect(Array.from(first as ArrayLike<unknown>).slice(0, 2)).toEqual(['consent', 'default'])
  })
})

describe('microsoft', () => {
  it('has a denied default first, and an update of the one key', () => {
    page.uetq = ['event', 'page_view', {}]
    const signal = say(microsoft)
    signal.before()
    grants('analytics')
    signal.revoke()
    grants('tracking')
    signal.grant()
    expect(page.uetq).toEqual([
      ...['consent', 'default', { ad_storage: 'denied' }],
      ...['consent', 'update', { ad_storage: 'denied' }],
      ...['consent', 'update', { ad_storage: 'granted' }],
      ...['event', 'page_view', {}],
    ])
  })
})

describe('clarity', () => {
  it('hears both keys, with their capitals, in all four combinations', () => {
    const signal = say(clarity)
    signal.before()
    for (const categories of [[], ['analytics'], ['tracking'], ['analytics', 'tracking']]) {
      grants(...categories)
      signal.grant()
    }
    const word = (ads: string, statistics: string) => ['consentv2', { ad_Storage: ads, analytics_Storage: statistics }]
    page.q = (page.clarity as { q: unknown }).q
    expect(calls('q')).toEqual([
      word('denied', 'denied'),
      word('denied', 'denied'),
      word('denied', 'granted'),
      word('granted', 'denied'),
      word('granted', 'granted'),
    ])
  })

  it('speaks to the vendor’s own function once that is there', () => {
    const heard = vi.fn()
    page.clarity = heard
    say(clarity).before()
    expect(heard).toHaveBeenCalledOnce()
  })
})

/** As the vendors' snippets make their function: only where there is none. */
const snippet = (name: string) => {
  if (page[name]) return
  page[name] = (...values: unknown[]) => void queue(name).push(values)
  // Looked for again before it has its queue, as the vendors' own do.
  ;(page[name] as { queue: unknown[][] }).queue = []
}
const speak = (name: string, ...values: unknown[]) => (page[name] as (...all: unknown[]) => void)(...values)
const queue = (name: string) => (page[name] as { queue: unknown[][] }).queue

describe('meta', () => {
  it('hears revoke before init, and grant too where there is consent', () => {
    const signal = say(meta)
    signal.before()
    signal.grant()
    expect(typeof page.fbq).toBe('undefined')
    snippet('fbq')
    speak('fbq', 'init', '1')
    signal.revoke()
    // Nobody has read it yet: what is withdrawn by then is never begun.
    expect(queue('fbq')).toEqual([
      ['consent', 'revoke'],
      ['consent', 'grant'],
      ['consent', 'revoke'],
      ['init', '1'],
    ])
  })

  it('hears only revoke while nothing is granted, and what is granted later', () => {
    const signal = say(meta)
    signal.before()
    snippet('fbq')
    speak('fbq', 'init', '1')
    expect(queue('fbq')).toEqual([
      ['consent', 'revoke'],
      ['init', '1'],
    ])
    signal.grant()
    expect(queue('fbq')).toEqual([
      ['consent', 'revoke'],
      ['consent', 'grant'],
      ['init', '1'],
    ])
  })

  it('hears it at once when it is there already', () => {
    snippet('fbq')
    say(meta).before()
    expect(queue('fbq')).toEqual([['consent', 'revoke']])
  })

  it('hears the next thing that is said where the page declares a function of that name after us', () => {
    const signal = say(meta)
    signal.before()
    const queue: unknown[] = []
    const value = Object.assign((...values: unknown[]) => queue.push(values), { queue })
    Object.defineProperty(window, 'fbq', { value, writable: true, enumerable: true, configurable: true })
    value('init', '1')
    signal.grant()
    signal.revoke()
    expect(queue).toEqual([
      ['consent', 'revoke'],
      ['consent', 'grant'],
      ['consent', 'revoke'],
      ['init', '1'],
    ])
  })
})

describe('pinterest', () => {
  it('hears setconsent after load and before page', () => {
    const signal = say(pinterest)
    signal.before()
    signal.grant()
    snippet('pintrk')
    speak('pintrk', 'load', '1')
    speak('pintrk', 'page')
    signal.revoke()
    expect(queue('pintrk')).toEqual([['load', '1'], ['setconsent', true], ['setconsent', false], ['page']])
  })

  it('is heard at once by what has read its queue', () => {
    const heard = vi.fn()
    page.pintrk = heard
    const signal = say(pinterest)
    signal.before()
    signal.grant()
    expect(heard.mock.calls).toEqual([
      ['setconsent', false],
      ['setconsent', true],
    ])
  })
})

describe('tiktok', () => {
  it('holds first, then grants or revokes, in the list that its snippet goes on with', () => {
    const signal = say(tiktok)
    signal.before()
    signal.grant()
    signal.revoke()
    expect(page.ttq).toEqual([['holdConsent'], ['grantConsent'], ['revokeConsent']])
  })

  it('calls the methods once they are there', () => {
    const heard: string[] = []
    page.ttq = Object.assign([], { holdConsent: () => heard.push('hold'), grantConsent: () => heard.push('grant') })
    const signal = say(tiktok)
    signal.before()
    signal.grant()
    expect(heard).toEqual(['hold', 'grant'])
  })
})

describe('matomo', () => {
  const use = (service: Partial<Service>, mode: 'tracking' | 'cookie' = 'tracking') => {
    page._paq = [['trackPageView']]
    const signal = say(matomo, {
      services: [{ id: 'matomo', category: 'analytics', provider: 'Matomo', ...service }],
      signals: { google: 'basic', gpc: true, matomo: mode },
    })
    signal.before()
    return signal
  }

  it('waits with everything, before the first page view, and forgets only what was given', () => {
    const signal = use({})
    signal.revoke()
    signal.grant()
    signal.revoke()
    expect(page._paq).toEqual([['requireConsent'], ['setConsentGiven'], ['forgetConsentGiven'], ['deleteCookies'], ['trackPageView']])
  })

  it('waits with cookies alone when that is configured', () => {
    const signal = use({}, 'cookie')
    signal.grant()
    signal.revoke()
    expect(page._paq).toEqual([
      ['requireCookieConsent'],
      ['setCookieConsentGiven'],
      ['forgetCookieConsentGiven'],
      ['deleteCookies'],
      ['trackPageView'],
    ])
  })

  it('is without cookies where it is exempt, and sends nothing more after an objection', () => {
    const signal = use({ exempt: 'Geen cookies.' })
    signal.grant()
    expect(page._paq).toEqual([['disableCookies'], ['trackPageView']])
    signal.revoke()
    expect(page._paq).toEqual([['disableCookies'], ['requireConsent'], ['trackPageView']])
    signal.grant()
    expect((page._paq as unknown[]).slice(2, 4)).toEqual([['setConsentGiven', false], ['disableCookies']])
  })

  it('has nothing to stop where it is exempt and was objected to before, and counts when that is taken back', () => {
    const signal = use({ exempt: 'Geen cookies.' })
    signal.revoke()
    signal.grant()
    expect(page._paq).toEqual([['disableCookies'], ['trackPageView']])
  })
})

describe('hubspot', () => {
  it('hears its three categories, and is told not to track after a refusal, and to track again', () => {
    const signal = say(hubspot)
    signal.before()
    expect(page.disableHubSpotCookieBanner).toBe(true)
    grants()
    signal.revoke()
    grants('analytics')
    signal.grant()
    expect(page._hsp).toEqual([
      ['setHubSpotConsent', { analytics: false, advertisement: false, functionality: true }],
      ['revokeCookieConsent'],
      ['setHubSpotConsent', { analytics: true, advertisement: false, functionality: true }],
    ])
    expect(page._hsq).toEqual([['doNotTrack'], ['doNotTrack', { track: true }]])
  })
})

describe('shopify', () => {
  const heard = vi.fn((_consent: object, done: () => void) => done())
  const customerPrivacy = { setTrackingConsent: heard }
  afterEach(() => heard.mockClear())

  it('hears its four uses', async () => {
    page.Shopify = { customerPrivacy }
    grants('tracking')
    await say(shopify).revoke()
    expect(heard.mock.calls[0]?.[0]).toEqual({ analytics: false, marketing: true, preferences: true, sale_of_data: true })
  })

  it('loads the feature first where it is not there', async () => {
    const shop = {
      loadFeatures(features: unknown, done: () => void) {
        expect(features).toEqual([{ name: 'consent-tracking-api', version: '0.1' }])
        page.Shopify = Object.assign(shop, { customerPrivacy })
        done()
      },
    }
    page.Shopify = shop
    await say(shopify).revoke()
    expect(heard).toHaveBeenCalledOnce()
  })
})

describe('wordpress', () => {
  it('says that it asks first, and sets all five categories', async () => {
    const events: string[] = []
    document.addEventListener('wp_consent_type_defined', (event) => events.push(event.type), { once: true })
    const heard: string[] = []
    page.wp_set_consent = (...values: string[]) => heard.push(values.join(' '))
    const signal = say(wordpress)
    signal.before()
    grants('analytics')
    await signal.revoke()
    expect([page.wp_consent_type, events]).toEqual(['optin', ['wp_consent_type_defined']])
    expect(heard).toEqual(['functional allow', 'preferences allow', 'statistics-anonymous allow', 'statistics allow', 'marketing deny'])
  })

  it('says what is missing once the page has loaded', () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('complete')
    expect(() => say(wordpress).grant()).toThrow('WP Consent API')
    state.mockRestore()
  })
})

describe('own', () => {
  it('is an event with the call, the services and what they may do, and waits for what the owner asks it to', async () => {
    const heard: unknown[] = []
    let finish = () => {}
    const listen = (event: Event) => {
      const { call, services, has, until } = (event as CustomEvent).detail
      heard.push([call, services, has('tracking')])
      until(new Promise<void>((resolve) => (finish = resolve)))
    }
    document.addEventListener('toestemming:signal', listen)
    grants('tracking')
    const signal = say(own, { services: [{ id: 'panel', category: 'tracking', provider: 'Panel' }] })
    signal.before()
    signal.hold?.()
    signal.grant()
    let over = false
    void (signal.revoke() as Promise<unknown>).then(() => {
      over = true
    })
    await Promise.resolve()
    expect([heard, over]).toEqual([['before', 'hold', 'grant', 'revoke'].map((call) => [call, ['panel'], true]), false])
    finish()
    await new Promise((resolve) => setTimeout(resolve))
    expect(over).toBe(true)
    document.removeEventListener('toestemming:signal', listen)
  })
})
