/** What vendors hear, in order: before their own code runs, at each decision, on the next visit, and when consent is withdrawn. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import {
  action,
  bannerAppears,
  errorsOf,
  find,
  gone,
  inEveryBrowser,
  noBanner,
  pressInShadow,
  textOf,
  view,
} from '../../support/browser.ts'
import { ownRequests, thirdParties } from '../../support/observe.ts'
import { addLibrary, address, host, openPreferences, put, run, startSite } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'

const services = [
  {
    id: 'ga',
    provider: 'Google',
    category: 'analytics',
    signal: 'google',
    hosts: ['www.googletagmanager.com'],
    cookies: [{ name: '_ga' }],
  },
  { id: 'uet', provider: 'Microsoft', category: 'tracking', signal: 'microsoft', hosts: ['bat.bing.com'] },
  { id: 'clarity', provider: 'Microsoft', category: 'analytics', signal: 'clarity', hosts: ['www.clarity.ms'] },
  { id: 'pixel', provider: 'Meta', category: 'tracking', signal: 'meta', hosts: ['connect.facebook.net'] },
]
const config = { owner: 'Voorbeeld BV', services }

/** As owners have them: an unmarked line of gtag, and the vendors' snippets, marked. */
const head = `
<script>
window.dataLayer = window.dataLayer || []
function gtag() { dataLayer.push(arguments) }
gtag('js', 1)
gtag('config', 'G-1')
</script>
<script type="text/plain" data-consent="analytics" data-src="https://www.googletagmanager.com/gtag/js?id=G-1" async></script>
<script type="text/plain" data-consent="tracking">
window.uetq = window.uetq || []
uetq.push('pageLoad')
document.head.append(Object.assign(document.createElement('script'), { src: 'https://bat.bing.com/bat.js' }))
</script>
<script type="text/plain" data-consent="analytics">
window.clarity = window.clarity || function () { (clarity.q = clarity.q || []).push(arguments) }
document.head.append(Object.assign(document.createElement('script'), { src: 'https://www.clarity.ms/tag/1' }))
</script>
<script type="text/plain" data-consent="tracking">
if (!window.fbq) {
  const pixel = (window.fbq = function () { pixel.callMethod ? pixel.callMethod.apply(pixel, arguments) : pixel.queue.push(arguments) })
  pixel.queue = []
  document.head.append(Object.assign(document.createElement('script'), { src: 'https://connect.facebook.net/en_US/fbevents.js' }))
}
fbq('init', '1')
fbq('track', 'PageView')
</script>`

/** Each vendor notes what it finds when it comes and all that it hears after that, where a reload leaves it. */
const vendor = (code: string) => `(() => {
const plain = (one) => Object.prototype.toString.call(one) === '[object Arguments]' || Array.isArray(one) ? [...one].map(String2).join(' ') : one && one.event ? 'event ' + one.event : String2(one)
const String2 = (one) => (one && typeof one === 'object' ? Object.entries(one).filter(([, value]) => value !== 'granted').map(([key]) => key).join('+') : String(one))
const note = (...words) => sessionStorage.setItem('heard', (sessionStorage.getItem('heard') || '') + words.join(' ') + '\\n')
${code}
})()`
const vendors = {
  'www.googletagmanager.com/gtag/js': `window.google_tag_manager ??= {}
    for (const one of [...dataLayer]) note('google', plain(one))
    document.cookie = '_ga=1; Path=/'
    const push = dataLayer.push
    dataLayer.push = (...all) => { for (const one of all) note('google', plain(one), document.cookie.includes('_ga=') ? 'with cookie' : 'without'); return push.apply(dataLayer, all) }`,
  'bat.bing.com/bat.js': `note('uet', uetq.map(String2).join(' '))
    window.uetq = { push: (...all) => note('uet', all.map(String2).join(' ')) }`,
  'www.clarity.ms/tag/1': `for (const one of clarity.q) note('clarity', plain(one))
    window.clarity = (...all) => note('clarity', plain(all))`,
  'connect.facebook.net/en_US/fbevents.js': `for (const one of fbq.queue) note('meta', plain(one))
    fbq.callMethod = (...all) => note('meta', plain(all))`,
}

const startVendors = async () => {
  const web = await startSite()
  for (const [place, code] of Object.entries(vendors)) {
    const [at = '', ...path] = place.split('/')
    web.addPage(at, `/${path.join('/')}`, vendor(code), { 'content-type': 'text/javascript' })
  }
  return web
}

