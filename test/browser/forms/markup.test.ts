/** Forms as sites write them: whatever sends them, what the visitor asked for waits, and is then done once, as it was asked. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { find, inEveryBrowser, messagesOf, pressInShadow, textOf, view } from '../../support/browser.ts'
import { startDemo } from '../../support/demo.ts'
import { run } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { asked, focusedAction, notice, put, refuse, sent, services, tick } from './support.ts'

const key = 'data-consent-form="recaptcha" data-sitekey="sleutel"'
const form = (id: string, inside: string, rest = key) =>
  `<form id="${id}" ${rest} action="/verzonden" method="post" target="van-${id}"><input type="hidden" name="vorm" value="${id}">${inside}</form><iframe name="van-${id}" title="Antwoord" hidden></iframe>`
/** Names that hide what a form has under them, and that sites give their fields. */
const names = [
  'submit',
  'reset',
  'action',
  'method',
  'target',
  'id',
  'name',
  'title',
  'length',
  'children',
  'elements',
  'parentNode',
  'style',
]
const hidden = 'style="position:absolute;width:1px;height:1px;overflow:hidden"'

const body = `
${form('buiten', '<label>Leeg <input name="leeg" required></label>')}<button id="b-buiten" form="buiten" name="knop" value="b" formnovalidate>Stuur</button>
${form('beeld', '<input id="b-beeld" type="image" name="plaatje" alt="Stuur" width="40" height="20" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">')}
${form('verborgen', `<div ${hidden}><button tabindex="-1">Stuur</button></div><div style="display:flex"><button id="b-verborgen">Stuur</button></div>`)}
${form('namen', `${names.map((name) => `<input name="${name}" value="1" aria-label="${name}">`).join('')}<button id="b-namen">Stuur</button>`)}
${form('code', '<a id="b-code" href="#" onclick="document.getElementById(\'code\').submit(); return false">Stuur</a>')}
<dialog id="venster">${form('dialoog', '<button id="b-weg" formmethod="dialog">Annuleren</button><button>Stuur</button>')}</dialog>
${form('klik', '<label>Leeg <input id="leeg" name="leeg" required></label><button id="b-rij" onclick="leeg.focus(); return false">Nieuwe rij</button><button type="button" id="b-klik">Stuur</button>', 'data-consent-form="recaptcha"')}
${form('laat', '<div class="elementor-g-recaptcha" data-sitekey="sleutel"></div><div style="display:flex"><button id="b-laat">Stuur</button></div>', 'data-consent-form="recaptcha"')}
<script>
  document.getElementById('b-klik').addEventListener('click', (event) => {
    event.preventDefault()
    grecaptcha.ready(() => grecaptcha.execute('sleutel', { action: 'contact' }).then((token) => {
      const body = new URLSearchParams(new FormData(document.getElementById('klik')))
      body.set('g-recaptcha-response', token)
      fetch('/verzonden', { method: 'POST', body })
    }))
  })
  const draw = () => window.grecaptcha?.render ? grecaptcha.render(document.querySelector('.elementor-g-recaptcha'), { sitekey: 'sleutel' }) : setTimeout(draw, 350)
  draw()
</script>`

inEveryBrowser(startDemo, (browser) => {
  test('whatever a form is sent with leads to its own notice, and after consent the last one goes on, once, with what it was sent with', async () => {
    const page = await browser.open(
      put(browser.web, body, {
        config: { withdrawal: 'ask', services: [services.google] },
        head: '<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/api.js?render=explicit"></script>',
      }),
    )
    await refuse(page)
    await notice(page)
    const press = (id: string) => page.$eval(`#b-${id}`, (one) => (one as HTMLElement).click())
    const ledTo = (id: string) => until(`it leads to the notice of ${id}`, async () => (await inForm(page)) === id && focusedAction(page))
    const allow = (id: string) => pressInShadow(page, '[data-toestemming-action="grant:recaptcha"]', { within: `#${id} ${view('form')}` })
    const withdraw = async () => {
      await run(page, "toestemming.withdraw('recaptcha')")
      await until('all ask again', () => run(page, `document.querySelectorAll('form ${view('form')}').length === 8`))
    }
    const token = expect.stringMatching(/^03A/)

    for (const id of ['buiten', 'beeld', 'verborgen', 'namen', 'code']) {
      for (let time = 0; time < 5; time++) await press(id)
      await ledTo(id)
    }
    expect(await page.$eval(`#verborgen ${view('form')}`, (one) => one.getBoundingClientRect().width)).toBeGreaterThan(400)
    expect(await page.$eval(`#laat ${view('form')}`, (one) => one.nextElementSibling?.localName)).toBe('div')
    // A button of the page's own that asks nobody works as it does without us.
    await press('rij')
    expect(await run(page, 'document.activeElement.id')).toBe('leeg')
    await page.keyboard.type('vol')
    for (let time = 0; time < 5; time++) await press('klik')
    await ledTo('klik')
    for (let time = 0; time < 5; time++) await press('laat')
    await ledTo('laat')
    await run(page, 'venster.showModal()')
    await press('weg')
    expect(await run(page, 'venster.open')).toBe(false)
    expect([asked(browser.web), sent(browser.web)]).toEqual([[], []])

    // What the visitor has left for another form is not sent behind their back; but what the page's own code has asked of the vendor is answered.
    await allow('laat')
    await until('it asks to be ticked', async () =>
      (await textOf(await find(page, view('form'), { within: '#laat' }))).includes('Doe nu de spamcontrole'),
    )
    await tick(page, /anchor/, '#recaptcha-anchor')
    await until('both have been sent', () => sent(browser.web).length > 1)
    await quiet(browser.web)
    expect(sent(browser.web).sort((one, other) => `${one.vorm}`.localeCompare(`${other.vorm}`))).toEqual([
      { vorm: 'klik', leeg: 'vol', 'g-recaptcha-response': token },
      { vorm: 'laat', 'g-recaptcha-response': token },
    ])

    for (const [id, fields] of Object.entries({
      buiten: { leeg: '', knop: 'b' },
      beeld: { 'plaatje.x': expect.any(String), 'plaatje.y': expect.any(String) },
      verborgen: {},
      namen: Object.fromEntries(names.map((name) => [name, '1'])),
      code: {},
    })) {
      await withdraw()
      browser.web.clearLog()
      for (let time = 0; time < 5; time++) await press(id)
      await ledTo(id)
      await allow(id)
      await until(`${id} has been sent`, () => sent(browser.web).length > 0)
      await quiet(browser.web)
      expect(sent(browser.web)).toEqual([{ vorm: id, ...fields, 'g-recaptcha-response': token }])
    }

    // Withdrawn between the press and the answer.
    await run(page, 'grecaptcha.execute = () => new Promise((resolve) => { window.answer = resolve })')
    await press('beeld')
    await until('the vendor is asked', () => run(page, '!!window.answer'))
    await run(page, "toestemming.withdraw('recaptcha')")
    await until('it asks again', async () => (await textOf(await notice(page))).includes('Spamcontrole toestaan'))
    await run(page, "answer('te laat')")
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
    expect(await run(page, "document.querySelectorAll('#beeld [name=g-recaptcha-response]').length")).toBe(0)
    expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
  })
})

/** The form whose notice has the focus. */
const inForm = (page: Page) => page.evaluate(() => document.activeElement?.closest('form')?.getAttribute('id'))
