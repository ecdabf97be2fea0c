/** Scenario 4, two sites of one owner: a choice goes along to the other one, a withdrawal counts for both, and social networks wait for an act. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { violations } from '../support/accessibility.ts'
import {
  action,
  bannerAppears,
  count,
  errorsOf,
  find,
  inEveryBrowser,
  noBanner,
  pressInShadow,
  textOf,
  type Visitor,
  view,
} from '../support/browser.ts'
import { startDemo } from '../support/demo.ts'
import { cookies, pageCookies, storageOf } from '../support/observe.ts'
import { addLibrary, recordOf, run } from '../support/site.ts'
import { quiet, stays, until } from '../support/until.ts'
import { startWeb, type Web } from '../support/web.ts'

const first = 'vlotgemaakt.example'
const second = 'planblok.example'
const own = [first, second]

/** Follows a link of the page to another site, with a key: the banner may lie over it. */
const follow = async (page: Page, selector: string, host: string) => {
  await pressInShadow(page, selector, { key: 'Enter' })
  await until(`${host} is there`, () => run(page, `location.host === '${host}' && document.readyState === 'complete'`))
}
/** Has the page go out of view and come back. */
const turning = `let now = 'visible'
Object.defineProperty(Document.prototype, 'visibilityState', { configurable: true, get: () => now })
window.turn = (next) => {
  now = next
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}`
const answered = (page: Page) => until('the answer is kept', async () => (await pageCookies(page)).toestemming)
/** But for what Firefox says about vendors' cookies. */
const problemsOf = (page: Page) => errorsOf(page).filter((text) => !text.startsWith('Cookie “'))

