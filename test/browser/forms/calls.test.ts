/** Pages whose own code asks the vendor at a moment of its own: long after the press, or before what looks after forms is there. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { bannerAppears, find, findAll, inEveryBrowser, messagesOf, pressInShadow, view } from '../../support/browser.ts'
import { startDemo } from '../../support/demo.ts'
import { run } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { asked, fields, focusedAction, notice, oneSent, put, refuse, sent, services } from './support.ts'

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

  test.for([
    [
      'asks the vendor for two things',
      "stuur.onclick = async () => { await wait(300); const tokens = await Promise.all(['a', 'b'].map((action) => grecaptcha.execute('sleutel', { action }))); await send(tokens[0] && tokens[1]) }",
    ],
    [
      'is drawn anew',
      `const draw = () => {
        rij.innerHTML = '<button type="button" id="stuur">Versturen</button>'
        document.querySelector('#stuur').onclick = async () => { draw(); await wait(250); await send(await grecaptcha.execute('sleutel', { action: 'c' })) }
      }
      draw()`,
    ],
  ])('a button that %s at each press, pressed twice, sends once', async ([, code]) => {
    const page = await browser.open(
      put(
        browser.web,
        `<form data-consent-form="recaptcha">${fields}<p id="rij"><button type="button" id="stuur">Versturen</button></p></form><script>{
        ${sending}
        const rij = document.querySelector('#rij'), stuur = document.querySelector('#stuur')
        ${code}}</script>`,
        { head },
      ),
    )
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    for (let time = 0; time < 2; time++) await page.click('#stuur')
    await until('it is led to', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
    // Both presses have asked by then.
    await new Promise((resolve) => setTimeout(resolve, 700))
    await allow(page)
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne' })
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
  })

  const ask = "grecaptcha.execute('sleutel', { action: 'contact' }).then(send)"
  test.each([
    ['on a button below the form, which is not of it', `stuur.onclick = () => ${ask}`, '#stuur'],
    [
      'of the key that the page hears by itself',
      `document.forms[0].naam.onkeydown = (event) => { if (event.key === 'Enter') { event.preventDefault(); ${ask} } }`,
      undefined,
    ],
  ])('a press %s leads to the notice of the form that the visitor is in', async (_, code, button) => {
    const page = await browser.open(
      put(
        browser.web,
        `<form data-consent-form="recaptcha">${fields}</form><form data-consent-form="recaptcha"><input name="mail" aria-label="Mail"></form>
        <button type="button" id="stuur">Versturen</button><script>${sending}\n${code}</script>`,
        { head },
      ),
    )
    await refuse(page)
    await until('both ask', async () => (await findAll(page, view('form'))).length === 2)
    const press = () => (button ? page.click(button) : page.focus('[name=naam]').then(() => page.keyboard.press('Enter')))
    await page.type('[name=naam]', 'Sanne')
    for (let time = 0; time < 2; time++) {
      await press()
      await until('it is led to', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
      expect(await run(page, 'document.forms[0].contains(document.activeElement)')).toBe(true)
    }
    expect([asked(browser.web), sent(browser.web)]).toEqual([[], []])
    await page.keyboard.press('Enter')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', ...token })
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
    expect(await run(page, 'document.activeElement.outerHTML')).toContain(button ? 'stuur' : 'naam')
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

  const plain = `<form data-consent-form="recaptcha">${fields}<button type="button">Versturen</button></form>`
  const note = `grecaptcha.ready(() => grecaptcha.execute('sleutel', { action: 'x' }).then((token) => (window.early ??= []).push(token.slice(0, 3))))`
  const handlers = (code: string) => ['DOMContentLoaded', 'load'].map((name) => `addEventListener('${name}', () => { ${code} })`).join('\n')
  /** The README's, and what Google's manual has. */
  const lines = {
    queue: 'window.grecaptcha ??= { ready(task) { ((window.___grecaptcha_cfg ??= {}).fns ??= []).push(task) } }',
    manual: `if (typeof grecaptcha === 'undefined') grecaptcha = {}
      grecaptcha.ready = (task) => {
        if (typeof grecaptcha === 'undefined') ((window.___grecaptcha_cfg ??= {}).fns ??= []).push(task)
        else task()
      }`,
  }
  const uncaught = (page: Page) => messagesOf(page).filter(({ type }) => type === 'uncaught')

  test.each([
    ['a moment after the page has loaded', '', `<script>setTimeout(() => { ${note} }, 2000)</script>`, 1],
    ['in a marked script', '', `<script type="text/plain" data-consent="recaptcha">${handlers(note)}\n${note}</script>`, 3],
    ['while the page is read, where it is configured', '', `<script>${handlers(note)}\n${note}</script>`, 3],
    [
      'while the page is read, where the queue is in its head',
      `<script>${lines.queue}</script>`,
      `<script>${handlers(note)}\n${note}</script>`,
      3,
    ],
    [
      'after the page has loaded, where Google’s manual is followed',
      `<script>${lines.manual}</script>`,
      `<script>setTimeout(() => { ${note} }, 2000)</script>`,
      1,
    ],
  ])('code that asks %s is answered once the form is used, and the vendor is asked no earlier', async (_, first, last, times) => {
    const visitor = await browser.visitor()
    const address = put(browser.web, plain + last, { head: first + head })
    const page = await visitor.open(address)
    await refuse(page)
    await run(page, 'toestemming.save({ recaptcha: true })')
    await until('it is kept', () => run(page, "document.cookie.includes('toestemming=')"))
    await page.close()
    const next = await visitor.open(address)
    await quiet(browser.web, 2500)
    expect([uncaught(next), asked(browser.web)]).toEqual([[], []])
    await next.focus('[name=naam]')
    await until('all is answered', async () => ((await run(next, 'window.early?.join()')) as string) === Array(times).fill('03A').join())
    await next.focus('button')
    await quiet(browser.web)
    expect(await run(next, 'early.length')).toBe(times)
    expect(uncaught(next)).toEqual([])
  })

  test('a page whose configuration has no reCAPTCHA gets nothing of it', async () => {
    const page = await browser.open(put(browser.web, plain, { config: { services: [services.turnstile] } }))
    await bannerAppears(page)
    expect(await run(page, 'typeof grecaptcha + typeof ___grecaptcha_cfg')).toBe('undefinedundefined')
  })

  test('a page that follows Google’s manual is not taken to have the vendor before it has', async () => {
    const page = await browser.open(
      put(
        browser.web,
        `<form data-consent-form="recaptcha" action="/verzonden" method="post">${fields}<div class="g-recaptcha" data-sitekey="sleutel"></div><button>Versturen</button></form>`,
        {
          head: `<script>${lines.manual}</script>`,
        },
      ),
    )
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    await page.keyboard.press('Enter')
    await allow(page)
    await find(page, '.g-recaptcha iframe')
    expect(sent(browser.web)).toEqual([])
  })

  test.each([
    ['on the document', 'document', '<script>'],
    ['on the window, in a marked script', 'window', '<script type="text/plain" data-consent="recaptcha">'],
  ])('what a page sends itself and first of all, when it hears of it %s, has the answer', async (_, target, tag) => {
    const page = await browser.open(
      put(browser.web, `<form data-consent-form="recaptcha" data-sitekey="sleutel">${fields}<button>Versturen</button></form>`, {
        head: `${tag}${target}.addEventListener('submit', (event) => {
          event.preventDefault()
          fetch('/verzonden', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) })
        }, true)</script>`,
      }),
    )
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    await page.keyboard.press('Enter')
    await allow(page)
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', ...token })
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
  })
})
