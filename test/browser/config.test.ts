/** A wrong configuration: said once, plainly, and the page is held and works. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, bannerAppears, count, errorsOf, inEveryBrowser, messagesOf, pressInShadow, view } from '../support/browser.ts'
import { thirdParties } from '../support/observe.ts'
import { address, configuration, host, put, run, startSite, visit } from '../support/site.ts'
import { quiet, until } from '../support/until.ts'

const body = `<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>
  <button onclick="this.textContent = 'gedrukt'">Druk</button><script>window.later = true</script>`
const meter = configuration.services[0]

/** What is wrong, and the words that the message must have: the key, what was found, what to do. */
const mistakes: readonly (readonly [string, unknown, readonly (string | RegExp)[]])[] = [
  ['a key with a slip of the pen', { owners: 'Voorbeeld BV' }, ['owners', 'Did you mean "owner"?']],
  ['a key in a key', { links: { privacyy: '/privacy' } }, ['links.privacyy', 'Did you mean "privacy"?']],
  ['a word that is not one of those possible', { register: 'jij' }, ['register', '"jij"', '"je"', '"u"']],
  ['a number out of range', { validDays: 30 }, ['validDays', '30', '180', '400']],
  ['a number as text', { revision: '2' }, ['revision', '"2"', 'whole number']],
  ['a text where a list belongs', { services: 'google-analytics' }, ['services', '"google-analytics"', 'list']],
  ['a list where an object belongs', [], [/configuration|\[\]/, 'object']],
  [
    'a category that does not exist',
    { services: [{ ...meter, category: 'analitics' }] },
    ['services[0].category', '"analitics"', 'Did you mean "analytics"?'],
  ],
  [
    'a service that the catalogue does not have',
    { services: ['gogle-analytics'] },
    ['services[0]', '"gogle-analytics"', 'Did you mean "google-analytics"?'],
  ],
  ['two services of one id', { services: [meter, meter] }, ['services[1].id', '"meter"', 'another']],
  ['a service without a provider', { services: [{ ...meter, provider: undefined }] }, ['services[0].provider', 'nothing', 'text']],
  [
    'a cookie pattern that matches everything',
    { services: [{ ...meter, cookies: [{ name: '/^.*/' }] }] },
    ['services[0].cookies[0].name', '/^.*/', 'anchored'],
  ],
  [
    'a pattern that is not anchored',
    { services: [{ ...meter, cookies: [{ name: '/ga/' }] }] },
    ['services[0].cookies[0].name', '/ga/', 'anchored'],
  ],
  ['a cookie domain of somebody else', { cookie: { domain: 'elders.example' } }, ['cookie.domain', '"elders.example"', 'own host']],
  ['JSON with a comma too many', '{ "owner": "Voorbeeld BV", }', ['JSON', 'comma']],
  ['no JSON at all', 'eigenaar: Voorbeeld BV', ['JSON']],
]

inEveryBrowser(startSite, (browser) => {
  const heldAndWorking = async (page: Page) => {
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual([])
    expect(await run(page, 'window.later')).toBe(true)
    await pressInShadow(page, 'body > button')
    expect(await run(page, "document.querySelector('body > button').textContent")).toBe('gedrukt')
    expect(await run(page, "toestemming.has('analytics')")).toBe(false)
    await run(
      page,
      "toestemming.acceptAll(); toestemming.save({ analytics: true }); toestemming.open(); toestemming.scan(document); toestemming.withdraw('x')",
    )
    await quiet(browser.web, 300)
    expect(thirdParties(browser.web.log, host)).toEqual([])
    expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
  }
  const ours = (page: Page) => errorsOf(page).filter((text) => !/favicon|Failed to load resource/.test(text))

  test.each(mistakes)(
    '%s is told in one error that names key, finding and remedy; everything is held and the page works',
    async (_what, config, words) => {
      const page = await visit(browser, { config, body })
      await until('the error is there', () => ours(page).length > 0)
      await heldAndWorking(page)
      expect(ours(page)).toHaveLength(1)
      expect(ours(page)[0]).toMatch(/^\[?toestemming\]?/i)
      for (const word of words)
        expect(ours(page)[0]).toEqual(typeof word === 'string' ? expect.stringContaining(word) : expect.stringMatching(word))
    },
  )

  test('several mistakes are told in one error as well', async () => {
    const page = await visit(browser, { config: { register: 'jij', validDays: 30, services: ['gogle-analytics'] }, body })
    await until('the error is there', () => ours(page).length > 0)
    await heldAndWorking(page)
    expect(ours(page)).toHaveLength(1)
    for (const word of ['register', 'validDays']) expect(ours(page)[0]).toContain(word)
  })

  test('a mistake does not make an earlier consent count', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', { config: configuration, body }))
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await until('the consent counts', () => thirdParties(browser.web.log, host).length === 1)
    browser.web.clearLog()
    put(browser.web, '/', { config: { ...configuration, validDays: 30 }, body })
    await page.reload()
    await until('the error is there', () => ours(page).length > 0)
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual([])
    put(browser.web, '/', { config: configuration, body })
    await page.reload()
    await until('corrected, the consent counts again', () => thirdParties(browser.web.log, host).length === 1)
  })

  test.each([
    ['is not there', '/missing.json?status=404', 'nothing'],
    ['is a page and no JSON', '/page.json', '<!doctype html><title>Niet gevonden</title>'],
    ['has a mistake in it', '/wrong.json', '{ "owners": "Voorbeeld BV" }'],
  ])('a configuration by address that %s is told in one error; everything is held', async (_what, where, content) => {
    browser.web.addPage(host, new URL(where, address).pathname, content, { 'content-type': 'application/json' })
    const page = await visit(browser, { tag: `<script src="/toestemming/toestemming.js" data-config="${where}"></script>`, body })
    await until('the error is there', () => ours(page).length > 0)
    await heldAndWorking(page)
    expect(ours(page)).toHaveLength(1)
  })

  test('a configuration by address is used, and the banner is in its words', async () => {
    browser.web.addPage(host, '/toestemming.json', JSON.stringify({ ...configuration, texts: { 'banner.title': 'Onze eigen kop' } }), {
      'content-type': 'application/json',
    })
    const page = await visit(browser, { tag: '<script src="/toestemming/toestemming.js" data-config="/toestemming.json"></script>', body })
    expect(await (await bannerAppears(page)).evaluate((element) => element.textContent)).toContain('Onze eigen kop')
  })

  test('a right configuration, and none at all, say nothing', async () => {
    for (const config of [
      configuration,
      undefined,
      {
        $schema: './x.json',
        owner: 'Voorbeeld BV',
        services: ['google-analytics'],
        signals: { google: 'basic', gpc: true },
        records: { endpoint: null },
        cookie: { domain: null },
      },
    ]) {
      const page = await visit(browser, { config, body })
      await bannerAppears(page)
      await quiet(browser.web)
      expect(messagesOf(page).filter(({ text }) => !text.includes('favicon'))).toEqual([])
      await page.close()
    }
  })

  test('the owner replaces texts by key, and what looks like markup stays text', async () => {
    const page = await visit(browser, {
      config: { ...configuration, owner: '<img src=x onerror=window.hacked=1>', texts: { 'banner.title': '<b>Kop</b> & meer' } },
      body,
    })
    expect(await (await bannerAppears(page)).evaluate((element) => element.querySelector('h2')?.textContent)).toBe('<b>Kop</b> & meer')
    await quiet(browser.web)
    expect(await run(page, 'window.hacked')).toBeUndefined()
    expect(await count(page, 'img', { within: 'toestemming-ui' })).toBe(0)
  })
})
