/** A strict content security policy with trusted types: everything works, and not one violation is reported. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, bannerAppears, count, find, gone, inEveryBrowser, noBanner, pressInShadow, textOf, view } from '../../support/browser.ts'
import { addBundle, bundle, library } from '../../support/bundle.ts'
import { thirdParties } from '../../support/observe.ts'
import { configuration, host, openPreferences, ran, run, startSite } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { expectNoViolation, nonce, putStrict, strictTag, watchViolations } from './support.ts'

const body = `
  <script type="text/plain" data-consent="analytics" data-src="https://meter.example/external.js"></script>
  <script type="text/plain" data-consent="analytics" nonce="${nonce}">(window.ran = window.ran || []).push('inline')</script>
  <script type="text/plain" data-consent="analytics" data-src="https://meter.example/async.js" async></script>
  <script type="text/plain" data-consent="analytics" data-type="module" data-src="https://meter.example/module.mjs"></script>
  <iframe data-consent="social" data-src="https://film.example/1" title="Rondleiding" width="480" height="270"></iframe>
  <iframe data-consent="social" data-src="https://film.example/2" title="Tweede" width="480" height="270"></iframe>
  <iframe data-consent="social" data-srcdoc="<p>Ingebed</p>" title="Ingebed" width="200" height="100"></iframe>
  <img data-consent="tracking" data-src="https://ads.example/pixel.gif" alt="">
  <template data-consent="social"><p id="message">Bericht</p><img data-src="https://bericht.example/message.gif" alt="">
    <script data-src="https://bericht.example/template.js"></script><script nonce="${nonce}">ran.push('inline in template')</script></template>
  <form data-consent-form="recaptcha" action="/sent"><input name="name"><button type="submit">Verstuur</button></form>
  <p><a href="/cookies" data-toestemming-action="open">Cookie-instellingen</a></p>
  <div id="settings" data-toestemming="settings"></div>
  <div id="cookies" data-toestemming="cookies"></div>`

const site = { config: configuration, body }

const scripts = [
  'bericht.example/template.js',
  'inline',
  'inline in template',
  'meter.example/async.js',
  'meter.example/external.js',
  'meter.example/module.mjs',
]
const addresses = [
  'ads.example/pixel.gif',
  'bericht.example/message.gif',
  'bericht.example/template.js',
  'film.example/1',
  'film.example/2',
  'meter.example/async.js',
  'meter.example/external.js',
  'meter.example/module.mjs',
]

/** The looks of what matches, as far as they show that our styles are in force. */
const looks = async (page: Page, selector: string, within?: string) =>
  (await find(page, selector, within === undefined ? {} : { within })).evaluate((element) => {
    const { position, display, paddingTop, borderRadius } = getComputedStyle(element)
    return { position, display, padding: Number.parseFloat(paddingTop) > 0, rounded: Number.parseFloat(borderRadius) > 0 }
  })

