/** What happens while the settings are not known yet. */

import { expect, test } from 'vitest'
import { inEveryBrowser } from '../../../support/browser.ts'
import { host, run, startSite } from '../../../support/site.ts'
import { quiet } from '../../../support/until.ts'
import { listed, noted, putVector, requested, settings, soon, uncaught, unlisted } from '../../../support/vector.ts'

const code = `
const script = document.createElement('script')
script.src = vendor + '/script.js'
place.append(hear(script, '/script.js'))
new Image().src = vendor + '/image.gif'
fetch(vendor + '/fetch').then(() => note('/fetch answered'), () => note('/fetch failed'))`
const paths = ['/fetch', '/image.gif', '/script.js']

inEveryBrowser(startSite, (browser) => {
  const open = (tag: string | undefined) => {
    const address = putVector(browser.web, '/settings', code, tag === undefined ? { config: settings } : { tag })
    return browser.open(address, { wait: 'domcontentloaded' })
  }
  const tag = (config: string) => `<script src="/toestemming/toestemming.js" data-config="${config}"></script>`

  test('until a configuration has arrived every other origin waits; what belongs to no service goes on then', async () => {
    browser.web.addPage(host, '/config.json', JSON.stringify(settings), { 'content-type': 'application/json' })
    const page = await open(tag('/config.json?delay=1200'))
    await quiet(browser.web, 300)
    expect(requested(browser.web)).toEqual([])
    expect(await noted(page, 'heard')).toEqual([])
    await soon(() => requested(browser.web).length >= 3)
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual(paths.map((one) => unlisted + one))
    expect(await noted(page, 'heard')).toEqual([`${unlisted}/fetch answered`, `${unlisted}/script.js load`, `${listed}/fetch failed`])
    expect(await run(page, 'window.arrived')).toEqual([listed, unlisted])
    expect(uncaught(page)).toEqual([])
  })

  for (const [what, config] of [
    ['is not there', '/config.json?status=404'],
    ['is wrong', '/wrong.json'],
  ] as const)
    test(`where the configuration ${what} nothing is asked of another origin, and the page works`, async () => {
      browser.web.addPage(host, '/config.json', '{}', { 'content-type': 'application/json', ':status': '404' })
      browser.web.addPage(host, '/wrong.json', '{"services": [7], "wat": 1}', { 'content-type': 'application/json' })
      const page = await open(tag(config))
      await quiet(browser.web, 600)
      expect(requested(browser.web)).toEqual([])
      expect(await run(page, 'window.arrived')).toEqual([listed, unlisted])
      expect(uncaught(page)).toEqual([])
    })

  test('where nothing is configured every other origin goes on', async () => {
    const page = await open('<script src="/toestemming/toestemming.js"></script>')
    await soon(() => requested(browser.web).length >= 6)
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual([unlisted, listed].flatMap((at) => paths.map((one) => at + one)))
    expect(uncaught(page)).toEqual([])
  })
})
