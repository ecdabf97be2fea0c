/** What an owner can make of the looks, and what stays so whatever that is: contrast, size, and a no that looks like the yes. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, bannerAppears, find, inWholeBrowsers, messagesOf, noBanner, pressInShadow, textOf, view } from '../support/browser.ts'
import { addLibrary, configuration, forget, host, openPreferences, recordOf, revisit, run, startSite, visit } from '../support/site.ts'
import { until } from '../support/until.ts'

const config = { owner: 'Voorbeeld BV', links: { privacy: '/privacy' }, services: ['google-analytics', 'youtube'] }
const frame =
  '<iframe data-consent="social" data-src="https://www.youtube-nocookie.com/embed/x" title="Film" width="480" height="270"></iframe>'
const banner = { within: view('banner') }
const accents = [
  ['#ffffff', '#000000', '#777777', '#bbbbbb', '#ffd400', '#c8e600', '#ff0000', '#ff6600', '#00ff00', '#00a651'],
  ['#00ffff', '#0080ff', '#0000ff', '#1a73e8', '#7f00ff', '#ff00ff', '#e60073', '#4b2e12', '#b8d8ff', '#f5deb3'],
].flat()

/** The contrast of two colours as they are drawn. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
const contrasts = `(pairs) => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const luminance = (colour) => {
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => (value /= 255, value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  return pairs.map(([one, other]) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  })
}`

/** Of the banner: text on the filled button, text of the outlined one, a link, and the edge of the filled button. Of a placeholder: its button. */
const measured = (page: Page, accent: string) =>
  run(
    page,
    `(() => {
      document.documentElement.style.setProperty('--toestemming-accent', '${accent}')
      const root = document.querySelector('toestemming-ui').shadowRoot
      const of = (selector, from = root) => getComputedStyle(from.querySelector(selector))
      const block = document.querySelector('toestemming-block').shadowRoot
      const surface = of('section').backgroundColor
      const [yes, no, more] = ['accept-all', 'reject-all', 'preferences'].map((name) => of('[data-toestemming-action=' + name + ']'))
      const press = of('button', block)
      return {
        same: yes.backgroundColor === no.backgroundColor && yes.color === no.color && yes.borderTopColor === no.borderTopColor,
        text: (${contrasts})([[no.color, no.backgroundColor], [more.color, more.backgroundColor], [of('a').color, surface], [press.color, press.backgroundColor]]),
        edge: (${contrasts})([[no.borderTopColor, surface], [more.borderTopColor, surface]]),
      }
    })()`,
  ) as Promise<{ readonly same: boolean; readonly text: readonly number[]; readonly edge: readonly number[] }>

/** The contrast on the screen between two points that are as high in the window. */
const contrastAt = async (page: Page, pairs: readonly (readonly [y: number, x: number, other: number])[]) => {
  const shot = await page.screenshot({ encoding: 'base64' })
  const colours = await page.evaluate(
    async (address, points) => {
      const image = await createImageBitmap(await (await fetch(address)).blob())
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })
      canvas?.drawImage(image, 0, 0)
      return points.map(([y, ...pair]) => pair.map((x) => `rgb(${canvas?.getImageData(x, y, 1, 1).data.slice(0, 3)})`))
    },
    `data:image/png;base64,${shot}`,
    pairs,
  )
  return (await run(page, `(${contrasts})(${JSON.stringify(colours)})`)) as readonly number[]
}

/** Where an element is in the window, in whole pixels. */
const placeOf = async (page: Page, selector: string, within: string) =>
  (await find(page, selector, { within })).evaluate((element) => {
    const { left, right, top, height } = element.getBoundingClientRect()
    return { left: Math.round(left), right: Math.round(right), middle: Math.round((left + right) / 2), y: Math.round(top + height / 2) }
  })

const article = `<main><h1>Winkel</h1>${'<p>Wij maken elke fiets. Breng hem voor tienen langs, dan is hij dezelfde dag klaar.</p>'.repeat(12)}</main>`
const signIn = `<form style="width: 320px"><h1>Inloggen</h1>${'<p><label>Veld<br><input></label></p>'.repeat(3)}<button>Inloggen</button></form>`
/** Pages that have what is first in the body covered, squeezed, or out of reach. */
const layouts = {
  'an app in a fixed body': [
    'body { position: fixed; inset: 0; overflow: hidden } main { position: absolute; inset: 0; overflow: auto; background: #fff }',
    article,
  ],
  'a form in the middle': ['body { display: flex; align-items: center; justify-content: center; min-height: 100vh }', signIn],
  'an app as high as the window': ['html, body { height: 100%; overflow: hidden } main { height: 100%; overflow: auto }', article],
  'a grid with named places': [
    'body { display: grid; grid-template-areas: "a b" } header { grid-area: a } main { grid-area: b }',
    `<header>Kop</header>${article}`,
  ],
} as const
/** Low windows, and one that is low for the size of its text; and two that are not. */
const windows = [
  [568, 320, 100],
  [667, 375, 100],
  [360, 640, 200],
  [360, 640, 100],
  [1280, 800, 100],
] as const

