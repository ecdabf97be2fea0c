/** Pages that are left and returned to: the browser keeps them whole (https://web.dev/articles/bfcache), and they must not live on with an old choice. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, bannerAppears, count, errorsOf, find, gone, inEveryBrowser, noBanner, view } from '../../support/browser.ts'
import { pageCookies, thirdParties } from '../../support/observe.ts'
import { address, configuration, host, type PageParts, put, ran, run, startSite } from '../../support/site.ts'
import { quiet, stays, until } from '../../support/until.ts'

/** Browsers keep no page that may not be stored. */
const headers = { 'cache-control': 'no-cache' }

const script = '<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>'
const frame = '<iframe data-consent="social" data-src="https://film.example/1" title="Film" width="300" height="200"></iframe>'
const site = { config: configuration, body: script + frame }

/** For `before`: whether this very page was shown again, and what it listens to. */
const watch = `window.listened = []
{
  const { addEventListener } = EventTarget.prototype
  EventTarget.prototype.addEventListener = function (...values) {
    listened.push(values[0])
    return addEventListener.apply(this, values)
  }
  addEventListener.call(window, 'pageshow', ({ persisted }) => { window.restored = persisted })
}`

inEveryBrowser(
  startSite,
  (browser) => {
    const asked = () => thirdParties(browser.web.log, host)

    const open = async (parts: PageParts = site): Promise<Page> => {
      put(browser.web, '/other', { config: configuration, body: script }, headers)
      return browser.open(put(browser.web, '/', parts, headers), { before: watch })
    }
    const leave = async (page: Page) => {
      // A page with something on its way is not kept.
      await quiet(browser.web)
      await run(page, 'window.here = true')
      await page.goto(`${address}/other`)
      await find(page, 'toestemming-ui', { hidden: true })
    }
    /** Back with the browser's own button, to the page as it was left. */
    const back = async (page: Page) => {
      await run(page, 'setTimeout(() => history.back())')
      await until('the first page is there', async () => (await run(page, 'location.pathname')) === '/')
    }
    const isRestored = async (page: Page) => expect(await run(page, '[window.here, window.restored]')).toEqual([true, true])
    const written = (page: Page) => until('the cookie is written', async () => (await pageCookies(page)).toestemming)

    test('a page with the library is kept and shown again as it was left', async () => {
      const page = await open()
      await bannerAppears(page)
      await leave(page)
      await back(page)
      await isRestored(page)
      await bannerAppears(page)
      expect(await count(page, view('banner'))).toBe(1)
      expect(await count(page, view('placeholder'))).toBe(1)
      expect(errorsOf(page)).toEqual([])
    })

    test('a page with consent and code that ran is kept too, and runs nothing again', async () => {
      const page = await open()
      await bannerAppears(page)
      await run(page, 'toestemming.acceptAll()')
      await until('the script has run', async () => (await ran(page)).length === 1)
      await written(page)
      await leave(page)
      await quiet(browser.web)
      browser.web.clearLog()
      await back(page)
      await isRestored(page)
      await quiet(browser.web)
      expect(await ran(page)).toEqual(['meter.example/m.js'])
      expect(asked()).toEqual([])
    })

    test('nothing listens to unload or beforeunload: browsers keep no page that does', async () => {
      const page = await open()
      await bannerAppears(page)
      await run(page, "toestemming.open('preferences')")
      await find(page, view('preferences'))
      await run(page, 'toestemming.acceptAll()')
      await until('the script has run', async () => (await ran(page)).length === 1)
      await written(page)
      const listened = (await run(page, 'listened')) as string[]
      expect(listened.length).toBeGreaterThan(0)
      expect(listened.filter((name) => /unload/.test(name))).toEqual([])
      expect(await run(page, '[window.onunload, window.onbeforeunload]')).toEqual([null, null])
    })

    test('a consent given on another page in the meantime counts when the page is shown again', async () => {
      const page = await open()
      await bannerAppears(page)
      await leave(page)
      await run(page, 'toestemming.acceptAll()')
      await written(page)
      await quiet(browser.web)
      browser.web.clearLog()
      await back(page)
      await isRestored(page)
      await until('the script runs', async () => (await ran(page)).length === 1)
      await noBanner(page)
      await gone(page, view('placeholder'))
      await find(page, action('open'), { within: 'toestemming-ui' })
      await quiet(browser.web)
      expect(asked().sort()).toEqual(['film.example/1', 'meter.example/m.js'])
    })

    test('a refusal on another page in the meantime takes the banner away when the page is shown again', async () => {
      const page = await open()
      await bannerAppears(page)
      await leave(page)
      await run(page, 'toestemming.rejectAll()')
      await written(page)
      browser.web.clearLog()
      await back(page)
      await isRestored(page)
      await noBanner(page)
      await quiet(browser.web)
      expect(await count(page, view('placeholder'))).toBe(1)
      expect(asked()).toEqual([])
    })

    test('a withdrawal on another page in the meantime holds again and reloads the page whose code has run', async () => {
      const page = await open()
      await bannerAppears(page)
      await run(page, 'toestemming.acceptAll()')
      await until('the script has run', async () => (await ran(page)).length === 1)
      await until('the film is there', () => asked().includes('film.example/1'))
      await written(page)
      await leave(page)
      const before = await written(page)
      await run(page, 'toestemming.withdraw()')
      await until('the withdrawal is written', async () => (await written(page)) !== before)
      await until(
        'the other page has reloaded',
        async () => (await run(page, 'window.ran === undefined && document.readyState')) === 'complete',
      )
      await quiet(browser.web)
      browser.web.clearLog()
      await back(page)
      await until('the page is a new one', async () => (await run(page, 'window.here')) === undefined)
      await find(page, view('placeholder'))
      await quiet(browser.web)
      expect(asked()).toEqual([])
      expect(await ran(page)).toEqual([])
      expect(await run(page, "toestemming.has('analytics')")).toBe(false)
    })

    test('a withdrawal on another page in the meantime takes frames away without a reload where no code has run', async () => {
      const page = await open({ config: configuration, body: frame })
      await bannerAppears(page)
      await run(page, 'toestemming.acceptAll()')
      await until('the film is there', () => asked().includes('film.example/1'))
      await written(page)
      // A page with a frame that is still on its way is not kept.
      await quiet(browser.web)
      await leave(page)
      const before = await written(page)
      await run(page, 'toestemming.withdraw()')
      await until('the withdrawal is written', async () => (await written(page)) !== before)
      await until(
        'the other page has reloaded',
        async () => (await run(page, 'window.ran === undefined && document.readyState')) === 'complete',
      )
      await quiet(browser.web)
      browser.web.clearLog()
      await back(page)
      await isRestored(page)
      await find(page, view('placeholder'))
      await stays('the page is not reloaded', async () => (await run(page, 'window.here')) === true, 1200)
      expect(asked()).toEqual([])
      expect(await run(page, "document.querySelector('iframe').hasAttribute('src')")).toBe(false)
    })
  },
  { pageCache: true, whole: true },
)
