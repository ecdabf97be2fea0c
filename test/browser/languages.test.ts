/** Every language and register, as a visitor with a narrow screen sees it; and what happens when a language does not arrive. */

import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { pickLocale } from '../../src/model/locale.ts'
import { violations } from '../support/accessibility.ts'
import { action, bannerAppears, errorsOf, find, inEveryBrowser, noBanner, pressInShadow, textOf, view } from '../support/browser.ts'
import { addLibrary, configuration, host, html, openPreferences, put, recordOf, run, startSite, visit } from '../support/site.ts'
import { labels, locale } from '../support/texts.ts'
import { quiet, stays, until } from '../support/until.ts'

/** As a page says it, with the register where there are two. */
const speakers = [
  ...['nl', 'nl-BE', 'de', 'fr-BE'].flatMap((lang) => [[lang, 'je'] as const, [lang, 'u'] as const]),
  ...['en-GB', 'es', 'it', 'pl', 'tr', 'uk', 'ar', 'fy'].map((lang) => [lang, 'je'] as const),
]
const narrow = { width: 320, height: 640 }

/** What the preferences and the table have to say. */
const services = [
  ...configuration.services,
  {
    id: 'survey',
    provider: 'Bureau X',
    category: 'analytics',
    purpose: { nl: 'Meet het gebruik.', en: 'Measures use.' },
    cookies: [{ name: '/^_sv_/', duration: 'P50M' }, { name: 'open' }],
  },
]
const config = { ...configuration, services }
const body = `<main><h1>1</h1>
  <script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>
  <iframe data-consent="social" data-service="youtube" data-src="https://www.youtube.com/embed/abc" title="1" width="280" height="200"></iframe>
  <form data-consent-form="recaptcha" data-sitekey="k"><button>1</button></form>
  <div data-toestemming="cookies"></div></main>`

const every = body.replace('<div', '<div data-toestemming="settings"></div><div')
const layouts = ['bar', 'box', 'center'] as const
const themes = ['light', 'dark'] as const
const unfold = "document.querySelector('toestemming-ui').shadowRoot.querySelectorAll('details').forEach((one) => { one.open = true })"

/** What is wider than its place, sticks out of the screen or is cut, in an element's shadow tree or below it; in words. */
const misfits = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const found: string[] = []
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) walk(element.shadowRoot)
        if (!element.closest(wanted) && !(element.getRootNode() as ShadowRoot).host?.matches(wanted)) continue
        const { left, right, width } = element.getBoundingClientRect()
        const style = getComputedStyle(element)
        // What is for screen readers only, and what is not drawn.
        if (!width || style.clipPath !== 'none' || style.fontSize === '0px' || element.closest('.unseen, thead')) continue
        const say = (what: string) => found.push(`${what}: ${element.localName} ${element.textContent?.trim().slice(0, 60)}`)
        if (left < -1 || right > innerWidth + 1) say('out of the screen')
        if (style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1 && element.localName !== 'input') say('too wide')
        if (element.localName === 'button' && element.scrollHeight > element.clientHeight + 1) say('cut')
      }
    }
    walk(document)
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways')
    return found
  }, selector)

/** How an element is marked, of the host and of what is drawn in it. */
const marked = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const host = document.querySelector<HTMLElement>(wanted)
    const inner = [...(host?.shadowRoot?.children ?? [])].find(({ localName }) => localName === 'div')
    return [host?.lang, host?.dir, inner && getComputedStyle(inner).direction]
  }, selector)

