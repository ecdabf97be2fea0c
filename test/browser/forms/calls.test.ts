/** Pages whose own code asks the vendor at a moment of its own: long after the press, or before what looks after forms is there. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inEveryBrowser, pressInShadow, view } from '../../support/browser.ts'
import { startDemo } from '../../support/demo.ts'
import { run } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { asked, fields, focusedAction, notice, oneSent, put, refuse, sent } from './support.ts'

const api = 'https://www.google.com/recaptcha/api.js?render=sleutel'
const head = `<script type="text/plain" data-consent="recaptcha" data-src="${api}"></script>`
const allow = (page: Page) => pressInShadow(page, '[data-toestemming-action^="grant:"]', { within: view('form') })
const token = { 'g-recaptcha-response': expect.stringMatching(/^03A/) }
/** Sends with what it is given. */
const sending = `const send = (token) => {
  const body = new URLSearchParams(new FormData(document.forms[0]))
  body.set('g-recaptcha-response', token)
  return fetch('/verzonden', { method: 'POST', body })
}
const wait = (time) => new Promise((resolve) => setTimeout(resolve, time))`
const late = (ask: string) => `<form data-consent-form="recaptcha">${fields}<button type="button" id="stuur">Versturen</button>
  <button type="button" id="rij">Nieuwe rij</button></form>
<script>
  ${sending}
  rij.onclick = () => rij.before('+')
  stuur.onclick = async () => {
    await wait(700)
    ${ask}
  }
</script>`
const execute = late("await send(await grecaptcha.execute('sleutel', { action: 'contact' }))")
const ready = late(`grecaptcha.ready(async () => send(await grecaptcha.execute('sleutel', { action: 'contact' })))`)
const rows = (page: Page) => run(page, "document.forms[0].innerText.split('+').length - 1")

inEveryBrowser(startDemo, (browser) => {
  test.each([
    ['execute', execute],
    ['ready', ready],
  ])(
    'a press that leads to %s only after a while leads to the notice then, and is answered once, however often it was pressed',
    async (_, body) => {
      const page = await browser.open(put(browser.web, body, { head }))
      await refuse(page)
      await notice(page)
      await page.type('[name=naam]', 'Sanne')
      for (let time = 0; time < 3; time++) await page.click('#rij')
      expect(await rows(page)).toBe(3)
      for (let time = 0; time < 3; time++) await page.click('#stuur')
      await until('it is led to', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
      await page.click('#stuur')
      await until('it is led to again', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
      // What came of the other presses.
      await quiet(browser.web, 1000)
      expect([asked(browser.web), sent(browser.web)]).toEqual([[], []])
      await allow(page)
      expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', ...token })
      await quiet(browser.web)
      expect(sent(browser.web)).toHaveLength(1)
      expect(await run(page, 'document.activeElement.id')).toBe('stuur')
      await page.click('#stuur')
      await until('it has been sent again', () => sent(browser.web).length === 2)
    },
  )

  test('a button of the page’s own that asks nobody leads nowhere, and what the page asks long after does not either', async () => {
    const page = await browser.open(put(browser.web, execute, { head }))
    await refuse(page)
    await notice(page)
    await page.click('#rij')
    await run(page, 'setTimeout(() => grecaptcha.ready(() => {}), 6500)')
    await new Promise((resolve) => setTimeout(resolve, 7500))
    expect(await run(page, 'document.activeElement.id')).toBe('rij')
  })

  test('a press while the vendor is on its way, which asks it only after a while, is answered once', async () => {
    const visitor = await browser.visitor()
    const address = put(browser.web, execute, { head })
    const first = await visitor.open(address)
    await refuse(first)
    await run(first, 'toestemming.save({ recaptcha: true })')
    await first.close()
    browser.web.setBehaviour('www.gstatic.com', 'ok', { delay: 4000 })
    const page = await visitor.open(address)
    await page.type('[name=naam]', 'Sanne')
    await until('it is asked for', () => asked(browser.web).length > 0)
    for (let time = 0; time < 3; time++) await page.click('#stuur')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', ...token })
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
    browser.web.setBehaviour('www.gstatic.com', 'ok')
  })

  test('a submission whose handler waits before it asks goes on once', async () => {
    const page = await browser.open(
      put(
        browser.web,
        `<form data-consent-form="recaptcha">${fields}<button>Versturen</button></form><script>
        ${sending}
        document.forms[0].onsubmit = async (event) => {
          event.preventDefault()
          await wait(300)
          await send(await grecaptcha.execute('sleutel', { action: 'contact' }))
        }</script>`,
        { head },
      ),
    )
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    await page.keyboard.press('Enter')
    await until('it is led to', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
    await allow(page)
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', ...token })
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
  })
})
