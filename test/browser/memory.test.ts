/** What is remembered, where, for how long, and which of two memories wins. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import {
  action,
  bannerAppears,
  count,
  errorsOf,
  find,
  inEveryBrowser,
  noBanner,
  pressInShadow,
  type Visitor,
  view,
} from '../support/browser.ts'
import { cookies, pageCookies, storageOf, thirdParties, watchWrites } from '../support/observe.ts'
import { address, configuration, host, html, openPreferences, put, ran, recordOf, run, startSite, visit } from '../support/site.ts'
import { quiet, stays, until } from '../support/until.ts'

const day = 864e5
const name = 'toestemming'
const body = `<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>
  <script type="text/plain" data-consent="tracking" data-src="https://ads.example/a.js"></script>`
const site = { config: configuration, body }

const press = (page: Page, what: string) => pressInShadow(page, action(what), { within: view('banner') })
const stored = async (page: Page) => (await storageOf(page)).local[name]
/** The cookie is written by a part that is loaded when it is needed: it may come a moment after the mirror. */
const written = (page: Page) => until('the cookie is written', async () => (await pageCookies(page))[name])

inEveryBrowser(startSite, (browser) => {
  test.each([
    ['cut off', '[{"owner'],
    ['nothing', 'null'],
    ['empty', '[{}]'],
    ['of another kind', '[{"cookie":{"name":"toestemming"},"validDays":180,"categories":"[]","services":"[]","places":"[]"},0]'],
  ])('settings kept by an earlier page that are %s are made anew', async (_, spoiled) => {
    const page = await visit(browser, site)
    await press(page, 'accept-all')
    await until('the settings are kept', async () => (await storageOf(page)).local['toestemming:settings'])
    await written(page)
    await until('what is allowed is asked for', () => asked().length === 2)
    await run(
      page,
      `(() => {
        const [version, text] = localStorage['toestemming:settings'].split('\\n')
        localStorage['toestemming:settings'] = version + '\\n' + text + '\\n' + ${JSON.stringify(spoiled)}
      })()`,
    )
    browser.web.clearLog()
    await page.reload()
    await until('what was allowed is asked for', () => asked().length === 2)
    expect(await run(page, "['analytics', 'tracking'].map((one) => toestemming.has(one))")).toEqual([true, true])
    await noBanner(page)
    await run(page, 'toestemming.withdraw()')
    await until('it is withdrawn', async () => !(await run(page, "toestemming.has('analytics')")))
    expect(errorsOf(page)).toEqual([])
  })

  test('a form with the name cookie keeps nothing from working', async () => {
    const page = await visit(browser, { ...site, body: `${body}<form name="cookie"></form>` })
    await press(page, 'accept-all')
    await until('what was allowed is asked for', () => asked().length === 2)
    expect(errorsOf(page)).toEqual([])
  })

  const asked = () => thirdParties(browser.web.log, host)
  const settled = async (page: Page) => {
    await find(page, 'toestemming-ui', { hidden: true })
    await quiet(browser.web)
  }
  /** Removes every cookie of the library, whichever way it was set. */
  const dropCookies = async (visitor: Visitor) =>
    visitor.context.deleteCookie(...(await visitor.context.cookies()).filter((cookie) => cookie.name === name))

  const records = new Map<string, string>()
  /** The record that a visitor would have who made this choice so long ago; each is made once. */
  const recordFrom = async (choice: 'acceptAll' | 'rejectAll', clock: number): Promise<string> => {
    const made = records.get(choice + clock)
    if (made) return made
    const page = await visit(browser, site, { clock })
    await bannerAppears(page)
    await run(page, `toestemming.${choice}()`)
    const record = await until('the record is kept', () => stored(page))
    records.set(choice + clock, record)
    return record
  }

  test('before a choice nothing is kept at all; looking at the preferences keeps nothing either', async () => {
    const page = await visit(browser, site, { before: watchWrites })
    await bannerAppears(page)
    await openPreferences(page)
    await pressInShadow(page, action('close'), { within: view('preferences') })
    await quiet(browser.web)
    expect(await run(page, 'window.writes')).toEqual([])
    expect(await cookies(page)).toEqual([])
    expect(await storageOf(page)).toEqual({ local: {}, session: {} })
    expect(await recordOf(page)).toMatchObject({ id: null, decided: null, source: null })
  })

  test('the cookie is of this host only, for the whole site, Lax, Secure, readable by scripts, for 180 days', async () => {
    const page = await visit(browser, site)
    await press(page, 'accept-all')
    await written(page)
    const kept = await cookies(page)
    expect(kept.map(({ name, domain, path, secure, httpOnly, sameSite }) => ({ name, domain, path, secure, httpOnly, sameSite }))).toEqual([
      { name, domain: host, path: '/', secure: true, httpOnly: false, sameSite: 'Lax' },
    ])
    expect(Math.abs((kept[0]?.expires ?? 0) * 1000 - (Date.now() + 180 * day))).toBeLessThan(day)
  })

  test('on plain http the cookie is kept as well, without Secure', async () => {
    put(browser.web, '/', site)
    const page = await browser.open(`http://${host}/`)
    await press(page, 'reject-all')
    await written(page)
    expect((await cookies(page)).map(({ secure }) => secure)).toEqual([false])
    await page.reload()
    await settled(page)
    expect(await count(page, view('banner'))).toBe(0)
  })

  test('the owner chooses the name and the validity', async () => {
    const page = await visit(browser, { ...site, config: { ...configuration, validDays: 400, cookie: { name: 'keuze' } } })
    await press(page, 'accept-all')
    await until('the cookie is written', async () => (await pageCookies(page)).keuze)
    const [kept] = await cookies(page)
    expect(Math.abs((kept?.expires ?? 0) * 1000 - (Date.now() + 400 * day))).toBeLessThan(day)
  })

  test('with a domain configured the choice holds on every subdomain, and nowhere else', async () => {
    const config = { ...configuration, cookie: { domain: host } }
    const visitor = await browser.visitor()
    for (const at of [`www.${host}`, `shop.${host}`]) browser.web.addPage(at, '/', html({ config, body }))
    const page = await visitor.open(`https://www.${host}/`)
    await press(page, 'accept-all')
    await written(page)
    expect((await cookies(page)).map(({ domain }) => domain)).toEqual([`.${host}`])
    browser.web.clearLog()
    const other = await visitor.open(`https://shop.${host}/`)
    await until('the shop follows', async () => (await ran(other)).includes('meter.example/m.js'))
    expect(await count(other, view('banner'))).toBe(0)
    await pressInShadow(other, action('open'), { within: 'toestemming-ui' })
    await pressInShadow(other, action('reject-all'), { within: view('preferences') })
    await until('the shop has reloaded without', async () => (await ran(other)).length === 0)
    await settled(other)
    browser.web.clearLog()
    await page.goto(`https://www.${host}/`)
    await settled(page)
    expect(thirdParties(browser.web.log, `www.${host}`)).toEqual([])
    expect(await count(page, view('banner'))).toBe(0)
  })

  test('sixty services fit in 512 bytes, in characters that need no escaping', async () => {
    const services = Array.from({ length: 60 }, (_, index) => ({
      id: `een-tamelijk-lange-naam-${index}`,
      provider: `Aanbieder ${index}`,
      category: ['analytics', 'tracking', 'social'][index % 3],
      purpose: 'Doet iets.',
      hosts: [`v${index}.example`],
    }))
    const page = await visit(browser, { config: { ...configuration, services } })
    await bannerAppears(page)
    await run(page, `toestemming.save(${JSON.stringify(Object.fromEntries(services.map(({ id }, index) => [id, index % 2 === 0])))})`)
    const value = await written(page)
    expect(name.length + 1 + value.length).toBeLessThanOrEqual(512)
    expect(value).toMatch(/^[\w.~-]+$/)
    await page.reload()
    await settled(page)
    const { answers } = await recordOf(page)
    for (const [index, { id }] of services.entries()) expect([id, answers[id]]).toEqual([id, index % 2 === 0 ? 'yes' : 'no'])
  })

  test('after a refusal nobody asks again: not on a reload, not on another page, not in another tab', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site))
    await press(page, 'reject-all')
    await written(page)
    browser.web.clearLog()
    for (let times = 0; times < 5; times++) {
      await page.reload()
      await settled(page)
      expect(await count(page, view('banner'))).toBe(0)
    }
    const other = await visitor.open(put(browser.web, '/diep/pad/', site))
    await settled(other)
    expect(await count(other, view('banner'))).toBe(0)
    expect(asked()).toEqual([])
  })

  test('a visitor who returns gets one file of ours, what code that comes late needs, and then the trigger, and no banner', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site))
    await press(page, 'accept-all')
    await written(page)
    await page.close()
    browser.web.clearLog()
    const again = await visitor.open(address)
    await until('what was granted runs', async () => (await ran(again)).length === 2)
    await settled(again)
    expect(browser.web.log.map(({ host: at, path }) => at + path).filter((one) => one.includes('/toestemming/'))).toEqual([
      `${host}/toestemming/toestemming.js`,
      `${host}/toestemming/release.js`,
      `${host}/toestemming/later.js`,
    ])
  })

  test('the mirror in localStorage says the same as the cookie, and each restores the other', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site))
    await press(page, 'accept-all')
    const value = await written(page)
    expect(await stored(page)).toBe(value)

    await dropCookies(visitor)
    await page.reload()
    expect(await written(page)).toBe(value)
    expect(await count(page, view('banner'))).toBe(0)

    await run(page, 'localStorage.clear()')
    await page.reload()
    expect(await until('the mirror is back', () => stored(page))).toBe(value)
    // Nothing of this page may be on its way any more.
    await until('what was granted has run', async () => (await ran(page)).length === 2)

    await run(page, 'localStorage.clear()')
    await dropCookies(visitor)
    browser.web.clearLog()
    await page.reload()
    await bannerAppears(page)
    await quiet(browser.web)
    expect(asked()).toEqual([])
  })

  for (const [older, newer, places] of [
    ['acceptAll', 'rejectAll', 'older on the host, newer on the domain'],
    ['acceptAll', 'rejectAll', 'older on the domain, newer on the host'],
    ['acceptAll', 'rejectAll', 'older in the mirror, newer in the cookie'],
    ['rejectAll', 'acceptAll', 'older on the domain, newer on the host'],
    ['rejectAll', 'acceptAll', 'older in the cookie, newer in the mirror'],
  ] as const) {
    test(`of two memories the newest decision counts: ${older}, then ${newer}; ${places}`, async () => {
      const first = await recordFrom(older, -3 * day)
      const second = await recordFrom(newer, -1 * day)
      const place = (value: string, where: string) =>
        where.includes('mirror')
          ? `localStorage.setItem('${name}', '${value}')`
          : `document.cookie = '${name}=${value}; Path=/; Secure; Max-Age=99999${where.includes('domain') ? `; Domain=${host}` : ''}'`
      const [firstPlace = '', secondPlace = ''] = places.split(', ')
      const visitor = await browser.visitor()
      const page = await visitor.open(`${address}/empty`)
      await run(page, `${place(first, firstPlace)}; ${place(second, secondPlace)}`)
      browser.web.clearLog()
      await page.goto(put(browser.web, '/', site))
      await settled(page)
      expect(await count(page, view('banner'))).toBe(0)
      expect(asked().sort()).toEqual(newer === 'acceptAll' ? ['ads.example/a.js', 'meter.example/m.js'] : [])
      expect(Math.abs(((await recordOf(page)).decided ?? 0) - (Date.now() - day))).toBeLessThan(60_000)
    })
  }

  test('a withdrawal wins from an older consent that comes back', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site))
    await press(page, 'accept-all')
    const consent = await written(page)
    await run(page, 'toestemming.withdraw()')
    await until('the withdrawal is written', async () => ((await pageCookies(page))[name] ?? consent) !== consent)
    await page.close()
    const empty = await visitor.open(`${address}/empty`)
    for (const back of [
      `document.cookie = '${name}=${consent}; Path=/; Secure; Max-Age=99999; Domain=${host}'`,
      `localStorage.setItem('${name}', '${consent}')`,
    ]) {
      await run(empty, back)
      browser.web.clearLog()
      const again = await visitor.open(address)
      await settled(again)
      expect(asked()).toEqual([])
      expect(Object.values((await recordOf(again)).answers)).not.toContain('yes')
      await again.close()
    }
  })

  test('a withdrawal made while the clock was set back still holds when the clock is right again', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site))
    await press(page, 'accept-all')
    const consent = await written(page)
    await page.close()
    const earlier = await visitor.open(address, { clock: -2 * 3600e3 })
    await settled(earlier)
    await run(earlier, 'toestemming.withdraw()')
    await until('the withdrawal is kept', async () => (await stored(earlier)) !== consent && (await pageCookies(earlier))[name] !== consent)
    await earlier.close()
    browser.web.clearLog()
    const again = await visitor.open(address)
    await settled(again)
    expect(asked()).toEqual([])
  })

  test('nonsense in the cookie or the mirror is no answer', async () => {
    const future = await recordFrom('acceptAll', 2 * day)
    const genuine = await recordFrom('acceptAll', -day)
    const values = [
      'ja',
      '%E0%A4%A',
      encodeURIComponent('{"analytics":true,"__proto__":{"tracking":"yes"}}'),
      'analytics_tracking',
      genuine.slice(0, -1).slice(0, genuine.indexOf('analytics') + 4),
      genuine.replace(/^\d+/, '9'),
      'x'.repeat(3000),
      future,
    ]
    const page = await browser.open('about:blank')
    for (const value of values) {
      await page.goto(`${address}/empty`)
      await run(page, `document.cookie = '${name}=${value}; Path=/; Secure; Max-Age=99999'; localStorage.setItem('${name}', '${value}')`)
      browser.web.clearLog()
      await page.goto(put(browser.web, '/', site))
      await bannerAppears(page)
      await quiet(browser.web, 200)
      expect([value.slice(0, 40), asked()]).toEqual([value.slice(0, 40), []])
      expect(errorsOf(page)).toEqual([])
    }
  })

  test('validity is counted from the decision and not from the last visit', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site), { clock: -181 * day })
    await press(page, 'accept-all')
    await until('the record is kept', () => stored(page))
    await page.close()
    for (const days of [-120, -60, -2]) {
      browser.web.clearLog()
      const between = await visitor.open(address, { clock: days * day })
      await until('what was granted runs', async () => (await ran(between)).length === 2)
      expect(await count(between, view('banner'))).toBe(0)
      await between.close()
    }
    browser.web.clearLog()
    const now = await visitor.open(address)
    await bannerAppears(now)
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect(await run(now, "toestemming.has('analytics')")).toBe(false)
  })

  test('a refusal holds as long as a consent: after 179 days nobody asks, after 181 the question is back', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site), { clock: -179 * day })
    await press(page, 'reject-all')
    await until('the record is kept', () => stored(page))
    await page.close()
    const now = await visitor.open(address)
    await settled(now)
    await noBanner(now)
    await now.close()
    await bannerAppears(await visitor.open(address, { clock: 2 * day }))
  })

  test('a raised revision asks again; what was answered stays as it was until the new answer', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site))
    await bannerAppears(page)
    await run(page, 'toestemming.save({ analytics: true, tracking: false, social: false, recaptcha: false })')
    await written(page)
    await noBanner(page)
    await until('what was granted runs', async () => (await ran(page)).length === 1)
    browser.web.clearLog()
    put(browser.web, '/', { ...site, config: { ...configuration, revision: 2 } })
    await page.reload()
    await bannerAppears(page)
    await until('what was granted runs', async () => (await ran(page)).length === 1)
    await quiet(browser.web)
    expect(asked()).toEqual(['meter.example/m.js'])
    await press(page, 'reject-all')
    await until('the new revision is kept', async () => (await recordOf(page)).revision === 2)
  })

  test('an added service or category asks again, and only what was never asked is undecided', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site))
    await press(page, 'accept-all')
    await written(page)
    await noBanner(page)
    browser.web.clearLog()
    put(browser.web, '/', {
      config: {
        ...configuration,
        categories: { crash: { title: 'Storingen', purpose: 'Meldt storingen.' } },
        services: [
          ...configuration.services,
          { id: 'nieuw', provider: 'Nieuwkomer', category: 'analytics', purpose: 'Telt ook.', hosts: ['nieuw.example'] },
          { id: 'melder', provider: 'Melder', category: 'crash', purpose: 'Meldt.', hosts: ['melder.example'] },
        ],
      },
      body: `${body}<script type="text/plain" data-consent="analytics" data-src="https://nieuw.example/n.js"></script>
        <script type="text/plain" data-consent="analytics" data-service="nieuw">ran.push('nieuw')</script>
        <script type="text/plain" data-consent="crash" data-src="https://melder.example/c.js"></script>`,
    })
    await page.reload()
    await bannerAppears(page)
    await until('what was granted runs', async () => (await ran(page)).length === 2)
    await quiet(browser.web)
    expect(await ran(page)).toEqual(['meter.example/m.js', 'ads.example/a.js'])
    expect((await recordOf(page)).answers).toMatchObject({ meter: 'yes', nieuw: 'never asked', crash: 'never asked', film: 'yes' })
    await openPreferences(page)
    const shown = (input: string) =>
      find(page, `input[name="${input}"]`, { hidden: true }).then((handle) =>
        handle.evaluate((element) => (element as HTMLInputElement).checked),
      )
    expect(await shown('analytics/nieuw')).toBe(false)
    expect(await shown('crash')).toBe(false)
    expect(await shown('analytics/meter')).toBe(true)
  })

  test('there is an id only while something is granted, and a new one after everything was withdrawn', async () => {
    const page = await visit(browser, { config: { ...configuration, withdrawal: 'ask' } })
    await press(page, 'reject-all')
    await until('the refusal is kept', () => stored(page))
    expect((await recordOf(page)).id).toBeNull()
    const ids: (string | null)[] = []
    for (let times = 0; times < 2; times++) {
      await run(page, 'toestemming.acceptAll()')
      ids.push((await recordOf(page)).id)
      await run(page, 'toestemming.withdraw()')
      expect((await recordOf(page)).id).toBeNull()
      const kept = (await stored(page)) ?? ''
      for (const id of ids) expect(kept).not.toContain(id)
    }
    expect(ids[0]).toMatch(/^[\w-]{22}$/)
    expect(ids[1]).toMatch(/^[\w-]{22}$/)
    expect(ids[1]).not.toBe(ids[0])
  })

  test('with cookies and storage that throw, a choice holds for the page and the page works', async () => {
    const page = await visit(browser, site, {
      before: `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore'])
          Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError') } })
        Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('x', 'SecurityError') }, set() { throw new DOMException('x', 'SecurityError') } })`,
    })
    await press(page, 'accept-all')
    await until('what was granted runs', async () => (await ran(page)).length === 2)
    await noBanner(page)
    expect(await run(page, "toestemming.has('analytics')")).toBe(true)
    await pressInShadow(page, action('open'), { within: 'toestemming-ui' })
    await pressInShadow(page, action('close'), { within: view('preferences') })
    await stays('the question does not come back', async () => (await count(page, view('banner'))) === 0)
    expect(errorsOf(page)).toEqual([])
    await page.reload()
    await bannerAppears(page)
  })

  test('in a sandbox without an origin, where the browser really blocks storage, the same', async () => {
    const page = await browser.open(put(browser.web, '/sandbox', site, { 'content-security-policy': 'sandbox allow-scripts' }))
    await press(page, 'accept-all')
    await until('what was granted runs', async () => (await ran(page)).length === 2)
    await noBanner(page)
    expect(errorsOf(page).filter((text) => !text.includes('favicon'))).toEqual([])
  })

  test('a page that the browser takes from its back-forward cache follows what was withdrawn since', async () => {
    const visitor = await browser.visitor()
    put(browser.web, '/two', { config: configuration })
    const page = await visitor.open(put(browser.web, '/', site), {})
    await press(page, 'accept-all')
    await written(page)
    await until('what was granted runs', async () => (await ran(page)).length === 2)
    await page.goto(`${address}/two`)
    await settled(page)
    await run(page, 'toestemming.withdraw()')
    await until('the withdrawal is kept', async () => Object.values((await recordOf(page)).answers).includes('no'))
    await quiet(browser.web)
    browser.web.clearLog()
    await page.goBack()
    await until('nothing is granted', () => run(page, "toestemming.has('analytics') === false") as Promise<boolean>)
    await until(
      'no vendor is left in the page',
      async () => (await run(page, "document.readyState === 'complete' && !window.ran")) as boolean,
    )
    await quiet(browser.web)
    expect(asked()).toEqual([])
  })
})
