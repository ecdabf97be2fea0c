/** Scenario 1, the hosting company: every request and every cookie, from the first visit to the withdrawal. */

import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import {
  action,
  bannerAppears,
  count,
  find,
  inWholeBrowsers,
  noBanner,
  pressInShadow,
  textOf,
  type Visitor,
  view,
} from '../support/browser.ts'
import { startDemo } from '../support/demo.ts'
import { cookies, pageCookies, storageOf, thirdParties, watchWrites } from '../support/observe.ts'
import { openPreferences } from '../support/site.ts'
import { quiet, stays, until } from '../support/until.ts'

const host = 'hosting.example'
const home = `https://${host}/`
const tenPages = [
  'prijzen.html',
  'vps-wolk.html',
  'kennisbank.html',
  'kennisbank-sleutel.html',
  'contact.html',
  'bestellen.html',
  'actie.html',
  'klantenpaneel.html',
  'winkelwagen.html',
  'cookies.html',
]

const analytics = [
  'survey.peilburo.example/pixel.gif',
  'survey.peilburo.example/seen',
  'survey.peilburo.example/survey.js',
  'www.google-analytics.com/g/collect',
  'www.googletagmanager.com/gtag/js',
]
const tracking = [
  'connect.facebook.net/nl_NL/fbevents.js',
  'googleads.g.doubleclick.net/pagead/viewthroughconversion/100200300/',
  'www.facebook.com/tr/',
  'www.googleadservices.com/pagead/conversion.js',
]
const social = [
  'i.ytimg.com/vi/nevelveld01/hqdefault.jpg',
  'www.youtube-nocookie.com/embed/nevelveld01',
  'www.youtube-nocookie.com/s/player/demo/base.js',
  'www.youtube-nocookie.com/youtubei/v1/log_event',
]
const recaptcha = ['www.google.com/recaptcha/api.js', 'www.google.com/recaptcha/api2/anchor', 'www.gstatic.com/recaptcha/releases']

/** First-party cookies and storage keys that the vendors leave, by category. */
const left = {
  analytics: { cookies: ['_ga', '_ga_NVLVLD0001', 'sv_id'], local: ['sv_seen'] },
  tracking: { cookies: ['_fbp', '_gcl_au'], local: [] as string[] },
} as const

const run = (page: Page, code: string) => page.evaluate(code)
const names = async (page: Page) => Object.keys(await pageCookies(page)).sort()
/** The keys in localStorage, our own as one: beside the mirror the library may keep what it made of the configuration. */
const localKeys = async (page: Page) =>
  [...new Set(Object.keys((await storageOf(page)).local).map((key) => key.replace(/^toestemming:.*/, 'toestemming')))].sort()

/** Chooses in the preferences, by hand, and saves. */
const choose = async (page: Page, categories: readonly string[]) => {
  await openPreferences(page)
  for (const name of ['analytics', 'tracking', 'social', 'recaptcha', 'crash']) {
    const input = await find(page, `input[name="${name}"]`, { within: view('preferences'), hidden: true })
    const on = await input.evaluate((element) => (element as unknown as HTMLInputElement).checked)
    if (on !== categories.includes(name)) await pressInShadow(page, `input[name="${name}"]`, { within: view('preferences') })
  }
  await pressInShadow(page, action('save'), { within: view('preferences') })
}

