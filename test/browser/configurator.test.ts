/** The page for owners, as it stands on a static host in a sub-folder: what is chosen is shown, kept in the address, and works where it is pasted. */

import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { violations } from '../support/accessibility.ts'
import {
  action,
  bannerAppears,
  errorsOf,
  inEveryBrowser,
  type OpenOptions,
  pressInShadow,
  type TestBrowser,
  view,
} from '../support/browser.ts'
import { cookies, ownRequests, storageOf, thirdParties, thirdPartyHosts, watchWrites } from '../support/observe.ts'
import { address, host, ran, run, startSite } from '../support/site.ts'
import { quiet, until } from '../support/until.ts'
import { types, type Web } from '../support/web.ts'

const site = new URL('../../site/configurator/', import.meta.url).pathname
const dist = new URL('../../dist/', import.meta.url).pathname
const folder = '/hulp/cookies'

/** A folder of a static host, as an owner would copy it: the page, and the library as `toestemming` beside it. */
const startHost = async (): Promise<Web> => {
  const web = await startSite()
  const add = (from: string, to: string) => {
    for (const entry of readdirSync(from, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
      const file = `${entry.parentPath.replace(/\/?$/, '/')}${entry.name}`
      const type = types[extname(file)]
      web.addPage(host, `${folder}/${to}/${file.slice(from.length)}`, readFileSync(file, 'utf8'), type ? { 'content-type': type } : {})
    }
  }
  add(site, 'configurator')
  add(dist, 'toestemming')
  web.addPage(host, `${folder}/configurator/`, readFileSync(`${site}index.html`, 'utf8'))
  return web
}

const open = async (browser: TestBrowser, options?: OpenOptions, hash = ''): Promise<Page> => {
  const page = await browser.open(`${address}${folder}/configurator/${hash}`, options)
  await page.waitForSelector('#eigenaar')
  return page
}
const textIn = (page: Page, id: string) => run(page, `document.getElementById('${id}').value`) as Promise<string>
/** A script for `before`: what is made to be kept as a file is in `window.kept`. */
const keepBlobs = `
  window.kept = []
  const make = URL.createObjectURL
  URL.createObjectURL = (blob) => (kept.push(blob), make.call(URL, blob))
  window.asText = (blob) => new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.split(',')[1])
    reader.readAsDataURL(blob)
  })`
/** What the banner in the preview says; nothing while there is none. */
const banner = (page: Page) =>
  run(
    page,
    `document.querySelector('.stage iframe:not(.coming)')?.contentDocument?.querySelector('toestemming-ui')?.shadowRoot?.querySelector('[data-toestemming-view=banner]')?.textContent ?? ''`,
  ) as Promise<string>
const status = (page: Page) => run(page, `document.querySelector('.status').textContent`) as Promise<string>
const choose = (page: Page, id: string) => page.click(`input[name=dienst][value="${id}"]`)
const isChosen = (page: Page, id: string) => run(page, `document.querySelector('input[name=dienst][value="${id}"]').checked`)
const hash = (page: Page) => run(page, 'location.hash') as Promise<string>
const press = (page: Page, text: string) =>
  run(page, `[...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(text)})).click()`)

inEveryBrowser(startHost, (browser) => {
  test('what is chosen is shown by the real library, measured, and leaves nothing behind: no request elsewhere, nothing kept', async () => {
    const page = await open(browser, { before: watchWrites })
    await until('it says that there is nothing to ask', () =>
      run(page, `document.querySelector('aside').textContent.includes('nog niets om toestemming')`),
    )
    await page.type('#eigenaar', 'Bakkerij Proef')
    await page.type('#privacy', '/privacy')
    await choose(page, 'google-analytics')
    await choose(page, 'youtube')
    await until(
      'the banner in the preview names owner and purposes',
      async () => /Bakkerij Proef wil cookies gebruiken voor statistieken en video/.test(await banner(page)),
      10_000,
    )
    await page.click('input[name=aanspreekvorm][value=u]')
    await until('it speaks formally', async () => /vragen we uw toestemming/.test(await banner(page)), 10_000)
    await until(
      'the nine rules are measured',
      () => run(page, `/In orde: \\d+ punten gemeten/.test(document.querySelector('#controle').parentElement.textContent)`),
      20_000,
    )
    expect(await run(page, `[...document.querySelectorAll('.rules > li')].map((one) => one.className)`)).toEqual(Array(9).fill('right'))

    // What an owner does to the words is measured too, and told with what to do.
    await run(page, `document.getElementById('tekst-action-accept').closest('details').open = true`)
    await page.type('#tekst-action-accept', 'Prima')
    const rule = `document.querySelector('.rules > li:nth-child(3)')`
    await until('the third rule is not kept', () => run(page, `${rule}.className === 'wrong'`), 20_000)
    expect(await run(page, `${rule}.textContent`)).toMatch(/niet in orde.*Prima.*tekst/s)
    await run(page, 'history.back()')
    await until('all is right again', () => run(page, `${rule}.className === 'right'`), 20_000)
    await until('the preview is the one before', async () => /Alles accepteren/.test(await banner(page)), 10_000)

    // A choice in the preview is a real one, and stays in there.
    await run(
      page,
      `document.querySelector('.stage iframe:not(.coming)').contentDocument.querySelector('toestemming-ui').shadowRoot.querySelector('[data-toestemming-action=accept-all]').click()`,
    )
    await until('the banner is gone', async () => (await banner(page)) === '')
    expect(await run(page, `document.querySelector('.stage iframe:not(.coming)').contentWindow.toestemming.has('analytics')`)).toBe(true)
    await quiet(browser.web)
    // Chromium itself gets a dictionary when somebody types.
    expect(thirdParties(browser.web.log, host).filter((one) => !one.startsWith('redirector.gvt1.com/edgedl/chrome/dict/'))).toEqual([])
    expect(await cookies(page)).toEqual([])
    expect(await storageOf(page)).toEqual({ local: {}, session: {} })
    expect(await run(page, 'writes')).toEqual([])
    expect(errorsOf(page)).toEqual([])
    const asked = ownRequests(browser.web.log, host)
    expect(asked.filter((path) => !path.startsWith(`${folder}/`))).toEqual([])
  })

  test('the address keeps it: a reload brings it back, and each step can be undone and done again', async () => {
    const page = await open(browser)
    await page.type('#eigenaar', 'Proef')
    await choose(page, 'meta-pixel')
    await until('it is in the address', async () => (await hash(page)).length > 50)
    await page.click('input[name=plaats][value=center]')
    const before = await until('the address is complete', async () => {
      const now = await hash(page)
      return JSON.parse(Buffer.from(now.slice(1), 'base64url').toString()).configuration.ui ? now : undefined
    })
    await page.reload()
    await page.waitForSelector('#eigenaar')
    expect(await hash(page)).toBe(before)
    expect([await textIn(page, 'eigenaar'), await isChosen(page, 'meta-pixel')]).toEqual(['Proef', true])
    await run(page, 'history.back()')
    await until('the layout is undone', () => run(page, `document.querySelector('input[name=plaats][value=bar]').checked`))
    await run(page, 'history.back()')
    await until('the service is undone', async () => !(await isChosen(page, 'meta-pixel')))
    expect(await textIn(page, 'eigenaar')).toBe('Proef')
    await run(page, 'history.back()')
    await until('all letters of the name are undone in one step', async () => (await textIn(page, 'eigenaar')) === '')
    await run(page, 'history.go(3)')
    await until('all of it is done again', () => run(page, `document.querySelector('input[name=plaats][value=center]').checked`))
    expect([await textIn(page, 'eigenaar'), await isChosen(page, 'meta-pixel'), await hash(page)]).toEqual(['Proef', true, before])
  })

  test('what comes out works where it is pasted: vendors are held, and asked after consent', async () => {
    const page = await open(browser, { before: keepBlobs })
    await page.type('#eigenaar', 'Proef')
    const vendors = `<script src="https://meter.example/m.js"></script>
<iframe src="https://www.youtube.com/embed/abc" title="Film" width="300" height="200"></iframe>
<noscript><img src="https://www.facebook.com/tr?id=1" alt=""></noscript>`
    await run(
      page,
      `{ const field = document.getElementById('geplakt'); field.value = ${JSON.stringify(vendors).replaceAll('<', '\\x3c')}; field.dispatchEvent(new Event('input', { bubbles: true })) }`,
    )
    await until('the known ones are chosen', async () => (await isChosen(page, 'youtube')) && (await isChosen(page, 'meta-pixel')))
    await page.select('#onbekend-meter-example-soort', 'analytics')
    await press(page, 'Voeg toe als eigen dienst')
    await until('the unknown one is marked now', async () => (await textIn(page, 'gemarkeerd')).includes('data-service="meter-example"'))
    const [snippet, marked, link] = [await textIn(page, 'code'), await textIn(page, 'gemarkeerd'), await textIn(page, 'link')]
    expect(marked).not.toContain('facebook')
    await until('the cookie table is there', async () =>
      /<h2>Welke cookies we gebruiken<\/h2>[\s\S]*_fbp/.test(await textIn(page, 'tabel')),
    )
    // The day on which what it declares was changed, here and in the table.
    expect(snippet).toMatch(/"updated": "\d{4}-\d\d-\d\d"/)
    expect(await textIn(page, 'tabel')).toMatch(/Versie 1, laatst gewijzigd op \d+ \p{L}+ \d{4}\./u)
    expect(await textIn(page, 'tabel')).toContain('Welke cookies deze dienst plaatst, is ons niet bekend.')
    await run(page, "[...document.querySelectorAll('label')].find((one) => one.textContent.includes('plaatst geen cookies')).click()")
    await until('of the own service it says that there are none', async () =>
      (await textIn(page, 'tabel')).includes('Deze dienst plaatst geen cookies'),
    )

    // The folder to put beside it is the library as it was built.
    await press(page, 'Bewaar de map als zip')
    await until('the folder is there', async () => (await status(page)) === 'Bewaard als toestemming.zip.', 20_000)
    const zip = Buffer.from((await run(page, 'asText(kept[0])')) as string, 'base64')
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(zip.readUInt16LE(zip.length - 12)).toBe(files.length)
    for (const name of ['toestemming.js', 'locales/nl-je.js']) {
      expect(zip.includes(`toestemming/${name}`)).toBe(true)
      expect(zip.includes(readFileSync(dist + name))).toBe(true)
    }

    browser.web.addPage(
      host,
      '/geplakt',
      `<!doctype html><html lang="nl"><head>${snippet}<title>Proef</title></head><body>${marked}${link}</body></html>`,
    )
    browser.web.clearLog()
    const pasted = await browser.open(`${address}/geplakt`)
    await bannerAppears(pasted)
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual([])
    await pressInShadow(pasted, action('accept-all'), { within: view('banner') })
    await until('both vendors are asked', () => thirdPartyHosts(browser.web.log, host).length >= 2)
    await quiet(browser.web)
    expect(thirdPartyHosts(browser.web.log, host)).toEqual(['meter.example', 'www.youtube-nocookie.com'])
    expect(await ran(pasted)).toEqual(['meter.example/m.js'])
    expect(errorsOf(pasted)).toEqual([])
  })

  test('a mistake is told at its field and in the last step, and the preview waits', async () => {
    const page = await open(browser)
    await page.type('#eigen', 'Meetbureau')
    await press(page, 'Voeg toe als eigen dienst')
    await page.waitForSelector('#adres-1')
    await page.type('#adres-1', 'https://meetbureau.nl')
    const told = () =>
      run(
        page,
        `(() => { const field = document.getElementById('adres-1'); return [field.getAttribute('aria-invalid'), document.getElementById(field.getAttribute('aria-describedby')?.split(' ').at(-1))?.textContent] })()`,
      ) as Promise<string[]>
    await until('it is told', async () => (await told())[0] === 'true')
    expect((await told())[1]).toMatch(/geen adres van een website/)
    expect(await run(page, `document.querySelector('aside').textContent`)).toContain('De voorvertoning wacht')
    expect(await run(page, `!!document.getElementById('code')`)).toBe(false)
    await run(page, `document.getElementById('adres-1').select()`)
    await page.type('#adres-1', 'meetbureau.nl')
    await until('it is right', async () => (await textIn(page, 'code')).includes('"meetbureau.nl"'))
  })

  test.each([
    [320, 'light'],
    [320, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('at %i px, %s, nothing is wrong for assistive technology, and nothing is cut off', async (width, scheme) => {
    const state = {
      configuration: {
        owner: 'Proef',
        services: ['youtube', { id: 'eigen', provider: 'Eigen', category: 'analytics', hosts: ['https://'], cookies: [{ name: '_a' }] }],
      },
      look: { accent: '#123456' },
      pasted: '<script src="https://meter.example/m.js"></script><script src="https://static.hotjar.com/a.js"></script>',
      folder: '/toestemming/',
    }
    const all = await open(browser, { width, height: 800 }, `#${Buffer.from(JSON.stringify(state)).toString('base64url')}`)
    // Not by the browser's setting, which not every driver can change.
    await run(all, `document.documentElement.style.colorScheme = '${scheme}'`)
    // Everything that can be unfolded, unfolded.
    await run(all, `for (const one of document.querySelectorAll('details')) one.open = true`)
    expect(await violations(all)).toEqual([])
    expect(await run(all, 'document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    const right = { ...state, configuration: { ...state.configuration, services: ['youtube'] } }
    await run(all, `location.hash = '${Buffer.from(JSON.stringify(right)).toString('base64url')}'`)
    await until('it can be taken along', () => run(all, `!!document.getElementById('code')`))
    await run(all, `for (const one of document.querySelectorAll('details')) one.open = true`)
    expect(await violations(all)).toEqual([])
    expect(await run(all, 'document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  })

  test('it can be done with keys alone, and what is done is said', async () => {
    const page = await open(browser)
    await page.focus('input[name=dienst][value="google-maps"]')
    await page.keyboard.press(' ')
    await until('it is said', async () => (await status(page)) === 'Toegevoegd: Google Maps.')
    await page.focus('input[name=plaats]:checked')
    await page.keyboard.press('ArrowDown')
    await until('the layout follows the arrows', async () => (await textIn(page, 'code')).includes('"layout": "box"'))
    await run(page, `document.querySelector('#code ~ .buttons button').focus()`)
    await page.keyboard.press('Enter')
    await until('it is said', async () => /^(Gekopieerd: de code|Kopiëren lukt niet)/.test(await status(page)))
    await run(page, `document.querySelectorAll('.steps button')[5].focus()`)
    await page.keyboard.press('Enter')
    await until('the last step has the focus', () => run(page, `document.activeElement.id === 'stap-6'`))
    expect(errorsOf(page)).toEqual([])
  })

  test('how many of the nine rules hold is in view on every step, and leads to what was found', async () => {
    const summary = (page: Page) => run(page, "document.querySelector('.summary').textContent") as Promise<string>
    const inView = (page: Page) =>
      run(
        page,
        `(() => {
          const { left, right, top, bottom } = document.querySelector('.summary').getBoundingClientRect()
          const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
          return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && !!hit?.closest('.summary')
        })()`,
      )
    for (const [width, height] of [
      [1280, 720],
      [1366, 768],
      [360, 640],
    ] as const) {
      const page = await open(browser, { width, height })
      expect(await summary(page)).toBe('Nog niets om na te meten')
      // To measure takes a while, and the same time at every width.
      if (width === 1280) {
        await run(page, "[...document.querySelectorAll('label')].find((one) => one.textContent.startsWith('Google Analytics')).click()")
        await until(
          'what fails is said',
          async () => /^\d van 9 vuistregels in orde Let op: Je vertelt waarvoor/.test(await summary(page)),
          15_000,
        )
        const held = "document.querySelectorAll('.rules .right').length"
        expect((await summary(page)).slice(0, 1)).toBe(String(await run(page, held)))
        await page.type('#privacy', '/privacy')
        await until('it holds', async () => /^\d van 9 /.test(await summary(page)) && !/Je vertelt/.test(await summary(page)), 15_000)
      }
      await run(page, "scrollTo({ top: 0, behavior: 'instant' })")
      expect(await violations(page)).toEqual([])
      for (const down of [0, 1500, 4000]) {
        await run(page, `scrollTo({ top: ${down}, behavior: 'instant' })`)
        expect(await inView(page), `${width} at ${down}`).toBe(true)
      }
      await run(page, "document.querySelector('.summary').click()")
      expect(await run(page, 'document.activeElement.id')).toBe('controle')
      const there = await run(page, "document.querySelector('#controle').getBoundingClientRect().bottom < innerHeight")
      expect(there).toBe(true)
      await page.close()
    }
  })

  test('on a desk the whole banner of the preview is in view as the page opens, and stays', async () => {
    const page = await open(browser)
    await until('there is a banner', async () => (await banner(page)) !== '')
    const bottom = () => run(page, `document.querySelector('.stage').getBoundingClientRect().bottom`)
    expect(await bottom()).toBeLessThanOrEqual(800)
    await run(page, `document.getElementById('stap-4').scrollIntoView()`)
    expect(await bottom()).toBeLessThanOrEqual(800)
  })

  test('on a phone one button leads to the preview, and back to where one was', async () => {
    const page = await open(browser, { width: 360, height: 740 })
    await run(page, `document.getElementById('kleur').scrollIntoView({ block: 'center' })`)
    const inView = () =>
      run(page, `(({ top, bottom }) => top > 0 && bottom < innerHeight)(document.getElementById('kleur').getBoundingClientRect())`)
    expect(await inView()).toBe(true)
    const words = () => run(page, `document.querySelector('.jump').textContent`)
    await until('it leads to the preview', async () => (await words()) === 'Bekijk de banner')
    /** How far it stays clear of what is said of the nine rules, beside it. */
    const between = () =>
      run(
        page,
        "document.querySelector('.jump').getBoundingClientRect().left - document.querySelector('.summary').getBoundingClientRect().right",
      )
    for (const width of [320, 390]) {
      await page.setViewport({ width, height: 700 })
      await until('the page has that width', () => run(page, `innerWidth === ${width}`))
      expect(await between()).toBeGreaterThan(0)
    }
    await page.click('.jump')
    await until('it leads back', async () => (await words()) === 'Terug naar waar ik was')
    expect(await run(page, `document.querySelector('.stage').getBoundingClientRect().top < innerHeight / 2`)).toBe(true)
    expect(await inView()).toBe(false)
    await page.click('.jump')
    await until('it is where it was', inView)
  })

  test('a form whose check is asked for by code is marked where it stands, and each piece is there to copy', async () => {
    const page = await open(browser)
    const pasted = `<script src="https://www.google.com/recaptcha/api.js?render=sleutel"></script>
<script>function stuur(event) { event.preventDefault(); grecaptcha.execute('sleutel').then(() => document.getElementById('vraag').submit()) }</script>
<form id="zoek" role="search"><input></form>
<form id="vraag" action="/vraag" method="post"><input name="naam"><button onclick="stuur(event)">Verstuur</button></form>`
    await run(
      page,
      `{ const field = document.getElementById('geplakt'); field.value = ${JSON.stringify(pasted).replaceAll('<', '\\x3c')}; field.dispatchEvent(new Event('input', { bubbles: true })) }`,
    )
    await until('there are two pieces', () => run(page, `document.querySelectorAll('.blocks > li').length === 2`))
    expect(await textIn(page, 'gemarkeerd-1')).toMatch(
      /^<script type="text\/plain" data-consent="recaptcha"[\s\S]*function stuur[\s\S]*<\/script>$/,
    )
    expect(await textIn(page, 'gemarkeerd-2')).toMatch(/^<form data-consent-form="recaptcha" id="vraag"[\s\S]*<\/form>$/)
    expect(await textIn(page, 'gemarkeerd')).toContain('<form id="zoek" role="search">')
  })

  test('what is mistaken for an address, a colour or code is told where it is', async () => {
    const page = await open(browser)
    const said = (id: string) => run(page, `document.getElementById('${id}').closest('.field').querySelector('.mistakes')?.textContent`)
    await page.type('#privacy', 'www.proef.nl/privacy')
    await until('it is told', async () => /https:\/\/www\.proef\.nl\/privacy/.test(`${await said('privacy')}`))
    const colour = '.colour input[type=text]'
    await page.type(colour, '#7a1f3')
    await page.focus('#lettertype')
    await until('it is told', async () => /geen kleur/.test(`${await said('kleur')}`))
    await page.type(colour, 'd')
    await page.focus('#lettertype')
    await until('it is taken', () => run(page, `document.getElementById('kleur').value === '#7a1f3d'`))
    expect(await said('kleur')).toBeUndefined()
    await page.type('#geplakt', 'G-AB12CD34EF')
    await until('it is told', () =>
      run(page, `document.querySelector('[aria-labelledby=gevonden]')?.textContent.includes('alleen een nummer')`),
    )
    await run(page, `document.getElementById('geplakt').select()`)
    await page.type('#geplakt', '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>')
    await until('it is told how a window is named', () =>
      run(page, `document.querySelector('.found')?.textContent.includes('direct na <iframe, zoals title="')`),
    )
  })

  test('an address that was cut off is told, until something is filled in; a whole one and none are not', async () => {
    const whole = Buffer.from(JSON.stringify({ configuration: { owner: 'Proef', services: ['youtube'] } })).toString('base64url')
    const note = (page: Page) => run(page, `document.getElementById('onleesbaar')?.textContent ?? ''`) as Promise<string>
    const page = await open(browser, {}, `#${whole.slice(0, -9)}`)
    expect(await note(page)).toMatch(/niet heel.*hele adres/)
    await page.type('#eigenaar', 'Proef')
    await until('it is not told any more', async () => (await note(page)) === '')
    for (const hash of ['', `#${whole}`]) expect(await note(await open(browser, {}, hash))).toBe('')
  })

  test('what is used most is shown whole on a phone, and each word in braces is explained', async () => {
    const page = await open(browser, { width: 390, height: 844 })
    const hidden = () =>
      run(page, `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.list ul'))`) as Promise<number>
    expect(await hidden()).toBe(0)
    await press(page, 'Toon de hele lijst')
    await until('the whole list is one to scroll in', async () => (await hidden()) > 0)
    await until('there are examples', () => run(page, `document.getElementById('tekst-banner-text').placeholder`))
    const [used, explained] = (await run(
      page,
      `(() => {
        const words = (text) => [...new Set(text.match(/\\{\\w+\\}/g))].sort()
        const banner = document.getElementById('tekst-banner-text').closest('details')
        const examples = [...banner.querySelectorAll('input, textarea')].map((field) => field.placeholder)
        return [words(examples.join()), words(banner.querySelector('p').textContent)]
      })()`,
    )) as string[][]
    expect(used).toContain('{trigger}')
    expect(explained).toEqual(used)
  })

  test('the address to go on with is copied whole, and it is said where that cannot be', async () => {
    const page = await open(browser)
    // The last step has numbers of its own: another step is named.
    expect(await run(page, `document.querySelector('.todo').textContent.match(/bij stap \\d.{20}/g)`)).toEqual([
      'bij stap 2, ‘Code van anderen’',
    ])
    const copies = (how: string) => run(page, `Object.defineProperty(navigator, 'clipboard', { configurable: true, value: ${how} })`)
    await page.type('#eigenaar', 'Proef')
    await copies('{ writeText: async (text) => { window.copied = text } }')
    await press(page, 'Kopieer het adres')
    await until('it is said', async () => (await status(page)) === 'Gekopieerd: het adres van deze pagina.')
    // Also what the page itself has still to write in its address.
    const copied = (await run(page, 'copied')) as string
    await until('it is the address', async () => copied === `${address}${folder}/configurator/${await hash(page)}`)
    for (const how of ['undefined', '{ writeText: () => Promise.reject(new Error()) }']) {
      await copies(how)
      await press(page, 'Kopieer het adres')
      await until('it is said', async () => /^Kopiëren lukt niet.*adresbalk/.test(await status(page)))
    }
    expect(errorsOf(page)).toEqual([])
  })
})
