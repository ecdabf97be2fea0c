/** Pages that draw their form anew while a submission waits for the vendor, as frameworks do. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { count, find, inEveryBrowser, messagesOf, pressInShadow, textOf, view } from '../../support/browser.ts'
import { startDemo } from '../../support/demo.ts'
import { run } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { asked, fields, notice, oneSent, put, refuse, sent } from './support.ts'

const form = (marks: string, inside: string) =>
  `<form data-consent-form="recaptcha" ${marks} action="/verzonden" method="post" target="venster">${inside}</form><iframe name="venster" title="Antwoord"></iframe>`
const key = 'data-sitekey="sleutel"'
const buttons =
  '<p id="knoppen"><button name="actie" value="weg">Weggooien</button> <button name="actie" value="bewaar">Bewaren</button></p>'
const token = { 'g-recaptcha-response': expect.stringMatching(/^03A/) }

inEveryBrowser(startDemo, (browser) => {
  /** A form that has been filled in, sent and allowed, whose vendor is on its way. */
  const wait = async (body: string, button: string) => {
    browser.web.setBehaviour('www.gstatic.com', 'ok', { delay: 2000 })
    const page = await browser.open(put(browser.web, body))
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    await page.click(button)
    await pressInShadow(page, '[data-toestemming-action^="grant:"]', { within: view('form') })
    await until('it is asked for', () => asked(browser.web).length > 0)
    return page
  }
  const says = async (page: Page, words: string) =>
    until(`it says ${words}`, async () => (await textOf(await find(page, view('form')))).includes(words))
  const uncaught = (page: Page) => messagesOf(page).filter(({ type }) => type === 'uncaught')

  test.each([
    ['only a key', key, ''],
    ['a widget', '', `<div class="g-recaptcha" ${key} data-size="invisible"></div>`],
  ])(
    'a form with %s is sent with the button that stands where the one stood that was pressed, which has the focus',
    async (_, marks, inside) => {
      const page = await wait(form(marks, fields + inside + buttons), '[value=bewaar]')
      await run(
        page,
        `knoppen.innerHTML = ${JSON.stringify(buttons.replace(/<\/?p.*?>/g, ''))}; document.forms[0].addEventListener('click', ({ target }) => { window.pressed = target.value })`,
      )
      expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', actie: 'bewaar', ...(marks ? token : {}) })
      await quiet(browser.web)
      expect(sent(browser.web)).toHaveLength(1)
      expect(await run(page, '[window.pressed, document.activeElement.value]')).toEqual(['bewaar', 'bewaar'])
      expect(uncaught(page)).toEqual([])
      browser.web.setBehaviour('www.gstatic.com', 'ok')
    },
  )

  test('a form that another takes the place of says so in the other, which the visitor sends', async () => {
    const page = await wait(form(key, fields + buttons), '[value=bewaar]')
    await run(page, `document.forms[0].outerHTML = document.forms[0].outerHTML.replace(/<toestemming-block.*?<.toestemming-block>/, '')`)
    await says(page, 'De spamcontrole wordt geladen.')
    expect(await count(page, view('form'))).toBe(1)
    await says(page, 'Je kunt het formulier nu versturen')
    await quiet(browser.web)
    expect(sent(browser.web)).toEqual([])
    await page.type('[name=naam]', 'Opnieuw')
    await page.click('[value=bewaar]')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Opnieuw', actie: 'bewaar', ...token })
    expect(uncaught(page)).toEqual([])
    browser.web.setBehaviour('www.gstatic.com', 'ok')
  })

  test('where a part of the form is drawn anew before consent, as shops do, the notice stays', async () => {
    const page = await browser.open(put(browser.web, form(key, fields + buttons)))
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    await page.click('[value=bewaar]')
    for (let time = 0; time < 2; time++) {
      expect(await run(page, `knoppen.innerHTML = ${JSON.stringify(buttons.replace(/<\/?p.*?>/g, ''))}; knoppen.childElementCount`)).toBe(2)
      await says(page, 'Spamcontrole toestaan')
      expect(await run(page, `document.querySelector('toestemming-block').nextElementSibling.value`)).toBe('weg')
    }
    await pressInShadow(page, '[data-toestemming-action^="grant:"]', { within: view('form') })
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne', actie: 'bewaar', ...token })
  })

  test('a form without consent that another takes the place of asks in the other', async () => {
    const page = await browser.open(put(browser.web, form(key, fields + buttons)))
    await refuse(page)
    await notice(page)
    await page.type('[name=naam]', 'Sanne')
    await page.click('[value=bewaar]')
    await run(page, `document.forms[0].outerHTML = document.forms[0].outerHTML`)
    await says(page, 'Spamcontrole toestaan')
    expect(await run(page, `document.querySelectorAll('toestemming-block').length`)).toBe(1)
    await page.type('[name=naam]', 'Opnieuw')
    await page.click('[value=bewaar]')
    await pressInShadow(page, '[data-toestemming-action^="grant:"]', { within: view('form') })
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Opnieuw', actie: 'bewaar', ...token })
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
  })
})
