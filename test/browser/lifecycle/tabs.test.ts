/** Tabs that nobody looks at: they follow what is chosen in another, at once where they hear of it, and else when they come into view. */

import { expect, test } from 'vitest'
import { bannerAppears, count, find, gone, inWholeBrowsers, noBanner, view } from '../../support/browser.ts'
import { pageCookies, thirdParties } from '../../support/observe.ts'
import { configuration, host, put, ran, run, startSite } from '../../support/site.ts'
import { quiet, stays, until } from '../../support/until.ts'

const script = '<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>'
const frame = '<iframe data-consent="social" data-src="https://film.example/1" title="Film" width="300" height="200"></iframe>'
const site = { config: configuration, body: script + frame }

/** For `before`: a tab in the background, until \`look()\`. */
const hidden = `{
  let hidden = true
  Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => hidden })
  Object.defineProperty(Document.prototype, 'visibilityState', { configurable: true, get: () => (hidden ? 'hidden' : 'visible') })
  window.requestAnimationFrame = () => 0
  window.look = () => {
    hidden = false
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }
}`
const withoutStorage = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('No', 'SecurityError') } })`

inWholeBrowsers(startSite, (browser) => {
  const asked = () => thirdParties(browser.web.log, host).sort()

  test('a hidden tab asks like any other, and follows a consent given elsewhere without being looked at', async () => {
    const visitor = await browser.visitor()
    const two = await visitor.open(put(browser.web, '/two', site), { before: hidden })
    await find(two, view('banner'), { hidden: true })
    const one = await visitor.open(put(browser.web, '/', { config: configuration }))
    await bannerAppears(one)
    browser.web.clearLog()
    await run(one, 'toestemming.acceptAll()')
    await until('the script runs', async () => (await ran(two)).length === 1)
    await noBanner(two)
    await gone(two, view('placeholder'))
    await quiet(browser.web)
    expect(asked()).toEqual(['film.example/1', 'meter.example/m.js'])
  })

  test('a hidden tab follows a withdrawal made elsewhere: it holds again, and reloads where code has run', async () => {
    const visitor = await browser.visitor()
    const two = await visitor.open(put(browser.web, '/two', site), { before: hidden })
    const one = await visitor.open(put(browser.web, '/', { config: configuration }))
    await bannerAppears(one)
    await run(one, 'toestemming.acceptAll()')
    await until('the script runs', async () => (await ran(two)).length === 1)
    await run(two, 'window.here = true')
    await quiet(browser.web)
    browser.web.clearLog()
    await run(one, 'toestemming.withdraw()')
    await until('the tab is a new one', async () => (await run(two, 'window.here')) === undefined)
    await find(two, view('placeholder'))
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect(await ran(two)).toEqual([])
    await stays('it reloads once', async () => browser.web.log.filter(({ path }) => path === '/two').length === 1, 1000)
  })

  test('where storage tells nothing a tab follows as soon as it comes into view', async () => {
    const visitor = await browser.visitor()
    const two = await visitor.open(put(browser.web, '/two', site), { before: `${withoutStorage};${hidden}` })
    await find(two, view('banner'), { hidden: true })
    const one = await visitor.open(put(browser.web, '/', { config: configuration }), { before: withoutStorage })
    await bannerAppears(one)
    await run(one, 'toestemming.acceptAll()')
    await until('the cookie is written', async () => (await pageCookies(one)).toestemming)
    await stays('the other has not heard of it', async () => (await ran(two)).length === 0)
    await run(two, 'look()')
    await until('the script runs', async () => (await ran(two)).length === 1)
    await noBanner(two)
    expect(await count(two, view('placeholder'))).toBe(0)
  })

  test('two tabs that answer after one another agree on the last answer', async () => {
    const visitor = await browser.visitor()
    const one = await visitor.open(put(browser.web, '/', site))
    const two = await visitor.open(put(browser.web, '/two', site), { before: hidden })
    await bannerAppears(one)
    await find(two, view('banner'), { hidden: true })
    await run(one, 'toestemming.rejectAll()')
    await noBanner(two)
    await run(two, 'toestemming.acceptAll()')
    await until('the first follows', async () => (await ran(one)).length === 1)
    expect(await run(one, "toestemming.has('analytics')")).toBe(true)
    expect(await run(two, "toestemming.has('analytics')")).toBe(true)
  })
})
