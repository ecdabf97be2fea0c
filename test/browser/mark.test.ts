/** Vendors' snippets, marked as text, in a real page: the browser's own parser finds nothing to ask for before a choice. */

import { expect, test } from 'vitest'
import * as constants from '../../src/catalogue/index.ts'
import { markSnippet } from '../../src/tools/mark/markSnippet.ts'
import { action, bannerAppears, errorsOf, inEveryBrowser, pressInShadow, view } from '../support/browser.ts'
import { thirdParties, thirdPartyHosts } from '../support/observe.ts'
import { host, startSite, visit } from '../support/site.ts'
import { snippets } from '../support/snippets.ts'
import { quiet, until } from '../support/until.ts'

const pasted = Object.values(snippets).join('\n')
const { html } = markSnippet(pasted, Object.values(constants))
const services = Object.keys(constants).length

inEveryBrowser(startSite, (browser) => {
  test('unmarked they ask their vendors at once, which shows that they are real', async () => {
    await visit(browser, { tag: '', body: pasted })
    await until('vendors are asked', () => thirdPartyHosts(browser.web.log, host).length >= 9)
  })

  test('marked they ask nobody until the visitor accepts, and then each of them, but for what only a page without script has', async () => {
    expect(services).toBeGreaterThan(60)
    const page = await visit(browser, { config: { owner: 'Proef' }, body: html })
    await bannerAppears(page)
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual([])
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    const expected = [
      'assets.calendly.com',
      'connect.facebook.net',
      'platform.twitter.com',
      'snap.licdn.com',
      'static.hotjar.com',
      'www.clarity.ms',
      'www.google.com',
      'www.googletagmanager.com',
      'www.youtube-nocookie.com',
    ]
    await until('all of them are asked', () => thirdPartyHosts(browser.web.log, host).length >= expected.length, 10_000)
    await quiet(browser.web)
    expect(thirdPartyHosts(browser.web.log, host)).toEqual(expected)
    expect(thirdParties(browser.web.log, host).filter((one) => /recaptcha|\/tr$|collect|ns\.html/.test(one))).toEqual([])
    expect(errorsOf(page)).toEqual([])
  })
})
