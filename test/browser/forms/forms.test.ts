/** Forms behind a robot check: usable before consent, sent after it, and as they were after a withdrawal. */

import { expect, test } from 'vitest'
import { violations } from '../../support/accessibility.ts'
import { count, errorsOf, find, inWholeBrowsers, messagesOf, pressInShadow, textOf, view } from '../../support/browser.ts'
import { type Demo, startDemo } from '../../support/demo.ts'
import { run } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { asked, fields, focusedAction, host, notice, oneSent, put, refuse, sendAndAllow, sent, services, tick } from './support.ts'

const web = (browser: { readonly web: Demo }) => browser.web
/** The library's own parts that were asked for. */
const parts = ({ log }: Demo) =>
  log.flatMap((one) => (one.host === host ? (/toestemming\/(blocks|box|forms|placeholders)\.js/.exec(one.path)?.[1] ?? []) : [])).sort()
const scripts = (all: readonly string[]) => all.filter((one) => one.endsWith('.js'))

inWholeBrowsers(startDemo, (browser) => {
  test('a form with a box to tick: sending leads to the reason, one press allows it, and after the tick it is sent by itself as it was', async () => {
    const address = put(
      browser.web,
      `<form data-consent-form="recaptcha" action="/verzonden" method="post">${fields}<input name="submit" aria-label="Plaats"><input name="contains" aria-label="Land">
        <div class="g-recaptcha" data-sitekey="sleutel"></div><button name="knop" value="stuur" type="submit">Versturen</button></form>`,
    )
    const page = await browser.open(address)
    await refuse(page)
    expect(await violations(page)).toEqual([])
    expect(await textOf(await notice(page))).toMatch(/Google.*apparaat.*Spamcontrole toestaan.*andere manier/)
    await sendAndAllow(page, browser.web)
    await until('the box has the focus', () => run(page, "document.activeElement.matches('.g-recaptcha iframe')"))
    expect(await textOf(await notice(page))).toContain('Daarna wordt je formulier verstuurd')
    expect(await violations(page)).toEqual([])
    expect(await run(page, "['analytics', 'tracking', 'social', 'recaptcha'].filter((id) => toestemming.has(id))")).toEqual(['recaptcha'])
    await tick(page, /anchor/, '#recaptcha-anchor')
    const { 'g-recaptcha-response': token, ...rest } = await oneSent(browser.web)
    expect(rest).toEqual({ naam: 'Sanne de Proef', bericht: 'Wat kost het?', submit: '', contains: '', knop: 'stuur' })
    expect(token).toMatch(/^03A/)
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
    expect(scripts(asked(browser.web))).toEqual([
      'www.recaptcha.net/recaptcha/api.js',
      'www.gstatic.com/recaptcha/releases/demo/recaptcha__nl.js',
    ])
    // What axe says to a frame is not ours.
    expect(messagesOf(page).filter(({ type, text }) => type === 'uncaught' && !text.includes('postMessage'))).toEqual([])
  })

  test('a form that is sent with fetch and asks for its answer itself (v3): early calls are answered, and withdrawal takes all of it back', async () => {
    const address = put(
      browser.web,
      `<form data-consent-form="recaptcha" data-service="google-recaptcha">${fields}<button type="submit">Versturen</button></form><script>
        document.forms[0].addEventListener('submit', (event) => {
          event.preventDefault()
          grecaptcha.ready(() => grecaptcha.execute('sleutel', { action: 'contact' }).then((token) => {
            const body = new URLSearchParams(new FormData(event.target))
            body.set('g-recaptcha-response', token)
            fetch('/verzonden', { method: 'POST', body })
          }))
        })
      </script>`,
      {
        head: '<script type="text/plain" data-consent="recaptcha" data-service="google-recaptcha" data-src="https://www.google.com/recaptcha/api.js?render=sleutel"></script>',
      },
    )
    const visitor = await browser.visitor()
    const page = await visitor.open(address)
    await refuse(page)
    await notice(page)
    await run(
      page,
      "window.early = []; grecaptcha.ready(() => early.push('ready')); void grecaptcha.execute('sleutel', { action: 'x' }).then((token) => early.push(token.slice(0, 3)))",
    )
    await page.type('[name=naam]', 'Sanne')
    await page.focus('[name=bericht]')
    await page.keyboard.type('Hallo')
    await pressInShadow(page, '[data-toestemming-action="grant:google-recaptcha"]', { within: view('form') })
    await until('both are answered', async () => ((await run(page, 'early')) as string[]).join() === 'ready,03A')
    expect(await run(page, 'document.activeElement.name')).toBe('bericht')
    await until('it says that it can be sent', async () =>
      (await textOf(await notice(page))).includes('Je kunt het formulier nu versturen'),
    )
    expect(sent(browser.web)).toEqual([])
    await page.click('[type=submit]')
    expect((await oneSent(browser.web))['g-recaptcha-response']).toMatch(/^03A/)

    // Another visit: nothing is asked before the form is used.
    await page.close()
    const next = await visitor.open(address)
    await quiet(browser.web)
    browser.web.clearLog()
    await next.reload()
    await quiet(browser.web, 500)
    expect(asked(browser.web)).toEqual([])
    expect(await count(next, view('form'))).toBe(0)
    // Nor of what looks after it.
    expect(parts(browser.web)).toEqual(['blocks'])
    await next.type('[name=naam]', 'Sanne')
    await until('it is asked for', () => scripts(asked(browser.web)).length === 2)
    await until('it is there', () => run(next, 'typeof grecaptcha.render === "function"'))
    await next.keyboard.press('Enter')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne' })
    expect(scripts(asked(browser.web))).toEqual([
      'www.google.com/recaptcha/api.js',
      'www.gstatic.com/recaptcha/releases/demo/recaptcha__nl.js',
    ])

    await run(next, "localStorage.setItem('rc::a', 1); sessionStorage.setItem('rc::c', 1); window.before = true; toestemming.withdraw()")
    await until('the page is a new one', () => run(next, 'window.before === undefined && document.readyState === "complete"'))
    expect(await textOf(await notice(next))).toContain('Spamcontrole toestaan')
    expect(
      await run(next, 'Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((key) => /rc::|_grec/.test(key))'),
    ).toEqual([])
    expect(await count(next, '.grecaptcha-badge', { hidden: true })).toBe(0)
  })

  test('a form with only a key gets its answer by itself, at each submission, and two forms share one script', async () => {
    const form = (id: string, rest: string) =>
      `<form id="${id}" data-consent-form="recaptcha" ${rest} action="/verzonden" method="post" target="venster">${fields}<button type="submit">Versturen</button></form>`
    const address = put(
      browser.web,
      `${form('a', 'data-sitekey="sleutel" data-captcha="enterprise"')}${form('b', 'data-sitekey="sleutel" data-captcha="enterprise"')}<iframe name="venster" title="Antwoord"></iframe>`,
    )
    const page = await browser.open(address)
    await refuse(page)
    await notice(page)
    expect(await count(page, view('form'))).toBe(2)
    await page.type('#b [name=naam]', 'Twee')
    await page.click('#b [type=submit]')
    await until('the focus is in the notice of that form', () => run(page, "document.activeElement.closest('form')?.id === 'b'"))
    await page.keyboard.press('Enter')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Twee' })
    expect(sent(browser.web)[0]?.['g-recaptcha-response']).toMatch(/^03A/)
    await page.type('#a [name=naam]', 'Een')
    await page.click('#a [type=submit]')
    await until('both have been sent', () => sent(browser.web).length === 2)
    await page.click('#a [type=submit]')
    await until('it has been sent again', () => sent(browser.web).length === 3)
    const tokens = sent(browser.web).map((one) => one['g-recaptcha-response'])
    expect(new Set(tokens).size).toBe(3)
    expect(scripts(asked(browser.web)).filter((one) => one.startsWith('www.recaptcha.net'))).toEqual([
      'www.recaptcha.net/recaptcha/enterprise.js',
    ])
  })

  test('a check without a box that is tied to the button is asked by the press that waited, and the page sends', async () => {
    const address = put(
      browser.web,
      `<form data-consent-form="recaptcha" action="/verzonden" method="post">${fields}<button class="g-recaptcha" data-sitekey="sleutel" data-callback="verstuur">Versturen</button></form>
      <script>function verstuur() { document.forms[0].submit() }</script>`,
      {
        head: '<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/api.js" async defer></script>',
      },
    )
    const page = await browser.open(address)
    await refuse(page)
    await sendAndAllow(page, browser.web, 'button')
    expect(await oneSent(browser.web)).toMatchObject({
      naam: 'Sanne de Proef',
      bericht: 'Wat kost het?',
      'g-recaptcha-response': expect.stringMatching(/^03A/),
    })
  })

  test.each([
    [
      'as it comes, as Contact Form 7 does',
      'api.js?render=sleutel',
      `<form data-consent-form="recaptcha" action="/verzonden" method="post">${fields}<input type="hidden" name="_recaptcha_antwoord"><input type="submit" value="Versturen"></form>
      <script type="text/plain" data-consent="recaptcha">
        grecaptcha.ready(() => {
          const ask = () => grecaptcha.execute('sleutel', { action: 'contact' }).then((token) => setTimeout(() => (document.forms[0]._recaptcha_antwoord.value = token), 300))
          ask()
          document.addEventListener('change', ask)
        })
      </script>`,
      '_recaptcha_antwoord',
    ],
    [
      'at the press, and has begun to hear that only then, as Elementor does',
      'api.js?render=explicit',
      `<form data-consent-form="recaptcha" action="/verzonden" method="post">${fields}<div class="elementor-g-recaptcha" data-sitekey="sleutel" data-size="invisible"></div><button type="submit">Versturen</button></form>
      <script>
        const begin = () => {
          if (!window.grecaptcha?.render) return setTimeout(begin, 350)
          const [form] = document.forms
          const widget = grecaptcha.render(form.querySelector('div'), { sitekey: 'sleutel', size: 'invisible' })
          form.querySelector('button').addEventListener('click', (event) => {
            event.preventDefault()
            grecaptcha.ready(() => setTimeout(() => grecaptcha.execute(widget).then(() => form.requestSubmit())))
          })
        }
        begin()
      </script>`,
      'g-recaptcha-response',
    ],
  ])('a page whose own code asks for the answer %s, sends it with what waited, once', async (_, file, body, name) => {
    const page = await browser.open(
      put(
        browser.web,
        `${body}<script>document.forms[0].addEventListener('submit', (event) => {
        event.preventDefault()
        fetch('/verzonden', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) })
      })</script>`,
        {
          head: `<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/${file}"></script>`,
        },
      ),
    )
    await refuse(page)
    await sendAndAllow(page, browser.web)
    const token = { [name]: expect.stringMatching(/^03A/) }
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne de Proef', bericht: 'Wat kost het?', ...token })
    await quiet(browser.web)
    expect(sent(browser.web)).toHaveLength(1)
    await page.click('[type=submit]')
    await until('it has been sent again', () => sent(browser.web).length === 2)
    expect(sent(browser.web)[1]).toMatchObject(token)
  })

  test('hCaptcha and Turnstile come through the same port', async () => {
    const config = { services: Object.values(services) }
    const form = (rest: string, inside = '') =>
      `<form data-consent-form="recaptcha" ${rest} action="/verzonden" method="post">${fields}${inside}<button type="submit">Versturen</button></form>`
    const page = await browser.open(put(browser.web, form('', '<div class="h-captcha" data-sitekey="sleutel"></div>'), { config }))
    await refuse(page)
    await sendAndAllow(page, browser.web)
    await tick(page, /hcaptcha\.html/, '#checkbox')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne de Proef', 'h-captcha-response': expect.stringMatching(/^P1_/) })
    expect(scripts(asked(browser.web))).toEqual(['js.hcaptcha.com/1/api.js'])
    await page.close()

    browser.web.clearLog()
    const other = await browser.open(put(browser.web, form('data-captcha="turnstile" data-sitekey="sleutel"'), { config }))
    await refuse(other)
    await until('the stand-in is there', () => run(other, 'typeof turnstile === "object"'))
    await run(other, 'turnstile.ready(() => { window.early = typeof turnstile.render })')
    await sendAndAllow(other, browser.web)
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne de Proef', 'cf-turnstile-response': expect.stringMatching(/^0\./) })
    expect(scripts(asked(browser.web))).toEqual(['challenges.cloudflare.com/turnstile/v0/api.js'])
  })

  test('a vendor that cannot be reached is told in the form, with the other way; the text stays, and it can be tried again', async () => {
    browser.web.setBehaviour('www.recaptcha.net', 'fail')
    const address = put(
      browser.web,
      `<form data-consent-form="recaptcha" action="/verzonden" method="post">${fields}<p data-consent-contact hidden>Of bel <a href="tel:0100000000">010 000 00 00</a>.</p>
        <div class="g-recaptcha" data-sitekey="sleutel"></div><button type="submit">Versturen</button></form>`,
    )
    const page = await browser.open(address)
    await refuse(page)
    await sendAndAllow(page, browser.web)
    await until('it says so', async () => (await textOf(await notice(page))).includes('niet bereikbaar'))
    expect(await textOf(await notice(page))).toMatch(/Google.*Opnieuw proberen.*Of bel 010/)
    await until('the way on has the focus', async () => (await focusedAction(page)) === 'retry')
    expect(await violations(page)).toEqual([])
    expect(await page.$eval('[name=bericht]', (element) => (element as HTMLTextAreaElement).value)).toBe('Wat kost het?')
    browser.web.setBehaviour('www.recaptcha.net', 'ok')
    await page.keyboard.press('Enter')
    await tick(page, /anchor/, '#recaptcha-anchor')
    expect(await oneSent(browser.web)).toMatchObject({ bericht: 'Wat kost het?' })
  })

  test('after a withdrawal without a reload the form is as it was at first, and can be allowed again', async () => {
    const address = put(
      browser.web,
      `<form data-consent-form="recaptcha" action="/verzonden" method="post">${fields}<div class="g-recaptcha" data-sitekey="sleutel"></div><button type="submit">Versturen</button></form>
      <form id="inloggen" data-consent-form="recaptcha" data-service="inlog" action="/verzonden" method="post"><input name="wie" aria-label="Wie"><button type="submit">Inloggen</button></form>
      <div data-toestemming="cookies"></div>`,
      {
        config: {
          withdrawal: 'ask',
          services: [
            services.google,
            { ...services.google, id: 'inlog', hosts: [], cookies: [], exempt: 'Houdt robots tegen die wachtwoorden raden.' },
          ],
        },
      },
    )
    const page = await browser.open(address)
    await refuse(page)
    // The login form is exempt, and says nothing.
    await notice(page)
    expect(await count(page, view('form'))).toBe(1)
    // Why is in the cookie table.
    await until('the reason is there', async () =>
      /geen toestemming nodig.*Houdt robots tegen die wachtwoorden raden\./.test(
        await textOf(await find(page, '[data-toestemming=cookies]')),
      ),
    )
    await page.type('[name=bericht]', 'Hallo')
    await pressInShadow(page, '[data-toestemming-action="grant:google-recaptcha"]', { within: view('form') })
    await find(page, '.g-recaptcha iframe')
    await run(page, "toestemming.withdraw('recaptcha')")
    await until('it asks again', async () => (await textOf(await notice(page))).includes('Spamcontrole toestaan'))
    expect(await count(page, 'iframe', { hidden: true })).toBe(0)
    await until('its key is gone', () => run(page, '!localStorage._grecaptcha'))
    expect(await page.$eval('[name=bericht]', (element) => (element as HTMLTextAreaElement).value)).toBe('Hallo')
    await run(page, "document.querySelector('toestemming-block').remove()")
    await pressInShadow(page, '[data-toestemming-action="grant:google-recaptcha"]', { within: view('form') })
    await find(page, '.g-recaptcha iframe')
    expect(scripts(asked(web(browser))).filter((one) => one.includes(host) || one.includes('api.js'))).toEqual([
      'www.recaptcha.net/recaptcha/api.js',
    ])
  })

  test('a form whose check is allowed and that is pressed or sent before all is there waits for it, and is then sent once', async () => {
    const address = put(
      browser.web,
      `<form id="a" data-consent-form="recaptcha" data-sitekey="sleutel" action="/verzonden" method="post"><input type="hidden" name="naam" value="Een"><button type="submit" name="knop" value="stuur">Versturen</button></form>
      <form id="b" data-consent-form="recaptcha"><button type="submit">Nu</button></form>
      <script>document.querySelector('#b button').addEventListener('click', (event) => {
        event.preventDefault()
        grecaptcha.ready(() => grecaptcha.execute('sleutel', { action: 'x' }).then((token) => { window.token = token }))
      })</script>`,
      {
        head: '<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/api.js?render=sleutel"></script>',
      },
    )
    const visitor = await browser.visitor()
    const first = await visitor.open(address)
    await refuse(first)
    await run(first, 'toestemming.save({ recaptcha: true })')
    await until('it is kept', () => run(first, "document.cookie.includes('toestemming=')"))
    await first.close()
    browser.web.clearLog()
    const page = await visitor.open(address)
    await until('the small part is there', () => parts(browser.web).includes('blocks'))
    await quiet(browser.web, 300)
    expect(parts(browser.web)).toEqual(['blocks'])
    // What the page's own handler asks of the vendor is answered.
    await run(page, "for (let time = 0; time < 5; time++) document.querySelector('#b button').click()")
    await until('it is answered', async () => String(await run(page, 'window.token')).startsWith('03A'))
    expect(errorsOf(page)).toEqual([])
    await page.close()

    const other = await visitor.open(address)
    await quiet(browser.web, 300)
    await run(other, "for (let time = 0; time < 5; time++) document.forms[0].requestSubmit(document.querySelector('#a button'))")
    expect(await oneSent(browser.web)).toEqual({ naam: 'Een', knop: 'stuur', 'g-recaptcha-response': expect.stringMatching(/^03A/) })
    await quiet(browser.web, 300)
    expect(sent(browser.web)).toHaveLength(1)
    expect(parts(browser.web)).not.toContain('placeholders')
  })

  test('where what looks after forms does not arrive, a form that is allowed is sent as without us', async () => {
    const address = put(
      browser.web,
      `<form data-consent-form="recaptcha" data-sitekey="sleutel" action="/verzonden" method="post">${fields}<button type="submit">Versturen</button></form>`,
      { at: `zonder.${host}` },
    )
    browser.web.addPage(`zonder.${host}`, '/toestemming/forms.js', '', { ':status': '404' })
    const page = await browser.open(address)
    await refuse(page)
    await run(page, 'toestemming.save({ recaptcha: true })')
    await page.reload()
    await quiet(browser.web, 300)
    await page.type('[name=naam]', 'Sanne')
    await page.keyboard.press('Enter')
    expect(await oneSent(browser.web)).toMatchObject({ naam: 'Sanne' })
  })

  test('an exempt login form is checked and sent without a question, also where the same check is refused', async () => {
    const address = put(
      browser.web,
      `<form data-consent-form="recaptcha" data-service="inlog" data-sitekey="sleutel" action="/verzonden" method="post"><input name="naam" aria-label="Naam"><button type="submit">Inloggen</button></form>`,
      {
        config: {
          services: [services.google, { ...services.google, id: 'inlog', hosts: [], cookies: [], exempt: 'Houdt robots tegen.' }],
        },
      },
    )
    const page = await browser.open(address)
    await refuse(page)
    expect(asked(browser.web)).toEqual([])
    await page.type('[name=naam]', 'Sanne')
    await page.keyboard.press('Enter')
    expect(await oneSent(browser.web)).toEqual({ naam: 'Sanne', 'g-recaptcha-response': expect.stringMatching(/^03A/) })
    expect(scripts(asked(browser.web))).toEqual([
      'www.recaptcha.net/recaptcha/api.js',
      'www.gstatic.com/recaptcha/releases/demo/recaptcha__nl.js',
    ])
  })
})
