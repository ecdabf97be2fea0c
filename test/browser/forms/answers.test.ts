/** Pages whose own code looks whether the check has been done, and sends only then; or draws what is to be done. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { find, inEveryBrowser, messagesOf, pressInShadow, textOf, view } from '../../support/browser.ts'
import { startDemo } from '../../support/demo.ts'
import { run } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { asked, fields, focusedAction, notice, oneSent, put, refuse, sendAndAllow, sent, services, tick } from './support.ts'

const allow = (page: Page) => pressInShadow(page, '[data-toestemming-action^="grant:"]', { within: view('form') })
const isLed = (page: Page) => until('it is led to', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
const box = '<div class="g-recaptcha" data-sitekey="sleutel"></div>'
const anchor = [/anchor/, '#recaptcha-anchor'] as const
const google = { 'g-recaptcha-response': expect.stringMatching(/^03A/) }
/** Sends what is in the form, or notes that there is no answer yet. */
const looking = (api: string, first = '') => `<script>
  window.missing = 0
  const sending = (event) => {
    ${first}
    if (!${api}.getResponse()) return void missing++
    fetch('/verzonden', { method: 'POST', body: new URLSearchParams(new FormData(document.forms[0])) })
  }
  document.querySelector('#stuur').addEventListener('click', sending)
</script>`
const button = '<button type="button" id="stuur">Versturen</button>'
const form = (inside: string, rest = '') => `<form data-consent-form="recaptcha" ${rest}>${fields}${inside}</form>`