inEveryBrowser(startSite, (browser) => {
  const open = async (path = '/strict') => browser.open(putStrict(browser.web, path, site), { before: watchViolations })
  const asked = () => thirdParties(browser.web.log, host).sort()
  const expectNothingBroken = (page: Page) => expectNoViolation(page, browser.web)
  const everythingRuns = async (page: Page) => {
    await until('every script has run', async () => (await ran(page)).length >= scripts.length)
    await until('everything is asked for', () => asked().length >= addresses.length)
    await quiet(browser.web)
    expect((await ran(page)).sort()).toEqual(scripts)
    expect(asked()).toEqual(addresses)
  }

  test('under a strict policy banner, trigger, placeholders, inline settings and cookie table are drawn in their own style', async () => {
    const page = await open()
    await bannerAppears(page)
    expect(await looks(page, view('banner'))).toMatchObject({ position: 'fixed' })
    expect(await looks(page, action('accept-all'), view('banner'))).toMatchObject({ padding: true, rounded: true })
    expect(await looks(page, view('placeholder'))).toMatchObject({ display: 'inline-flex', rounded: true })
    expect(await looks(page, view('preferences'), '#settings')).toMatchObject({ rounded: true })
    expect(await textOf(await find(page, view('cookies'), { within: '#cookies' }))).toContain('Meetbureau')
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await noBanner(page)
    expect(await looks(page, action('open'), 'toestemming-ui')).toMatchObject({ position: 'fixed' })
    await quiet(browser.web)
    expect(asked()).toEqual([])
    await expectNothingBroken(page)
  })

  test('under a strict policy accepting releases every kind of element, once', async () => {
    const page = await open()
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await everythingRuns(page)
    await gone(page, view('placeholder'))
    await find(page, '#message')
    await until(
      'the frame has its own text',
      () => run(page, "document.querySelector('[title=Ingebed]').contentDocument?.body?.textContent === 'Ingebed'") as Promise<boolean>,
    )
    await expectNothingBroken(page)
  })

  test('under a strict policy a return visit releases while the page is read', async () => {
    const page = await open()
    await run(page, 'toestemming.acceptAll()')
    await everythingRuns(page)
    await until('the cookie is written', () => run(page, 'document.cookie') as Promise<string>)
    browser.web.clearLog()
    await page.reload()
    await everythingRuns(page)
    await expectNothingBroken(page)
  })

  test('under a strict policy the preferences open, keep what is chosen and close', async () => {
    const page = await open()
    const preferences = await openPreferences(page)
    expect(await preferences.evaluate((element) => element.closest('dialog')?.matches(':modal') ?? element.localName)).not.toBe('section')
    await pressInShadow(page, 'input[name="analytics"]', { within: 'toestemming-ui' })
    await pressInShadow(page, action('save'), { within: 'toestemming-ui' })
    await until('what was chosen runs', async () => (await ran(page)).length >= 4)
    await gone(page, 'dialog')
    await quiet(browser.web)
    expect(asked()).toEqual(['async.js', 'external.js', 'module.mjs'].map((one) => `meter.example/${one}`))
    await pressInShadow(page, action('open'), { within: 'p' })
    await find(page, view('preferences'), { within: 'toestemming-ui' })
    await expectNothingBroken(page)
  })

  test('under a strict policy a placeholder loads its frame once, and a form says why it waits', async () => {
    const page = await open()
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await pressInShadow(page, action('load-once'), { within: view('placeholder') })
    await until('the frame is asked for', () => asked().includes('film.example/1'))
    await pressInShadow(page, 'form > button')
    expect(await textOf(await find(page, view('form')))).toContain('Spamcontrole BV')
    await quiet(browser.web)
    expect(asked()).toEqual(['film.example/1'])
    expect(page.url()).toContain('/strict')
    await expectNothingBroken(page)
  })

  test('under a strict policy a withdrawal holds again, and reloads the page where code has run', async () => {
    const page = await open()
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await everythingRuns(page)
    await run(page, 'window.here = true')
    await run(page, 'toestemming.withdraw()')
    await until('the placeholders are back', async () => (await count(page, view('placeholder'))) >= 2)
    await expectNothingBroken(page)
    browser.web.clearLog()
    await until('the page is a new one', async () => (await run(page, 'window.here')) === undefined)
    await find(page, view('placeholder'))
    await quiet(browser.web)
    expect(asked()).toEqual([])
    await expectNothingBroken(page)
  })

  test('under a strict policy what the page inserts later is held and released', async () => {
    const page = await open()
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await everythingRuns(page)
    await run(
      page,
      `{
        const script = document.createElement('script')
        script.type = 'text/plain'
        script.dataset.consent = 'analytics'
        script.dataset.src = 'https://meter.example/later.js'
        const frame = document.createElement('iframe')
        frame.dataset.consent = 'social'
        frame.dataset.src = 'https://film.example/later'
        document.body.append(script, frame)
      }`,
    )
    await until('both are asked for', () => asked().includes('meter.example/later.js') && asked().includes('film.example/later'))
    await until('the script has run', async () => (await ran(page)).includes('meter.example/later.js'))
    await expectNothingBroken(page)
  })

  test('under a strict policy nobody can make us trust what the page may not', async () => {
    const page = await open()
    await bannerAppears(page)
    const outcome = (html: string) =>
      run(
        page,
        `(() => {
          const place = document.createElement('div')
          document.body.append(place)
          const html = ${JSON.stringify(html)}
          return [html, [html], new String(html)].map((one) => { try { place.innerHTML = one; return 'set' } catch ({ name }) { return name } })
        })()`,
      )
    const own = await outcome('<img src="/own.gif" onerror="window.hit = 1">')
    expect(await outcome('<img src="https://meter.example/x.gif"><img src="/bad" onerror="window.hit = 1">')).toEqual(own)
    await quiet(browser.web)
    // Where the browser knows of no trusted types, the policy keeps the handler from running.
    expect([asked(), await run(page, 'window.hit')]).toEqual([[], undefined])
  })

  test('under a strict policy a wrong configuration is told, and breaks nothing', async () => {
    const page = await browser.open(putStrict(browser.web, '/wrong', { ...site, config: { services: [{ id: 'x' }] } }), {
      before: watchViolations,
    })
    await until('what went wrong was looked up', () => browser.web.log.some(({ path }) => path.endsWith('/explain.js')))
    await quiet(browser.web)
    expect(asked()).toEqual([])
    await expectNothingBroken(page)
  })

  test('under a strict policy a second copy of the script does nothing', async () => {
    const page = await browser.open(putStrict(browser.web, '/twice', { ...site, head: strictTag }), { before: watchViolations })
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await everythingRuns(page)
    await expectNothingBroken(page)
  })

  test('under a strict policy the npm build works just the same, also after destroy() and another start', async () => {
    const files = await bundle({
      source: `import { createConsent } from ${JSON.stringify(library)}; window.start = () => { window.consent = createConsent(${JSON.stringify(configuration)}) }; start()`,
    })
    addBundle(browser.web, '/npm', files)
    const tag = `<script type="module" nonce="${nonce}" src="/npm/main.js"></script>`
    const page = await browser.open(putStrict(browser.web, '/module', { tag, body }), { before: watchViolations })
    await bannerAppears(page)
    await run(page, 'consent.destroy(); start()')
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await everythingRuns(page)
    await expectNothingBroken(page)
  })
})
