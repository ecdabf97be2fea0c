/** The review of a banner as it is drawn: silent about ours in every layout, and each of its rules found where a page breaks it. */

import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { type Code, codes } from '../../src/review/rules.ts'
import type { Review, ReviewOptions } from '../../src/review.ts'
import { bannerAppears, inEveryBrowser, noBanner, type OpenOptions, type TestBrowser } from '../support/browser.ts'
import { cookies, storageOf } from '../support/observe.ts'
import { address, configuration, host, type PageParts, revisit, run, startSite, visit } from '../support/site.ts'
import { until } from '../support/until.ts'

const script = '<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>'
const words = Array.from({ length: 40 }, (_, index) => `<p>Alinea ${index} van een gewone pagina.</p>`).join('')
const body = `<main><h1>Een gewone pagina</h1>${words}</main>
  <footer><a href="/cookies" data-toestemming-action="open">Cookie-instellingen</a></footer>${script}`

/** What the review says of a page, as one who imports it would have it. Elements stay in the page. */
const reviewOf = async (page: Page, options: ReviewOptions = {}): Promise<Review> =>
  JSON.parse(
    (await page.evaluate(
      `import('/toestemming/review.js')
        .then(({ review }) => review(document, ${JSON.stringify(options)}))
        .then((found) => JSON.stringify(found))`,
    )) as string,
  )

const reject = '[data-toestemming-action=reject-all]'
const accept = '[data-toestemming-action=accept-all]'
const find = (selector: string) => `document.querySelector('toestemming-ui').shadowRoot.querySelector('${selector}')`
const findEvery = (selector: string) => find(selector).replace("querySelector('.", "querySelectorAll('.")

/** What is done to the page: CSS in the banner's own root, CSS of the page, or code. */
interface Broken {
  readonly css?: string
  readonly page?: string
  readonly script?: string
}

/** Runs in the page: does such a thing, and puts everything back. */
const helpers = `
  const root = document.querySelector('toestemming-ui').shadowRoot
  const before = [...root.adoptedStyleSheets]
  const bannerBefore = () => root.querySelector('.banner')
  const own = (action, label) => {
    const button = Object.assign(document.createElement('button'), { textContent: label, className: 'mine' })
    button.dataset.toestemmingAction = action
    document.querySelector('main').prepend(button)
  }
  const overCorner = (button) => {
    const { right, top, width, height } = button.getBoundingClientRect()
    const corner = Object.assign(document.createElement('div'), { id: 'corner', className: 'mine' })
    const inside = [right - width * 0.3, top, right, top + height * 0.3]
    Object.assign(corner.style, { position: 'fixed', inset: 'auto', margin: 0, padding: 0, border: 0, left: inside[0] + 'px', top: inside[1] + 'px', width: width * 0.3 + 'px', height: height * 0.3 + 'px', background: '#ccc' })
    document.body.append(corner)
    corner.popover = 'manual'
    corner.showPopover()
  }
  const whenOpen = (act) => {
    new MutationObserver((_, observer) => {
      const dialog = root.querySelector('dialog')
      if (!dialog || !dialog.querySelector('input')) return
      observer.disconnect()
      act(dialog)
    }).observe(root, { subtree: true, childList: true })
  }
  const breakIt = ({ css, page, script }) => {
    if (css) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      root.adoptedStyleSheets = [...before, sheet]
    }
    if (page) document.head.append(Object.assign(document.createElement('style'), { textContent: page, className: 'mine' }))
    if (script) eval(script)
  }
  // Drawn anew: nothing that was done to the elements of the banner is left.
  const mendIt = async () => {
    root.adoptedStyleSheets = before
    for (const one of document.querySelectorAll('.mine')) one.remove()
    document.querySelector('#over').popover = null
    delete document.querySelector('main').dataset.toestemmingAction
    document.querySelector('main').inert = false
    if (document.body.firstElementChild !== root.host) document.body.prepend(root.host)
    const old = bannerBefore()
    old.remove()
    toestemming.open('preferences')
    while (!root.querySelector('dialog')) await new Promise((resolve) => setTimeout(resolve, 20))
    toestemming.close()
    while (!bannerBefore() || bannerBefore() === old) await new Promise((resolve) => setTimeout(resolve, 20))
    await new Promise((resolve) => setTimeout(resolve, 60))
    root.activeElement?.blur()
  }
  Object.assign(window, { breakIt, mendIt, overCorner, own, whenOpen })`