inWholeBrowsers(startDemo, (browser) => {
  /** What was asked of third parties; but for what Analytics sends about a page when that page is left, after the next one was asked for. */
  const asked = (from = 0) =>
    thirdParties(
      browser.web.log.slice(from).filter(({ url }) => !url.includes('en=user_engagement')),
      host,
    )
  const askedSorted = () => asked().sort()
  const nothingAsked = async () => {
    await quiet(browser.web)
    expect(asked()).toEqual([])
  }
  /** Waits until all of these were asked for, and nothing more comes. */
  const exactly = async (addresses: readonly string[]) => {
    await until(`all of ${addresses.length} are asked for`, () =>
      addresses.every((one) => asked().some((address) => address.startsWith(one))),
    ).catch(() => {})
    await quiet(browser.web)
    expect(askedSorted().map((address) => addresses.find((one) => address.startsWith(one)) ?? address)).toEqual([...addresses].sort())
  }
  const accepted = async (): Promise<{ visitor: Visitor; page: Page }> => {
    const visitor = await browser.visitor()
    const page = await visitor.open(home)
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await exactly([...analytics, ...tracking])
    return { visitor, page }
  }
  /** Waits for the reload that follows a withdrawal. What left the old page after the withdrawal counts, its last words as well. */
  const reloaded = async (page: Page, withdraw: () => Promise<unknown>) => {
    await run(page, 'window.before = true')
    browser.web.clearLog()
    await withdraw()
    await until(
      'the page is a new one',
      async () => (await run(page, "window.before === undefined && document.readyState === 'complete'")) as boolean,
    )
    await quiet(browser.web)
    return thirdParties(browser.web.log, host)
  }

  test('before a choice there is no request to a third party and nothing is kept, however long one waits and wherever one looks', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(home, { before: watchWrites })
    await bannerAppears(page)
    await stays('no third party is asked', () => asked().length === 0, 10_000)
    for (const path of ['contact.html', 'kennisbank-sleutel.html', 'actie.html', 'klantenpaneel.html']) {
      await page.goto(home + path)
      await bannerAppears(page)
      await nothingAsked()
      expect(await run(page, 'window.writes')).toEqual([])
    }
    expect(await cookies(page)).toEqual([])
    expect(await storageOf(page)).toEqual({ local: {}, session: {} })
  })

  test('a first visit costs less than the smallest full-featured peer, 16.6 kB compressed, with all that is asked for until somebody chooses', async () => {
    const page = await browser.open(home)
    await bannerAppears(page)
    await quiet(browser.web, 1000)
    const files = [
      ...new Set(
        browser.web.log.filter(({ host: at, path }) => at === host && path.startsWith('/toestemming/')).map(({ path }) => path.slice(13)),
      ),
    ]
    const sizes = files.map(
      (file) => [file, gzipSync(readFileSync(new URL(`../../dist/${file}`, import.meta.url)), { level: 9 }).length] as const,
    )
    const total = sizes.reduce((sum, [, size]) => sum + size, 0)
    expect(total, sizes.map((pair) => pair.join(' ')).join(', ')).toBeLessThan(16_600)
  })

  test('on a deep address the banner is there too', async () => {
    const page = await browser.open(`${home}kennisbank-back-up.html?van=nieuwsbrief&x=%20#stap-2`)
    await bannerAppears(page)
    const missing = await browser.open(`${home}bestaat/niet`)
    await bannerAppears(missing)
  })

  test('after refusing, ten further pages ask for no third party, and only the refusal is kept', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(home)
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await noBanner(page)
    for (const path of tenPages) {
      await page.goto(home + path)
      await find(page, action('open'), { within: 'footer' })
      await nothingAsked()
      expect([path, await count(page, view('banner'))]).toEqual([path, 0])
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('visible')
    }
    expect((await cookies(page)).map(({ name, domain }) => [name, domain])).toEqual([['toestemming', host]])
    expect((await storageOf(page)).local.toestemming).toBe((await pageCookies(page)).toestemming)
    expect(await localKeys(page)).toEqual(['toestemming'])
    expect((await storageOf(page)).session).toEqual({})
  })

  test.each([
    ['analytics', '', analytics, left.analytics],
    ['tracking', '', tracking, left.tracking],
    ['social', 'kennisbank-sleutel.html', social, { cookies: [], local: [] }],
    ['recaptcha', 'contact.html', recaptcha, { cookies: [], local: ['_grecaptcha'] }],
    ['crash', 'klantenpaneel.html', [], { cookies: [], local: [] }],
  ] as const)('who grants only %s gets exactly that, each once, and its cookies', async (category, path, addresses, remains) => {
    const page = await browser.open(home + path)
    await bannerAppears(page)
    await choose(page, [category])
    // A form asks for its check once it is used.
    if (category === 'recaptcha') await page.focus('#naam')
    await exactly(addresses)
    expect(await names(page)).toEqual([...remains.cookies, 'toestemming'].sort())
    expect(await localKeys(page)).toEqual([...remains.local, 'toestemming'].sort())
    expect(browser.web.log.some((entry) => entry.host === host && entry.path === '/js/crash.js')).toBe(category === 'crash')
    browser.web.clearLog()
    await page.goto(home + path)
    if (category === 'recaptcha') await page.focus('#naam')
    await exactly(addresses)
    expect(await count(page, view('banner'))).toBe(0)
  })

  test('a crash report is sent with consent for that only', async () => {
    const page = await browser.open(`${home}klantenpaneel.html`)
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await pressInShadow(page, '[data-crash]')
    await nothingAsked()
    await choose(page, ['crash'])
    await until('the script is there', () => browser.web.log.some(({ path }) => path === '/js/crash.js'))
    await quiet(browser.web)
    await pressInShadow(page, '[data-crash]')
    await until('the report is sent', () => asked().includes('crash.nevelveld.example/report'))
  })

  test('who accepts gets every vendor of the page once, in the order of the page, and none of another page', async () => {
    const { page } = await accepted()
    const order = asked()
    // The only ones that are not `async`; that the pixel got its number proves that the inline script ran before it.
    const places = ['www.googleadservices.com/pagead/conversion.js', 'connect.facebook.net/nl_NL/fbevents.js'].map((one) =>
      order.indexOf(one),
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(await names(page)).toEqual([...left.analytics.cookies, ...left.tracking.cookies, 'toestemming'].sort())
    // Of third parties nothing but what these two set; a browser may refuse them even that.
    const elsewhere = (await cookies(page)).map(({ domain }) => domain.replace(/^\./, '')).filter((domain) => domain !== host)
    expect(elsewhere.filter((domain) => !['doubleclick.net', 'facebook.com'].includes(domain))).toEqual([])
    const scripts = (await page.evaluate(() => [...document.scripts].map(({ src }) => src))).filter(
      (src) => src !== '' && !src.startsWith('https://hosting.example'),
    )
    expect(new Set(scripts).size).toBe(scripts.length)
    await run(page, 'toestemming.acceptAll(); toestemming.scan(document)')
    await exactly([...analytics, ...tracking])
  })

  test('a return visit shows no banner, loads one file of ours, what tells Google the choice, and then the trigger, and exactly what was granted', async () => {
    const { visitor, page } = await accepted()
    await page.close()
    await quiet(browser.web)
    browser.web.clearLog()
    const again = await visitor.open(`${home}prijzen.html`)
    await exactly([...analytics, ...tracking])
    expect(await count(again, view('banner'))).toBe(0)
    expect(browser.web.log.filter(({ path }) => path.startsWith('/toestemming/')).map(({ path }) => path)).toEqual([
      '/toestemming/toestemming.js',
      '/toestemming/signals.js',
      '/toestemming/signals/google.js',
      '/toestemming/release.js',
      '/toestemming/later.js',
    ])
  })

  test('two presses withdraw everything: the page reloads, nobody is asked for any more, the vendors’ cookies and keys are gone, the cart is not', async () => {
    const { visitor, page } = await accepted()
    await page.goto(`${home}vps-wolk.html`)
    await pressInShadow(page, '[data-add]')
    await page.goto(`${home}kennisbank-sleutel.html`)
    await until('the video is there', () => asked().includes('www.youtube-nocookie.com/embed/nevelveld01'))
    await pressInShadow(page, action('open'), { within: 'toestemming-ui' })
    await find(page, view('preferences'))
    // What is asked until the second press is still allowed.
    await quiet(browser.web)
    const after = await reloaded(page, () => pressInShadow(page, action('reject-all'), { within: view('preferences') }))
    expect(after).toEqual([])
    expect(await names(page)).toEqual(['toestemming', 'winkelwagen'])
    expect(await localKeys(page)).toEqual(['toestemming'])
    await find(page, view('placeholder'))
    browser.web.clearLog()
    for (const path of ['', 'contact.html', 'actie.html']) {
      await page.goto(home + path)
      await nothingAsked()
      expect(await count(page, view('banner'))).toBe(0)
    }
    expect(await names(page)).toEqual(['toestemming', 'winkelwagen'])
    const other = await visitor.open(`${home}winkelwagen.html`)
    expect(await (await find(other, '[data-cart]')).evaluate((element) => element.textContent)).toContain('VPS Wolk')
  })

  test('cookies that a vendor set on a parent domain or under a path are gone as well, and names that only look alike stay', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(`https://www.${host}/kennisbank.html`)
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await until('the vendors are there', async () => (await names(page)).includes('_fbp'))
    await run(
      page,
      `for (const place of ['', '; Domain=hosting.example', '; Domain=www.hosting.example', '; Path=/', '; Path=/kennisbank.html'])
         document.cookie = '_ga_EXTRA=1; Secure; Max-Age=999' + (place.includes('Path') ? place : place + '; Path=/')
       document.cookie = 'my_ga=1; Path=/'; document.cookie = '_gat_own=1; Path=/'; document.cookie = 'x_fbp=1; Path=/'
       localStorage.setItem('my_sv_seen', '1'); localStorage.setItem('sv_seen_too', '1')`,
    )
    await run(page, 'window.before = true; toestemming.withdraw()')
    await until(
      'the page is a new one',
      async () => (await run(page, "window.before === undefined && document.readyState === 'complete'")) as boolean,
    )
    await quiet(browser.web)
    expect((await names(page)).filter((name) => name !== '_gat_own')).toEqual(['my_ga', 'toestemming', 'x_fbp'])
    expect(await localKeys(page)).toEqual(['my_sv_seen', 'sv_seen_too', 'toestemming'])
  })

  test('withdrawing one category leaves the others as they are', async () => {
    const { page } = await accepted()
    const before = await pageCookies(page)
    const after = await reloaded(page, () => choose(page, ['analytics', 'social', 'recaptcha', 'crash']))
    expect([...after].sort()).toEqual([...analytics].sort())
    expect(await names(page)).toEqual([...left.analytics.cookies, 'toestemming'].sort())
    expect((await pageCookies(page))._ga).toBe(before._ga)
    expect(await localKeys(page)).toEqual(['sv_seen', 'toestemming'])
  })

  test('a second open tab follows a withdrawal within a second', async () => {
    const { visitor, page } = await accepted()
    const other = await visitor.open(`${home}prijzen.html`)
    await until(
      'the pixel is there',
      () => run(other, "typeof window.fbq === 'function' && window.fbq.callMethod !== undefined") as Promise<boolean>,
    )
    await quiet(browser.web)
    await run(other, 'window.before = true')
    browser.web.clearLog()
    await run(page, 'toestemming.withdraw()')
    await until('the other tab knows', async () => (await run(other, "toestemming.has('tracking')")) === false, 1000)
    await until(
      'the other tab is a new page',
      async () => (await run(other, "window.before === undefined && document.readyState === 'complete'")) as boolean,
    )
    expect(await run(other, "['fbq', 'gtag', 'google_tag_manager'].filter((name) => name in window)")).toEqual([])
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual([])
    expect(await names(other)).toEqual(['toestemming'])
  })

  test('the contact form stays a form: it says what sending needs, asks for that one consent in place, and sends what was typed', async () => {
    const page = await browser.open(`${home}contact.html`)
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await noBanner(page)
    await page.type('#naam', 'Sanne de Proef')
    await page.type('#e-mail', 'sanne@proef.example')
    await page.type('#bericht', 'Wat kost een VPS?')
    const notice = await find(page, view('form'))
    expect(await textOf(notice)).toMatch(/Google|reCAPTCHA/)
    await page.click('form button[type="submit"]')
    await nothingAsked()
    expect(page.url()).toBe(`${home}contact.html`)
    await pressInShadow(page, 'button', { within: view('form') })
    await until('the robot check is there', () => asked().some((one) => one.startsWith('www.google.com/recaptcha/api2/anchor')))
    expect(asked().every((one) => /^www\.(google|gstatic)\.com\/recaptcha/.test(one))).toBe(true)
    expect(await page.$eval('#bericht', (element) => (element as HTMLTextAreaElement).value)).toBe('Wat kost een VPS?')
    const frame = await until('the frame is there', () => page.frames().find((one) => one.url().includes('/recaptcha/api2/anchor')))
    await (await until('the box is there', () => frame.$('#recaptcha-anchor'))).click()
    // It was to be sent, and now it is.
    await until('it has been sent', () => run(page, "document.body.textContent.includes('Wat kost een VPS?')"))
    await until('the address is that of the answer', () => page.url() === `${home}verzonden.html`)
    expect(await run(page, "['analytics', 'tracking', 'social', 'recaptcha'].filter((id) => toestemming.has(id))")).toEqual(['recaptcha'])
  })

  test('in the customer’s own panel the preferences are part of the page, and withdraw as well as grant', async () => {
    const page = await browser.open(`${home}klantenpaneel.html`)
    const within = '[data-toestemming="settings"]'
    const press = async (name: string) => {
      const input = await find(page, `input[name="${name}"]`, { within, hidden: true })
      await input.focus()
      await page.keyboard.press(' ')
    }
    await find(page, 'input[name="crash"]', { within, hidden: true })
    expect(await count(page, 'dialog[open]', { within: 'toestemming-ui' })).toBe(0)
    await press('tracking')
    await pressInShadow(page, action('save'), { within })
    await exactly(tracking)
    await find(page, 'input[name="tracking"]', { within, hidden: true })
    const after = await reloaded(page, async () => {
      await press('tracking')
      await pressInShadow(page, action('save'), { within })
    })
    expect(after).toEqual([])
    expect(await names(page)).toEqual(['toestemming'])
  })

  test('vendors that hang, fail or throw take nothing of the site or of each other with them', async () => {
    browser.web.setBehaviour('www.googletagmanager.com', 'hang')
    browser.web.setBehaviour('www.googleadservices.com', 'throw')
    browser.web.setBehaviour('survey.peilburo.example', 'fail')
    const page = await browser.open(home)
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await until('the last vendor is there', () => asked().includes('www.facebook.com/tr/'), 9000)
    for (const place of ['www.googletagmanager.com', 'www.googleadservices.com', 'survey.peilburo.example'])
      browser.web.setBehaviour(place, 'ok')
    await noBanner(page)
    await pressInShadow(page, action('open'), { within: 'toestemming-ui' })
    await find(page, view('preferences'))
  })
})
