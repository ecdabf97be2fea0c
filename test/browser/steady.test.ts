/** Nothing of ours moves the page while it is read, and what the browser takes for the page's main content is the page's own. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, bannerAppears, find, inEveryBrowser, noBanner, pressInShadow, view } from '../support/browser.ts'
import { openPreferences, run, startSite, visit } from '../support/site.ts'

const config = { owner: 'Voorbeeld BV', services: ['google-analytics', 'youtube'] }

/** Notes where `<main>` is, whatever else moves and what is painted largest. Shifts right after an input are expected (https://web.dev/articles/cls). */
const watch = `<script>
  const places = (window.places = new Set()), shifts = (window.shifts = []), largest = (window.largest = [])
  const note = () => {
    const main = document.querySelector('main')
    if (main?.nextSibling) places.add(Math.round(main.getBoundingClientRect().top))
    requestAnimationFrame(note)
  }
  note()
  for (const [type, list] of [['layout-shift', shifts], ['largest-contentful-paint', largest]])
    if (PerformanceObserver.supportedEntryTypes.includes(type))
      new PerformanceObserver((found) => list.push(...found.getEntries())).observe({ type, buffered: true })
</script>`

const text = '<p>Wij maken elke fiets. Breng hem voor tienen langs, dan is hij dezelfde dag klaar.</p>'
const pages = {
  // As high as the window by its own rules, with its content in the middle.
  centred: `<style>* { box-sizing: border-box } html, body { height: 100%; margin: 0 } body { display: grid; place-items: center }</style><main><h1>Winkel</h1>${text}</main><!-- -->`,
  // What comes before the form would be beside it.
  form: `<style>body { display: flex; align-items: center; justify-content: center; min-height: 100vh; margin: 0 }</style><main style="width: 320px"><h1>Inloggen</h1>${text}</main><!-- -->`,
  tall: `<main><h1>Winkel</h1>${text}<iframe data-consent="social" data-src="https://www.youtube-nocookie.com/embed/x" title="Film" width="560" height="360"></iframe>${text.repeat(40)}</main><!-- -->`,
}

/** What moved by itself so far. */
const moved = async (page: Page) => ({
  places: ((await run(page, '[...places].length')) as number) - 1,
  shifts: await run(page, 'shifts.filter((one) => !one.hadRecentInput).map(({ value }) => value)'),
})
const still = { places: 0, shifts: [] }
const settled = (page: Page) =>
  run(
    page,
    `(async () => {
      const { shadowRoot } = document.querySelector('toestemming-ui')
      await Promise.all(shadowRoot.getAnimations().map(({ finished }) => finished))
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    })()`,
  )

inEveryBrowser(startSite, (browser) => {
  test.each([
    ['centred', 360, 640],
    ['form', 568, 320],
    ['tall', 1280, 800],
  ] as const)('a %s page stays where it is while the visitor is asked, answers and comes back', async (name, width, height) => {
    const page = await visit(browser, { config, first: watch, body: pages[name] }, { width, height })
    await bannerAppears(page)
    if (name === 'tall') await find(page, view('placeholder'))
    await settled(page)
    expect(await moved(page)).toEqual(still)
    // The last one is the largest; what is in a shadow root has no element there.
    const seen = '[largest.length, largest.at(-1)?.element?.localName]'
    if (browser.name === 'chromium' && name === 'centred') expect(await run(page, seen)).toEqual([expect.any(Number), 'p'])

    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await noBanner(page)
    await openPreferences(page)
    await pressInShadow(page, action('accept-all'), { within: view('preferences') })
    if (name === 'tall') await find(page, 'iframe[src]')
    await find(page, '[part=trigger]')
    await settled(page)
    expect(await moved(page)).toEqual(still)

    await page.reload()
    await find(page, '[part=trigger]')
    await settled(page)
    expect(await moved(page)).toEqual(still)
  })
})