const told = ({ findings }: Review) => findings.map(({ code, place, figure }) => `${code} ${place}: ${figure.nl}`)

const come = async (browser: TestBrowser, parts: PageParts, options?: OpenOptions) => {
  const page = await visit(browser, { config: configuration, body, ...parts }, options)
  await bannerAppears(page)
  return page
}
/** The same in a page that is there. */
const comeAgain = async (browser: TestBrowser, page: Page, parts: PageParts, viewport?: { width: number; height: number }) => {
  await revisit(browser, page, { config: configuration, body, ...parts }, viewport)
  await bannerAppears(page)
}

inEveryBrowser(startSite, (browser) => {
  describe('our own banner', () => {
    test('has nothing against it in any layout and theme, on a phone and on a desk, and all is as it was afterwards', async () => {
      const page = await browser.open('about:blank')
      for (const layout of ['bar', 'box', 'center'] as const)
        for (const theme of ['light', 'dark'] as const)
          for (const [width, height] of [
            [360, 640],
            [1280, 800],
          ] as const) {
            await comeAgain(browser, page, { config: { ...configuration, ui: { layout, theme } } }, { width, height })
            const found = await reviewOf(page, { open: true })
            expect([layout, theme, width, ...told(found)]).toEqual([layout, theme, width])
            expect(found.shown).toEqual(['banner', 'preferences', 'trigger'])
            expect(found.unmeasured.map(({ code }) => code)).toEqual([])
            expect(found.kept.length).toBeGreaterThan(30)
            await bannerAppears(page)
            expect(await run(page, '[document.activeElement.localName, scrollY, toestemming.record.decided ?? null]')).toEqual([
              'body',
              0,
              null,
            ])
          }
      expect(await cookies(page)).toEqual([])
      expect(await storageOf(page)).toEqual({ local: {}, session: {} })
    })
  })

  test('in every language, on a phone, has nothing against it either', async () => {
    const page = await browser.open('about:blank')
    for (const locale of ['nl-BE', 'en', 'de', 'fr', 'es', 'it', 'pl', 'tr', 'uk', 'ar', 'fy'])
      for (const register of /^(nl-BE|de|fr)$/.test(locale) ? (['je', 'u'] as const) : (['je'] as const)) {
        const parts = { config: { ...configuration, register }, lang: locale, body: body.replace(/<footer>.*<\/footer>/, '') }
        await comeAgain(browser, page, parts, { width: 360, height: 640 })
        expect([locale, register, ...told(await reviewOf(page, { open: true }))]).toEqual([locale, register])
      }
  })

  test('has nothing against choices in a page that lie past an edge of the window or under the banner: one scrolls to them', async () => {
    const page = await come(browser, { body: `<main><h1>Cookies</h1><div data-toestemming="settings"></div></main>${body}` })
    await until('they are drawn', () =>
      run(page, "!!document.querySelector('[data-toestemming=settings] > div')?.shadowRoot?.querySelector('input')"),
    )
    /** Puts the answers in the page with their upper edge there. */
    const put = (top: number) =>
      run(
        page,
        `{
          scrollTo(0, 0)
          const mount = document.querySelector('[data-toestemming=settings]')
          const { top } = mount.firstElementChild.shadowRoot.querySelector('${reject}').getBoundingClientRect()
          mount.style.marginTop = (parseFloat(mount.style.marginTop) || 0) + ${top} - top + 'px'
        }`,
      )
    const bannerTop = Number(await run(page, `${find('.banner')}.getBoundingClientRect().top`))
    const height = Number(await run(page, 'innerHeight'))
    for (const top of [-20, 300, bannerTop - 20, (bannerTop + height) / 2, height - 20, height + 20]) {
      await put(top)
      expect([top, ...told(await reviewOf(page))]).toEqual([top])
    }
    // What the page lays over them is told.
    await put(300)
    await run(
      page,
      "document.body.append(Object.assign(document.createElement('div'), { id: 'chat', style: 'position:fixed;inset:200px 0 auto;height:200px;background:#eee' }))",
    )
    expect(told(await reviewOf(page)).join()).toMatch(/DP-1 settings: weigeren: 0 van 5 punten te raken; <div id="chat">/)
  })

  test('in a frame is reviewed from the page around it, and in a page of its own once somebody has chosen', async () => {
    const page = await come(browser, { body: `${body}<div data-toestemming="settings"></div>` })
    browser.web.addPage(host, '/around', '<!doctype html><title>Om</title><iframe src="/" width="400" height="700"></iframe>')
    const around = await browser.open(`${address}/around`)
    const found = (await around.evaluate(
      `(async () => {
        const { review } = await import('/toestemming/review.js')
        const frame = document.querySelector('iframe').contentWindow
        while (!frame.document.querySelector('toestemming-ui')?.shadowRoot?.querySelector('.banner')) await new Promise((resolve) => setTimeout(resolve, 50))
        const { findings, shown, width } = await review(frame.document, { open: true })
        return JSON.stringify([findings.map(({ code, figure, element }) => code + ' ' + figure.nl + ' ' + (element?.ownerDocument === frame.document)), shown, width])
      })()`,
    )) as string
    expect(JSON.parse(found)).toEqual([[], ['banner', 'settings', 'preferences', 'trigger'], 400])

    await run(page, 'toestemming.acceptAll()')
    await noBanner(page)
    await until('the trigger is there', () => run(page, `!!${find('[part=trigger]')}`))
    const later = await reviewOf(page, { open: true, touched: false })
    expect(told(later)).toEqual([])
    expect(later.shown).toEqual(['settings', 'trigger', 'preferences'])
    await run(
      page,
      "document.head.append(Object.assign(document.createElement('style'), { textContent: 'toestemming-ui::part(trigger), footer, [data-toestemming] { display: none }' }))",
    )
    expect(told(await reviewOf(page))).toContain('DP-16 trigger: knop: is niet getekend (0 px of display: none); eigen links: 0')
  })

  describe('what a page can do to it', () => {
    /** Each is done to the same page and undone again: CSS that reaches into the banner, as a script or a part can, or a script. */
    const broken: readonly (readonly [code: Code, what: string, does: Broken, figure: RegExp])[] = [
      ['DP-1', 'reject is hidden', { css: `${reject}{display:none}` }, /^weigeren: is niet getekend/],
      ['DP-1', 'reject is invisible', { css: `.banner ${reject}{visibility:hidden!important}` }, /^weigeren: is onzichtbaar/],
      ['DP-1', 'reject is see-through', { css: `.banner ${reject}{opacity:.05!important}` }, /^weigeren: is doorzichtig/],
      [
        'DP-1',
        'reject is far away',
        { css: `.banner ${reject}{position:fixed!important;left:300vw}` },
        /^weigeren: ligt buiten het scherm/,
      ],
      ['DP-1', 'reject is clipped', { css: `.banner ${reject}{clip-path:inset(50%)!important}` }, /^weigeren: 0 van 5 punten/],
      ['DP-1', 'reject cannot be pressed', { css: `.buttons ${reject}{pointer-events:none!important}` }, /^weigeren: 0 van 5 punten/],
      ['DP-1', 'reject is taken out', { script: `${find(reject)}.remove()` }, /^accepteren: 1 knop, weigeren: geen/],
      ['DP-1', 'the whole banner is hidden', { css: '.banner.banner{display:none!important}' }, /^weigeren: is niet getekend/],
      [
        'DP-1',
        'a chat window lies over the banner',
        {
          page: '#over{position:fixed;inset:auto 0 0;width:100%;height:70vh;background:#ddd}',
          script: "document.querySelector('#over').popover = 'manual'; document.querySelector('#over').showPopover()",
        },
        /^weigeren: 0 van 5 punten te raken; <div id="over"> ligt eroverheen/,
      ],
      [
        'DP-2',
        'reject is a link',
        { css: `${reject}{background:none;border-color:transparent;text-decoration:underline}` },
        /weigeren: button underline/,
      ],
      [
        'DP-3',
        'reject is small',
        { css: `.banner ${reject}{width:90px!important;min-height:20px;height:20px;padding:0}` },
        /^accepteren [\d.]+×44 px, weigeren 90×20 px/,
      ],
      ['DP-3', 'reject is thin', { css: `${reject}{font-weight:300}` }, /letterdikte: weigeren 300, accepteren 600/],
      [
        'DP-3',
        'reject has a font of its own',
        { css: `${reject}{font-family:serif;font-size:13px}` },
        /lettertype.*lettergrootte: weigeren 13px, accepteren 15px/,
      ],
      [
        'DP-3',
        'reject is pale',
        { css: `${reject}{background:#f4f4f4;color:#333;border-color:#888}` },
        /^knop op de banner: weigeren 1\.\d, accepteren [78]\.\d/,
      ],
      ['DP-3', 'accept has a shadow', { css: `.buttons ${accept}{box-shadow:0 0 9px red!important}` }, /schaduw/],
      [
        'DP-3',
        'accept has a gradient',
        { css: `${accept}{background-image:linear-gradient(red,blue)}` },
        /weigeren: none, accepteren: linear-gradient/,
      ],
      ['DP-4', 'reject is grey on grey', { css: `${reject}{color:#8a94a0}` }, /^weigeren: contrast 2\.\d, nodig 4\.5$/],
      [
        'DP-4',
        'both are, by the colours of the brand',
        { page: ':root{--toestemming-accent:#ffcc00;--toestemming-on-accent:#fff}' },
        /^accepteren: contrast 1\.\d, nodig 4\.5$/,
      ],
      [
        'DP-4',
        'a colour is written in another way',
        { page: ':root{--toestemming-accent:oklch(0.9 0.1 90);--toestemming-on-accent:color(srgb 1 1 1)}' },
        /^weigeren: contrast 1\.\d, nodig 4\.5$/,
      ],
      [
        'DP-4',
        'the page has a picture under the banner',
        { page: 'body{background-image:linear-gradient(red,blue)}:root{--toestemming-accent:#fc0;--toestemming-on-accent:#fff}' },
        /^weigeren: contrast 1\.\d, nodig 4\.5$/,
      ],
      [
        'DP-4',
        'what is around the buttons is half see-through',
        { css: '.banner .buttons{opacity:.5}' },
        /^weigeren: opacity 0\.5, nodig 1$/,
      ],
      [
        'DP-4',
        'something lies over a corner',
        { script: `overCorner(${find(reject)})` },
        /^weigeren: [34] van 5 punten te raken; <div id="corner">/,
      ],
      ['DP-5', 'reject is only in the preferences', { css: `${reject}{display:none}` }, /^accepteren: 1 stap, weigeren: 2 of meer$/],
      [
        'DP-7',
        'a press anywhere consents',
        { script: "document.querySelector('main').dataset.toestemmingAction = 'accept-all'" },
        /^<main> met \d+ elementen/,
      ],
      ['DP-7', 'a cross on the page consents', { script: "own('accept-all', '×')" }, /“×”/],
      ['DP-1', 'the page accepts and does not reject', { script: "own('accept-all', 'Alles accepteren')" }, /^accepteren: 1, weigeren: 0$/],
      ['DP-15', 'the page does not scroll', { page: 'html{overflow:hidden}' }, /^overflow: hidden, \d+ px/],
      ['DP-15', 'the body does not scroll', { page: 'body{overflow:hidden}' }, /^overflow: hidden, \d+ px/],
      ['DP-15', 'the page is inert', { script: "document.querySelector('main').inert = true" }, /^<main> is inert/],
      ['DP-15', 'the page is hidden', { page: 'main{visibility:hidden}' }, /visibility hidden/],
      ['DP-15', 'the page is a blur', { page: 'body>main{filter:blur(4px)}' }, /blur/],
      [
        'DP-15',
        'something lies over all of the page',
        { page: '#over{position:fixed;inset:0;background:#0008}' },
        /^<div id="over"> ligt over de hele pagina/,
      ],
      [
        'DP-21',
        'there is an offer in the banner',
        { script: `${find('.banner p')}.append(Object.assign(new Image(), { alt: 'Korting' }))` },
        /^<img>/,
      ],
      ['DP-21', 'there is a way to sign up in it', { script: `${find('.banner p')}.append(document.createElement('input'))` }, /^<input>/],
      ['DP-25', 'accept has the focus', { script: `${find(accept)}.focus()` }, /^focus op “Alles accepteren”/],
      [
        'DP-26',
        'reject is somewhere else',
        { css: `.banner ${reject}{position:relative!important;top:-70px;left:-40px}` },
        /^weigeren op .* accepteren op/,
      ],
      ['DP-26', 'they are far apart', { css: '.pair{gap:12em}' }, /\d+ px ertussen$/],
      ['DP-27', 'reject does not work yet', { script: `${find(reject)}.disabled = true` }, /^weigeren uit, accepteren aan$/],
      [
        'DP-28',
        'accept moves',
        { css: `@keyframes jump{50%{translate:0 -4px}}${accept}{animation:jump 1s 3}` },
        /^weigeren: none, accepteren: jump 1s$/,
      ],
      [
        'DP-30',
        'the banner is in a form',
        { script: "document.querySelector('form').append(document.querySelector('toestemming-ui'))" },
        /^<form id="order">/,
      ],
      [
        'DP-32',
        'the keyboard does not come to reject',
        { script: `${find(reject)}.tabIndex = -1` },
        /^weigeren: tabindex -1; accepteren: tabindex 0$/,
      ],
      [
        'DP-32',
        'a screen reader calls it something else',
        { script: `${find(reject)}.setAttribute('aria-label', 'Later')` },
        /“alles weigeren” ≠ “later”/,
      ],
      ['R-10', 'the link to the statement is hidden', { css: '.banner a{display:none}' }, /^is niet getekend/],
      [
        'R-10',
        'it leads nowhere',
        { script: `for (const link of ${findEvery('.banner a')}) link.setAttribute('href', '#')` },
        /^href="#"$/,
      ],
      ['R-15', 'one cannot choose per purpose', { css: '[data-toestemming-action=preferences]{display:none}' }, /^is niet getekend/],
      [
        'R-104',
        'the buttons are low',
        { css: '.banner button{min-height:0;height:20px;padding:0;line-height:1}' },
        /“Zelf kiezen” \d+×20 px, nodig 24, beter 44$/,
      ],
      ['R-105', 'the text is pale', { css: '.banner p{color:#9aa5b1}' }, /^“.*”: contrast 2\.\d, nodig 4\.5$/],
      ['R-105', 'the text is small', { css: '.banner p{font-size:10px}' }, /: 10 px, nodig 12$/],
      [
        'R-106',
        'the buttons fade into the banner',
        { page: 'toestemming-ui::part(button){background:#f0f0f0;border-color:#f0f0f0;color:#000}' },
        /^weigeren: 1\.\d, nodig 3$/,
      ],
      [
        'DP-4',
        'the buttons are grey on grey, by their part',
        { page: 'toestemming-ui::part(button){background:#bbb;color:#999}' },
        /^accepteren: contrast 1\.\d, nodig 4\.5$/,
      ],
      [
        'R-105',
        'the title is pale, by its part',
        { page: 'toestemming-ui::part(title){color:#ccc}' },
        /^“Cookies op deze website”: contrast 1\.\d/,
      ],
    ]

    test('is found, with its rule, its figure and its remedy, and nothing once it is undone', async () => {
      const page = await come(browser, {
        head: '<style>#over:empty,#corner:empty{pointer-events:auto}</style>',
        body: `${body}<div id="over"></div><form id="order"></form>`,
      })
      await run(page, helpers)
      const missed: string[] = []
      for (const [code, what, does, figure] of broken) {
        await run(page, `breakIt(${JSON.stringify(does)})`)
        const { findings } = await reviewOf(page, { touched: false })
        const hit = findings.find((one) => one.code === code && figure.test(one.figure.nl))
        if (!hit) missed.push(`${code}, ${what}: ${findings.map((one) => `${one.code} ${one.figure.nl}`).join(' | ')}`)
        else expect([hit.text.nl, hit.text.en, hit.remedy.nl, hit.remedy.en, hit.figure.en, hit.rule.en].every(Boolean)).toBe(true)
        await run(page, 'mendIt()')
        const left = told(await reviewOf(page))
        if (left.length) missed.push(`after ${what}: ${left.join(' | ')}`)
      }
      expect(missed).toEqual([])
    })

    /** What is in the preferences, and what shows only there. */
    const opened: typeof broken = [
      ['DP-1', 'reject is hidden in the preferences', { css: `dialog ${reject}{display:none}` }, /^weigeren: is niet getekend/],
      [
        'DP-6',
        'a switch is on',
        { script: "whenOpen((dialog) => { dialog.querySelector('input[name=tracking]').checked = true })" },
        /^“Tracking en advertenties” staat aan$/,
      ],
      [
        'DP-16',
        'the trigger is hidden',
        { page: 'toestemming-ui::part(trigger){display:none}footer{display:none}' },
        /^knop: is niet getekend.*; eigen links: 0$/,
      ],
      ['DP-17', 'there is no way to withdraw all at once', { css: 'dialog .pair{display:none}' }, /^geven: 1 stap; intrekken/],
      ['R-13', 'the banner has been taken away', { script: `${find('.banner')}.remove()` }, /^banner: niet getekend$/],
      [
        'R-26',
        'what is always on has a switch',
        {
          script: `whenOpen((dialog) => dialog.querySelector('fieldset').append(Object.assign(document.createElement('input'), { type: 'checkbox', name: 'functional', disabled: true })))`,
        },
        /^schakelaar “functional”$/,
      ],
      [
        'R-105',
        'the trigger is pale',
        { page: 'toestemming-ui::part(trigger){color:#bbb;background:#fff}' },
        /^“Cookie-instellingen”: contrast 1\.\d, nodig 4\.5$/,
      ],
      ['R-105', 'the text of the preferences is pale', { css: 'dialog p{color:#9aa5b1}' }, /contrast 2\.\d, nodig 4\.5$/],
    ]
    test('is found in the preferences too', async () => {
      const page = await browser.open('about:blank')
      for (const [code, what, does, figure] of opened) {
        await comeAgain(browser, page, {})
        await run(page, helpers)
        await run(page, `breakIt(${JSON.stringify(does)})`)
        const found = await reviewOf(page, { open: true })
        expect(
          found.findings.filter((one) => one.code === code && figure.test(one.figure.nl)).length,
          `${what} (${code}): ${told(found).join(' | ')}`,
        ).toBeGreaterThan(0)
        expect(await run(page, 'toestemming.record.decided ?? null')).toBe(null)
      }
    })

    /** By what the owner configures. */
    const configured: readonly (readonly [code: Code, figure: RegExp])[] = [
      ['DP-11', /^“beste ervaring”$/],
      ['DP-11', /^“Alles accepteren \(aanbevolen\)”$/],
      ['DP-12', /^“Later”$/],
      ['DP-18', /^“gerechtvaardigd belang”$/],
      ['DP-22', /^\d\d words|^\d+ woorden \(hooguit 75\)/],
      ['DP-23', /^“je” en “u”$/],
      ['DP-28', /^“Nog 10 seconden”$/],
      ['DP-29', /^“Zonder tracking”$/],
      ['R-8', /^“Voorbeeld BV” staat niet in de tekst$/],
      ['R-8', /^niet genoemd: Statistieken, Sociale media en video, Spamcontrole, /],
      ['R-9', /^op de pagina: “Cookies aanpassen”, “Cookie-instellingen”; in de banner niet$/],
      ['R-128', /^“Door verder te gaan”$/],
      ['DP-7', /^“×”$/],
      ['DP-20', /^6 schakelaars in beeld, hooguit 5$/],
      ['R-30', /^“crash”: 0 woorden$/],
      ['R-30', /^“Statistieken”: 0 diensten genoemd$/],
      ['R-10', /^0 van 0 links$/],
    ]
    test('is found in what the owner wrote', async () => {
      const { services } = configuration
      const page = await come(browser, {
        config: {
          owner: 'Voorbeeld BV',
          categories: { crash: {}, extra: { title: 'Extra', purpose: 'Extra.' } },
          services: [
            ...services.filter(({ category }) => category !== 'analytics'),
            { id: 'melder', provider: 'Meldbureau', category: 'crash', purpose: 'Meldt fouten.' },
            { id: 'meer', provider: 'Extrabureau', category: 'extra', purpose: 'Extra.' },
          ],
          texts: {
            'banner.text': `Zonder tracking, voor de beste ervaring op grond van ons gerechtvaardigd belang. Door verder te gaan geeft u ons een groot plezier en je kunt tracking later nog uitzetten. Nog 10 seconden. ${'Dit is nog een zin die heel erg lang doorgaat zonder dat iemand er iets van leert of er beter van wordt. '.repeat(3)}`,
            'action.accept': 'Alles accepteren (aanbevolen)',
            'action.reject': 'Later',
            'action.close': '×',
          },
        },
        body: body.replace('Cookie-instellingen', 'Cookies aanpassen'),
      })
      const found = await reviewOf(page, { open: true })
      for (const [code, figure] of configured)
        expect(
          found.findings.filter((one) => one.code === code && figure.test(one.figure.nl)).length,
          `${code} ${figure}\n${told(found).join('\n')}`,
        ).toBeGreaterThan(0)
    })

    test('is found where the banner speaks another language, and not where Dutch stands in for one that is not ours', async () => {
      const other = await come(browser, { config: { ...configuration, locale: 'nl' }, lang: 'en' })
      expect(told(await reviewOf(other))).toContain('DP-23 banner: pagina: en, banner: nl')
      const unknown = await come(browser, { lang: 'sv' })
      expect(told(await reviewOf(unknown))).toEqual([])
    })

    test('leaves no rule that was never seen to fail', () => {
      const failed = new Set<string>([...broken, ...opened, ...configured].map(([code]) => code))
      expect(codes.filter((code) => !failed.has(code))).toEqual([])
    })
  })
})
