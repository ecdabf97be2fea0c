/** Pages that give a script less than it is used to: no storage, no cookies, another base, other parsers. */

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Frame, Page } from 'puppeteer-core'
import { afterAll, expect, test } from 'vitest'
import {
  action,
  bannerAppears,
  count,
  find,
  inEveryBrowser,
  messagesOf,
  noBanner,
  pressInShadow,
  textOf,
  view,
} from '../../support/browser.ts'
import { thirdParties } from '../../support/observe.ts'
import { addLibrary, address, configuration, host, html, openPreferences, put, ran, run, startSite, tag } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'

const body = `
  <script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>
  <script type="text/plain" data-consent="analytics">(window.ran = window.ran || []).push('inline')</script>
  <iframe data-consent="social" data-src="https://film.example/1" title="Film" width="300" height="200"></iframe>
  <img data-consent="tracking" data-src="https://ads.example/pixel.gif" alt="" />
  <template data-consent="social"><p id="message">Bericht</p></template>
  <button id="own" onclick="this.textContent = 'gedrukt'">Druk</button>`
const site = { config: configuration, body }

const addresses = ['ads.example/pixel.gif', 'film.example/1', 'meter.example/m.js']

/** The same page where storage is out of reach in one way or another. */
const refused = `Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} })`
const blocked = {
  'cookies and storage that throw when touched': `
    const refuse = () => { throw new DOMException('Access is denied for this document.', 'SecurityError') }
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse })`,
  'storage that is full': `
    Storage.prototype.setItem = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError') }
    ${refused}`,
  'storage that is null': `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null })
    ${refused}`,
}

/** A frame answers the same questions as a page. */
const asPage = (frame: Frame) => frame as unknown as Page