inEveryBrowser(startDemo, (browser) => {
  const asked = () => browser.web.log.filter(({ host }) => !own.includes(host)).map(({ host, path }) => host + path)
  const consented = [
    'aanbod.vlotnet.example/kies',
    'aanbod.vlotnet.example/profiel.js',
    'www.google-analytics.com/g/collect',
    'www.googletagmanager.com/gtag/js',
  ]
  const all = async () => {
    await until('all that is allowed is asked for', () => consented.every((one) => asked().includes(one)))
    await quiet(browser.web)
    return [...new Set(asked())].sort()
  }
  const accept = async (visitor: Visitor, before = '') => {
    const page = await visitor.open(`https://${first}/`, { before })
    await bannerAppears(page)
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await answered(page)
    expect(await all()).toEqual(consented)
    return page
  }

  test('before a choice the basket is remembered, and nobody else is asked for anything; the banner says for which sites', async () => {
    const page = await browser.open(`https://${second}/`)
    const banner = await bannerAppears(page)
    expect(await textOf(banner)).toContain(`Ga je via een link naar ${first}, dan geldt je keuze daar ook.`)
    expect(await textOf(banner)).not.toContain(second)
    await pressInShadow(page, '[data-add="weekblok"]', { key: 'Enter' })
    await page.goto(`https://${second}/mandje.html`)
    await until('it is in the basket', async () => (await page.$eval('[data-basket]', (one) => one.textContent))?.includes('Weekblok'))
    for (const path of ['', 'week.html', 'privacy.html', 'contact.html']) {
      await page.goto(`https://${second}/${path}`)
      await bannerAppears(page)
    }
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect((await cookies(page)).map(({ name }) => name)).toEqual(['mandje'])
    expect((await storageOf(page)).local).toEqual({})
    expect(await violations(page)).toEqual([])
    expect(errorsOf(page)).toEqual([])
  })

  test('a choice goes along with a link: the other site asks nothing, knows the same profile, and has a clean address', async () => {
    const page = await accept(await browser.visitor())
    const { id } = await recordOf(page)
    browser.web.clearLog()
    await follow(page, 'footer a[href*="planblok"]', second)
    expect(await all()).toEqual(consented)
    expect(await run(page, 'location.href')).toBe(`https://${second}/`)
    await noBanner(page)
    expect(await recordOf(page)).toMatchObject({ id, source: 'network', answers: { analytics: 'yes', tracking: 'yes' } })
    // The visitor is recognised: the advertisement is about what was seen on the other site.
    // In a private window, in which these tests run, Chromium lets nobody be recognised on another site.
    if (browser.name === 'firefox')
      await until('the advertisement is there', async () => /administratie/.test(await textOf(await find(page, '[data-aanbod]'))))
    // With the address shortened.
    const counted = browser.web.log.filter(({ path }) => path === '/g/collect')
    expect(counted.map(({ url }) => new URL(url).searchParams.get('aip'))).toEqual(counted.map(() => '1'))
    // Neither the number nor the answers have been told to anybody else.
    const foreign = browser.web.log.filter(({ host }) => !own.includes(host))
    expect(foreign.filter(({ url, headers }) => (url + headers.referer).includes(id as string))).toEqual([])
    expect(problemsOf(page)).toEqual([])
    // And it stays.
    browser.web.clearLog()
    await page.goto(`https://${second}/week.html`)
    expect(await all()).toEqual(consented.filter(Boolean))
    await noBanner(page)
  })

  test('a refusal goes along too, without any number', async () => {
    const page = await browser.open(`https://${second}/`)
    await bannerAppears(page)
    // What the visitor before sent on leaving may have come late.
    browser.web.clearLog()
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await answered(page)
    await follow(page, 'footer a[href*="vlotgemaakt"]', first)
    await until('the refusal is known', async () => (await recordOf(page)).answers.tracking === 'no')
    await noBanner(page)
    await stays('no banner', async () => (await count(page, view('banner'))) === 0)
    expect(await recordOf(page)).toMatchObject({ id: null, source: 'network', answers: { analytics: 'no', tracking: 'no' } })
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect(browser.web.log.filter(({ path }) => path === '/keuze')).toEqual([])
  })

  test('what is withdrawn on one site is withdrawn on the next visit to the other, however the visitor comes there', async () => {
    const visitor = await browser.visitor()
    const page = await accept(visitor)
    await follow(page, 'footer a[href*="planblok"]', second)
    await all()
    await page.goto(`https://${second}/privacy.html`)
    await all()
    await pressInShadow(page, action('withdraw'))
    await until('the register has heard it', () => browser.web.log.some(({ method, path }) => method === 'POST' && path === '/keuze'))
    await until('it is withdrawn', async () => (await recordOf(page)).answers.tracking === 'no')
    await quiet(browser.web, 300)
    await page.close()
    browser.web.clearLog()
    const again = await visitor.open(`https://${first}/uren.html`)
    await until('it is withdrawn here', async () => (await recordOf(again)).answers.tracking === 'no')
    await quiet(browser.web, 300)
    expect(asked()).toEqual([])
    expect(await recordOf(again)).toMatchObject({ id: null, source: 'network', answers: { analytics: 'no', tracking: 'no' } })
    expect(await count(again, view('banner'))).toBe(0)
    // What it had left is gone.
    expect(Object.keys(await pageCookies(again)).filter((name) => name.startsWith('_ga'))).toEqual([])
    // The number has gone with the consent.
    expect(JSON.stringify(await storageOf(again))).not.toMatch(/[\w-]{22}\.analytics/)
  })

  test('a page that comes back into view hears of it too', async () => {
    const page = await accept(await browser.visitor(), turning)
    await run(page, "turn('hidden')")
    const tab = page.browserContext().waitForTarget((target) => target.url().startsWith(`https://${second}`))
    await page.$eval('footer a[href*="planblok"]', (link) => {
      ;(link as HTMLAnchorElement).target = '_blank'
      ;(link as HTMLElement).click()
    })
    const other = (await (await tab).page()) as Page
    await until('the choice is there', async () => (await recordOf(other)).answers.tracking === 'yes')
    await run(other, 'toestemming.withdraw()')
    await until('the register has heard it', () => browser.web.log.some(({ method, path }) => method === 'POST' && path === '/keuze'))
    expect((await recordOf(page)).answers.tracking).toBe('yes')
    await run(page, "turn('visible')")
    await until('it is withdrawn here', async () => (await recordOf(page)).answers.tracking === 'no')
    await other.close()
  })

  test('buttons of social networks load nothing until the visitor acts, also for who accepts everything, and then that one alone', async () => {
    const page = await accept(await browser.visitor())
    browser.web.clearLog()
    await page.goto(`https://${first}/tip.html`)
    await until('the buttons wait', async () => (await count(page, view('placeholder'))) === 4)
    const isSocial = (address: string) => /linkedin|facebook|twitter|x\.com/.test(address)
    await all()
    expect(asked().filter(isSocial)).toEqual([])
    const texts = await Promise.all((await page.$$(view('placeholder'))).map((one) => textOf(one)))
    for (const [index, name] of ['LinkedIn', 'Facebook', 'X', 'X'].entries()) {
      expect(texts[index]).toContain(`Deze knop is van ${name}.`)
      expect(texts[index]).toContain(`Laden van ${name}`)
      expect(texts[index]).not.toContain('Altijd')
    }
    expect(await violations(page)).toEqual([])

    await pressInShadow(page, action('load-once'), { key: 'Enter', within: '.own > div:nth-child(1)' })
    await until('LinkedIn is asked', () => asked().includes('www.linkedin.com/pages-extensions/FollowCompany'))
    await quiet(browser.web)
    expect(asked().filter(isSocial).sort()).toEqual(['platform.linkedin.com/in.js', 'www.linkedin.com/pages-extensions/FollowCompany'])
    // The second button of X is pressed first: the script comes with whichever is.
    browser.web.clearLog()
    await pressInShadow(page, action('load-once'), { key: 'Space', within: '.own > div:nth-child(4)' })
    await until('X is asked', () => asked().includes('platform.twitter.com/widgets/tweet_button.html'))
    await quiet(browser.web)
    expect(asked().filter(isSocial).sort()).toEqual(['platform.twitter.com/widgets.js', 'platform.twitter.com/widgets/tweet_button.html'])
    await pressInShadow(page, action('load-once'), { key: 'Enter', within: '.own > div:nth-child(2)' })
    await until('Facebook is asked', () => asked().some((one) => one.startsWith('www.facebook.com/plugins/')))
    await quiet(browser.web)
    expect(asked().filter((one) => one.includes('sdk.js'))).toHaveLength(1)
    // An act is no answer: nothing of it is kept, and the next page waits again.
    expect(Object.keys((await recordOf(page)).answers)).not.toContain('_')
    browser.web.clearLog()
    await page.reload()
    await until('the buttons wait again', async () => (await count(page, view('placeholder'))) === 4)
    await all()
    expect(asked().filter(isSocial)).toEqual([])
    expect(problemsOf(page)).toEqual([])
  })

  test('buttons can be used without any choice, and after everything is refused', async () => {
    const page = await browser.open(`https://${first}/tip.html`)
    await bannerAppears(page)
    for (const refused of [false, true]) {
      if (refused) {
        await pressInShadow(page, action('reject-all'), { within: view('banner') })
        await answered(page)
        await page.reload()
      }
      browser.web.clearLog()
      await pressInShadow(page, action('load-once'), { key: 'Enter', within: '.own > div:nth-child(2)' })
      await until('Facebook is asked', () => asked().some((one) => one.startsWith('www.facebook.com/plugins/')))
      await quiet(browser.web)
      expect(asked().sort()).toEqual(['connect.facebook.net/nl_NL/sdk.js', 'www.facebook.com/plugins/like.php'])
      expect(await recordOf(page)).toMatchObject(refused ? { source: 'banner' } : { decided: null })
    }
  })
})

