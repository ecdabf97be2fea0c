/** Extensions that answer for their user find the answers by their hooks, in every layout, theme and language: with DuckDuckGo's own code. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { bannerAppears, inEveryBrowser, noBanner } from '../support/browser.ts'
import { thirdParties } from '../support/observe.ts'
import { configuration, host, recordOf, run, startSite, visit } from '../support/site.ts'
import { until } from '../support/until.ts'

const extension = readFileSync(fileURLToPath(new URL('autoconsent.playwright.js', import.meta.resolve('@duckduckgo/autoconsent'))), 'utf8')
const rule = JSON.parse(readFileSync(fileURLToPath(new URL('../../docs/autoconsent.json', import.meta.url)), 'utf8')) as object

/** As a content script: what it asks of the extension is answered here, and what it reports is kept. */
const installed = (autoAction: 'optOut' | 'optIn', rules: readonly object[]) => `if (top === window) {
  const said = window.said = []
  window.autoconsentSendMessage = async (message) => {
    said.push(message)
    if (message.type !== 'init') return
    // What it receives with is set up after it has asked.
    await undefined
    const config = { enabled: true, autoAction: '${autoAction}', disabledCmps: [], enablePrehide: true, enableCosmeticRules: true, detectRetries: 50 }
    await window.autoconsentReceiveMessage({ type: 'initResp', config, rules: { autoconsent: ${JSON.stringify(rules)} } })
  }
  ${extension}
}`
const done = async (page: Page) => {
  const types = async () => (await run(page, 'said.map(({ type, result, cmp }) => [type, cmp, result])')) as [string, string?, boolean?][]
  await until('the extension is done', async () => (await types()).some(([type]) => type === 'autoconsentDone'))
  return types()
}

const body = `<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>
  <iframe data-consent="social" data-src="https://film.example/1" title="Film" width="400" height="200"></iframe>`

inEveryBrowser(startSite, (browser) => {
  test.each([
    ['bar', 'light', 'nl'],
    ['box', 'dark', 'ar'],
    ['center', 'auto', 'de'],
  ] as const)(
    'DuckDuckGo’s autoconsent refuses in the layout %s, %s, in %s, and that counts as the visitor’s own answer',
    async (layout, theme, locale) => {
      const config = { ...configuration, locale, ui: { layout, theme } }
      const page = await visit(browser, { config, body }, { before: installed('optOut', [rule]) })
      expect(await done(page)).toContainEqual(['optOutResult', 'toestemming', true])
      await noBanner(page)
      const { answers } = await recordOf(page)
      expect(new Set([answers.analytics, answers.social])).toEqual(new Set(['no']))
      await page.reload()
      await noBanner(page)
      expect(thirdParties(browser.web.log, host)).toEqual([])
    },
  )

  test('it accepts where its user wants that', async () => {
    const page = await visit(browser, { config: configuration, body }, { before: installed('optIn', [rule]) })
    expect(await done(page)).toContainEqual(['optInResult', 'toestemming', true])
    await until('what was allowed is asked for', () => thirdParties(browser.web.log, host).some((one) => one.includes('meter.example')))
    expect((await recordOf(page)).answers).toMatchObject({ analytics: 'yes', social: 'yes' })
  })

  test('an extension that looks into no shadow presses a hook of its own in the page', async () => {
    const page = await visit(browser, { config: configuration, body })
    await bannerAppears(page)
    await run(
      page,
      `(() => {
        const hook = document.createElement('a')
        hook.dataset.toestemmingAction = 'reject-all'
        document.body.append(hook)
        hook.click()
        hook.remove()
      })()`,
    )
    await noBanner(page)
    expect((await recordOf(page)).answers).toMatchObject({ analytics: 'no', social: 'no' })
    expect(thirdParties(browser.web.log, host)).toEqual([])
  })
})
