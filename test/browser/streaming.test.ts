/** Scenario 5, the streaming reseller: an app of a single page, whose pages, embeds and vendors come later, and a withdrawal while it runs on. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import {
  action,
  bannerAppears,
  count,
  errorsOf,
  find,
  findAll,
  inWholeBrowsers,
  noBanner,
  pressInShadow,
  textOf,
  type Visitor,
  view,
} from '../support/browser.ts'
import { startDemo } from '../support/demo.ts'
import { cookies, pageCookies, storageOf, thirdParties } from '../support/observe.ts'
import { openPreferences } from '../support/site.ts'
import { quiet, until } from '../support/until.ts'

const host = 'streaming.example'
const home = `https://${host}`

/** Every page of the app but the cart, each with a link to it on the page before. The cart is where tags put vendors in the page unmarked. */
const walk = [
  '/aanbod',
  '/film/kas-14',
  '/contact',
  '/bereikbaar',
  '/feedback',
  '/privacy',
  '/cookies',
  '/instellingen',
  '/aanbod',
  '/film/ruis',
  '/',
] as const
const cart = ['/winkelwagen', '/aanbod', '/winkelwagen'] as const

/** What is asked for on a page, by category; on every page and on each. */
const everywhere = ['www.googletagmanager.com/gtag/js', 'www.google-analytics.com/g/collect']
const survey = ['survey.peilburo.example/survey.js', 'survey.peilburo.example/seen', 'survey.peilburo.example/vragenlijst']
const remarketing = 'googleads.g.doubleclick.net/pagead/viewthroughconversion/300200100/'
const trailer = (number: number) => [
  `www.youtube-nocookie.com/embed/avondlicht${number}`,
  'www.youtube-nocookie.com/s/player/demo/base.js',
  `i.ytimg.com/vi/avondlicht${number}/hqdefault.jpg`,
  'www.youtube-nocookie.com/youtubei/v1/log_event',
]
const recaptcha = [
  'www.google.com/recaptcha/api.js',
  'www.gstatic.com/recaptcha/releases/demo/recaptcha__nl.js',
  'www.google.com/recaptcha/api2/anchor',
]
const pixel = ['connect.facebook.net/nl_NL/fbevents.js', 'www.facebook.com/tr/']
const ads = ['www.googleadservices.com/pagead/conversion.js', remarketing]
const reach = 'survey.peilburo.example/pixel.gif'

/** What each page adds to that, in an order in which the pages can be reached. */
const onPage = new Map([
  ['/aanbod', [remarketing]],
  ['/film/kas-14', trailer(2)],
  ['/contact', recaptcha],
  ['/feedback', survey],
  ['/winkelwagen', [...pixel, ...ads, reach]],
])
const all = [...new Set([...everywhere, ...[...onPage.values()].flat()])]

/** Whose request it is, by the category that allows it. */
const categoryOf = (address: string) => {
  if (/^(www\.googletagmanager|www\.google-analytics|survey\.peilburo)/.test(address)) return 'analytics'
  if (/^(connect\.facebook|www\.facebook|www\.googleadservices|googleads\.)/.test(address)) return 'tracking'
  if (/^(www\.youtube|i\.ytimg)/.test(address)) return 'social'
  if (/^www\.(google|gstatic)\.com\/recaptcha/.test(address)) return 'recaptcha'
  return address.startsWith('crash.avondlicht.example') ? 'crash' : address
}

/** The scripts that must not run twice, whatever is visited how often. */
const scripts = [everywhere[0], survey[0], recaptcha[0], recaptcha[1], pixel[0], ads[0]]

const run = (page: Page, code: string) => page.evaluate(code)
const names = async (page: Page) => Object.keys(await pageCookies(page)).sort()
const heading = (page: Page) => page.$eval('main h1', (element) => element.textContent)

/** But for what Firefox says about vendors that try a cookie on a domain that is too wide. */
const problemsOf = (page: Page) => errorsOf(page).filter((text) => !text.startsWith('Cookie “'))

/** Follows a link of the page. With a key, because the banner may lie over the foot of the page. */
const go = async (page: Page, path: string) => {
  await pressInShadow(page, `a[href="${path}"]:not([data-toestemming-action])`, { key: 'Enter' })
  await until(`${path} is shown`, () => run(page, `location.pathname === '${path}' && document.activeElement.localName === 'h1'`))
  // A form asks for its check once it is used.
  if (path === '/contact') await page.focus('#naam')
}