inEveryBrowser(startSite, (browser) => {
  describe.each(speakers)('to a page in %s with register %s', (language, register) => {
    const [file, lang] = pickLocale(language, register)
    const texts = locale(file)
    const dir = lang === 'ar' ? 'rtl' : 'ltr'

    test('banner and preferences are complete at 320 px, in its own words and direction', async () => {
      const page = await visit(browser, { config: { ...config, register }, body, lang: language }, narrow)
      const banner = await bannerAppears(page)
      expect(await marked(page, 'toestemming-ui')).toEqual([lang, dir, dir])
      const first = await textOf(banner)
      for (const key of ['banner.title', 'banner.cookies', 'banner.privacy', 'action.reject', 'action.accept', 'action.preferences'])
        expect(first).toContain(texts[key])
      for (const id of ['analytics', 'tracking', 'social', 'recaptcha']) expect(first).toContain(texts[`category.${id}.short`])
      expect(first).toContain('Voorbeeld BV')
      expect(first).not.toMatch(/[{}]|undefined/)
      expect(await misfits(page, view('banner'))).toEqual([])
      const sizes = await page.evaluate(() => {
        const root = document.querySelector('toestemming-ui')?.shadowRoot
        return ['reject-all', 'accept-all'].map((name) => {
          const box = root?.querySelector(`[data-toestemming-action=${name}]`)?.getBoundingClientRect()
          return [box?.width, box?.height]
        })
      })
      expect(sizes[0]).toEqual(sizes[1])

      const preferences = await openPreferences(page)
      await run(page, unfold)
      const second = await textOf(preferences)
      for (const key of ['preferences.title', 'preferences.text', 'preferences.always', 'action.save', 'action.reject', 'action.accept'])
        expect(second).toContain(texts[key])
      for (const id of ['functional', 'analytics', 'tracking', 'social', 'recaptcha'])
        for (const part of ['title', 'purpose', 'recipients', 'refusal']) expect(second).toContain(texts[`category.${id}.${part}`])
      expect(second).toContain(texts['duration.unknown'])
      // The browser says it in its own data, or, where it has no Frisian, in Dutch.
      const months = new Intl.NumberFormat([lang === 'fy' ? 'nl' : lang], { style: 'unit', unit: 'month', unitDisplay: 'long' }).format(50)
      expect(second).toMatch(new RegExp(`${months}|50 moanneen`))
      expect(second).not.toMatch(/[{}]|undefined/)
      expect(await misfits(page, 'dialog')).toEqual([])
      expect(errorsOf(page)).toEqual([])

      const files = browser.web.log.map(({ path }) => path).filter((path) => path.includes('/locales/'))
      const parts = ['', 'panels/', 'table/', 'blocks/', 'forms/'].map((part) => `/toestemming/locales/${part}${file}.js`)
      expect([...new Set(files)].sort()).toEqual(parts.sort())
    })
  })

  test('placeholder, notice, cookie table and trigger are marked and run as their language does', async () => {
    for (const lang of ['ar', 'uk']) {
      const dir = lang === 'ar' ? 'rtl' : 'ltr'
      const texts = locale(lang)
      const page = await visit(browser, { config, body, lang }, narrow)
      await bannerAppears(page)
      await pressInShadow(page, action('reject-all'), { within: view('banner') })
      await noBanner(page)
      const trigger = await find(page, action('open'), { within: 'toestemming-ui' })
      expect(await trigger.evaluate((one) => [one.lang, one.dir, one.textContent])).toEqual([lang, dir, labels[lang]])
      for (const [name, words] of [
        ['placeholder', texts['placeholder.once']],
        ['form', texts['form.allow']],
      ] as const) {
        const box = await find(page, view(name))
        expect(await box.evaluate((one) => [one.lang, one.dir, getComputedStyle(one).direction])).toEqual([lang, dir, dir])
        expect(await textOf(box)).toContain(words)
        expect(await misfits(page, view(name))).toEqual([])
      }
      const table = await find(page, view('cookies'))
      expect(await marked(page, '[data-toestemming=cookies] > div')).toEqual([lang, dir, dir])
      const told = await textOf(table)
      for (const key of ['table.title', 'table.text', 'table.choice', 'duration.unknown']) expect(told).toContain(texts[key])
      // Purposes of the catalogue are in Dutch and English: marked as such, and running as those do.
      const purposes = await table.evaluate((one) =>
        [...one.querySelectorAll('bdi[lang]')].map((part) => [
          part.getAttribute('lang'),
          getComputedStyle(part).direction,
          part.textContent?.trim(),
        ]),
      )
      expect(purposes).toContainEqual(['en', 'ltr', 'Measures use.'])
      const name = await table.evaluate((one) => {
        const mark = [...one.querySelectorAll('th bdi')].find((part) => part.textContent === '_sv_*')
        return mark && getComputedStyle(mark).direction
      })
      expect(name).toBe('ltr')
      expect(await misfits(page, '[data-toestemming=cookies]')).toEqual([])
    }
  })

  test('the configured language goes before that of the page, whose direction stays its own', async () => {
    const page = await visit(browser, { config: { ...config, locale: 'de', register: 'u' }, body, lang: 'ar' })
    expect(await textOf(await bannerAppears(page))).toContain('Ihre Einwilligung')
    expect(await marked(page, 'toestemming-ui')).toEqual(['de', 'ltr', 'ltr'])
  })

  test('a page in a language that there are no texts in is spoken to in Dutch, and no file is missed', async () => {
    const page = await visit(browser, { config: { ...config, register: 'u' }, body, lang: 'ja' })
    expect(await textOf(await bannerAppears(page))).toContain(locale('nl-u')['banner.title'])
    expect(await marked(page, 'toestemming-ui')).toEqual(['nl', 'ltr', 'ltr'])
    expect(errorsOf(page)).toEqual([])
  })

  test.each(['locales/ar', 'locales/panels/ar', 'locales/table/ar', 'locales/blocks/ar', 'locales/forms/ar', 'labels'])(
    'where %s is not found Dutch takes its place, and nothing stops',
    async (missing) => {
      const at = 'shop.site.example'
      addLibrary(browser.web, at, `${missing}.js`)
      browser.web.addPage(at, '/', html({ config, body, lang: 'ar' }))
      const page = await browser.open(`https://${at}/`, narrow)
      await bannerAppears(page)
      const dutch = locale('nl-je')
      const said = {
        'locales/ar': dutch['banner.title'],
        'locales/blocks/ar': dutch['placeholder.once'],
        'locales/forms/ar': dutch['form.allow'],
      }[missing]
      if (said) await until('Dutch is said', async () => (await textOf(await find(page, 'body'))).includes(said) || undefined)
      if (missing === 'locales/ar') expect(await marked(page, 'toestemming-ui')).toEqual(['nl', 'ltr', 'ltr'])
      if (missing === 'locales/table/ar') {
        expect(await textOf(await find(page, view('cookies')))).toContain(dutch['table.title'])
        expect(await marked(page, '[data-toestemming=cookies] > div')).toEqual(['nl', 'ltr', 'ltr'])
      }
      const preferences = await openPreferences(page)
      if (missing === 'locales/panels/ar') {
        expect(await textOf(preferences)).toContain(dutch['preferences.text'])
        expect(await marked(page, 'toestemming-ui')).toEqual(['nl', 'ltr', 'ltr'])
      }
      await pressInShadow(page, action('reject-all'), { within: 'dialog' })
      await until('the choice is made', async () => (await recordOf(page)).answers.analytics === 'no' || undefined)
      const trigger = await find(page, action('open'), { within: 'toestemming-ui' })
      expect(await trigger.evaluate((one) => one.textContent)).toBe(labels[missing === 'labels' ? 'nl' : 'ar'])
    },
  )

  test('the words of the trigger in other languages are fetched by who needs them, and the focus finds it within a second', async () => {
    const words = readFileSync(new URL('../../dist/labels.js', import.meta.url), 'utf8')
    for (const [lang, fetched, late] of [
      ['nl', false, 0],
      ['pl', true, 0],
      ['pl', true, 400],
      ['pl', true, 3500],
    ] as const) {
      browser.web.addPage(host, '/toestemming/labels.js', `<!--pause ${late}-->${words}`, { 'content-type': 'text/javascript' })
      browser.web.clearLog()
      const page = await visit(browser, { config, body, lang })
      await bannerAppears(page)
      // What is needed after the answer is fetched when the focus comes near.
      await (await find(page, action('reject-all'), { within: view('banner') })).focus()
      if (late === 0) await quiet(browser.web)
      await page.keyboard.press('Enter')
      await noBanner(page)
      const focused = () => run(page, "document.querySelector('toestemming-ui').shadowRoot.activeElement?.textContent")
      if (late < 1000) await until('the focus is on the trigger', async () => (await focused()) === labels[lang] || undefined)
      else {
        // By then the visitor is elsewhere.
        await find(page, action('open'), { within: 'toestemming-ui' })
        await stays('the focus is left alone', async () => (await focused()) === undefined)
      }
      expect([lang, browser.web.log.some(({ path }) => path.endsWith('/labels.js'))]).toEqual([lang, fetched])
    }
  })

  // What axe reads does not depend on the browser, but for colours, which look.test.ts measures in both.
  if (browser.name === 'chromium')
    test.each(layouts)('axe finds nothing in any language, theme or view of the layout %s', { timeout: 120_000 }, async (layout) => {
      const visitor = await browser.visitor()
      const page = await visitor.open(put(browser.web, '/empty', {}), narrow)
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
      // Words belong to a language, colours to a layout in a theme: each word and each colour in every view, not each word in each colour.
      for (const [index, [lang, register]] of speakers.entries()) {
        if (layouts[index % layouts.length] !== layout) continue
        const theme = themes[Math.floor(index / layouts.length) % themes.length] ?? 'light'
        const ui = { layout, theme: index < 2 * layouts.length ? theme : 'auto' }
        const seen = `${lang} ${register} ${theme}`
        await page.emulateMediaFeatures([
          { name: 'prefers-reduced-motion', value: 'reduce' },
          { name: 'prefers-color-scheme', value: theme },
        ])
        // High enough for all there is: what lies half under the buttons that stay in sight can be scrolled, which axe does not do.
        await page.setViewport({ width: index % 2 ? narrow.width : 1280, height: 6000 })
        const head = `<style>:root { color-scheme: ${theme} }</style>`
        await page.goto(put(browser.web, `/${index}`, { config: { ...config, register, ui }, body: every, lang, head }))
        await bannerAppears(page)
        await find(page, view('placeholder'))
        await find(page, view('form'))
        for (const place of ['settings', 'cookies']) await find(page, 'section', { within: `[data-toestemming=${place}]` })
        expect([seen, await violations(page)]).toEqual([seen, []])
        await run(page, "toestemming.open('preferences')")
        await find(page, 'dialog')
        await run(page, unfold)
        expect([seen, 'preferences', await violations(page)]).toEqual([seen, 'preferences', []])
        await run(page, 'toestemming.rejectAll()')
        await find(page, action('open'), { within: 'toestemming-ui' })
        expect([seen, 'trigger', await violations(page)]).toEqual([seen, 'trigger', []])
        await run(page, 'localStorage.clear(); document.cookie = "toestemming=; max-age=0; path=/; secure"')
      }
    })
})