const homes = ['een.example', 'twee.example'] as const
const origins = homes.map((name) => `https://${name}`)
const vendor = 'meter.example/meter.js'

const startPair = async (): Promise<Web> => {
  const web = await startWeb()
  for (const name of homes) addLibrary(web, name)
  return web
}

interface Given {
  readonly config?: object
  readonly body?: string
  readonly tag?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly register?: string
}

inEveryBrowser(startPair, (browser) => {
  const configuration = {
    owner: 'Voorbeeld BV',
    network: { sites: origins, register: '/keuze' },
    services: [
      { id: 'meter', provider: 'Meetbureau', category: 'analytics', purpose: 'Telt.', hosts: ['meter.example'] },
      { id: 'reclame', provider: 'Reclamebureau', category: 'tracking', purpose: 'Toont reclame.', hosts: ['reclame.example'] },
    ],
  }
  /** Puts the page of a site. The register of each answers with the same text. */
  const put = (host: string, { config = {}, body = '', tag = '', headers = {}, register = '' }: Given = {}) => {
    const { web } = browser
    web.addPage(host, '/toestemming.json', JSON.stringify({ ...configuration, ...config }), { 'content-type': 'application/json' })
    web.addPage(host, '/keuze', register, { 'content-type': 'text/plain', ...(!register && { ':status': '204' }) })
    web.addPage(
      host,
      '/',
      `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${host}</title>
<script src="/toestemming/toestemming.js" data-config="https://${host}/toestemming.json"></script>${tag}
<script type="text/plain" data-consent="analytics" data-src="https://${vendor}"></script></head><body>
${homes.map((name) => `<a id="${name.slice(0, 3)}" href="https://${name}/">${name}</a>`).join(' ')} ${body}</body></html>`,
      headers,
    )
    return `https://${host}/`
  }
  const asked = () => browser.web.log.filter(({ host }) => ![...homes, 'kwaad.example'].includes(host)).map(({ host, path }) => host + path)
  const vendorRuns = () => until('the vendor is asked', () => asked().includes(vendor))
  const [one, two] = homes
  const stamp = (age = 0) => (Date.now() - age).toString(36)
  const id = 'AAAAAAAAAAAAAAAAAAAAAA'
  const yes = (age = 1000, revision = 1) =>
    `1.${revision}.${id}.analytics~Y~${stamp(age)}.tracking~Y~${stamp(age)}.${code('meter')}~Y~${stamp(age)}.${code('reclame')}~Y~${stamp(age)}`
  const no = (age = 1000) => `1.1..analytics~n~${stamp(age)}.tracking~n~${stamp(age)}`
  const code = (name: string) => {
    let sum = 0
    for (const letter of name) sum = (sum * 131 + letter.charCodeAt(0)) % 60466176
    return sum.toString(36).toUpperCase().padStart(5, '0')
  }
  const isAsked = async (page: Page) => {
    await bannerAppears(page)
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect(await recordOf(page)).toMatchObject({ decided: null })
  }
  const accept = async (page: Page) => {
    await bannerAppears(page)
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await answered(page)
    await vendorRuns()
  }

  test('a choice that comes from anywhere else is none: another site, nowhere, long ago, the future, damaged, of an older question', async () => {
    put(one)
    put(two, { config: { revision: 2 } })
    browser.web.addPage('kwaad.example', '/', '<!doctype html><title>Kwaad</title>')
    const page = await browser.open('about:blank')
    // Each goes to the second site from its own place; nothing of it is kept.
    const go = async (from: string, to: string) => {
      await page.goto(from)
      await run(page, `location.href = ${JSON.stringify(to)}`)
      await until('it has arrived', () => run(page, `location.host === '${two}' && document.readyState === 'complete'`))
    }
    const link = (text: string, sent = 0) => `https://${two}/#plaats&toestemming=${stamp(sent)}.${text}`
    for (const [from, to] of [
      ['https://kwaad.example/', link(yes(1000, 2))],
      [`https://${one}/`, link(yes(1000, 2), 61_000)],
      [`https://${one}/`, link(yes(1000, 2), -30_000)],
      [`https://${one}/`, link(yes(-30_000, 2))],
      [`https://${one}/`, link(yes(200 * 864e5, 2))],
      [`https://${one}/`, link(yes(1000, 1))],
      [`https://${one}/`, link(yes(1000, 2).replace(id, ''))],
      [`https://${one}/`, link(`${yes(1000, 2)}.analytics~Y~${stamp()}`)],
      [`https://${one}/`, link('<script>alert(1)</script>')],
    ] as const) {
      browser.web.clearLog()
      await go(from, to)
      await isAsked(page)
      expect(await run(page, 'location.hash')).toBe('#plaats')
      expect(await storageOf(page)).toEqual({ local: {}, session: {} })
    }
    // The very same is taken over when it comes as it should.
    browser.web.clearLog()
    await go(`https://${one}/`, link(yes(1000, 2)))
    await vendorRuns()
    await noBanner(page)
    expect(await run(page, 'location.hash')).toBe('#plaats')
  })

  test('what others write into a link on an own site is left out when it is followed, and who hides where they come from is asked', async () => {
    put(two)
    put(one, {
      body: `<a id="kwaad" href="https://${two}/#toestemming=${stamp()}.${yes()}">kwaad</a> <a id="stil" rel="noreferrer" href="https://${two}/">stil</a>`,
    })
    const page = await browser.open(`https://${one}/`)
    await bannerAppears(page)
    await follow(page, '#kwaad', two)
    await isAsked(page)
    const other = await browser.open(`https://${one}/`)
    await accept(other)
    browser.web.clearLog()
    await follow(other, '#stil', two)
    await isAsked(other)
  })

  test('the newest answer to each thing counts, and a refusal that comes by a link undoes an older consent', async () => {
    put(one)
    put(two)
    const visitor = await browser.visitor()
    const page = await visitor.open(`https://${one}/`)
    await accept(page)
    await follow(page, '#twe', two)
    await vendorRuns()
    await run(page, "window.before = true; toestemming.withdraw('analytics')")
    await until('the page is a new one', () => run(page, "!window.before && document.readyState === 'complete'"))
    await until('it is withdrawn', async () => (await recordOf(page)).answers.analytics === 'no')
    browser.web.clearLog()
    await follow(page, '#een', one)
    await until('it is withdrawn here', async () => (await recordOf(page)).answers.analytics === 'no')
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect((await recordOf(page)).answers).toMatchObject({ analytics: 'no', meter: 'no', tracking: 'yes', reclame: 'yes' })
    // An older consent of before comes along, and changes nothing.
    await run(page, `location.href = 'https://${two}/#toestemming=${stamp()}.${yes(60_000)}'`)
    await until('it is there', () => run(page, `location.host === '${two}' && !location.hash && document.readyState === 'complete'`))
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect((await recordOf(page)).answers.analytics).toBe('no')
  })

  test('a register that is broken, silent or slow holds up nothing, grants nothing, and is heard when it answers at last', async () => {
    put(one)
    const visitor = await browser.visitor()
    const page = await visitor.open(`https://${one}/`)
    await accept(page)
    for (const [register, more] of [
      ['<!doctype html><title>Niet gevonden</title>', {}],
      [yes(-9000), {}],
      [`${no(0)}.`, {}],
      ['niets', { ':status': '500' }],
    ] as const) {
      browser.web.addPage(one, '/keuze', register, { 'content-type': 'text/html', ...more })
      browser.web.clearLog()
      await page.reload()
      await vendorRuns()
      expect((await recordOf(page)).answers.analytics).toBe('yes')
    }
    // Two seconds late: what was allowed here goes on after one, and stops when the answer is there.
    browser.web.addPage(one, '/keuze', `\n<!--pause 2500-->${no(0)}`, { 'content-type': 'text/plain' })
    browser.web.clearLog()
    const start = Date.now()
    await page.reload()
    await vendorRuns()
    expect(Date.now() - start).toBeLessThan(2400)
    await until('the withdrawal is heard', async () => (await recordOf(page)).answers.analytics === 'no')
    browser.web.addPage(one, '/keuze', '', { ':status': '204' })
    await quiet(browser.web, 600)
    browser.web.clearLog()
    await page.reload()
    await until('the page is there', async () => (await recordOf(page)).answers.analytics === 'no')
    await quiet(browser.web)
    expect(asked()).toEqual([])
  })

  test('a withdrawal that the register did not get is told again on the next page', async () => {
    put(one)
    put(two)
    const page = await browser.open(`https://${one}/`)
    await accept(page)
    const number = (await recordOf(page)).id
    browser.web.addPage(one, '/keuze', 'stuk', { ':status': '500' })
    await run(page, 'toestemming.withdraw()')
    await until('it is withdrawn', async () => (await recordOf(page)).answers.analytics === 'no')
    const told = () => browser.web.log.filter(({ method, path }) => method === 'POST' && path === '/keuze').map(({ url }) => url)
    await until('it is told', () => told().length > 0)
    await quiet(browser.web, 600)
    browser.web.addPage(one, '/keuze', '', { ':status': '204' })
    browser.web.clearLog()
    await page.reload()
    await until('it is told again', () => told().length > 0)
    expect(told()).toEqual([`https://${one}/keuze?id=${number}`])
    await until('that is enough', async () => !(await storageOf(page)).local['toestemming:network']?.includes(' '))
    browser.web.clearLog()
    await page.reload()
    await quiet(browser.web, 400)
    expect(told()).toEqual([])
  })

  test('one site goes on when the other is down, and where nothing can be stored each asks for itself', async () => {
    put(one)
    browser.web.addPage(two, '/', 'stuk', { ':status': '503' })
    const page = await browser.open(`https://${one}/`)
    await accept(page)
    expect(browser.web.log.filter(({ host }) => host === two)).toEqual([])
    put(two)
    const blocked = `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError') } })
Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('blocked', 'SecurityError') }, set() { throw new DOMException('blocked', 'SecurityError') } })`
    browser.web.clearLog()
    const other = await browser.open(`https://${one}/`, { before: blocked })
    await bannerAppears(other)
    await pressInShadow(other, action('accept-all'), { within: view('banner') })
    await vendorRuns()
    browser.web.clearLog()
    await follow(other, '#twe', two)
    await isAsked(other)
  })

  test('it works on pages whose base is elsewhere, which is asked for nothing', async () => {
    const tag = '<base href="https://kwaad.example/map/">'
    put(one, { tag, body: `<a id="plaats" href="https://${two}/#plaats">verder</a>` })
    put(two, { tag, body: '<p id="plaats">Plaats</p>' })
    const page = await browser.open(`https://${one}/`)
    await accept(page)
    await follow(page, '#plaats', two)
    await until('the choice is there', async () => (await recordOf(page)).answers.analytics === 'yes')
    expect(await run(page, 'location.href')).toBe(`https://${two}/#plaats`)
    await vendorRuns()
    browser.web.clearLog()
    await page.reload()
    await vendorRuns()
    await until('the register is asked', () => browser.web.log.some(({ path }) => path === '/keuze'))
    expect(browser.web.log.filter(({ path }) => path === '/keuze').map(({ host }) => host)).toEqual([two])
    expect(browser.web.log.filter(({ host }) => host === 'kwaad.example')).toEqual([])
  })

  test('it works under a strict policy that allows nothing but the site itself', async () => {
    const headers = {
      'content-security-policy':
        "default-src 'none'; img-src 'self'; script-src 'self' https://meter.example; connect-src 'self'; require-trusted-types-for 'script'",
      'referrer-policy': 'no-referrer',
    }
    put(one, { headers })
    put(two, { headers })
    const page = await browser.open(`https://${one}/`)
    await accept(page)
    browser.web.clearLog()
    await follow(page, '#twe', two)
    await vendorRuns()
    await noBanner(page)
    expect(problemsOf(page)).toEqual([])
    // A link that the page follows by itself has the choice with it only then.
    const seen = await page.$eval('#een', async (link) => {
      const all = [(link as HTMLAnchorElement).href]
      link.addEventListener('click', (event) => {
        event.preventDefault()
        all.push((link as HTMLAnchorElement).href)
      })
      ;(link as HTMLElement).click()
      await new Promise((resolve) => setTimeout(resolve, 50))
      return [...all, (link as HTMLAnchorElement).href]
    })
    const start = `https://${one}/`
    expect([seen[0], seen[1]?.slice(0, start.length + 13), seen[2]]).toEqual([start, `${start}#toestemming=`, start])
    // Nor has it after the library has stopped: the listener of above tells.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          document.addEventListener('toestemming:destroy', () => resolve())
          ;(window as unknown as { toestemming: { destroy(): void } }).toestemming.destroy()
        }),
    )
    const after = await page.$eval('#een', (link) => {
      let address = ''
      link.addEventListener('click', () => {
        address = (link as HTMLAnchorElement).href
      })
      ;(link as HTMLElement).click()
      return address
    })
    expect(after).toBe(start)
  })

  test('a network that is written wrong releases nothing and says why; a site that is not in it goes by itself', async () => {
    const page = await browser.open('about:blank')
    for (const [network, words] of [
      [{ sites: [`https://${one}/`, `https://${two}`] }, 'network.sites[0]'],
      [{ sites: [] }, 'network.sites'],
      [{ register: '/keuze' }, 'network.sites'],
      [{ sites: origins, register: '//kwaad.example/keuze' }, 'network.register'],
      [{ sites: origins, register: 'https://kwaad.example/' }, 'network.register'],
    ] as const) {
      browser.web.clearLog()
      const before = errorsOf(page).length
      const errors = () => errorsOf(page).slice(before)
      await page.goto(put(one, { config: { network } }))
      await until(`it is said of ${words}`, () => errors().some((text) => text.includes(words)))
      await quiet(browser.web)
      expect([await count(page, view('banner')), asked()]).toEqual([0, []])
    }
    const before = errorsOf(page).length
    await page.goto(put(one, { config: { network: { sites: ['https://drie.example', `https://${two}`] } } }))
    expect(await textOf(await bannerAppears(page))).not.toContain(two)
    await until('it is said of network.sites', () => errorsOf(page).slice(before).join().includes('network.sites'))
    await accept(page)
    put(two)
    browser.web.clearLog()
    await follow(page, '#twe', two)
    await isAsked(page)
  })

  test('without the part that hears the other sites nothing is released', async () => {
    put(one)
    const visitor = await browser.visitor()
    const page = await visitor.open(`https://${one}/`)
    await accept(page)
    addLibrary(browser.web, one, 'network.js')
    browser.web.clearLog()
    await page.reload()
    await quiet(browser.web, 600)
    expect(asked()).toEqual([])
    addLibrary(browser.web, one)
  })
})