/** Presses an answer as a visitor does who has a mouse with a wheel and nothing else. */
const answer = async (page: Page, what: 'reject-all' | 'accept-all') => {
  const at = await until(`${what} can be pressed`, async () => {
    const { x, y, hit, over } = await (await find(page, action(what), banner)).evaluate((button) => {
      const root = button.getRootNode() as ShadowRoot
      const box = button.getBoundingClientRect()
      const around = button.closest('section')?.getBoundingClientRect() ?? box
      const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
      return {
        ...middle,
        hit:
          box.left >= 0 &&
          box.right <= innerWidth &&
          document.elementFromPoint(middle.x, middle.y) === root.host &&
          button.contains(root.elementFromPoint(middle.x, middle.y)),
        over: { x: (around.left + around.right) / 2, y: (Math.max(around.top, 0) + Math.min(around.bottom, innerHeight)) / 2 },
      }
    })
    if (hit) return { x, y }
    await page.mouse.move(over.x, over.y)
    await page.mouse.wheel({ deltaY: 80 })
    return undefined
  })
  await page.mouse.click(at.x, at.y)
  await noBanner(page)
  expect((await recordOf(page)).answers).toMatchObject({ analytics: what === 'accept-all' ? 'yes' : 'no' })
}

/** What of the banner is in the window, and whose what one sees there is. */
const sight = (page: Page) =>
  run(
    page,
    `(() => {
      const { host } = document.querySelector('toestemming-ui').shadowRoot
      const { left, right, top, bottom } = host.shadowRoot.querySelector('section').getBoundingClientRect()
      const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)]
      const seen = [0.1, 0.5, 0.9].every((part) => document.elementFromPoint((left + right) / 2, from + (to - from) * part) === host)
      return { seen, wide: right - left >= Math.min(400, innerWidth * 0.8), whole: left >= 0 && right <= innerWidth && top >= 0 }
    })()`,
  )
/** Whether the page begins below the banner. */
const isAbove = (page: Page) =>
  run(
    page,
    `document.querySelector('main').getBoundingClientRect().top >= document.querySelector('toestemming-ui').shadowRoot.querySelector('section').getBoundingClientRect().bottom`,
  )