const ads = 'ad_storage+ad_user_data+ad_personalization'
const allDenied = `${ads}+analytics_storage+personalization_storage`
const heard = async (page: Page, by: string) =>
  String(await run(page, "sessionStorage.getItem('heard') || ''"))
    .split('\n')
    .filter((line) => line.startsWith(`${by} `))
    .map((line) => line.slice(by.length + 1))
const press = (page: Page, name: string) => pressInShadow(page, action(name), { within: 'toestemming-ui' })
const forget = (page: Page) => run(page, 'sessionStorage.clear()')
const signalFiles = (paths: readonly string[]) =>
  paths.filter((path) => path.includes('/signals')).map((path) => path.slice('/toestemming'.length))

inEveryBrowser(startVendors, (browser) => {
  test('vendors hear a default first, then what was chosen, on each page, and a withdrawal before cookies go and the page reloads', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', { config, head }))
    await bannerAppears(page)
    expect(thirdParties(browser.web.log, host)).toEqual([])
    expect(await run(page, "['__tcfapi', '__gpp'].filter((name) => name in window)")).toEqual([])
    await press(page, 'accept-all')
    const came = async () =>
      (await heard(page, 'meta')).length > 3 &&
      (await heard(page, 'uet')).length &&
      (await heard(page, 'clarity')).length > 1 &&
      (await heard(page, 'google')).length > 4
    await until('all vendors have come', came)
    const first = {
      google: [`consent default ${allDenied}`, 'set ads_data_redaction true', 'consent update ', 'js 1', 'config G-1', 'event toestemming'],
      uet: ['consent default ad_storage consent update  pageLoad'],
      meta: ['consent revoke', 'consent grant', 'init 1', 'track PageView'],
      clarity: ['consentv2 ad_Storage+analytics_Storage', 'consentv2 '],
    }
    for (const [by, calls] of Object.entries(first)) expect([by, await heard(page, by)]).toEqual([by, calls])
    await until('the cookie is written', () => run(page, "document.cookie.includes('toestemming')") as Promise<boolean>)
    await page.close()
    visitor.pages.pop()

    browser.web.clearLog()
    const next = await visitor.open(`${address}/`)
    const cameAgain = async () =>
      (await heard(next, 'meta')).length > 3 &&
      (await heard(next, 'uet')).length &&
      (await heard(next, 'clarity')).length > 1 &&
      (await heard(next, 'google')).length > 4
    await until('all vendors have come again', cameAgain)
    for (const [by, calls] of Object.entries(first)) expect([by, await heard(next, by)]).toEqual([by, calls])
    expect(await run(next, "toestemming.has('tracking')")).toBe(true)
    const own = ownRequests(browser.web.log, host)
    expect(own).not.toContain('/toestemming/application.js')
    expect(signalFiles(own).sort()).toEqual([
      '/signals.js',
      '/signals/clarity.js',
      '/signals/google.js',
      '/signals/meta.js',
      '/signals/microsoft.js',
    ])

    await forget(next)
    browser.web.clearLog()
    await run(next, 'window.before = true; toestemming.withdraw()')
    await until('the page has reloaded', async () => (await run(next, '!window.before && window.dataLayer.length > 5')) === true)
    expect(await run(next, 'document.cookie')).not.toContain('_ga=')
    expect(await heard(next, 'google')).toEqual([`consent update ${allDenied} with cookie`, 'event toestemming with cookie'])
    expect(await heard(next, 'uet')).toEqual(['consent update ad_storage'])
    expect(await heard(next, 'meta')).toEqual(['consent revoke'])
    expect(await heard(next, 'clarity')).toEqual(['consentv2 ad_Storage+analytics_Storage'])
    expect(await run(next, 'dataLayer.map((one) => one.event || one[0] + (one[0] === "consent" ? " " + one[1] : ""))')).toEqual([
      'consent default',
      'set',
      'consent update',
      'js',
      'config',
      'toestemming',
    ])
    expect(thirdParties(browser.web.log, host)).toEqual([])
  })

  test('a page without signals loads none, and one vendor alone brings its own file only', async () => {
    const plain = { ...config, services: services.map(({ signal: _, ...rest }) => rest) }
    const page = await browser.open(put(browser.web, '/', { config: plain }))
    await bannerAppears(page)
    await press(page, 'accept-all')
    await noBanner(page)
    await quiet(browser.web)
    expect(signalFiles(ownRequests(browser.web.log, host))).toEqual([])
  })

  test('a frozen global and a file that is missing are named, and everything else goes on', async () => {
    addLibrary(browser.web, host, 'signals/clarity.js')
    const page = await browser.open(
      put(browser.web, '/', {
        config,
        head: `<script>window.dataLayer = Object.freeze([])</script>${head.slice(head.indexOf('<script type'))}`,
      }),
    )
    await bannerAppears(page)
    await press(page, 'accept-all')
    await until('Meta has come', async () => (await heard(page, 'meta')).length > 3)
    await until('Clarity has come without its signal', async () => browser.web.log.some((one) => one.host === 'www.clarity.ms'))
    addLibrary(browser.web, host)
    expect((await heard(page, 'meta')).slice(0, 2)).toEqual(['consent revoke', 'consent grant'])
    const errors = errorsOf(page).join('\n')
    expect(errors).toContain('window.dataLayer')
    expect(errors).toContain('signals/clarity.js')
  })

  test('a global that throws when it is looked at is named, and answers count all the same', async () => {
    const first = "<script>Object.defineProperty(window, 'dataLayer', { get() { throw new Error('nobody reads this') } })</script>"
    const page = await browser.open(put(browser.web, '/', { config, first, head: head.slice(head.indexOf('<script type')) }))
    await bannerAppears(page)
    await press(page, 'accept-all')
    await noBanner(page)
    await until('Meta has come', async () => (await heard(page, 'meta')).length > 3)
    expect(await run(page, "toestemming.has('analytics')")).toBe(true)
    await until('it is named', () => errorsOf(page).join().includes('[toestemming] window.dataLayer: found "Error: nobody reads this".'))
  })

  test('a withdrawal reaches a function that the page itself declares', async () => {
    const pixel = { id: 'pixel', provider: 'Meta', category: 'tracking', signal: 'meta' }
    const body = 'if (fbq.callMethod) fbq.callMethod(...arguments); else fbq.queue.push(arguments)'
    for (const [first, code] of [
      ['<script>var fbq</script>', `fbq = function () { ${body} }; fbq.queue = []`],
      ['', `function fbq() { ${body} } fbq.queue = []`],
    ] as const) {
      const script = `<script type="text/plain" data-consent="tracking" data-service="pixel">${code}; fbq('init', '1')</script>`
      const parts = { config: { ...config, withdrawal: 'ask', services: [pixel] }, first, head: script }
      const page = await browser.open(put(browser.web, '/', parts))
      await bannerAppears(page)
      await press(page, 'accept-all')
      await until('the pixel is there', () => run(page, 'window.fbq?.queue?.length > 0'))
      await run(page, 'toestemming.withdraw()')
      const queue = () => run(page, "fbq.queue.map((one) => [...one].join(' ')).join()")
      await until('Meta has heard it', async () => String(await queue()).includes('consent revoke'))
      expect(await queue()).toBe('consent revoke,init 1')
      expect(errorsOf(page)).toEqual([])
    }
  })

  test('who asks all sites not to follow is told so, is not followed, and may still choose otherwise', async () => {
    const before = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true })"
    const page = await browser.open(put(browser.web, '/', { config, head }), { before })
    const banner = await bannerAppears(page)
    const note = 'Je browser vraagt om je niet te volgen.'
    expect(await textOf(banner)).toContain(note)
    expect(await run(page, "[toestemming.has('tracking'), document.cookie, Object.keys(localStorage).length]")).toEqual([false, '', 0])
    const preferences = await openPreferences(page)
    await until('the note is in the preferences', async () => (await textOf(preferences)).includes(note))
    await press(page, 'close')
    await run(page, 'toestemming.save({ analytics: true })')
    await until('Google has come', async () => (await heard(page, 'google')).length > 2)
    expect((await heard(page, 'google')).slice(2, 5)).toEqual([
      `consent update ${allDenied.replace('+analytics_storage', '')}`,
      'js 1',
      'config G-1',
    ])
    expect(thirdParties(browser.web.log, host).some((one) => one.includes('facebook'))).toBe(false)
    expect(await textOf(await find(page, view('banner')))).toContain(note)
    await press(page, 'accept-all')
    await gone(page, view('banner'))
    await until('Meta has come', async () => (await heard(page, 'meta')).length > 3)
    expect(await run(page, "toestemming.has('tracking')")).toBe(true)
    expect(await textOf(await openPreferences(page))).not.toContain(note)
  })
})