inEveryBrowser(startDemo, (browser) => {
  test.for([
    ['of a button of the page’s own', form(box + button) + looking('grecaptcha'), anchor, google],
    [
      'of a button that sends, whose listener stops that first',
      form(`${box}<button id="stuur">Versturen</button>`) + looking('grecaptcha', 'event.preventDefault()'),
      anchor,
      google,
    ],
    [
      'with the script of Enterprise marked',
      `<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/enterprise.js"></script>${form(box + button)}${looking('grecaptcha.enterprise')}`,
      anchor,
      google,
    ],
    [
      'with hCaptcha',
      form(`<div class="h-captcha" data-sitekey="sleutel"></div>${button}`) + looking('hcaptcha'),
      [/hcaptcha\.html/, '#checkbox'],
      { 'h-captcha-response': expect.stringMatching(/^P1_/) },
    ],
    [
      'with Turnstile',
      form(`<div class="cf-turnstile" data-sitekey="sleutel"></div>${button}`) + looking('turnstile'),
      undefined,
      { 'cf-turnstile-response': expect.stringMatching(/^0\./) },
    ],
  ] as const)(
    'a press %s at which the page looks for an answer leads to the notice, and is done again once there is one',
    async ([, body, place, answer]) => {
      const page = await browser.open(put(browser.web, body, { config: { services: Object.values(services) } }))
      await refuse(page)
      await notice(page)
      await page.type('[name=naam]', 'Sanne')
      for (let time = 0; time < 3; time++) {
        await page.click('#stuur')
        await isLed(page)
      }
      await quiet(browser.web)
      // The page has said once that the check is missing, and need not say so again.
      expect([await run(page, 'missing'), asked(browser.web), sent(browser.web)]).toEqual([1, [], []])
      await page.keyboard.press('Enter')
      if (place) {
        await until('the box has the focus', () => run(page, "document.activeElement.localName === 'iframe'"))
        expect(await textOf(await notice(page))).toContain('Doe nu de spamcontrole. Daarna wordt je formulier verstuurd.')
        await tick(page, place[0], place[1])
      }
      expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', ...answer })
      await quiet(browser.web)
      expect(sent(browser.web)).toHaveLength(1)
      expect(await run(page, 'missing')).toBe(1)
      expect(await run(page, 'document.activeElement.id')).toBe('stuur')
      await page.click('#stuur')
      await until('it has been sent again', () => sent(browser.web).length === 2)
      expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
    },
  )

  test.for([
    ['reCAPTCHA', 'https://www.google.com/recaptcha/api.js?onload=begin&render=explicit', 'grecaptcha', anchor, google],
    [
      'hCaptcha',
      'https://js.hcaptcha.com/1/api.js?onload=begin&render=explicit',
      'hcaptcha',
      [/hcaptcha\.html/, '#checkbox'],
      { 'h-captcha-response': expect.stringMatching(/^P1_/) },
    ],
    [
      'Turnstile',
      'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit',
      'turnstile',
      undefined,
      { 'cf-turnstile-response': expect.stringMatching(/^0\./) },
    ],
  ] as const)(
    'a widget of %s that the page draws itself, a moment after the vendor has come and where nothing is marked, is waited for',
    async ([, address, api, place, answer]) => {
      // As react-google-recaptcha does.
      const body = `<form data-consent-form="recaptcha" action="/verzonden" method="post">${fields}<div id="vak"></div><button type="submit">Versturen</button></form>
        <script>
          const draw = () => setTimeout(() => {
            const made = document.createElement('div')
            document.querySelector('#vak').append(made)
            ${api}.render(made, { sitekey: 'sleutel' })
          }, 600)
          window.begin = draw
          const look = () => window.turnstile?.render ? draw() : setTimeout(look, 50)
          if ('${api}' === 'turnstile') look()
        </script>`
      const head = `<script type="text/plain" data-consent="recaptcha" data-src="${address}"></script>`
      const page = await browser.open(put(browser.web, body, { head, config: { services: Object.values(services) } }))
      await refuse(page)
      await sendAndAllow(page, browser.web)
      if (place) {
        await until('the box has the focus', () => run(page, "document.activeElement.localName === 'iframe'"))
        expect(sent(browser.web)).toEqual([])
        await tick(page, place[0], place[1])
      }
      expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne de Proef', ...answer })
      await quiet(browser.web)
      expect(sent(browser.web)).toHaveLength(1)
    },
  )

  test('a press at which the page asks its own server first, and looks for an answer then, leads to the notice as well, and is done again', async () => {
    const asking = `await fetch('/leeg')`
    const body = form(box + button) + looking('grecaptcha', asking).replace('sending = (', 'sending = async (')
    browser.web.addPage('formulier.example', '/leeg', '')
    const page = await browser.open(put(browser.web, body))
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    for (let time = 0; time < 2; time++) await page.click('#stuur')
    await isLed(page)
    expect([await run(page, 'missing'), asked(browser.web), sent(browser.web)]).toEqual([2, [], []])
    await page.keyboard.press('Enter')
    await until('the box has the focus', () => run(page, "document.activeElement.localName === 'iframe'"))
    await tick(page, ...anchor)
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', ...google })
    await quiet(browser.web)
    expect([await run(page, 'missing'), sent(browser.web).length]).toEqual([2, 1])
  })

  test.each([100, 1500])('a page that looks for an answer every %i ms is led nowhere by a press of something else', async (time) => {
    const page = await browser.open(
      put(
        browser.web,
        `${form(`${box}${button}<button type="button" id="rij">Nieuwe rij</button>`)}<script>
          window.looks = 0
          setInterval(() => { stuur.disabled = !window.grecaptcha?.getResponse?.(); looks++ }, ${time})
          rij.onclick = () => rij.before('+')
        </script>`,
      ),
    )
    await refuse(page)
    await notice(page)
    const looked = (times: number) => until('it has looked', async () => Number(await run(page, 'looks')) >= times)
    await looked(2)
    const looks = Number(await run(page, 'looks'))
    await page.click('#rij')
    await looked(looks + (time > 1000 ? 2 : 20))
    expect(await run(page, 'document.activeElement.id')).toBe('rij')
    await allow(page)
    await find(page, '.g-recaptcha iframe')
    await tick(page, ...anchor)
    await until('it has seen the answer', () => run(page, '!stuur.disabled'))
    expect(sent(browser.web)).toEqual([])
  })
})
