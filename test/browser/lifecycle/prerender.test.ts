/** Pages that are made ready before anybody asked for them: until they are shown, nobody has visited them. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import {
  action,
  bannerAppears,
  count,
  errorsOf,
  find,
  inWholeBrowsers,
  noBanner,
  pressInShadow,
  type Visitor,
  view,
} from '../../support/browser.ts'
import { pageCookies, thirdParties } from '../../support/observe.ts'
import { configuration, host, put, ran, run, startSite } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'

const body = `
  <script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>
  <script type="text/plain" data-consent="analytics">(window.ran = window.ran || []).push('inline')</script>
  <iframe data-consent="social" data-src="https://film.example/1" title="Film" width="300" height="200"></iframe>
  <img data-consent="tracking" data-src="https://ads.example/pixel.gif" alt="">`
const addresses = ['ads.example/pixel.gif', 'film.example/1', 'meter.example/m.js']

/** First in the page: notes whatever happens before it is shown. */
const first = `<script>
  window.early = []
  window.dataLayer = []
  {
    const note = (what) => document.prerendering && early.push(what)
    const push = dataLayer.push
    dataLayer.push = (...values) => { note('data layer'); return push.apply(dataLayer, values) }
    for (const name of ['change', 'decision', 'withdrawal']) document.addEventListener('toestemming:' + name, () => note(name))
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (...values) { note('storage'); return setItem.apply(this, values) }
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
    Object.defineProperty(document, 'cookie', { get: () => cookie.get.call(document), set(value) { note('cookie'); cookie.set.call(document, value) } })
    new MutationObserver(() => { if (document.querySelector('toestemming-ui, toestemming-block')) note('drawn') })
      .observe(document, { subtree: true, childList: true })
  }
</script>`
const site = { config: configuration, first, body }

/** For `before`: a page that is being made ready, until \`activate()\`. */
const prerendered = `{
  let prerendering = true
  Object.defineProperty(Document.prototype, 'prerendering', { configurable: true, get: () => prerendering })
  window.activate = () => {
    prerendering = false
    document.dispatchEvent(new Event('prerenderingchange'))
  }
}`