const opened = async (visitor: Visitor, path = '/') => {
  const page = await visitor.open(home + path)
  await until('the app has started', () => heading(page))
  await run(page, 'window.same = true')
  return page
}
/** No page was loaded since it was opened. */
const isSame = (page: Page) => run(page, 'window.same === true')

/** Chooses in the preferences, by hand, and saves. */
const choose = async (page: Page, categories: readonly string[]) => {
  await openPreferences(page)
  await turn(page, view('preferences'), categories)
}
const turn = async (page: Page, within: string, categories: readonly string[]) => {
  for (const name of ['analytics', 'tracking', 'social', 'recaptcha', 'crash']) {
    const input = await find(page, `input[name="${name}"]`, { within, hidden: true })
    const on = await input.evaluate((element) => (element as unknown as HTMLInputElement).checked)
    if (on === categories.includes(name)) continue
    await input.focus()
    await page.keyboard.press(' ')
  }
  await pressInShadow(page, action('save'), { within })
}

/**
 * From the withdrawal on, the app and its vendors do everything that could make a request, again and again: they measure, put vendors' elements in
 * the page in every way, and send. `window.tried` counts the rounds.
 */
const goOn = `(() => {
  const add = (name, values, insert = (element) => document.body.append(element)) => insert(Object.assign(document.createElement(name), values))
  const ways = {
    gtag: () => window.gtag('event', 'page_view', { page_path: location.pathname }),
    fbq: () => window.fbq && window.fbq('track', 'PageView'),
    conversion: () => window.google_trackConversion && window.google_trackConversion({ google_conversion_id: 300200100 }),
    script: () => add('script', { src: 'https://connect.facebook.net/nl_NL/fbevents.js?late' }, (element) => document.head.insertBefore(element, document.head.firstChild)),
    attribute: () => { const element = document.createElement('script'); element.setAttribute('src', 'https://www.googletagmanager.com/gtag/js?id=G-LATE'); document.head.appendChild(element) },
    // A few: each that is allowed asks for more by itself, and would still do so after the page has gone.
    frame: () => window.tried < 3 && add('iframe', { src: 'https://www.youtube-nocookie.com/embed/avondlicht9' }),
    image: () => { new Image().src = 'https://www.facebook.com/tr/?late' },
    html: () => document.body.insertAdjacentHTML('beforeend', '<img alt="" src="https://survey.peilburo.example/pixel.gif?late">'),
    style: () => add('link', { rel: 'preload', as: 'script', href: 'https://www.googleadservices.com/pagead/conversion.js?late' }),
    fetch: () => fetch('https://www.google-analytics.com/g/collect?late', { method: 'POST', mode: 'no-cors', keepalive: true }).catch(() => {}),
    beacon: () => navigator.sendBeacon('https://www.google-analytics.com/g/collect?late-beacon'),
    xhr: () => { const request = new XMLHttpRequest(); request.open('POST', 'https://crash.avondlicht.example/report?late'); request.send('late') },
  }
  window.tried = 0
  window.throwing = []
  const round = () => {
    for (const [name, way] of Object.entries(ways)) try { way() } catch (error) { window.throwing.push(name + ': ' + error) }
    sessionStorage.setItem('tried', ++window.tried)
  }
  toestemming.on('withdrawal', () => { round(); setInterval(round, 20) })
})()`

