/** Forms in shapes that sites have beside the plain one, each of which once led nowhere. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { count, find, findAll, inEveryBrowser, pressInShadow, textOf, view } from '../../support/browser.ts'
import { startDemo } from '../../support/demo.ts'
import { run } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { asked, fields, focusedAction, notice, oneSent, put, refuse, sent, services } from './support.ts'

const form = (marks: string, inside: string) =>
  `<form data-consent-form="recaptcha" ${marks} action="/verzonden" method="post" target="venster">${inside}</form><iframe name="venster" title="Antwoord"></iframe>`
const key = 'data-sitekey="sleutel"'
const box = `<div class="g-recaptcha" ${key}></div>`
const allow = (page: Page) => pressInShadow(page, '[data-toestemming-action^="grant:"]', { within: view('form') })
const fillIn = async (page: Page) => (await findAll(page, '[name=naam]'))[0]?.type('Sanne')

inEveryBrowser(startDemo, (browser) => {
  const open = async (body: string, config: object = {}) => {
    const page = await browser.open(put(browser.web, body, { config }))
    await refuse(page)
    await notice(page)
    return page
  }

  test('in a form of several steps the notice comes to the step that is shown', async () => {
    const page = await open(
      `${form(key, `<div id="een">${fields}<button id="verder">Volgende</button></div><div id="twee" hidden><button id="stuur">Versturen</button></div>`)}
      <script>verder.addEventListener('click', (event) => { event.preventDefault(); een.hidden = true; twee.hidden = false })</script>`,
    )
    await fillIn(page)
    await page.click('#verder')
    await page.click('#stuur')
    await until('it is led to', () => run(page, `document.activeElement.closest('#twee') !== null`))
    await allow(page)
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', 'g-recaptcha-response': expect.stringMatching(/^03A/) })
  })

  test('of several checks its button allows the one that the form has, and withdrawing that one brings the form back to its first state', async () => {
    const page = await open(form('', `${fields}${box}<button>Versturen</button>`), { withdrawal: 'ask', services: Object.values(services) })
    await fillIn(page)
    await page.click('form button')
    await allow(page)
    await find(page, '.g-recaptcha iframe')
    const has = () => run(page, `['google-recaptcha', 'hcaptcha', 'turnstile'].filter((id) => toestemming.has(id))`)
    expect(await has()).toEqual(['google-recaptcha'])
    await run(page, `toestemming.save({ recaptcha: true, 'google-recaptcha': false })`)
    await until('it asks again', async () => (await textOf(await notice(page))).includes('Spamcontrole toestaan'))
    expect(await has()).toEqual(['hcaptcha', 'turnstile'])
    expect(await count(page, '.g-recaptcha iframe', { hidden: true })).toBe(0)
  })

  test('where no check is listed, consent at one form allows its vendor alone, and the preferences have it by itself', async () => {
    const of = (id: string, place: string) =>
      form(`id="${id}"`, `<input name="naam" aria-label="Naam ${id}"><div class="${place}" ${key}></div><button>Versturen ${id}</button>`)
    const visitor = await browser.visitor()
    const config = { services: [], withdrawal: 'ask' }
    const address = put(browser.web, of('a', 'h-captcha') + of('b', 'cf-turnstile'), { config })
    const page = await visitor.open(address)
    await refuse(page)
    await until('both ask', async () => (await count(page, view('form'))) === 2)
    const has = (at = page) => run(at, `['recaptcha', 'hcaptcha', 'turnstile'].filter((id) => toestemming.has(id))`)
    await page.type('#a [name=naam]', 'Sanne')
    await page.click('#a button')
    await page.keyboard.press('Enter')
    await find(page, '.h-captcha iframe')
    expect(await has()).toEqual(['hcaptcha'])
    expect(await textOf(await find(page, '#b toestemming-block'))).toContain('Cloudflare')
    await page.click('#b button')
    await until('it is led to', () => focusedAction(page).then((found) => found === 'grant:turnstile'))
    await quiet(browser.web)
    expect([asked(browser.web).filter((one) => one.includes('cloudflare')), sent(browser.web)]).toEqual([[], []])
    await run(page, `toestemming.open('preferences')`)
    const preferences = await find(page, view('preferences'))
    const checked = (name: string) => preferences.$eval(`input[name="${name}"]`, (input) => (input as HTMLInputElement).checked)
    expect([await checked('recaptcha/hcaptcha'), await checked('recaptcha/turnstile')]).toEqual([true, false])
    await run(page, 'toestemming.close()')

    // Another visit: what was allowed is, and nobody is asked of anything before the form is used.
    await page.close()
    browser.web.clearLog()
    const next = await visitor.open(address)
    await until('one asks', async () => (await count(next, view('form'))) === 1)
    expect(asked(browser.web)).toEqual([])
    await next.focus('#a [name=naam]')
    await find(next, '.h-captcha iframe')
    // A yes to all of the category counts for each, and so does a no.
    await run(next, 'toestemming.save({ recaptcha: true })')
    await until('none asks', async () => (await count(next, view('form'))) === 0)
    expect(await has(next)).toEqual(['recaptcha', 'hcaptcha', 'turnstile'])
    await run(next, 'toestemming.save({ recaptcha: false })')
    await until('both ask', async () => (await count(next, view('form'))) === 2)
    expect(await has(next)).toEqual([])
    expect(await count(next, '.h-captcha iframe', { hidden: true })).toBe(0)
  })

  test('two forms with checks of two vendors each have their own, and lose no other', async () => {
    const of = (id: string, place: string) =>
      form(`id="${id}"`, `<input name="naam" aria-label="Naam ${id}"><div class="${place}" ${key}></div><button>Versturen ${id}</button>`)
    const page = await open(of('a', 'h-captcha') + of('b', 'g-recaptcha'), {
      withdrawal: 'ask',
      services: Object.values(services).slice(0, 2),
    })
    for (const [id, place] of [
      ['a', 'h-captcha'],
      ['b', 'g-recaptcha'],
    ] as const) {
      await page.click(`#${id} button`)
      await until('it is led to', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
      await page.keyboard.press('Enter')
      await find(page, `.${place} iframe`)
    }
    await run(page, "toestemming.withdraw('google-recaptcha')")
    await until('it is gone', async () => (await count(page, '.g-recaptcha iframe', { hidden: true })) === 0)
    expect(await count(page, '.h-captcha iframe')).toBe(1)
  })

  test('where no check is listed, what a page has marked for its own is let go with it', async () => {
    const page = await browser.open(
      put(
        browser.web,
        `<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/api.js?render=sleutel"></script>
        <script type="text/plain" data-consent="recaptcha">grecaptcha.ready(() => { window.begun = true })</script>
        <script type="text/plain" data-consent="recaptcha">window.own = true</script>
        ${form(key, `${fields}<button>Versturen</button>`)}`,
        { config: { services: [] } },
      ),
    )
    await refuse(page)
    await notice(page)
    await fillIn(page)
    await page.click('form button')
    await allow(page)
    expect(await oneSent(browser.web)).toMatchObject({ 'g-recaptcha-response': expect.stringMatching(/^03A/) })
    expect(await run(page, '[begun, own]')).toEqual([true, true])
  })

  test('a check that is tied to a button with a word in an element is drawn and asked', async () => {
    const page = await open(
      `${form('', `${fields}<button class="g-recaptcha" ${key} data-callback="verstuur"><span>Versturen</span></button>`)}<script>function verstuur() { document.forms[0].submit() }</script>`,
    )
    await fillIn(page)
    await page.click('form button')
    await allow(page)
    expect(await oneSent(browser.web)).toMatchObject({ 'g-recaptcha-response': expect.stringMatching(/^03A/) })
  })

  test('a form that is refused is not sent without its check while what looks after it is on its way', async () => {
    const at = 'vroeg.formulier.example'
    const address = put(browser.web, form(key, `${fields}<button>Versturen</button>`), { at })
    const visitor = await browser.visitor()
    const first = await visitor.open(address)
    await refuse(first)
    await first.close()
    browser.web.setBehaviour(`${at}/toestemming/forms.js`, 'ok', { delay: 2000 })
    const page = await visitor.open(address, { wait: 'domcontentloaded' })
    await page.type('[name=naam]', 'Snel')
    await page.keyboard.press('Enter')
    await until('it is led to', () => run(page, `document.activeElement.localName === 'toestemming-block'`))
    browser.web.setBehaviour(`${at}/toestemming/forms.js`, 'ok')
    expect(sent(browser.web)).toEqual([])
  })

  test('the marked script beside a form in a shadow root is the one that is loaded', async () => {
    const page = await open(`<x-form></x-form><script>customElements.define('x-form', class extends HTMLElement { connectedCallback() {
      const root = this.attachShadow({ mode: 'open' })
      root.innerHTML = ${JSON.stringify(`<form data-consent-form="recaptcha">${fields}<button>Versturen</button></form>`)}
      const script = document.createElement('script')
      script.type = 'text/plain'
      Object.assign(script.dataset, { consent: 'recaptcha', src: 'https://www.google.com/recaptcha/api.js?render=sleutel' })
      root.append(script)
      toestemming.push(['scan', root])
    } })</script>`)
    await fillIn(page)
    await (await find(page, 'form button')).click()
    await allow(page)
    await until('it is asked for', () => asked(browser.web).includes('www.google.com/recaptcha/api.js'))
    expect(sent(browser.web)).toEqual([])
  })

  test('without a word in the configuration about the vendor its keys go with the consent', async () => {
    const page = await open(form(key, `${fields}<button>Versturen</button>`), { services: [] })
    await fillIn(page)
    await page.click('form button')
    await allow(page)
    await oneSent(browser.web)
    const keys = () => run(page, `Object.keys(localStorage).filter((name) => /rc::|_grec/.test(name)).length`)
    expect(await keys()).not.toBe(0)
    await run(page, 'window.old = true; toestemming.withdraw()')
    await until('the page is a new one', () => run(page, `!window.old && document.readyState === 'complete'`))
    expect(await keys()).toBe(0)
  })

  test('a form whose window the visitor has closed is not sent by what they allow later, and one that they are still at is', async () => {
    const inWindow = `<button id="open">Schrijf ons</button><dialog><form data-consent-form="recaptcha" ${key} action="/verzonden" method="post" target="venster">${fields}<button id="stuur">Versturen</button></form></dialog><iframe name="venster" title="Antwoord"></iframe>
      <script>document.querySelector('#open').onclick = () => document.querySelector('dialog').showModal()</script>`
    const write = async () => {
      const page = await browser.open(put(browser.web, inWindow))
      await refuse(page)
      await page.click('#open')
      await fillIn(page)
      await notice(page)
      await page.click('#stuur')
      await until('it is led to', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
      return page
    }
    const page = await write()
    await page.keyboard.press('Escape')
    await run(page, 'toestemming.acceptAll()')
    await until('the check is there', () => asked(browser.web).some((one) => one.includes('releases')))
    await quiet(browser.web)
    expect(sent(browser.web)).toEqual([])
    await page.click('#open')
    await page.click('#stuur')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', 'g-recaptcha-response': expect.stringMatching(/^03A/) })

    browser.web.clearLog()
    const other = await write()
    await run(other, 'toestemming.acceptAll()')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne' })
  })

  test('a copy of a form has a notice of its own, and no dead one', async () => {
    const page = await open(form(key, `${fields}<button>Versturen</button>`))
    await run(page, 'document.forms[0].replaceWith(document.forms[0].cloneNode(true))')
    await until('one is there', async () => (await count(page, view('form'))) === 1)
    expect(await run(page, `document.querySelectorAll('form toestemming-block').length`)).toBe(1)
  })

  test('who tries again after an answer that did not come keeps the focus in the form', async () => {
    const page = await open(form(key, `${fields}<button>Versturen</button>`))
    await fillIn(page)
    await page.click('form button')
    await allow(page)
    await oneSent(browser.web)
    await run(page, 'window.own = grecaptcha.execute; grecaptcha.execute = () => Promise.reject(null)')
    await page.click('form button')
    await until('it is told', async () => (await textOf(await notice(page))).includes('Opnieuw proberen'))
    await run(page, 'grecaptcha.execute = own')
    await page.keyboard.press('Enter')
    await until('it has been sent', () => sent(browser.web).length === 2)
    expect(await run(page, 'document.activeElement.localName')).toBe('button')
  })

  test.each([
    ['until the check is done', 'disabled', ''],
    [
      'once it is pressed',
      '',
      `<script>document.forms[0].addEventListener('click', ({ target }) => setTimeout(() => { target.disabled = target.localName === 'button' }))</script>`,
    ],
  ])('where the page disables its button %s, who allows the check keeps the focus in the form', async (_, marks, code) => {
    const page = await open(`${form('', `${fields}${box}<button ${marks}>Versturen</button>`)}${code}`)
    if (code) {
      await fillIn(page)
      // What the notice says first may move the button, and a press that begins on it and ends beside it is none.
      await pressInShadow(page, 'form > button')
      await until('it is led to', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
      await page.keyboard.press('Enter')
    } else await pressInShadow(page, '[data-toestemming-action^="grant:"]', { within: view('form'), key: 'Enter' })
    await until('the vendor has come', () => count(page, '.g-recaptcha iframe'))
    expect(await run(page, `[document.querySelector('form button').disabled, document.activeElement.closest('form') !== null]`)).toEqual([
      true,
      true,
    ])
  })

  test('the key that sends the form, held down, allows nothing', async () => {
    const page = await open(form(key, `${fields}<button>Versturen</button>`))
    await fillIn(page)
    // As the browser tells of a key that is held.
    await page.keyboard.down('Enter')
    await until('it is led to', () => focusedAction(page))
    for (let time = 0; time < 5; time++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await quiet(browser.web)
    expect([await run(page, "toestemming.has('recaptcha')"), asked(browser.web), sent(browser.web)]).toEqual([false, [], []])
    await page.keyboard.press('Enter')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne' })
  })

  test('withdrawn while the vendor is on its way, nothing is sent and nothing of the vendor stays when it comes', async () => {
    browser.web.setBehaviour('www.gstatic.com', 'ok', { delay: 1500 })
    const page = await open(form('', `${fields}${box}<button>Versturen</button>`), { withdrawal: 'ask' })
    await fillIn(page)
    await page.click('form > button')
    await allow(page)
    await until('its larger half is asked for', () => browser.web.log.some((request) => request.host === 'www.gstatic.com'))
    await run(page, "toestemming.withdraw('recaptcha')")
    await until('it asks again', async () => (await textOf(await notice(page))).includes('Spamcontrole toestaan'))
    await until('the vendor is there', () => run(page, '!!window.grecaptcha?.render'))
    await quiet(browser.web)
    expect(
      await run(page, "['_grecaptcha' in localStorage, document.querySelectorAll('.g-recaptcha > *, .grecaptcha-badge').length]"),
    ).toEqual([false, 0])
    expect(sent(browser.web)).toEqual([])
    browser.web.setBehaviour('www.gstatic.com', 'ok')
    await page.click('form > button')
    await allow(page)
    await find(page, '.g-recaptcha iframe')
  })
})
