/** Scenario 3, the software company: nothing to ask, and an objection that is heard. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, count, errorsOf, find, inEveryBrowser, pressInShadow, textOf, view } from '../support/browser.ts'
import { startDemo } from '../support/demo.ts'
import { cookies, pageCookies, storageOf, thirdParties } from '../support/observe.ts'
import { quiet, until } from '../support/until.ts'

const host = 'software.example'
const home = `https://${host}/`
const matomo = ['stats.taakwerf.example/matomo.js', 'stats.taakwerf.example/matomo.php']
const inline = { within: '[data-toestemming="settings"]' }

inEveryBrowser(startDemo, (browser) => {
  const asked = () => thirdParties(browser.web.log, host).sort()
  const measured = async () => {
    await until('the visit is counted', () => asked().includes('stats.taakwerf.example/matomo.php'))
    await quiet(browser.web)
    expect(asked()).toEqual(matomo)
  }
  const turn = async (page: Page, within: string) => {
    while ((await count(page, 'details:not([open]) > summary', { within })) > 0)
      await pressInShadow(page, 'details:not([open]) > summary', { within })
    await pressInShadow(page, 'input[name="analytics/matomo"]', { within })
    await pressInShadow(page, action('save'), { within })
  }

  test('there is no banner on any page, Matomo counts at once, and nothing is kept or asked of others', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(home)
    for (const path of ['', 'product.html', 'prijzen.html', 'contact.html', 'privacy.html']) {
      await quiet(browser.web)
      browser.web.clearLog()
      await page.goto(home + path)
      await measured()
      expect([path, await count(page, view('banner'))]).toEqual([path, 0])
      expect(errorsOf(page)).toEqual([])
    }
    expect(await cookies(page)).toEqual([])
    expect(await storageOf(page)).toEqual({ local: {}, session: {} })
  })

  test('what is used can be read, with the reason why nobody asks', async () => {
    const page = await browser.open(`${home}cookies.html`)
    const table = await find(page, '[data-toestemming="cookies"]')
    const text = () => textOf(table)
    await until('the table is there', async () => (await text()).includes('Prijsweergave'))
    for (const words of ['Matomo', 'prijsweergave', '90 dagen', 'artikel 11.7a lid 3', 'geen toestemming nodig'])
      expect((await text()).toLowerCase()).toContain(words.toLowerCase())
    expect(await count(page, view('banner'))).toBe(0)
    expect(await text()).not.toMatch(/\b(je|jij|jouw)\b/i)
  })

  test('an objection in the settings stops the counting, here, on every page and on every later visit, until it is taken back', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(`${home}cookies.html`)
    await measured()
    const input = await find(page, 'input[name="analytics/matomo"]', { ...inline, hidden: true })
    expect(await input.evaluate((element) => (element as unknown as HTMLInputElement).checked)).toBe(true)
    await run(page, 'window.before = true')
    browser.web.clearLog()
    await turn(page, inline.within)
    await until('the objection is kept', async () => (await pageCookies(page)).toestemming)
    await until(
      'the page is a new one',
      async () => (await run(page, "window.before === undefined && document.readyState === 'complete'")) as boolean,
    )
    await quiet(browser.web)
    expect(asked()).toEqual([])
    for (const path of ['', 'prijzen.html', 'contact.html']) {
      await page.goto(home + path)
      await quiet(browser.web)
      expect([path, asked(), await count(page, view('banner'))]).toEqual([path, [], 0])
    }
    await page.close()
    const again = await visitor.open(`${home}cookies.html`)
    await quiet(browser.web)
    expect(asked()).toEqual([])
    const off = await find(again, 'input[name="analytics/matomo"]', { ...inline, hidden: true })
    expect(await off.evaluate((element) => (element as unknown as HTMLInputElement).checked)).toBe(false)
    await turn(again, inline.within)
    await measured()
  })

  test('the link in the footer opens the same settings', async () => {
    const page = await browser.open(home)
    await measured()
    await pressInShadow(page, action('open'), { within: 'footer' })
    await find(page, view('preferences'))
    await run(page, 'window.before = true')
    await turn(page, view('preferences'))
    await until('the objection is kept, and the page loaded anew', async () => {
      const { toestemming } = await pageCookies(page)
      return toestemming && (await run(page, '!window.before'))
    })
    await quiet(browser.web)
    browser.web.clearLog()
    await page.goto(`${home}product.html`)
    await quiet(browser.web)
    expect(asked()).toEqual([])
  })

  test('the contact form with its own tick box is left alone', async () => {
    const page = await browser.open(`${home}contact.html`)
    await measured()
    const form = await page.$eval('form', (element) => ({
      boxes: element.querySelectorAll('input[type="checkbox"]').length,
      ours: element.querySelectorAll('[data-toestemming-view]').length,
    }))
    expect(form).toEqual({ boxes: 1, ours: 0 })
    expect(await page.$eval('input[name="akkoord"]', (element) => (element as HTMLInputElement).checked)).toBe(false)
    await page.type('#naam', 'Piet Proef')
    await page.type('#e-mail', 'piet@proef.example')
    await page.type('#vraag', 'Werkt het op een telefoon?')
    await page.click('form button[type="submit"]')
    await quiet(browser.web, 300)
    expect(browser.web.log.filter(({ method }) => method === 'POST').map(({ path }) => path)).not.toContain('/verzonden.html')
    await page.click('input[name="akkoord"]')
    await Promise.all([page.waitForNavigation(), page.click('form button[type="submit"]')])
    const sent = browser.web.log.find(({ method, path }) => method === 'POST' && path === '/verzonden.html')
    expect(Object.fromEntries(new URLSearchParams(sent?.body))).toEqual({
      naam: 'Piet Proef',
      'e-mail': 'piet@proef.example',
      vraag: 'Werkt het op een telefoon?',
      akkoord: 'ja',
    })
    expect(await cookies(page)).toEqual([])
  })
})

const run = (page: Page, code: string) => page.evaluate(code)
