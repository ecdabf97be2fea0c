/** More than one copy of the library on a page: one asks, and each thing happens once. */

import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import {
  action,
  bannerAppears,
  count,
  errorsOf,
  find,
  inEveryBrowser,
  messagesOf,
  noBanner,
  pressInShadow,
  view,
} from '../../support/browser.ts'
import { addBundle, bundle, library } from '../../support/bundle.ts'
import { thirdParties } from '../../support/observe.ts'
import { addLibrary, configuration, host, openPreferences, put, ran, run, startSite } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'

const body = `<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>
  <iframe data-consent="social" data-src="https://film.example/1" title="Film" width="300" height="200"></iframe>
  <img data-consent="tracking" data-src="https://ads.example/pixel.gif" alt="">`
const site = { config: configuration, body }
const addresses = ['ads.example/pixel.gif', 'film.example/1', 'meter.example/m.js']

const npm = '<script type="module" src="/npm/main.js"></script>'
let files: ReadonlyMap<string, string>

inEveryBrowser(startSite, (browser) => {
  beforeAll(async () => {
    files ??= await bundle({
      source: `import { createConsent } from ${JSON.stringify(library)}
        window.start = () => { try { window.consent = createConsent(${JSON.stringify(configuration)}) } catch (error) { window.refused = error.message } }
        start()`,
    })
    addBundle(browser.web, '/npm', files)
    addLibrary(browser.web, 'cdn.example')
  })
  const asked = () =>
    thirdParties(browser.web.log, host)
      .filter((one) => !one.startsWith('cdn.example'))
      .sort()

  /** One banner, one placeholder, one trigger, one dialog; one request and one run of each thing; one question answered once. */
  const isOne = async (page: Page) => {
    await bannerAppears(page)
    await find(page, view('placeholder'))
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect(await count(page, 'toestemming-ui', { hidden: true })).toBe(1)
    expect(await count(page, view('banner'))).toBe(1)
    expect(await count(page, view('placeholder'))).toBe(1)
    await openPreferences(page)
    await quiet(browser.web, 150)
    expect(await count(page, view('preferences'))).toBe(1)
    await pressInShadow(page, action('close'), { within: view('preferences') })
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await noBanner(page)
    await until('everything is asked for', () => asked().length >= addresses.length)
    await quiet(browser.web)
    expect(asked()).toEqual(addresses)
    expect(await ran(page)).toEqual(['meter.example/m.js'])
    expect(await count(page, action('open'), { within: 'toestemming-ui' })).toBe(1)
    expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
  }

  test('two tags from two places are one library', async () => {
    const page = await browser.open(
      put(browser.web, '/', { ...site, head: '<script src="https://cdn.example/toestemming/toestemming.js"></script>' }),
    )
    await isOne(page)
    expect(errorsOf(page)).toEqual([])
  })

  test('a second tag that arrives much later leaves the first alone', async () => {
    const page = await browser.open(put(browser.web, '/', site))
    await bannerAppears(page)
    await run(
      page,
      `document.head.append(Object.assign(document.createElement('script'), { src: '/toestemming/toestemming.js?later', onload() { window.later = true } }))`,
    )
    await until('the second has run', () => run(page, 'window.later') as Promise<boolean>)
    await isOne(page)
  })

  test('the npm build on a page with the tag says that there is one already, and changes nothing', async () => {
    const page = await browser.open(put(browser.web, '/', { ...site, body: body + npm }))
    await until('the npm build has been refused', () => run(page, 'window.refused') as Promise<string>)
    await isOne(page)
  })

  test('a tag on a page with the npm build leaves it alone', async () => {
    const page = await browser.open(
      put(browser.web, '/', { ...site, tag: npm, body: `${body}<script defer src="/toestemming/toestemming.js"></script>` }),
    )
    expect(await run(page, 'window.refused')).toBe(undefined)
    await isOne(page)
    expect(await run(page, "consent.has('analytics')")).toBe(true)
  })

  test('after destroy() another copy may start', async () => {
    const page = await browser.open(put(browser.web, '/', { ...site, tag: npm }))
    await bannerAppears(page)
    await run(page, 'start()')
    expect(await run(page, 'window.refused')).toContain('destroy()')
    await run(page, 'consent.destroy(); window.refused = undefined; start()')
    expect(await run(page, 'window.refused')).toBe(undefined)
    await isOne(page)
  })

  test('what one copy has released no other releases again', async () => {
    const page = await browser.open(put(browser.web, '/', { ...site, tag: npm }))
    await isOne(page)
    await run(page, 'consent.destroy(); start()')
    await until('the second stands', () => run(page, "consent.has('analytics')") as Promise<boolean>)
    await quiet(browser.web)
    expect(await ran(page)).toEqual(['meter.example/m.js'])
    expect(asked().filter((one) => one.startsWith('meter.example'))).toEqual(['meter.example/m.js'])
  })

  for (const [what, first] of [
    ['text', '<script>window.toestemming = "ja"</script>'],
    ['element', '<script>document.documentElement.id = "toestemming"</script>'],
  ] as const)
    test(`an unrelated ${what} under the same global name stops nothing`, async () => {
      await isOne(await browser.open(put(browser.web, '/', { ...site, first })))
    })
})
