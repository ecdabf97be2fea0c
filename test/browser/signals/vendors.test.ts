/** What the vendors hear that have a stub of their own, call by call: on a first visit, on the next, and at a withdrawal. Each stub here only notes. */

import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, bannerAppears, errorsOf, gone, inEveryBrowser, pressInShadow, textOf, view } from '../../support/browser.ts'
import { cookies, thirdParties } from '../../support/observe.ts'
import { addLibrary, address, host, openPreferences, put, run, startSite, tag } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'

/** `note('by', …)` keeps a line where a reload leaves it; what an object says is written `key=value`. */
const notebook = `<script>
window.note = (by, ...words) => {
  const plain = (one) => (one && typeof one === 'object' ? (one.length === undefined ? Object.entries(one).map((pair) => pair.join('=')) : Array.from(one, plain)).join(' ') : one)
  sessionStorage.setItem('heard', (sessionStorage.getItem('heard') || '') + [by, ...words.map(plain)].join(' ') + '\\n')
}
window.fetchCode = (src) => document.head.append(Object.assign(document.createElement('script'), { src }))
addEventListener('pagehide', () => note('page', 'left'))
</script>`

interface Vendor {
  readonly category: 'analytics' | 'tracking' | 'functional'
  /** Its code, and what that does with what its stub has collected. */
  readonly at?: string
  readonly code?: string
  /** What the page has: behind our tag, or at its end. */
  readonly snippet: string
  readonly last?: string
  /** Heard before an answer, after everything was accepted, and at a withdrawal of everything. */
  readonly unasked?: readonly string[]
  readonly accepted: readonly string[]
  readonly withdrawn: readonly string[]
  /** On the next page, where that differs from the first and the second together. */
  readonly next?: readonly string[]
}

const marked = (category: string, service: string, code: string) =>
  `<script type="text/plain" data-consent="${category}" data-service="${service}">${code}</script>`

const vendors: Readonly<Record<string, Vendor>> = {
  tiktok: {
    category: 'tracking',
    at: 'analytics.tiktok.com/i18n/pixel/events.js',
    snippet: marked(
      'tracking',
      'tiktok',
      `const list = (window.ttq = window.ttq || [])
      for (const name of ['page', 'track', 'holdConsent', 'grantConsent', 'revokeConsent']) list[name] = (...values) => list.push([name, ...values])
      fetchCode('https://analytics.tiktok.com/i18n/pixel/events.js')
      ttq.page()`,
    ),
    code: `for (const call of ttq) note('tiktok', call)
      for (const name of ['page', 'holdConsent', 'grantConsent', 'revokeConsent']) ttq[name] = (...values) => note('tiktok', name, ...values)`,
    accepted: ['holdConsent', 'grantConsent', 'page'],
    withdrawn: ['revokeConsent'],
  },
  pinterest: {
    category: 'tracking',
    at: 's.pinimg.com/ct/core.js',
    snippet: marked(
      'tracking',
      'pinterest',
      `if (!window.pintrk) {
        window.pintrk = (...values) => pintrk.queue.push(values)
        pintrk.queue = []
        fetchCode('https://s.pinimg.com/ct/core.js')
      }
      pintrk('load', '1')
      pintrk('page')`,
    ),
    code: `for (const call of pintrk.queue) note('pinterest', call)
      window.pintrk = (...values) => note('pinterest', values)`,
    accepted: ['load 1', 'setconsent true', 'page'],
    withdrawn: ['setconsent false'],
  },
  hubspot: {
    category: 'analytics',
    at: 'js.hs-scripts.com/1.js',
    snippet: marked(
      'analytics',
      'hubspot',
      `window._hsq = window._hsq || []
      _hsq.push(['setPath', '/'])
      fetchCode('https://js.hs-scripts.com/1.js')`,
    ),
    code: `note('hubspot', 'banner', window.disableHubSpotCookieBanner ? 'off' : 'on')
      for (const name of ['_hsp', '_hsq']) {
        for (const call of window[name] || []) note('hubspot', name, call)
        window[name] = { push: (...calls) => calls.forEach((call) => note('hubspot', name, call)) }
      }`,
    accepted: ['banner off', '_hsp setHubSpotConsent analytics=true advertisement=true functionality=true', '_hsq setPath /'],
    withdrawn: [
      '_hsp setHubSpotConsent analytics=false advertisement=false functionality=true',
      '_hsp revokeCookieConsent',
      '_hsq doNotTrack',
    ],
  },
  matomo: {
    category: 'analytics',
    at: 'meter.example/matomo.js',
    snippet: `<script>window._paq = window._paq || []; _paq.push(['trackPageView'])</script>${marked('analytics', 'matomo', "fetchCode('https://meter.example/matomo.js')")}`,
    code: `for (const call of _paq) note('matomo', call)
      window._paq = { push: (...calls) => calls.forEach((call) => note('matomo', call)) }`,
    accepted: ['requireConsent', 'setConsentGiven', 'trackPageView'],
    withdrawn: ['forgetConsentGiven', 'deleteCookies'],
  },
  shopify: {
    category: 'functional',
    // The shop's own object: it is asked for the feature once per page, and needs a moment to keep what it hears.
    snippet: `<script>window.Shopify = {
      loadFeatures([feature], done) {
        note('shopify', feature)
        Shopify.customerPrivacy = {
          setTrackingConsent(consent, kept) {
            note('shopify', consent)
            setTimeout(() => { note('shopify', 'kept'); kept() }, 200)
          },
        }
        setTimeout(done)
      },
    }</script>`,
    accepted: ['name=consent-tracking-api version=0.1', 'analytics=true marketing=true preferences=true sale_of_data=true', 'kept'],
    withdrawn: ['analytics=false marketing=false preferences=true sale_of_data=false', 'kept'],
  },
  wordpress: {
    category: 'functional',
    snippet: `<script>document.addEventListener('wp_consent_type_defined', () => note('wordpress', 'type', wp_consent_type))</script>`,
    last: `<script>window.wp_set_consent = (category, value) => note('wordpress', category, value)</script>`,
    unasked: ['type optin'],
    accepted: ['functional allow', 'preferences allow', 'statistics-anonymous allow', 'statistics allow', 'marketing allow'],
    withdrawn: ['functional allow', 'preferences allow', 'statistics-anonymous deny', 'statistics deny', 'marketing deny'],
  },
}
const all = Object.entries(vendors)