const folder = mkdtempSync(join(tmpdir(), 'toestemming-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

inEveryBrowser(startSite, (browser) => {
  const asked = (own = host) => thirdParties(browser.web.log, own).sort()
  /** Firefox counts what another origin keeps to itself among the errors of the page. */
  const uncaught = (page: Page) => messagesOf(page).filter(({ type, text }) => type === 'uncaught' && !/^Cross-Origin Request/.test(text))

  const asksNothing = async (own = host) => {
    await quiet(browser.web)
    expect(asked(own)).toEqual([])
  }

  /** Banner, hold, preferences, acceptance, release: the whole way on a page of this kind. */
  const worksThroughout = async (page: Page, { own = host, others = [] as string[] } = {}) => {
    await bannerAppears(page)
    await find(page, view('placeholder'))
    await quiet(browser.web)
    expect(asked(own)).toEqual(others)
    await openPreferences(page)
    await pressInShadow(page, action('close'), { within: view('preferences') })
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await until('both scripts have run', async () => (await ran(page)).length === 2)
    await find(page, '#message')
    await noBanner(page)
    await quiet(browser.web)
    expect(asked(own).filter((one) => !others.includes(one))).toEqual(addresses)
    expect(await ran(page)).toEqual(['meter.example/m.js', 'inline'])
    expect(await count(page, action('open'), { within: 'toestemming-ui' })).toBe(1)
  }

  for (const [what, before] of Object.entries(blocked)) {
    test(`with ${what} a choice lives for the page; a withdrawal reloads it once, and it asks again`, async () => {
      const page = await browser.open(put(browser.web, '/', site), { before })
      await worksThroughout(page)
      expect(await run(page, "toestemming.has('analytics')")).toBe(true)
      await run(page, 'window.here = true; toestemming.withdraw()')
      await until('the page is a new one', async () => (await run(page, 'window.here')) === undefined)
      await run(page, 'window.here = true')
      browser.web.clearLog()
      await bannerAppears(page)
      await asksNothing()
      expect(await run(page, 'window.here')).toBe(true)
      expect(uncaught(page)).toEqual([])
    })
  }

  test('with cookies that are quietly refused the mirror remembers the choice', async () => {
    const page = await browser.open(put(browser.web, '/', site), { before: refused })
    await worksThroughout(page)
    browser.web.clearLog()
    await page.reload()
    await until('both scripts have run', async () => (await ran(page)).length === 2)
    await quiet(browser.web)
    expect(asked()).toEqual(addresses)
    expect(await count(page, view('banner'))).toBe(0)
    expect(uncaught(page)).toEqual([])
  })

  test('in a sandboxed frame, without cookies, storage or an origin, everything works for as long as the page is there', async () => {
    put(browser.web, '/inner', site)
    const page = await browser.open(
      put(browser.web, '/', { tag: '', body: '<iframe sandbox="allow-scripts" src="/inner" width="1000" height="700"></iframe>' }),
    )
    const inner = await until('the frame is there', () => page.frames().find((frame) => frame.url().endsWith('/inner')))
    await worksThroughout(asPage(inner))
    await run(asPage(inner), "toestemming.withdraw('social')")
    await find(asPage(inner), view('placeholder'))
    expect(uncaught(page)).toEqual([])
  })

  test('in a sandboxed frame of a host that lets no other origin read its files everything stays held, and nothing breaks', async () => {
    const closed = 'closed.example'
    addLibrary(browser.web, closed)
    browser.web.addPage(closed, '/toestemming/setup.js', 'export {}', {
      'content-type': 'text/javascript',
      'access-control-allow-origin': `https://${closed}`,
    })
    browser.web.addPage(closed, '/inner', html(site))
    browser.web.addPage(
      closed,
      '/',
      html({ tag: '', body: '<iframe sandbox="allow-scripts" src="/inner" width="900" height="600"></iframe>' }),
    )
    const page = await browser.open(`https://${closed}/`)
    const inner = asPage(await until('the frame is there', () => page.frames().find((frame) => frame.url().endsWith('/inner'))))
    await asksNothing(closed)
    expect(await run(inner, "toestemming.has('analytics')")).toBe(false)
    await pressInShadow(inner, '#own')
    expect(await run(inner, "document.querySelector('#own').textContent")).toBe('gedrukt')
    expect(uncaught(page)).toEqual([])
  })

  test.each(['setup', 'application', 'explain', 'panels', 'table', 'locales/nl-je'])(
    'without %s.js nothing is released unasked, and nothing is left uncaught',
    async (part) => {
      const own = `without-${part.replace(/\W/g, '-')}.example`
      addLibrary(browser.web, own, `${part}.js`)
      browser.web.addPage(
        own,
        '/',
        html({
          ...site,
          body: `${body}<img data-consent="analitics" data-src="https://ads.example/x.gif" alt="" /><div data-toestemming="cookies">Vaste tabel</div>`,
        }),
      )
      const page = await browser.open(`https://${own}/`)
      await asksNothing(own)
      if (part === 'table') await bannerAppears(page)
      await run(page, "toestemming.open('preferences')")
      // What cannot be drawn takes nothing away.
      if (part === 'table') {
        await find(page, view('preferences'))
        expect(await run(page, "document.querySelector('[data-toestemming=cookies]').innerText")).toBe('Vaste tabel')
      }
      await asksNothing(own)
      await run(page, "toestemming.close(); document.querySelector('#own').click()")
      expect(await run(page, "document.querySelector('#own').textContent")).toBe('gedrukt')
      expect(uncaught(page)).toEqual([])
    },
  )

  test.each([
    [
      'before the tag, to another host',
      { first: '<base href="https://elders.example/diep/">', tag: `<script src="${address}/toestemming/toestemming.js"></script>` },
    ],
    [
      'after the tag, to another folder',
      { tag: '<script src="../toestemming/toestemming.js"></script>', head: '<base href="/diep/pad/">' },
    ],
    ['after the tag, to another host', { head: '<base href="https://elders.example/diep/">' }],
  ] as const)('with a base %s the library finds its own parts', async (_, parts) => {
    const page = await browser.open(put(browser.web, '/based/', { ...site, ...parts }))
    await worksThroughout(page)
    expect(asked().filter((one) => one.startsWith('elders.example'))).toEqual([])
    expect(browser.web.log.filter(({ path }) => path.startsWith('/diep/')).map(({ url }) => url)).toEqual([])
    await run(page, "window.here = true; toestemming.withdraw('analytics')")
    await until('the page is a new one', async () => (await run(page, 'window.here')) === undefined)
    // A page that is left while it loads may ask for that after it is gone.
    await until('it has asked again for what is granted', () => asked().filter((one) => one === 'ads.example/pixel.gif').length === 2)
    expect(await run(page, 'location.href')).toBe(`${address}/based/`)
    expect(uncaught(page)).toEqual([])
  })

  test('a script tag that the page removes or changes once it has run is still found', async () => {
    const page = await browser.open(
      put(browser.web, '/', {
        ...site,
        tag: '<script id="tag" src="/toestemming/toestemming.js"></script>',
        head: "<script>tag.removeAttribute('src'); tag.remove()</script>",
      }),
    )
    await worksThroughout(page)
    expect(uncaught(page)).toEqual([])
  })

  test('in XHTML everything works', async () => {
    const json = JSON.stringify(configuration)
    browser.web.addPage(
      host,
      '/page.xhtml',
      `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="nl"><head><title>XHTML</title>
<script type="application/json" data-toestemming="config"><![CDATA[${json}]]></script>
${tag}</head><body>${body}<form data-consent-form="recaptcha" action="/sent"><button type="submit">Verstuur</button></form>
<div id="cookies" data-toestemming="cookies"></div></body></html>`,
      { 'content-type': 'application/xhtml+xml; charset=utf-8' },
    )
    const page = await browser.open(`${address}/page.xhtml`)
    expect(await run(page, 'document.contentType')).toBe('application/xhtml+xml')
    await find(page, view('form'))
    expect(await textOf(await find(page, view('cookies'), { within: '#cookies' }))).toContain('Meetbureau')
    await worksThroughout(page)
    browser.web.clearLog()
    await page.reload()
    await until('both scripts have run', async () => (await ran(page)).length === 2)
    await quiet(browser.web)
    expect(asked()).toEqual(addresses)
    await run(page, 'window.here = true; toestemming.withdraw()')
    await until('the page is a new one', async () => (await run(page, 'window.here')) === undefined)
    await find(page, view('placeholder'))
    expect(uncaught(page)).toEqual([])
  })

  test('on a page with a picture that is called `body` the banner is seen and answered, and comes back when an app takes it away', async () => {
    put(browser.web, '/body', { ...site, body: `<img name="body" alt="" src="data:,">${body}` })
    const page = await browser.open(`${address}/body`)
    await bannerAppears(page)
    await run(page, "document.querySelector('toestemming-ui').remove()")
    await pressInShadow(page, action('reject-all'))
    await noBanner(page)
    expect(thirdParties(browser.web.log, host)).toEqual([])
  })

  test('in quirks mode everything works', async () => {
    browser.web.addPage(
      host,
      '/quirks',
      html({ ...site, body: `${body}<div id="cookies" data-toestemming="cookies"></div>` }).replace('<!doctype html>', ''),
    )
    const page = await browser.open(`${address}/quirks`)
    expect(await run(page, 'document.compatMode')).toBe('BackCompat')
    const box = await (await bannerAppears(page)).boundingBox()
    // At the foot of the window, as wide as it is, and no higher than its words need.
    expect(box).toMatchObject({ x: 0 })
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(800, 0)
    expect(box?.height).toBeLessThan(400)
    expect(await textOf(await find(page, view('cookies'), { within: '#cookies' }))).toContain('Meetbureau')
    await worksThroughout(page)
    expect(uncaught(page)).toEqual([])
  })

  test('in a page without head, body or end tags everything works', async () => {
    const json = JSON.stringify(configuration)
    browser.web.addPage(
      host,
      '/bare',
      `<script type="application/json" data-toestemming="config">${json}</script>${tag}<title>Kaal</title>${body}<hr style="margin-top: 900px">`,
    )
    const page = await browser.open(`${address}/bare`)
    await worksThroughout(page)
    expect(uncaught(page)).toEqual([])
  })

  // Browsers give each file an origin of its own, and import no module of another (https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script).
  test('on a page opened from a folder everything stays held, and the page works', async () => {
    cpSync(new URL('../../../dist/', import.meta.url).pathname, join(folder, 'toestemming'), { recursive: true })
    const file = join(folder, 'page.html')
    writeFileSync(
      file,
      html({
        ...site,
        tag: '<script src="toestemming/toestemming.js"></script>',
        body: `${body}<a href="#cookies" data-toestemming-action="open">Cookies</a>`,
      }),
    )
    const page = await browser.open(pathToFileURL(file).href)
    await asksNothing()
    expect(await ran(page)).toEqual([])
    expect(await run(page, "[toestemming.has('analytics'), toestemming.has('functional')]")).toEqual([false, false])
    await run(page, 'toestemming.acceptAll(); toestemming.open(); toestemming.scan(document)')
    await asksNothing()
    await pressInShadow(page, '#own')
    expect(await run(page, "document.querySelector('#own').textContent")).toBe('gedrukt')
    await pressInShadow(page, 'a')
    await until('the link is followed', () => page.url().endsWith('#cookies'))
    expect(await count(page, 'toestemming-ui', { hidden: true })).toBe(0)
    expect(uncaught(page)).toEqual([])
  })
})