inWholeBrowsers(startSite, (browser) => {
  test.each(Object.keys(layouts) as (keyof typeof layouts)[])(
    'on %s the banner is seen whole in width, and both answers can be pressed, in low windows and with large text too',
    async (name) => {
      const [style, body] = layouts[name]
      const page = await browser.open('about:blank')
      for (const [width, height, text] of windows)
        for (const what of ['reject-all', 'accept-all'] as const) {
          const head = `<style>html { font-size: ${text}% } ${style}</style>`
          await revisit(browser, page, { config: configuration, head, body }, { width, height })
          await bannerAppears(page)
          expect([width, text, await sight(page)]).toEqual([width, text, { seen: true, wide: true, whole: true }])
          await answer(page, what)
          await forget(page)
        }
    },
  )

  test.each([
    ['of one column', '', 'bar'],
    ['that is a column of boxes', 'body { display: flex; flex-direction: column; min-height: 100vh }', 'box'],
    ['with a header that stays', 'body { padding-top: 60px } header { position: fixed; inset: 0 0 auto; height: 60px }', 'center'],
    ['of narrow lines', 'body { max-width: 400px; margin: auto; overflow-x: hidden }', 'bar'],
  ] as const)('in a low window a page %s begins below the banner and can be read without an answer', async (_, style, layout) => {
    const parts = { config: { ...configuration, ui: { layout } }, head: `<style>${style}</style>`, body: `<header>Kop</header>${article}` }
    const page = await visit(browser, parts, { width: 568, height: 320 })
    await bannerAppears(page)
    expect(await sight(page)).toEqual({ seen: true, wide: true, whole: true })
    expect(await isAbove(page)).toBe(true)
    await page.mouse.move(284, 160)
    await until('the banner has been scrolled away', async () => {
      await page.mouse.wheel({ deltaY: 80 })
      return run(page, "document.querySelector('main').getBoundingClientRect().top < 0")
    })
    // Longer than the banner is left unlooked at.
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(await run(page, "document.elementFromPoint(284, 160).closest('main') !== null")).toBe(true)
  })

  test('in a low window the banner is there and can be pressed also where the part for such windows does not come', async () => {
    const page = await browser.open('about:blank')
    addLibrary(browser.web, host, 'low.js')
    try {
      await revisit(browser, page, { config: configuration, body: article }, { width: 568, height: 320 })
      await bannerAppears(page)
      expect(await sight(page)).toEqual({ seen: true, wide: true, whole: true })
      await answer(page, 'reject-all')
    } finally {
      addLibrary(browser.web, host)
    }
  })

  test('in a low window the banner can be pressed also after the page has changed its layout, and the window its shape', async () => {
    const page = await visit(
      browser,
      {
        config: configuration,
        head: '<style>.app main { position: absolute; inset: 0; overflow: auto; background: #fff } #load { position: fixed; inset: 0; z-index: 9; background: #fff }</style>',
        body: `${article}<div id="load"></div>`,
      },
      { width: 568, height: 320 },
    )
    await bannerAppears(page)
    const whole = { seen: true, wide: true, whole: true }
    // Over what a page shows while it loads; then where it belongs.
    expect(await sight(page)).toEqual(whole)
    expect(await isAbove(page)).toBe(false)
    await run(page, "document.querySelector('#load').remove()")
    await until('the page begins below it', () => isAbove(page))
    expect(await sight(page)).toEqual(whole)
    await run(page, "document.documentElement.className = 'app'")
    await until('it is seen', async () => ((await sight(page)) as typeof whole).seen)
    for (const [width, height] of [
      [320, 568],
      [667, 375],
    ] as const) {
      await page.setViewport({ width, height })
      await until(`it is seen at ${width}`, async () => {
        const { seen, wide } = (await sight(page)) as typeof whole
        return seen && wide
      })
    }
    await answer(page, 'reject-all')
  })

  for (const theme of ['light', 'dark'])
    test(`whatever colour the owner gives, in ${theme} all text and every edge can be seen, and no looks like yes`, async () => {
      const page = await visit(browser, { config: { ...config, ui: { theme } }, body: frame })
      await bannerAppears(page)
      await find(page, view('placeholder'))
      for (const accent of accents) {
        const { same, text, edge } = await measured(page, accent)
        expect([accent, same]).toEqual([accent, true])
        expect(Math.min(...text), `${accent}: ${text}`).toBeGreaterThanOrEqual(4.5)
        expect(Math.min(...edge), `${accent}: ${edge}`).toBeGreaterThanOrEqual(3)
      }
      // What can be weak is seen as such.
      const [weak] = (await run(page, `(${contrasts})([['#fff', '#ffd400']])`)) as readonly number[]
      expect(weak).toBeLessThan(1.5)
    })

  test('the owner’s own text colour, corners and density are taken over, and buttons stay large enough', async () => {
    const looks = async (style: string) => {
      const page = await visit(browser, { config, body: frame, head: `<style>:root { ${style} }</style>` })
      await bannerAppears(page)
      await openPreferences(page)
      const found = (await run(
        page,
        `(() => {
          const root = document.querySelector('toestemming-ui').shadowRoot
          const button = root.querySelector('[data-toestemming-action=reject-all]')
          const dialog = getComputedStyle(root.querySelector('dialog'))
          return {
            corners: [dialog.borderTopLeftRadius, getComputedStyle(button).borderTopLeftRadius],
            padding: Number.parseFloat(dialog.paddingTop),
            height: button.offsetHeight,
            colour: getComputedStyle(root.querySelector('input')).color && getComputedStyle(button).color,
          }
        })()`,
      )) as { readonly corners: readonly string[]; readonly padding: number; readonly height: number }
      await page.close()
      return found
    }
    const plain = await looks('')
    expect(plain.corners).toEqual(['16px', '7.5px'])
    expect((await looks('--toestemming-corners: 0px')).corners).toEqual(['0px', '0px'])
    const close = await looks('--toestemming-density: .5')
    expect(close.padding).toBe(plain.padding / 2)
    expect(close.height).toBeGreaterThanOrEqual(44)
    // More than that would leave no room for the page.
    expect((await looks('--toestemming-density: 9')).padding).toBe(plain.padding * 1.5)
  })

  test('on paper the cookie table is dark on white, whole, with its links’ addresses and the visitor’s choice', async () => {
    const page = await visit(browser, { config: { ...config, ui: { theme: 'dark' } }, body: '<div data-toestemming="cookies"></div>' })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    const table = await until('the choice is in the table', async () => {
      const one = await find(page, view('cookies'))
      return /Je koos op \d+ \w+ 20\d\d.* Nummer van je keuze: [\w-]{22}\./.test(await textOf(one)) && one
    })
    const paper = await table.evaluate((section) => {
      // As if printed: Firefox has no other way to look at it.
      for (const sheet of (section.getRootNode() as ShadowRoot).adoptedStyleSheets)
        for (const rule of sheet.cssRules)
          if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all'
      const of = (selector: string, key: string, pseudo?: string) => [
        ...new Set([...section.querySelectorAll(selector)].map((one) => getComputedStyle(one, pseudo).getPropertyValue(key))),
      ]
      return {
        sheet: getComputedStyle(section).backgroundColor,
        ink: of('h2, h3, h4, p, a, small, th, td', 'color'),
        rows: of('tr', 'break-inside'),
        heads: of('thead', 'display'),
        buttons: of('button', 'display'),
        gone: [...section.querySelectorAll('h2, p, small, th, td')].filter((one) => !one.getClientRects().length).length,
        links: of('a', 'content', '::after').join(' '),
        cut: [...section.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth).length,
      }
    })
    expect(paper).toEqual({
      sheet: 'rgb(255, 255, 255)',
      ink: ['rgb(0, 0, 0)'],
      rows: ['avoid'],
      heads: ['table-header-group'],
      buttons: ['none'],
      gone: 0,
      links: expect.stringMatching(/href|policies\.google\.com/),
      cut: 0,
    })
  })

  test('parts can be dressed; accept and reject are one part', async () => {
    const page = await visit(browser, {
      config,
      body: frame,
      head: `<style>
        toestemming-ui::part(button) { border-radius: 99px; letter-spacing: 2px }
        toestemming-ui::part(title) { font-style: italic }
        toestemming-ui::part(banner) { border-top: 5px solid rgb(1, 2, 3) }
        toestemming-ui::part(switch) { outline: 4px solid }
      </style>`,
    })
    await bannerAppears(page)
    const style = async (selector: string, name: string, within = view('banner')) =>
      (await find(page, selector, { within })).evaluate((element, key) => getComputedStyle(element).getPropertyValue(key), name)
    for (const name of ['accept-all', 'reject-all']) {
      expect(await style(action(name), 'letter-spacing')).toBe('2px')
      expect(await style(action(name), 'border-top-left-radius')).toBe('99px')
    }
    expect(await style('h2', 'font-style')).toBe('italic')
    expect(await (await find(page, view('banner'))).evaluate((element) => getComputedStyle(element).borderTopColor)).toBe('rgb(1, 2, 3)')
    await openPreferences(page)
    expect(await style('input', 'outline-width', view('preferences'))).toBe('4px')
    expect(await style('h2', 'font-style', view('preferences'))).toBe('italic')
  })

  test('an owner’s style that takes the answers out of sight has no effect, or is dropped (DP-33)', async () => {
    const page = await visit(browser, { config, head: '<style id="owner"></style>' })
    /** A picture of the banner, drawn anew under this style. */
    const picture = async (style: string) => {
      await run(page, `document.querySelector('#owner').textContent = ${JSON.stringify(style)}; toestemming.open('preferences')`)
      await find(page, 'dialog[open]', { hidden: true })
      await run(page, 'toestemming.close()')
      const section = await find(page, view('banner'), { hidden: true })
      await section.evaluate(async (element) => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        await Promise.all((element.getRootNode() as ShadowRoot).getAnimations().map(({ finished }) => finished))
        // The focus goes back from the preferences a moment later.
        await new Promise((resolve) => setTimeout(resolve, 60))
        const { activeElement } = element.getRootNode() as ShadowRoot
        if (activeElement instanceof HTMLElement) activeElement.blur()
      })
      return page.screenshot({ encoding: 'base64', clip: { x: 0, y: 400, width: 1280, height: 400 } })
    }
    const heard = () => messagesOf(page).filter(({ text }) => text.includes('::part()')).length
    await bannerAppears(page)
    const own = await picture('')
    // What can be dressed is, so that a picture tells.
    expect((await picture('toestemming-ui::part(button) { border-radius: 20px }')) === own).toBe(false)

    for (const [part, hidden] of [
      [
        'banner',
        'opacity: .01; visibility: hidden; transform: scale(.01); scale: .01; translate: -99px; filter: opacity(0); clip-path: inset(50%); mask: linear-gradient(#0000, #0000)',
      ],
      [
        'button',
        'opacity: .01; visibility: hidden; transform: scale(.01); scale: .01; translate: -99px; filter: opacity(0); clip-path: inset(50%); mask: linear-gradient(#0000, #0000)',
      ],
      // Accept over reject.
      ['button', 'grid-area: 1 / 1; margin-left: -99px; width: 300%'],
      ['button', 'position: absolute; inset: 0'],
      ['button', 'min-width: 25em; justify-self: end'],
      ['button', 'box-shadow: -199px 0 #fff; border-image: linear-gradient(#fff, #fff) 1 / 2px / 400px'],
      ['button', 'rotate: 90deg; offset: circle(1px at 50% 50%)'],
      // Both at once.
      ['button', 'pointer-events: none; max-width: 30px'],
      ['banner)::after, x:not(x', 'content: ""; position: absolute; inset: 0 50% 0 0; background: #fff; z-index: 9'],
      [
        'button)::before, x:not(x',
        'content: ""; position: absolute; width: 200px; height: 60px; margin: -20px 0 0 -250px; background: #fff',
      ],
    ] as const)
      expect((await picture(`toestemming-ui::part(${part}) { ${hidden.replaceAll(/(?=;|$)/g, ' !important')} }`)) === own, hidden).toBe(
        true,
      )
    await picture('toestemming-ui::part(button) { pointer-events: none !important }')
    expect(await (await find(page, action('reject-all'), banner)).evaluate((one) => getComputedStyle(one).pointerEvents)).toBe('auto')
    expect(heard()).toBe(0)

    for (const rule of [
      'button) { display: none !important }',
      'button) { font-size: 4px !important }',
      'button) { min-height: 0 !important; height: 10px; padding: 0; overflow: hidden }',
      'button) { padding: 0 12em !important }',
      'banner) { display: none !important }',
    ]) {
      const before = heard()
      expect((await picture(`toestemming-ui::part(${rule}`)) === own, rule).toBe(true)
      expect(heard(), rule).toBe(before + 1)
    }
    // Around it there is nothing to hide it with.
    const before = heard()
    expect((await picture('toestemming-ui { display: none !important } body > * { opacity: 0 }')) === own).toBe(true)
    expect(heard()).toBe(before)
    await picture('')
    await pressInShadow(page, action('reject-all'), banner)
    await noBanner(page)
    expect(await run(page, "toestemming.record.answers['analytics']")).toBe('no')
  })

  test('the trigger has a ring when the focus comes to it, whatever was drawn before, in the colours of each theme', async () => {
    for (const theme of ['light', 'dark']) {
      // As dark or light as the trigger itself, so that only a ring upon the button can be seen.
      const head = `<style>body { margin: 0; background: ${theme === 'dark' ? '#fff' : '#000'} }</style>`
      const page = await visit(browser, { config: { ...config, ui: { theme } }, head }, { width: 390, height: 500 })
      await bannerAppears(page)
      await run(page, 'toestemming.rejectAll()')
      await noBanner(page)
      const at = await placeOf(page, action('open'), 'toestemming-ui')
      const ring: (readonly [number, number, number])[] = [[at.y, at.left + 5, at.left + 10]]
      expect(await contrastAt(page, ring)).toEqual([1])
      await (await find(page, action('open'), { within: 'toestemming-ui' })).focus()
      await page.keyboard.press('Shift')
      expect((await contrastAt(page, ring))[0], theme).toBeGreaterThanOrEqual(3)
    }
  })

  test('the trigger takes nothing from the page but its root’s text size, and has the owner’s corners', async () => {
    const looks = async (style: string) => {
      const page = await visit(browser, { config, head: `<style>${style}</style>` }, { width: 320, height: 568 })
      await bannerAppears(page)
      await run(page, 'toestemming.rejectAll()')
      await noBanner(page)
      const found = await (await find(page, action('open'), { within: 'toestemming-ui' })).evaluate((button) => {
        const { fontSize, fontStyle, letterSpacing, textTransform, visibility, writingMode, cursor, borderTopLeftRadius } =
          getComputedStyle(button)
        const { left, right, height } = button.getBoundingClientRect()
        const there = left >= 12 && right <= innerWidth - 12 && height >= 44
        return { fontSize, rest: [fontStyle, letterSpacing, textTransform, visibility, writingMode, cursor, there], borderTopLeftRadius }
      })
      await page.close()
      return found
    }
    const plain = await looks('')
    expect(plain).toMatchObject({ fontSize: '14px', rest: ['normal', 'normal', 'none', 'visible', 'horizontal-tb', 'pointer', true] })
    expect(
      await looks(
        'html { font-size: 62.5% } body { visibility: hidden; writing-mode: vertical-rl; font: italic 40px serif; letter-spacing: 9px; text-transform: uppercase; cursor: none }',
      ),
    ).toEqual(plain)
    expect(await looks('html { font-size: 200% }')).toEqual({ ...plain, fontSize: '28px', borderTopLeftRadius: '56px' })
    expect(await looks(':root { --toestemming-corners: 0px }')).toEqual({ ...plain, borderTopLeftRadius: '0px' })
  })

  test('in the dark trigger, placeholder and panels have one ground, and placeholder and panels one edge', async () => {
    const page = await visit(browser, {
      config: { ...config, ui: { theme: 'dark' } },
      body: `${frame}<div data-toestemming="settings"></div>`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.rejectAll()')
    await noBanner(page)
    const of = async (selector: string, within: string) =>
      (await find(page, selector, { within })).evaluate((element) => {
        const { backgroundColor, borderTopColor } = getComputedStyle(element)
        return [backgroundColor, borderTopColor]
      })
    const edge = 'rgb(59, 71, 85)'
    expect((await of(action('open'), 'toestemming-ui'))[0]).toBe('rgb(21, 27, 35)')
    expect(await of(view('placeholder'), 'body')).toEqual(['rgb(21, 27, 35)', edge])
    expect(await of(view('preferences'), '[data-toestemming=settings]')).toEqual(['rgb(21, 27, 35)', edge])
  })

  if (browser.name === 'chromium')
    test('in forced colours edges, the ring of the focus, and what is on and off can be seen', async () => {
      const page = await visit(browser, { config: { ...config, ui: { layout: 'box' } }, body: frame }, { width: 520, height: 800 })
      const session = await page.createCDPSession()
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      })
      await bannerAppears(page)
      const block = await placeOf(page, view('placeholder'), 'body')
      const box = await placeOf(page, view('banner'), 'toestemming-ui')
      const no = await placeOf(page, action('reject-all'), view('banner'))
      const yes = await placeOf(page, action('accept-all'), view('banner'))
      await (await find(page, action('reject-all'), banner)).focus()
      await page.keyboard.press('Shift')
      const asking = await contrastAt(page, [
        [block.y, block.left, block.left + 3],
        [box.y, box.left, box.left + 3],
        [no.y, no.left, no.left + 4],
        [yes.y, yes.left, yes.left + 4],
        // The ring, two pixels outside the edge.
        [no.y, no.left - 3, no.left - 8],
      ])
      expect(Math.min(...asking), String(asking)).toBeGreaterThanOrEqual(3)

      await openPreferences(page)
      await pressInShadow(page, 'input[name=analytics]', { within: view('preferences') })
      const dialog = await placeOf(page, view('preferences'), 'toestemming-ui')
      const on = await placeOf(page, 'input[name=analytics]', view('preferences'))
      const off = await placeOf(page, 'input[name=social]', view('preferences'))
      const choosing = await contrastAt(page, [
        [dialog.y, dialog.left, dialog.left + 3],
        // The knob on its track, and the edge of what is off.
        [on.y, on.right - 10, on.left + 10],
        [off.y, off.left + 10, off.right - 10],
        [off.y, off.right - 2, off.right - 10],
      ])
      expect(Math.min(...choosing), String(choosing)).toBeGreaterThanOrEqual(3)
      // What is on is filled.
      const [filled, empty] = await contrastAt(page, [
        [on.y, on.left + 8, on.left - 2],
        [off.y, off.right - 10, off.left - 2],
      ])
      expect(filled).toBeGreaterThanOrEqual(3)
      expect(empty).toBe(1)

      await run(page, 'toestemming.rejectAll()')
      await noBanner(page)
      await (await find(page, action('open'), { within: 'toestemming-ui' })).focus()
      await page.keyboard.press('Shift')
      const trigger = await placeOf(page, action('open'), 'toestemming-ui')
      const [ring] = await contrastAt(page, [[trigger.y, trigger.left + 5, trigger.left + 10]])
      expect(ring).toBeGreaterThanOrEqual(3)
    })
})