const services = [
  ...all.map(([id, { category, at }]) => ({ id, provider: id, category, signal: id, ...(at && { hosts: [at.split('/')[0]] }) })),
  // Shopify and WordPress decide about advertising too, and have no service there: the category answers.
  { id: 'ads', provider: 'Adverteerder', category: 'tracking', hosts: ['ads.example'] },
]
const head = all.map(([, { snippet }]) => snippet).join('\n')
const body = all.map(([, { last = '' }]) => last).join('\n')

const gtag = 'www.googletagmanager.com/gtag/js'
const startVendors = async () => {
  const web = await startSite()
  const add = (place: string, code: string) => {
    const [at = '', ...path] = place.split('/')
    web.addPage(at, `/${path.join('/')}`, `(() => {${code}})()`, { 'content-type': 'text/javascript' })
  }
  for (const [, { at, code }] of all) if (at && code) add(at, code)
  add(
    gtag,
    `window.google_tag_manager ??= {}
    for (const call of [...dataLayer]) note('google', call.event ? 'event ' + call.event : call)
    document.cookie = '_ga=1; Path=/'
    dataLayer.push = (...calls) => calls.forEach((call) => note('google', call.event ? 'event ' + call.event : call))`,
  )
  return web
}

const heard = async (page: Page, by: string) =>
  String(await run(page, "sessionStorage.getItem('heard') || ''"))
    .split('\n')
    .filter((line) => line.startsWith(`${by} `))
    .map((line) => line.slice(by.length + 1))
const forget = (page: Page) => run(page, "sessionStorage.removeItem('heard')")
const press = (page: Page, name: string) => pressInShadow(page, action(name), { within: 'toestemming-ui' })

/** Waits until each has heard as much as it should, and then compares. */
const hears = async (page: Page, expected: Readonly<Record<string, readonly string[]>>) => {
  const found = async () => Object.fromEntries(await Promise.all(Object.keys(expected).map(async (by) => [by, await heard(page, by)])))
  await until('all have heard', async () => {
    const now = await found()
    return Object.entries(expected).every(([by, calls]) => (now[by]?.length ?? 0) >= calls.length)
  }).catch(() => {})
  expect(await found()).toEqual(expected)
}
const each = (list: (vendor: Vendor) => readonly string[]) => Object.fromEntries(all.map(([by, vendor]) => [by, list(vendor)]))