inWholeBrowsers(startSite, (browser) => {
  const asked = () => thirdParties(browser.web.log, host).sort()
  const early = async (page: Page) => [...new Set((await run(page, 'window.early')) as string[])]
  const consent = async (visitor: Visitor, choice = 'acceptAll') => {
    const page = await visitor.open(put(browser.web, '/earlier', { config: configuration }))
    await bannerAppears(page)
    await run(page, `toestemming.${choice}()`)
    await until('the cookie is written', async () => (await pageCookies(page)).toestemming)
    await quiet(browser.web)
    browser.web.clearLog()
    return page
  }
  const open = (visitor: Visitor) => visitor.open(put(browser.web, '/', site), { before: prerendered })

  const nothingHasHappened = async (page: Page) => {
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect(await early(page)).toEqual([])
    expect(await ran(page)).toEqual([])
    expect(await count(page, 'toestemming-ui, toestemming-block', { hidden: true })).toBe(0)
  }
  const everythingRuns = async (page: Page) => {
    await until('both scripts have run', async () => (await ran(page)).length === 2)
    await until('everything is asked for', () => asked().length >= addresses.length)
    await quiet(browser.web)
    expect(await ran(page)).toEqual(['meter.example/m.js', 'inline'])
    expect(asked()).toEqual(addresses)
  }

  test('a page that is prerendered on a first visit asks, stores and tells nothing until it is shown, and then asks', async () => {
    const page = await open(await browser.visitor())
    await nothingHasHappened(page)
    expect(await pageCookies(page)).toEqual({})
    await run(page, 'activate()')
    await bannerAppears(page)
    await find(page, view('placeholder'))
    await quiet(browser.web)
    expect(asked()).toEqual([])
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await everythingRuns(page)
    expect(errorsOf(page)).toEqual([])
  })

  test('a page that is prerendered for a visitor with consent releases nothing until it is shown, and then all, once', async () => {
    const visitor = await browser.visitor()
    await consent(visitor)
    const page = await open(visitor)
    await nothingHasHappened(page)
    await run(page, 'activate()')
    await everythingRuns(page)
    await find(page, action('open'), { within: 'toestemming-ui' })
    expect(await run(page, "dataLayer.filter(({ event }) => event === 'toestemming').length")).toBe(1)
    await run(page, "document.dispatchEvent(new Event('prerenderingchange'))")
    await quiet(browser.web)
    expect(await ran(page)).toHaveLength(2)
  })

  test('a withdrawal made while a page was being prerendered counts when it is shown', async () => {
    const visitor = await browser.visitor()
    const other = await consent(visitor)
    const page = await open(visitor)
    await nothingHasHappened(page)
    await run(other, 'toestemming.withdraw()')
    await quiet(browser.web)
    await nothingHasHappened(page)
    await run(page, 'activate()')
    await find(page, view('placeholder'))
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect(await ran(page)).toEqual([])
    expect(await count(page, view('banner'))).toBe(0)
  })

  test('a choice made while a page was being prerendered is not asked for again when it is shown', async () => {
    const visitor = await browser.visitor()
    const other = await visitor.open(put(browser.web, '/earlier', { config: configuration }))
    await bannerAppears(other)
    const page = await open(visitor)
    await nothingHasHappened(page)
    await run(other, 'toestemming.acceptAll()')
    await until('the cookie is written', async () => (await pageCookies(other)).toestemming)
    await nothingHasHappened(page)
    await run(page, 'activate()')
    await everythingRuns(page)
    await noBanner(page)
  })

  test('what a page inserts or calls while it is being prerendered waits for it to be shown too', async () => {
    const visitor = await browser.visitor()
    await consent(visitor)
    const page = await open(visitor)
    await run(
      page,
      `toestemming.when('analytics').then(() => { window.analytics = true })
       toestemming.open('preferences')
       const script = document.createElement('script')
       script.type = 'text/plain'
       script.dataset.consent = 'analytics'
       script.textContent = "ran.push('inserted')"
       document.body.append(script)`,
    )
    await nothingHasHappened(page)
    await run(page, 'activate()')
    await until('all three have run', async () => (await ran(page)).length === 3)
    expect(await ran(page)).toEqual(['meter.example/m.js', 'inline', 'inserted'])
    expect(await run(page, 'window.analytics')).toBe(true)
    await find(page, view('preferences'))
  })

  test('a page that is not prerendered begins at once', async () => {
    const page = await browser.open(put(browser.web, '/', site))
    await bannerAppears(page)
    expect(await run(page, 'document.prerendering ?? false')).toBe(false)
  })

  // The real thing; Firefox has none (https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API#browser_compatibility).
  if (browser.name === 'chromium')
    for (const [who, agrees] of [
      ['a first visitor', false],
      ['a visitor with consent', true],
    ] as const)
      test(`a page that Chromium itself prerenders for ${who} is quiet until the visitor goes there`, async () => {
        const visitor = await browser.visitor()
        if (agrees) await consent(visitor)
        put(browser.web, '/there', site)
        const rules = '{"prerender":[{"source":"list","urls":["/there"],"eagerness":"immediate"}]}'
        const page = await visitor.open(
          put(browser.web, '/start', {
            tag: '',
            body: `<script type="speculationrules">${rules}</script><a href="/there">Daarheen</a>`,
          }),
        )
        const request = await until('the page is prerendered', () => browser.web.log.find(({ path }) => path === '/there'))
        expect(request.headers['sec-purpose']).toContain('prerender')
        await until('its script is there', () => browser.web.log.some(({ path }) => path.endsWith('toestemming.js')))
        await quiet(browser.web)
        const drawn = () => browser.web.log.some(({ path }) => path.endsWith('/ui.js'))
        expect([asked(), drawn()]).toEqual([[], false])
        await page.click('a')
        // Told by the log alone: the driver loses sight of a page that takes the place of another.
        if (agrees) await until('what is granted is asked for', () => asked().length >= addresses.length)
        else await until('the banner is drawn', drawn)
        await quiet(browser.web)
        expect(asked()).toEqual(agrees ? addresses : [])
        // It is the page that was prerendered, not another.
        expect(browser.web.log.filter(({ path }) => path === '/there')).toHaveLength(1)
      })
})
