/** What visitors do in the meantime: press something else, change their minds, take it back. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { count, find, inEveryBrowser, pressInShadow, textOf, view } from '../../support/browser.ts'
import { startDemo } from '../../support/demo.ts'
import { run } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { asked, fields, focusedAction, notice, oneSent, put, refuse, sent } from './support.ts'

const allow = (page: Page) => pressInShadow(page, '[data-toestemming-action^="grant:"]', { within: view('form') })
const isLed = (page: Page) => until('it is led to', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
const head =
  '<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/api.js?render=sleutel"></script>'
const button = (id: string) => `<button type="button" id="${id}">Versturen ${id}</button>`
const form = (inside: string, rest = '') => `<form data-consent-form="recaptcha" ${rest}>${fields}${inside}</form>`
const sending = `const send = (knop, token) => {
  const body = new URLSearchParams(new FormData(document.forms[0]))
  body.set('knop', knop)
  body.set('g-recaptcha-response', token)
  return fetch('/verzonden', { method: 'POST', body })
}`
const token = { 'g-recaptcha-response': expect.stringMatching(/^03A/) }

inEveryBrowser(startDemo, (browser) => {
  test.for([
    [
      'at once',
      `for (const id of ['een', 'twee']) document.getElementById(id).onclick = async () => send(id, await grecaptcha.execute('sleutel', { action: id }))`,
    ],
    [
      'in ready',
      `for (const id of ['een', 'twee']) document.getElementById(id).onclick = () =>
        grecaptcha.ready(async () => send(id, await grecaptcha.execute('sleutel', { action: id })))`,
    ],
    [
      'after a while',
      `for (const id of ['een', 'twee']) document.getElementById(id).onclick = async () => {
        await new Promise((resolve) => setTimeout(resolve, 400))
        await send(id, await grecaptcha.execute('sleutel', { action: id }))
      }`,
    ],
    [
      'for the same',
      `for (const id of ['een', 'twee']) document.getElementById(id).onclick = async () => send(id, await grecaptcha.execute('sleutel', { action: 'x' }))`,
    ],
  ])('two buttons that ask the vendor %s, pressed one after the other, are both answered, each once', async ([, code]) => {
    const page = await browser.open(
      put(browser.web, `${form(button('een') + button('twee'))}<script>${sending}\n${code}</script>`, { head }),
    )
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    for (let time = 0; time < 2; time++) await page.click('#een')
    await isLed(page)
    // The second press has asked as well by then: on a slow machine it comes long after the first.
    await new Promise((resolve) => setTimeout(resolve, 600))
    for (let time = 0; time < 2; time++) await page.click('#twee')
    await isLed(page)
    // And the first once more, which waits already.
    await page.click('#een')
    await isLed(page)
    await quiet(browser.web, 1000)
    expect([asked(browser.web), sent(browser.web)]).toEqual([[], []])
    await allow(page)
    await until('both have been sent', () => sent(browser.web).length > 1)
    await quiet(browser.web)
    expect(
      sent(browser.web)
        .map(({ knop }) => knop)
        .sort(),
    ).toEqual(['een', 'twee'])
  })

  test('a press whose handler waits for the vendor in a promise is answered once, however often it was pressed', async () => {
    const code = `const ready = () => new Promise((resolve) => grecaptcha.ready(resolve))
      een.onclick = async () => {
        await ready()
        await send('een', await grecaptcha.execute('sleutel', { action: 'x' }))
      }`
    const page = await browser.open(put(browser.web, `${form(button('een'))}<script>${sending}\n${code}</script>`, { head }))
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    for (let time = 0; time < 3; time++) await page.click('#een')
    await isLed(page)
    await allow(page)
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', ...token })
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
    expect(await run(page, 'document.activeElement.id')).toBe('een')
  })

  test('withdrawn while the visitor is to do the check, nothing is sent, the form is as it was at first, and the vendor’s keys are gone', async () => {
    const box = '<div class="g-recaptcha" data-sitekey="sleutel"></div>'
    const page = await browser.open(
      put(browser.web, form(`${box}<button>Versturen</button>`, 'action="/verzonden" method="post"'), {
        config: { withdrawal: 'ask' },
      }),
    )
    await refuse(page)
    const first = await textOf(await notice(page))
    await page.type('[name=naam]', 'Sanne')
    await page.keyboard.press('Enter')
    await isLed(page)
    // Taken back before it was given, it asks as before.
    await run(page, "toestemming.withdraw('recaptcha')")
    expect(await textOf(await notice(page))).toBe(first)
    await allow(page)
    await until('it is to be done', async () => (await textOf(await notice(page))).includes('Doe nu de spamcontrole'))
    await run(page, "localStorage.setItem('rc::a', 1); sessionStorage.setItem('rc::c', 1); toestemming.withdraw('recaptcha')")
    await until('it asks again', async () => (await textOf(await notice(page))) === first)
    expect(await count(page, '.g-recaptcha > *, .grecaptcha-badge', { hidden: true })).toBe(0)
    expect(
      await run(page, 'Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((key) => /rc::|_grec/.test(key))'),
    ).toEqual([])
    expect(await run(page, "document.querySelector('[name=naam]').value")).toBe('Sanne')
    await quiet(browser.web)
    // What was given anew does not send what was wanted before that.
    await allow(page)
    await find(page, '.g-recaptcha iframe')
    await quiet(browser.web)
    expect(sent(browser.web)).toEqual([])
  })
})
