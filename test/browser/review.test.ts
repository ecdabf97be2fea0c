/** The review of a banner as it is drawn: silent about ours in every layout, and each of its rules found where a page breaks it. */

import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import type { Review, ReviewOptions } from '../../src/review.ts'
import { bannerAppears, inEveryBrowser, type OpenOptions, type TestBrowser } from '../support/browser.ts'
import { cookies, storageOf } from '../support/observe.ts'
import { configuration, type PageParts, run, startSite, visit } from '../support/site.ts'

const script = '<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>'
const words = Array.from({ length: 40 }, (_, index) => `<p>Alinea ${index} van een gewone pagina.</p>`).join('')
const body = `<main><h1>Een gewone pagina</h1>${words}</main>
  <footer><a href="/cookies" data-toestemming-action="open">Cookie-instellingen</a></footer>${script}`

/** What the review says of a page, as one who imports it would have it. Elements stay in the page. */
const reviewOf = (page: Page, options: ReviewOptions = {}): Promise<Review> =>
  page.evaluate(
    `import('/toestemming/review.js')
      .then(({ review }) => review(document, ${JSON.stringify(options)}))
      .then((found) => ({ ...found, findings: found.findings.map(({ element, ...rest }) => ({ ...rest, tag: element?.localName })) }))`,
  ) as Promise<Review>

const told = ({ findings }: Review) => findings.map(({ code, place, figure }) => `${code} ${place}: ${figure.nl}`)

const come = async (browser: TestBrowser, parts: PageParts, options?: OpenOptions) => {
  const page = await visit(browser, { config: configuration, body, ...parts }, options)
  await bannerAppears(page)
  return page
}

inEveryBrowser(startSite, (browser) => {
  describe('our own banner', () => {
    for (const layout of ['bar', 'box', 'center'] as const)
      for (const theme of ['light', 'dark'] as const)
        test(`as ${layout} in ${theme} has nothing against it, on a phone and on a desk, and all is as it was afterwards`, async () => {
          const config = { ...configuration, ui: { layout, theme } }
          for (const [width, height] of [
            [360, 640],
            [1280, 800],
          ] as const) {
            const page = await come(browser, { config }, { width, height })
            const found = await reviewOf(page, { open: true })
            expect(told(found)).toEqual([])
            expect(found.shown).toEqual(['banner', 'preferences', 'trigger'])
            expect(found.unmeasured.map(({ code }) => code)).toEqual([])
            expect(found.kept.length).toBeGreaterThan(30)
            await bannerAppears(page)
            expect(await run(page, '[document.activeElement.localName, scrollY, toestemming.record.decided ?? null]')).toEqual([
              'body',
              0,
              null,
            ])
            expect(await cookies(page)).toEqual([])
            expect(await storageOf(page)).toEqual({ local: {}, session: {} })
          }
        })
  })
})