inWholeBrowsers(startDemo, (browser) => {
  /** What was asked of third parties; but for what Analytics sends about a page when that page is left, after the next one was asked for. */
  const asked = () =>
    thirdParties(
      browser.web.log.filter(({ url }) => !url.includes('en=user_engagement')),
      host,
    )
  const nothingAsked = async (where?: string) => {
    await quiet(browser.web)
    expect([where, asked()]).toEqual([where, []])
  }
  /** Waits until all of these were asked for, and nothing more comes; how often is another question. */
  const exactly = async (addresses: readonly string[]) => {
    await until('all are asked for', () => addresses.every((one) => asked().includes(one))).catch(() => {})
    await quiet(browser.web)
    expect([...new Set(asked())].sort()).toEqual([...addresses].sort())
  }
  /** Shows these pages, each until it has asked for what it may: a frame that is left at once says no more. */
  const see = async (page: Page, paths: readonly string[], allowed: readonly string[]) => {
    for (const path of paths) {
      await go(page, path)
      const own = (onPage.get(path) ?? []).filter((one) => allowed.includes(one))
      await until(`${path} has asked`, () => own.every((one) => asked().includes(one))).catch(() => {})
      await quiet(browser.web)
    }
  }
  /** Shows every page to someone who has accepted all: what a page asks for comes only while it is there. */
  const showAll = async (page: Page) => {
    const expected = new Set(everywhere)
    await exactly([...expected])
    for (const [path, addresses] of onPage) {
      await go(page, path)
      for (const address of addresses) expected.add(address)
      await exactly([...expected])
    }
  }
  const noScriptTwice = () => expect(scripts.filter((one) => asked().filter((address) => address === one).length > 1)).toEqual([])
  const pageViews = () =>
    browser.web.log.filter(({ url }) => /en=page_view/.test(url)).map(({ url }) => new URL(url).searchParams.get('dl'))

  const answered = async (how: 'accept-all' | 'reject-all' | readonly string[], path = '/') => {
    const visitor = await browser.visitor()
    const page = await opened(visitor, path)
    await bannerAppears(page)
    if (typeof how === 'string') await pressInShadow(page, action(how), { within: view('banner') })
    else await choose(page, how)
    await noBanner(page)
    await until('the choice is kept', async () => (await pageCookies(page)).toestemming)
    return { visitor, page }
  }

  /** Waits for the reload that follows a withdrawal. All that left from the withdrawal on counts, the last words of the old page as well. */
  const afterWithdrawal = async (page: Page, withdraw: () => Promise<unknown>) => {
    await quiet(browser.web)
    browser.web.clearLog()
    await withdraw()
    await until('the page is a new one', () =>
      run(page, "window.same === undefined && document.readyState === 'complete' && document.querySelector('main h1') !== null"),
    )
    await quiet(browser.web)
    return thirdParties(browser.web.log, host)
  }

  const nothingOnAnyPage = async (page: Page, pages: readonly string[]) => {
    for (const path of pages) {
      await go(page, path)
      await nothingAsked(path)
    }
  }

  test('before a choice no page of the app asks a third party for anything: not those with embeds, forms and pixels, nor the cart, where tags put vendors unmarked', async () => {
    const page = await opened(await browser.visitor())
    await bannerAppears(page)
    await nothingOnAnyPage(page, [...walk, ...cart])
    expect(await run(page, 'typeof fbq.callMethod + typeof google_trackConversion')).toBe('undefinedundefined')
    expect(await isSame(page)).toBe(true)
    expect(await count(page, view('banner'))).toBe(1)
    expect(await cookies(page)).toEqual([])
    expect(await storageOf(page)).toEqual({ local: {}, session: {} })
    expect(problemsOf(page)).toEqual([])
  })

  test('before a choice a deep link to the cart asks for nothing either, though its tags are faster than the configuration', async () => {
    browser.web.setBehaviour(`${host}/toestemming/setup.js`, 'ok', { delay: 800 })
    const page = await opened(await browser.visitor(), '/winkelwagen')
    await nothingAsked()
    await bannerAppears(page)
    browser.web.setBehaviour(`${host}/toestemming/setup.js`, 'ok')
    await nothingAsked()
  })

  test('a deep link shows its page, with the banner and without a third party', async () => {
    const page = await opened(await browser.visitor())
    for (const [path, title] of [
      ['/film/onder-het-ijs', 'Onder het ijs'],
      ['/contact', 'Contact'],
      ['/feedback', 'Wat vind je van Avondlicht?'],
      ['/cookies', 'Cookies'],
      ['/instellingen', 'Je keuzes'],
      ['/film/bestaat-niet', 'Deze pagina is er niet'],
      ['/bestaat/niet', 'Deze pagina is er niet'],
    ] as const) {
      await page.goto(`${home}${path}?van=nieuwsbrief`)
      await until('the app has started', () => heading(page))
      await bannerAppears(page)
      await nothingAsked(path)
      expect([path, await heading(page)]).toEqual([path, title])
    }
  })

  test('links in the banner are pages of the app too', async () => {
    const page = await opened(await browser.visitor())
    await pressInShadow(page, 'a[href="/privacy"]', { within: view('banner') })
    await until('the privacy page is there', async () => (await heading(page)) === 'Privacy')
    expect(await isSame(page)).toBe(true)
    await nothingAsked()
  })

  test('after refusing, no change of page asks for a third party, nor does what tags insert unmarked, in this page and after a reload; only the refusal is kept', async () => {
    const { page } = await answered('reject-all')
    await nothingOnAnyPage(page, [...walk, ...cart])
    expect(await isSame(page)).toBe(true)
    expect(await count(page, view('banner'))).toBe(0)
    expect((await cookies(page)).map(({ name, domain }) => [name, domain])).toEqual([['toestemming', host]])
    expect((await storageOf(page)).session).toEqual({})
    expect(problemsOf(page)).toEqual([])
    await page.reload()
    await find(page, '[data-cart]')
    await nothingAsked('reloaded')
    expect(await names(page)).toEqual(['toestemming'])
  })

  test('who accepts gets on each page exactly what is on it, and each script once, however often a page is shown', async () => {
    const { page } = await answered('accept-all')
    await showAll(page)
    noScriptTwice()
    for (const path of onPage.keys()) await go(page, path)
    await exactly(all)
    noScriptTwice()
    expect(browser.web.log.filter(({ path }) => path === '/js/crash.js').length).toBe(1)
    expect(await isSame(page)).toBe(true)
    expect(problemsOf(page)).toEqual([])
  })

  test('Analytics is told of every page once, from the consent on', async () => {
    const page = await opened(await browser.visitor())
    await bannerAppears(page)
    await go(page, '/aanbod')
    await go(page, '/contact')
    await nothingAsked()
    await choose(page, ['analytics'])
    await exactly(everywhere)
    for (const path of ['/aanbod', '/privacy', '/aanbod']) await go(page, path)
    await page.goBack()
    await until('back', async () => (await heading(page)) === 'Privacy')
    await until('five pages are counted', () => pageViews().length >= 5)
    await quiet(browser.web)
    expect(pageViews()).toEqual(['/contact', '/aanbod', '/privacy', '/aanbod', '/privacy'].map((path) => home + path))
  })

  test('what a page has put in unmarked before the choice is released by it, once', async () => {
    const page = await opened(await browser.visitor(), '/winkelwagen')
    await nothingAsked()
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    const released = [...everywhere, ...pixel, ...ads]
    await until('the vendors are there', () => released.every((one) => asked().includes(one)))
    await quiet(browser.web)
    // Whether an image of nobody's is asked for after all is open; that nothing else is, is not.
    expect([...new Set(asked())].filter((one) => one !== reach).sort()).toEqual(released.sort())
    noScriptTwice()
    expect(await names(page)).toEqual(expect.arrayContaining(['_fbp', '_ga', '_gcl_au']))
  })

  test.each([
    [['social'], trailer(2)],
    [['analytics'], [...everywhere, ...survey, reach]],
    [['tracking'], [...pixel, ...ads]],
    [['recaptcha'], recaptcha],
    [['crash'], []],
    [
      ['analytics', 'social'],
      [...everywhere, ...survey, ...trailer(2), reach],
    ],
  ] as const)(
    'who grants only %s gets only that, on whatever page, and of what tags insert unmarked in the cart',
    async (categories, addresses) => {
      const { page } = await answered(categories)
      await see(page, ['/film/kas-14', '/contact', '/feedback', ...cart], addresses)
      await exactly(addresses)
      noScriptTwice()
      expect(browser.web.log.some(({ path }) => path === '/js/crash.js')).toBe((categories as readonly string[]).includes('crash'))
    },
  )

  test('a frame that the router inserts is held with a placeholder, every time, and is released where it stands', async () => {
    const { page } = await answered('reject-all')
    const waits = async (path: string, title: string) => {
      await go(page, path)
      const placeholder = await find(page, view('placeholder'), { within: 'main' })
      expect(await textOf(placeholder)).toContain(title)
      expect(await count(page, view('placeholder'))).toBe(1)
      await nothingAsked(path)
    }
    await waits('/film/kas-14', 'Trailer van Kas 14')
    await go(page, '/aanbod')
    expect(await count(page, view('placeholder'))).toBe(0)
    await waits('/film/ruis', 'Trailer van Ruis')
    await pressInShadow(page, action('load-once'), { within: view('placeholder') })
    await exactly(trailer(6))
    expect(await count(page, view('placeholder'))).toBe(0)
    // That was for this one only.
    await go(page, '/aanbod')
    browser.web.clearLog()
    await waits('/film/ruis', 'Trailer van Ruis')
    await pressInShadow(page, action('load-always'), { within: view('placeholder') })
    await exactly(trailer(6))
    await go(page, '/feedback')
    await waits('/feedback', 'Vragenlijst van Peilburo').catch(() => {})
    browser.web.clearLog()
    await go(page, '/aanbod')
    await go(page, '/film/kas-14')
    await exactly(trailer(2))
    expect(await isSame(page)).toBe(true)
  })

  test('the contact form that the router inserts asks for its one consent in place and is sent, with what was typed', async () => {
    const { page } = await answered('reject-all')
    await go(page, '/contact')
    await page.type('#naam', 'Sanne de Proef')
    await page.type('#e-mail', 'sanne@proef.example')
    await page.type('#bericht', 'Draait Ruis ook morgen?')
    await find(page, view('form'))
    await page.click('form button[type="submit"]')
    await nothingAsked()
    expect(await heading(page)).toBe('Contact')
    await pressInShadow(page, 'button', { within: view('form') })
    await exactly(recaptcha)
    expect(await page.$eval('#bericht', (element) => (element as HTMLTextAreaElement).value)).toBe('Draait Ruis ook morgen?')
    const frame = await until('the frame is there', () => page.frames().find((one) => one.url().includes('/recaptcha/api2/anchor')))
    await (await until('the box is there', () => frame.$('#recaptcha-anchor'))).click()
    // It was to be sent, and now it is.
    await until('thanks', () => run(page, "document.querySelector('main').textContent.includes('Bedankt, Sanne de Proef')"))
    expect(browser.web.log.find(({ method, path }) => method === 'POST' && path === '/bericht')?.body).toContain('Draait+Ruis+ook+morgen')
    // Shown again, the page has a check again, without a second script.
    await go(page, '/aanbod')
    await go(page, '/contact')
    await until('there are two frames asked for', () => asked().filter((one) => one === recaptcha[2]).length === 2)
    noScriptTwice()
    expect(await isSame(page)).toBe(true)
    expect([...new Set(asked())].sort()).toEqual([...recaptcha].sort())
  })

  test('back and forward show the pages as they were, held or released', async () => {
    const { page } = await answered('reject-all')
    await go(page, '/film/kas-14')
    await find(page, view('placeholder'))
    await go(page, '/aanbod')
    await page.goBack()
    await until('back', async () => (await heading(page)) === 'Kas 14')
    await find(page, view('placeholder'))
    await nothingAsked('back')
    await choose(page, ['social'])
    await exactly(trailer(2))
    await page.goForward()
    await until('forward', async () => (await heading(page)) === 'Aanbod')
    expect(await count(page, 'iframe')).toBe(0)
    browser.web.clearLog()
    await page.goBack()
    await until('back again', async () => (await heading(page)) === 'Kas 14')
    await exactly(trailer(2))
    await page.goBack()
    await until('at the front', async () => (await heading(page)) === 'Een goede film voor vanavond')
    expect(await isSame(page)).toBe(true)
  })

  test('a crash of the player is reported with consent for that only, and no longer once that is withdrawn', async () => {
    const { page } = await answered(['crash'])
    await go(page, '/film/kas-14')
    await until('the script is there', () => browser.web.log.some(({ path }) => path === '/js/crash.js'))
    await quiet(browser.web)
    await pressInShadow(page, '[data-crash]')
    await until('the report is sent', () => asked().includes('crash.avondlicht.example/report'))
    await go(page, '/instellingen')
    const after = await afterWithdrawal(page, () => turn(page, '[data-toestemming="settings"]', []))
    expect(after).toEqual([])
    await go(page, '/')
    await go(page, '/film/kas-14')
    await pressInShadow(page, '[data-crash]')
    await nothingAsked()
  })

  /** Withdraws while the app and its vendors go on with whatever they can: nothing leaves, and what they have stored is erased. */
  const withdrawnForGood = async (page: Page, withdraw: () => Promise<unknown>, kept = ['toestemming']) => {
    await run(page, goOn)
    expect(await afterWithdrawal(page, withdraw)).toEqual([])
    // They did go on.
    expect(Number((await storageOf(page)).session.tried)).toBeGreaterThan(2)
    await run(page, 'sessionStorage.removeItem("tried")')
    expect(await names(page)).toEqual(kept)
  }

  test('after a withdrawal in the inline settings nothing leaves any more, before the reload nor after it, on whatever page', async () => {
    const { page } = await answered('accept-all')
    await showAll(page)
    for (const path of ['/instellingen', '/privacy', '/instellingen']) await go(page, path)
    const inline = { within: '[data-toestemming="settings"]' }
    await find(page, action('reject-all'), inline)
    expect(await count(page, 'dialog[open]', { within: 'toestemming-ui' })).toBe(0)
    expect(problemsOf(page)).toEqual([])
    await withdrawnForGood(page, () => pressInShadow(page, action('reject-all'), inline))
    const before = problemsOf(page).length
    expect(await heading(page)).toBe('Je keuzes')
    await nothingOnAnyPage(page, [...walk, ...cart])
    expect(await names(page)).toEqual(['toestemming'])
    expect(problemsOf(page).slice(before)).toEqual([])
  })

  test('a withdrawal through the trigger, on the page of a film: nothing leaves any more, the frame goes at once, the cart stays', async () => {
    const { visitor, page } = await answered('accept-all')
    await go(page, '/film/kas-14')
    await pressInShadow(page, '[data-rent]')
    await exactly([...everywhere, ...trailer(2)])
    await pressInShadow(page, action('open'), { within: 'toestemming-ui' })
    await find(page, view('preferences'))
    await withdrawnForGood(page, () => pressInShadow(page, action('reject-all'), { within: view('preferences') }), [
      'mandje',
      'toestemming',
    ])
    expect(await heading(page)).toBe('Kas 14')
    await find(page, view('placeholder'))
    await nothingOnAnyPage(page, ['/contact', '/winkelwagen'])
    const other = await opened(visitor, '/cookies')
    expect(await textOf(await find(other, '[data-cart-count]'))).toBe('1')
    await nothingAsked()
  })

  test('after a withdrawal through a button of the owner’s nothing leaves any more for what tags have inserted unmarked', async () => {
    const { page } = await answered('accept-all')
    await go(page, '/winkelwagen')
    await exactly([...everywhere, ...pixel, ...ads, reach])
    await go(page, '/privacy')
    await withdrawnForGood(page, () => pressInShadow(page, action('withdraw'), { within: 'main' }))
    await nothingOnAnyPage(page, ['/winkelwagen', '/feedback'])
    expect(await names(page)).toEqual(['toestemming'])
  })

  test('who changes page between the withdrawal and the reload arrives on that page, and nobody is asked', async () => {
    const { page } = await answered('accept-all')
    await go(page, '/aanbod')
    await exactly([...everywhere, remarketing])
    const after = await afterWithdrawal(page, () =>
      run(page, `toestemming.on('withdrawal', () => document.querySelector('a[href="/contact"]').click()); toestemming.withdraw()`),
    )
    expect(after).toEqual([])
    expect(await heading(page)).toBe('Contact')
  })

  test('after one category is withdrawn the app goes on with the others, and without that one', async () => {
    const { page } = await answered('accept-all')
    await go(page, '/winkelwagen')
    await exactly([...everywhere, ...pixel, ...ads, reach])
    const { _ga } = await pageCookies(page)
    await run(page, goOn)
    const after = await afterWithdrawal(page, () => choose(page, ['analytics', 'social', 'recaptcha', 'crash']))
    expect(after.filter((one) => categoryOf(one) === 'tracking')).toEqual([])
    // The vendors ran on until the reload: what they left last, the page after it erases.
    await until('what advertisers left is gone', async () => !/\b_(fbp|gcl)/.test((await names(page)).join()))
    expect((await pageCookies(page))._ga).toBe(_ga)
    browser.web.clearLog()
    const others = [everywhere[1] ?? '', ...trailer(2), ...survey, reach]
    await see(page, ['/aanbod', '/film/kas-14', '/feedback', '/winkelwagen'], others)
    await exactly(others)
  })

  test('the cart survives a return visit, whatever is chosen about the rest', async () => {
    const { visitor, page } = await answered('reject-all')
    await go(page, '/aanbod')
    await pressInShadow(page, '[data-add="zilverdoek"]')
    await go(page, '/film/ruis')
    await pressInShadow(page, '[data-rent]')
    await pressInShadow(page, '[data-rent]')
    await page.close()
    const again = await opened(visitor, '/privacy')
    expect(await textOf(await find(again, '[data-cart-count]'))).toBe('2')
    const kept = (await cookies(again)).find(({ name }) => name === 'mandje')
    expect(kept?.value).toBe('zilverdoek.ruis')
    expect((kept?.expires ?? 0) * 1000 - Date.now()).toBeGreaterThan(29 * 864e5)
    await nothingAsked()
    expect(await count(again, view('banner'))).toBe(0)
  })

  test('the cookie table that the router inserts names every service and the visitor’s own choice', async () => {
    const { page } = await answered(['social'])
    await go(page, '/cookies')
    const table = await find(page, '[data-toestemming="cookies"]')
    await until('the table is there', async () => (await textOf(table)).includes('Peilburo'))
    const text = await textOf(table)
    for (const words of [
      'Winkelwagen',
      'mandje',
      '30 dagen',
      'Google Analytics',
      'Google Ads',
      'Meta-pixel',
      'YouTube',
      'reCAPTCHA',
      '3 maanden',
    ])
      expect(text).toContain(words)
    expect(text).not.toMatch(/\b(u|uw)\b/)
    await nothingAsked()
  })

  test('after ordering the cart is empty, and without consent nobody hears of it', async () => {
    const { page } = await answered('reject-all')
    await go(page, '/aanbod')
    await pressInShadow(page, '[data-add="kinderkijk"]')
    await go(page, '/winkelwagen')
    await pressInShadow(page, '[data-order]')
    await until('the thanks are there', async () => (await heading(page)) === 'Bedankt voor je bestelling')
    expect(await count(page, '[data-cart-count]')).toBe(0)
    expect(await names(page)).toEqual(['toestemming'])
    await nothingAsked()
  })

  test('a return visit to a deep link loads one file of ours, what tells vendors the choice, what releases a frame and the trigger, and exactly what was granted there', async () => {
    const { visitor, page } = await answered(['social', 'analytics'])
    await page.close()
    await quiet(browser.web)
    browser.web.clearLog()
    const again = await opened(visitor, '/film/ruis')
    await exactly([...everywhere, ...trailer(6)])
    expect(await count(again, view('banner'))).toBe(0)
    // A frame that may load has a part of its own.
    expect(
      browser.web.log
        .filter(({ path }) => path.startsWith('/toestemming/'))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['later', 'release', 'signals', 'signals/google', 'signals/meta', 'toestemming'].map((name) => `/toestemming/${name}.js`))
    expect((await findAll(again, 'iframe[src]')).length).toBe(1)
  })
})

test('the demo for an ordinary browser answers deep links into the app, and still says when a file is not there', async () => {
  const server = new URL('../../demo/server.mjs', import.meta.url).href
  const { startDemo: start } = (await import(/* @vite-ignore */ server)) as {
    startDemo(options: { mode: 'local'; port: number }): Promise<{ sites: Record<string, string>; close(): void }>
  }
  const demo = await start({ mode: 'local', port: 4960 })
  try {
    const deep = await fetch(`${demo.sites.streaming}/film/ruis`)
    expect([deep.status, deep.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await deep.text()).toContain('data-toestemming="config"')
    expect((await fetch(`${demo.sites.streaming}/js/bestaat-niet.js`)).status).toBe(404)
    expect((await fetch(`${demo.sites.hosting}/film/ruis`)).status).toBe(404)
    const refused = await fetch(`${demo.sites.streaming}/bericht`, { method: 'POST', body: new URLSearchParams({ controle: 'recaptcha' }) })
    expect(refused.status).toBe(422)
  } finally {
    demo.close()
  }
})