inEveryBrowser(startVendors, (browser) => {
  test('TikTok, Pinterest, HubSpot, Matomo, Shopify and WordPress hear each choice once, in their own words and order, before their code does anything', async () => {
    const visitor = await browser.visitor()
    const config = { owner: 'Voorbeeld BV', services }
    const page = await visitor.open(put(browser.web, '/', { config, first: notebook, head, body }))
    await bannerAppears(page)
    expect(thirdParties(browser.web.log, host)).toEqual([])
    await hears(
      page,
      each(({ unasked = [] }) => unasked),
    )
    await press(page, 'accept-all')
    const once = each(({ unasked = [], accepted }) => [...unasked, ...accepted])
    await hears(page, once)
    await until('the cookie is written', async () => (await cookies(page)).some(({ name }) => name === 'toestemming'))
    await page.close()
    visitor.pages.pop()

    const next = await visitor.open(`${address}/`)
    await hears(next, once)

    await forget(next)
    browser.web.clearLog()
    await run(next, 'window.before = true; toestemming.withdraw()')
    await until('the page has reloaded', async () => (await run(next, "!window.before && document.readyState === 'complete'")) === true)
    // Shopify has kept it before the page goes; nothing is asked of a vendor on the page that comes.
    const lines = String(await run(next, "sessionStorage.getItem('heard')")).split('\n')
    const left = lines.indexOf('page left')
    const before = lines.slice(0, left)
    const told = (by: string) => before.filter((line) => line.startsWith(`${by} `)).map((line) => line.slice(by.length + 1))
    expect(Object.fromEntries(all.map(([by]) => [by, told(by)]))).toEqual(each(({ withdrawn }) => withdrawn))
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual([])
  })

  test('in advanced mode Google’s tag runs at once with everything denied, hears the choice, finds it as its default later, and goes on after a withdrawal', async () => {
    // The very lines that owners are given.
    const docs = readFileSync(new URL('../../../docs/signals.md', import.meta.url), 'utf8')
    const lines = docs.match(/```html\n([^`]*wait_for_update[^`]*)```/)?.[1] ?? ''
    const config = {
      owner: 'Voorbeeld BV',
      services: [
        {
          id: 'ga',
          provider: 'Google',
          category: 'analytics',
          signal: 'google',
          hosts: ['www.googletagmanager.com'],
          cookies: [{ name: '_ga' }],
        },
        { id: 'ads', provider: 'Adverteerder', category: 'tracking', hosts: ['ads.example'] },
      ],
      signals: { google: 'advanced' },
    }
    const own = `${lines}<script async src="https://${gtag}?id=G-1"></script><script>gtag('js', 1); gtag('config', 'G-1')</script>
      <script type="text/plain" data-consent="tracking" data-src="https://ads.example/ads.js"></script>`
    const states = (analytics: string, ads: string) =>
      `ad_storage=${ads} ad_user_data=${ads} ad_personalization=${ads} analytics_storage=${analytics} personalization_storage=${ads} functionality_storage=granted security_storage=granted`
    const byOwner = (analytics: string, ads: string) => `consent default ${states(analytics, ads)} wait_for_update=500`
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', { config, first: notebook, head: own }))
    await bannerAppears(page)
    await until('Google has come', async () => (await heard(page, 'google')).length > 2)
    // Ours comes with the page, and repeats what the page has said.
    await until('Google has heard us', async () => (await heard(page, 'google')).includes('set ads_data_redaction true'))
    const first = await heard(page, 'google')
    expect(first[0]).toBe(byOwner('denied', 'denied'))
    expect(first).toContain(`consent default ${states('denied', 'denied')}`)
    expect(first.join('\n').replaceAll('functionality_storage=granted security_storage=granted', '')).not.toContain('granted')
    expect(thirdParties(browser.web.log, host)).toEqual([gtag])
    expect(errorsOf(page)).toEqual([])

    await forget(page)
    await run(page, 'toestemming.save({ analytics: true, tracking: false })')
    await hears(page, {
      google: [`consent update ${states('granted', 'denied')}`, 'event toestemming'],
    })
    await until('the cookie is written', async () => (await cookies(page)).some(({ name }) => name === 'toestemming'))
    await page.close()
    visitor.pages.pop()

    const next = await visitor.open(`${address}/`)
    await until('Google has heard the choice', async () => (await heard(next, 'google')).includes('event toestemming'))
    const later = await heard(next, 'google')
    expect(later[0]).toBe(byOwner('granted', 'denied'))
    const words = later.filter((line) => line.startsWith('consent update'))
    expect(words).toEqual([`consent update ${states('granted', 'denied')}`])

    await forget(next)
    await run(next, 'window.before = true; toestemming.withdraw()')
    await hears(next, { google: [`consent update ${states('denied', 'denied')}`, 'event toestemming'] })
    await until('its cookie is gone', async () => (await cookies(next)).every(({ name }) => name !== '_ga'))
    expect(await run(next, 'window.before')).toBe(true)
  })

  test('statistics without consent run at once without a banner and without cookies, stop when the visitor objects, and stay away', async () => {
    const reason = 'Geen cookies, IP-adres ingekort, niet gedeeld.'
    const service = { ...services.find(({ id }) => id === 'matomo'), exempt: reason }
    const { snippet } = vendors.matomo as Vendor
    const parts = { config: { owner: 'Voorbeeld BV', services: [service] }, first: notebook, tag, head: snippet }
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', { ...parts, body: '<div data-toestemming="cookies"></div>' }))
    await hears(page, { matomo: ['disableCookies', 'trackPageView'] })
    await gone(page, view('banner'))
    expect(await cookies(page)).toEqual([])
    const preferences = await openPreferences(page)
    expect(await textOf(preferences)).toContain(reason)
    await forget(page)
    await run(page, 'window.before = true')
    await pressInShadow(page, 'input[name="analytics/matomo"]', { within: view('preferences') })
    await press(page, 'save')
    await until('the page has reloaded', async () => (await run(page, "!window.before && document.readyState === 'complete'")) === true)
    expect((await heard(page, 'matomo'))[0]).toBe('requireConsent')

    await page.close()
    visitor.pages.pop()
    browser.web.clearLog()
    const next = await visitor.open(`${address}/`)
    await quiet(browser.web)
    expect(await run(next, "toestemming.has('matomo')")).toBe(false)
    expect(thirdParties(browser.web.log, host)).toEqual([])
  })

  test.each(['signals/tiktok.js', 'signals.js'])('%s that never answers on a later visit holds nothing for long', async (file) => {
    const config = { owner: 'Voorbeeld BV', services }
    const scripts = `${head}<script type="text/plain" data-consent="tracking" data-src="https://ads.example/ads.js"></script>
      <iframe data-consent="social" data-src="https://film.example/1" title="Film"></iframe>`
    addLibrary(browser.web, host)
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', { config, first: notebook, head: scripts, body }))
    await bannerAppears(page)
    await run(page, "toestemming.save({ analytics: true, tracking: true, social: true, 'film.example': true })")
    await until('the choice is kept', () => run(page, "!!localStorage['toestemming:settings']") as Promise<boolean>)
    await page.close()
    visitor.pages.pop()

    const hosts = ['ads.example', 'film.example', 'js.hs-scripts.com', 'analytics.tiktok.com']
    /** Opens the page again, and gives it with the milliseconds until all four are asked. */
    const again = async () => {
      browser.web.clearLog()
      const page = await visitor.open(`${address}/`, { wait: 'domcontentloaded' })
      const asked = (at: string) => browser.web.log.find((one) => one.host === at)?.time ?? 0
      await until('all is released', () => hosts.every(asked))
      const start = browser.web.log.find(({ path }) => path === '/')?.time ?? 0
      return { page, time: Math.max(...hosts.map(asked)) - start }
    }
    const usual = await again()
    await usual.page.close()
    visitor.pages.pop()

    // A redirection to what never answers.
    browser.web.addPage(host, `/toestemming/${file}`, '', { ':status': '302', location: '/never.js?hang' })
    const { page: next, time } = await again()
    expect(time - usual.time).toBeLessThan(5000)
    await until('HubSpot has come', async () => (await heard(next, 'hubspot')).length > 1)
    expect((await heard(next, 'hubspot'))[1]?.startsWith('_hsp')).toBe(file !== 'signals.js')
    await until('TikTok has come', async () => (await heard(next, 'tiktok')).length > 0)
    expect(await heard(next, 'tiktok')).toEqual(['page'])
    addLibrary(browser.web, host)
  })
})
