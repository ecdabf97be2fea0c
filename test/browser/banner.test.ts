/** What the visitor sees and can do: the first layer, the preferences, the way back. By requirement number of the project's list where there is one. */

import type { ElementHandle, Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { computed, contrast, focused, namesIn, violations } from '../support/accessibility.ts'
import {
  action,
  bannerAppears,
  count,
  errorsOf,
  find,
  findAll,
  gone,
  inEveryBrowser,
  noBanner,
  pressInShadow,
  textOf,
  view,
} from '../support/browser.ts'
import { cookies, storageOf, thirdParties } from '../support/observe.ts'
import { address, configuration, forget, host, openPreferences, put, recordOf, revisit, run, startSite, visit } from '../support/site.ts'
import { quiet, stays, until } from '../support/until.ts'

const banner = { within: view('banner') }
/** The dialog: what is drawn inline in a page has the same view. */
const preferences = { within: 'dialog' }
const optional = ['analytics', 'tracking', 'social', 'recaptcha']
const widths = [320, 375, 768, 1280, 1920]

const long = Array.from(
  { length: 60 },
  (_, index) => `<p>Alinea ${index} met een <a href="#l${index}" id="l${index}">verwijzing ${index}</a>.</p>`,
).join('')
const body = `<header><a href="/home" id="top">Begin</a></header><main><h1>Een gewone pagina</h1>${long}</main><footer><a href="/onder" id="bottom">Onderaan</a></footer>
  <script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>`
const site = { config: configuration, body }
const variants = [
  ['nl-je', { ...configuration, register: 'je' }],
  ['nl-u', { ...configuration, register: 'u' }],
  ['en', { ...configuration, locale: 'en' }],
] as const

const one = async (page: Page, what: string, within: string) => find(page, action(what), { within: view(within) })
const nothingStored = async (page: Page) => {
  expect(await cookies(page)).toEqual([])
  expect(await storageOf(page)).toEqual({ local: {}, session: {} })
}
const switches = async (page: Page) => {
  const inputs = await findAll(page, 'input', { ...preferences, hidden: true })
  return Promise.all(
    inputs.map((input) =>
      input.evaluate((element) => {
        const { name, checked, defaultChecked, type, disabled } = element as HTMLInputElement
        return { name, checked, defaultChecked, type, disabled }
      }),
    ),
  )
}
const shown = async (page: Page) => Object.fromEntries((await switches(page)).map(({ name, checked }) => [name, checked]))
/** Opens what is folded, so that every switch can be pressed. */
const unfold = async (page: Page) => {
  while ((await count(page, 'details:not([open]) > summary', preferences)) > 0)
    await pressInShadow(page, 'details:not([open]) > summary', preferences)
}
const pressSwitch = async (page: Page, name: string) => {
  const input = await find(page, `input[name="${name}"]`, { ...preferences, hidden: true })
  await input.focus()
  await page.keyboard.press(' ')
}

inEveryBrowser(
  startSite,
  (browser) => {
    describe('the first layer', () => {
      for (const [name, config] of variants) {
        test(`in ${name} refuse and accept are the same thing in the same place in the same size, at every width (R-2 … R-5, R-17)`, async () => {
          const page = await visit(browser, { config, body })
          for (const width of widths) {
            await page.setViewport({ width, height: 800 })
            await until('the page has that width', () => run(page, `innerWidth === ${width}`))
            await bannerAppears(page)
            for (const what of ['reject-all', 'accept-all', 'preferences'])
              expect([width, what, await count(page, action(what), banner)]).toEqual([width, what, 1])
            const [reject, accept, third] = [
              await one(page, 'reject-all', 'banner'),
              await one(page, 'accept-all', 'banner'),
              await one(page, 'preferences', 'banner'),
            ]
            const about = (handle: ElementHandle<HTMLElement>) =>
              handle.evaluate((element) => {
                const { x, y, width, height } = element.getBoundingClientRect()
                const hit = (element.getRootNode() as ShadowRoot).elementFromPoint(x + width / 2, y + height / 2)
                const inView = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight
                return {
                  tag: element.localName,
                  disabled: (element as HTMLButtonElement).disabled,
                  x,
                  y,
                  width,
                  height,
                  inView,
                  covered: hit !== element && !element.contains(hit),
                }
              })
            const [one_, two, three] = [await about(reject), await about(accept), await about(third)]
            expect([one_.tag, two.tag, one_.disabled, two.disabled]).toEqual(['button', 'button', false, false])
            expect([one_.inView, two.inView, three.inView, one_.covered, two.covered, three.covered]).toEqual([
              true,
              true,
              true,
              false,
              false,
              false,
            ])
            expect(Math.abs(one_.width - two.width)).toBeLessThanOrEqual(1)
            expect(Math.abs(one_.height - two.height)).toBeLessThanOrEqual(1)
            expect(Math.min(Math.abs(one_.x - two.x), Math.abs(one_.y - two.y))).toBeLessThanOrEqual(1)
            expect(
              await reject.evaluate(
                (element, other) =>
                  element.parentElement === other.parentElement &&
                  (element.nextElementSibling === other || element.previousElementSibling === other),
                accept,
              ),
            ).toBe(true)
            expect(await reject.evaluate(computed)).toEqual(await accept.evaluate(computed))
            const texts = [await textOf(reject), await textOf(accept)]
            if (name === 'en') expect(texts).toEqual([expect.stringMatching(/^Reject all$|^Refuse all$/), 'Accept all'])
            else expect(texts).toEqual(['Alles weigeren', 'Alles accepteren'])
            expect(await run(page, 'document.documentElement.scrollWidth <= innerWidth')).toBe(true)
          }
        })
      }

      test('refuse and accept answer the pointer and the keyboard with the same style', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        const [reject, accept] = [await one(page, 'reject-all', 'banner'), await one(page, 'accept-all', 'banner')]
        const settled = async (button: ElementHandle<HTMLElement>) => {
          await stays('the style is settling', () => true, 350)
          return button.evaluate(computed)
        }
        const plain = await reject.evaluate(computed)
        await reject.hover()
        const hovered = await settled(reject)
        await accept.hover()
        expect(await settled(accept)).toEqual(hovered)
        await page.mouse.move(5, 5)
        await page.keyboard.press('Tab')
        await reject.focus()
        const withFocus = await settled(reject)
        await accept.focus()
        expect(await settled(accept)).toEqual(withFocus)
        expect(withFocus['outline-style']).not.toBe('none')
        expect(Number.parseFloat(withFocus['outline-width'] ?? '0')).toBeGreaterThanOrEqual(2)
        expect(plain['outline-style'] === 'none' || plain['outline-width'] === '0px').toBe(true)
      })

      test('it says who asks, for what, that it can be undone and where, with links to read first (R-8 … R-10)', async () => {
        const page = await visit(browser, site)
        const text = await textOf(await bannerAppears(page))
        expect(text).toContain('Voorbeeld BV')
        for (const purpose of ['statistieken', 'advertenties', 'video', 'spamcontrole']) expect(text.toLowerCase()).toContain(purpose)
        expect(text).toMatch(/altijd (wijzigen|intrekken)/)
        const links = await findAll(page, 'a', banner)
        expect((await Promise.all(links.map((link) => link.evaluate((element) => element.getAttribute('href'))))).sort()).toEqual([
          '/cookies',
          '/privacy',
        ])
        expect(text.split(/\s+/).length).toBeLessThanOrEqual(75)
        expect(text).not.toMatch(/ervaring|helaas|door verder te gaan|gerechtvaardigd|begrepen|\bok\b|oké|prima/i)
        const before = await (await one(page, 'reject-all', 'banner')).evaluate((button) => {
          const paragraph = (button.getRootNode() as ShadowRoot).querySelector('p')
          return Boolean(paragraph && paragraph.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING)
        })
        expect(before).toBe(true)
        await pressInShadow(page, action('reject-all'), banner)
        const trigger = await find(page, action('open'), { within: 'toestemming-ui' })
        expect(text).toContain(await textOf(trigger))
      })

      test('only what the page has or the owner configured is asked for (R-34)', async () => {
        const page = await visit(browser, { body: '<script type="text/plain" data-consent="analytics">1</script>' })
        const text = (await textOf(await bannerAppears(page))).toLowerCase()
        expect(text).toContain('statistieken')
        expect(text).not.toMatch(/advertenties|video|spamcontrole/)
        await openPreferences(page)
        expect((await switches(page)).map(({ name }) => name).filter((name) => name !== 'functional')).toEqual(['analytics'])
      })

      test('with nothing gated and nothing configured there is no banner, nor is the interface asked for (R-14)', async () => {
        const page = await visit(browser, { body: '<h1>Niets</h1>' })
        await quiet(browser.web)
        expect(await count(page, view('banner'))).toBe(0)
        expect(browser.web.log.map(({ path }) => path).filter((path) => /ui\.js|locales/.test(path))).toEqual([])
        expect(errorsOf(page)).toEqual([])
      })

      test('it is a labelled region in the language of its text, first in the body, and not modal (R-98, R-101, R-118)', async () => {
        const page = await visit(browser, site)
        const region = await bannerAppears(page)
        expect(await run(page, 'document.body.firstElementChild.localName')).toBe('toestemming-ui')
        expect(
          await region.evaluate((element) => {
            const root = element.getRootNode() as ShadowRoot
            const label = root.getElementById(element.getAttribute('aria-labelledby') ?? '')
            return {
              role: element.getAttribute('role') ?? { section: 'region' }[element.localName],
              modal: element.getAttribute('aria-modal'),
              label: label?.localName,
              text: label?.textContent,
              lang: element.closest('[lang]')?.getAttribute('lang') ?? root.host.getAttribute('lang'),
              open: root.mode,
            }
          }),
        ).toEqual({ role: 'region', modal: null, label: 'h2', text: 'Cookies op deze website', lang: 'nl', open: 'open' })
      })

      test('it takes no focus, on load or on a route of the page itself (R-102)', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        expect(await focused(page)).toBe('body')
        await page.focus('#l3')
        await run(page, "history.pushState({}, '', '/route'); document.querySelector('main').append('nieuw')")
        await stays('the focus is where it was', async () => (await focused(page)) === 'l3')
        expect(await count(page, view('banner'))).toBe(1)
      })

      test('Tab reaches it first, refuse no later than accept plus one, and leaves it in both directions (R-100, DP-32)', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        const forward: string[] = []
        for (let step = 0; step < 12 && forward.at(-1) !== 'top'; step++) {
          await page.keyboard.press('Tab')
          forward.push(await focused(page))
        }
        expect(forward.at(-1)).toBe('top')
        for (const control of ['reject-all', 'accept-all', 'preferences']) expect(forward).toContain(control)
        expect(forward.indexOf('reject-all')).toBeLessThanOrEqual(forward.indexOf('accept-all') + 1)
        await page.keyboard.down('Shift')
        const back: string[] = []
        for (let step = 1; step < forward.length; step++) {
          await page.keyboard.press('Tab')
          back.push(await focused(page))
        }
        await page.keyboard.press('Tab')
        await page.keyboard.up('Shift')
        expect(back).toEqual(forward.slice(0, -1).reverse())
        expect(forward).not.toContain(await focused(page))
      })

      test('Escape, scrolling, pressing the page, a press that slides off, waiting and going on are no answer (R-7, R-113, R-115)', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        await page.keyboard.press('Escape')
        await run(page, 'scrollTo(0, 1500)')
        await page.mouse.click(640, 200)
        await page.keyboard.press('Enter')
        const accept = await (await one(page, 'accept-all', 'banner')).boundingBox()
        await page.mouse.move((accept?.x ?? 0) + 10, (accept?.y ?? 0) + 10)
        await page.mouse.down()
        await page.mouse.move(640, 100)
        await page.mouse.up()
        await stays('the banner is there', async () => (await count(page, view('banner'))) === 1, 2500)
        await nothingStored(page)
        await page.goto(`${put(browser.web, '/volgende', site)}?a=1#l5`)
        await bannerAppears(page)
        await quiet(browser.web)
        await nothingStored(page)
        expect(thirdParties(browser.web.log, host)).toEqual([])
      })

      test('on a deep address it is there as well (R-13)', async () => {
        for (const path of ['/a/b/c/', '/index.php?id=3&x=%20#l9', '/%C3%A9'] as const) {
          browser.web.addPage(host, new URL(path, address).pathname, '')
          const page = await browser.open(
            put(browser.web, new URL(path, address).pathname, site) + path.slice(new URL(path, address).pathname.length),
          )
          await bannerAppears(page)
          await page.close()
        }
      })

      for (const what of ['accept-all', 'reject-all']) {
        test(`${what} is one press, by mouse, Enter or Space, and the banner goes at once (R-4, DP-27)`, async () => {
          const page = await browser.open('about:blank')
          for (const key of [undefined, 'Enter', 'Space'] as const) {
            await revisit(browser, page, site)
            await bannerAppears(page)
            await run(
              page,
              `const root = document.querySelector('toestemming-ui').shadowRoot
             root.addEventListener('click', () => {
               const start = performance.now()
               const look = () => {
                 const banner = root.querySelector('[data-toestemming-view="banner"]')
                 if (banner && banner.checkVisibility()) requestAnimationFrame(look)
                 else window.took = performance.now() - start
               }
               look()
             }, true)`,
            )
            await pressInShadow(page, action(what), key ? { ...banner, key } : banner)
            expect(await until('the banner is gone', () => run(page, 'window.took') as Promise<number>)).toBeLessThan(300)
            const answers = new Set(Object.values((await recordOf(page)).answers))
            expect([...answers]).toEqual([what === 'accept-all' ? 'yes' : 'no'])
            expect((await recordOf(page)).source).toBe('banner')
            await forget(page)
          }
        })
      }

      test('the page stays readable and usable before and after refusing (R-11, R-12, R-122)', async () => {
        const page = await visit(browser, {
          ...site,
          body: `${body}<button style="position:fixed;top:0;right:0" onclick="this.textContent='ja'">nee</button>`,
        })
        await bannerAppears(page)
        const free = async () => {
          expect(await run(page, '[document.documentElement, document.body].map((one) => getComputedStyle(one).overflowY)')).toEqual([
            'visible',
            'visible',
          ])
          await run(page, 'scrollTo(0, 700)')
          expect(await run(page, 'scrollY')).toBe(700)
          expect(await run(page, "document.querySelectorAll('[inert], [aria-hidden=true]').length")).toBe(0)
        }
        await free()
        await pressInShadow(page, 'body > button')
        expect(await run(page, "document.querySelector('body > button').textContent")).toBe('ja')
        await pressInShadow(page, action('reject-all'), banner)
        await noBanner(page)
        expect(await run(page, 'scrollY')).toBe(700)
        await free()
        expect(await run(page, "document.querySelector('h1').checkVisibility()")).toBe(true)
      })

      test('it covers no focused element whole, on a wide and on a narrow screen (R-103)', async () => {
        const page = await browser.open('about:blank')
        for (const [width, height] of [
          [1280, 800],
          [375, 700],
          [320, 500],
        ] as const) {
          await revisit(browser, page, site, { width, height })
          await bannerAppears(page)
          await page.focus('#top')
          for (let index = 0; index < 33; index++) {
            // The last ones as well: below them the page has nothing left to scroll to.
            if (index === 30) await page.focus('#l57')
            await page.keyboard.press('Tab')
            const seen = () =>
              page.evaluate(() => {
                const element = document.activeElement
                if (!element || element === document.body) return 'nothing has focus'
                const { left, top, right, bottom } = element.getBoundingClientRect()
                const points = [
                  [left + 1, top + 1],
                  [right - 1, top + 1],
                  [left + 1, bottom - 1],
                  [right - 1, bottom - 1],
                  [(left + right) / 2, (top + bottom) / 2],
                ] as const
                return points.some(([x, y]) => element.contains(document.elementFromPoint(x, y))) ? '' : `${element.id} is hidden at ${top}`
              })
            await until(`focus ${index} can be seen at ${width} × ${height}`, async () => (await seen()) === '', 1500)
          }
        }
      })

      test('at 320 × 256 every button can be reached and nothing needs scrolling sideways (R-108)', async () => {
        const page = await browser.open('about:blank')
        for (const what of ['reject-all', 'accept-all', 'preferences']) {
          await revisit(browser, page, site, { width: 320, height: 256 })
          await bannerAppears(page)
          expect(await run(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
          const button = await one(page, what, 'banner')
          await button.scrollIntoView()
          const box = await button.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect)
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(320)
          expect(box.bottom).toBeLessThan(257)
          await pressInShadow(page, action(what), banner)
          if (what === 'preferences') await find(page, view('preferences'))
          else await noBanner(page)
          await forget(page)
        }
      })

      test('at 320 × 256 the preferences scroll, and save, refuse and close can be reached (R-108)', async () => {
        const page = await browser.open('about:blank')
        for (const what of ['save', 'reject-all', 'accept-all', 'close']) {
          await revisit(browser, page, site, { width: 320, height: 256 })
          await bannerAppears(page)
          await openPreferences(page)
          await unfold(page)
          await pressSwitch(page, 'recaptcha')
          await pressInShadow(page, action(what), preferences)
          await until('the preferences are closed', async () => (await count(page, view('preferences'))) === 0)
          if (what === 'save') expect((await recordOf(page)).answers).toMatchObject({ recaptcha: 'yes', analytics: 'no' })
          await forget(page)
        }
      })

      /** Boxes in which something is cut off. */
      const cut = (page: Page) =>
        page.evaluate(() => {
          const root = document.querySelector('toestemming-ui')?.shadowRoot
          return [...(root?.querySelectorAll<HTMLElement>('*') ?? [])]
            .filter((element) => element.checkVisibility() && element.localName !== 'input' && element.clientWidth > 1)
            .filter((element) => {
              const style = getComputedStyle(element)
              const clips = (value: string) => value === 'hidden' || value === 'clip'
              const tall = element.scrollHeight > element.clientHeight + 1
              const wide = element.scrollWidth > element.clientWidth + 1
              return (
                (clips(style.overflowY) && tall) || (clips(style.overflowX) && wide) || (element.localName === 'button' && (tall || wide))
              )
            })
            .map((element) => `${element.localName} ${element.textContent?.slice(0, 40)}`)
        })

      test('text spacing by the visitor cuts nothing off (R-110)', async () => {
        const page = await browser.open('about:blank')
        for (const width of [320, 1280]) {
          await revisit(browser, page, site, { width, height: 700 })
          await bannerAppears(page)
          const space = () =>
            run(
              page,
              `{
              const sheet = new CSSStyleSheet()
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }')
              const root = document.querySelector('toestemming-ui').shadowRoot
              root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
            }`,
            )
          await space()
          expect(await cut(page)).toEqual([])
          expect(await run(page, 'document.documentElement.scrollWidth <= innerWidth')).toBe(true)
          await openPreferences(page)
          await unfold(page)
          expect(await cut(page)).toEqual([])
          await pressInShadow(page, action('save'), preferences)
          // The control that opens them is there before that, behind them.
          await gone(page, view('preferences'))
          await find(page, action('open'), { within: 'toestemming-ui' })
          await forget(page)
        }
      })

      test('at twice the text size the text is twice as large and nothing is lost (R-109)', async () => {
        /** How high the room is for the text between what stays in view above and below it, once a little has been scrolled. */
        const room = (page: Page, selector: string) =>
          run(
            page,
            `(() => {
              const place = document.querySelector('toestemming-ui').shadowRoot.querySelector(${JSON.stringify(selector)})
              place.scrollTop = 250
              const [head, buttons] = ['.head', '.buttons'].map((one) => place.querySelector(one)?.getBoundingClientRect())
              return Math.min(innerHeight, buttons.top) - Math.max(0, place.getBoundingClientRect().top, head?.bottom ?? 0)
            })()`,
          )
        let before = Number.POSITIVE_INFINITY
        for (const [layout, width, height] of [
          ['bar', 640, 800],
          ['bar', 1280, 800],
          ['bar', 320, 568],
          ['box', 320, 568],
          ['bar', 360, 640],
          ['center', 360, 640],
        ] as const) {
          const parts = { ...site, config: { ...configuration, ui: { layout } } }
          // On a smaller screen it is as large.
          if (height === 800) {
            const page = await visit(browser, parts, { width, height })
            await bannerAppears(page)
            before = Number.parseFloat(await (await find(page, 'p', banner)).evaluate((element) => getComputedStyle(element).fontSize))
            await page.close()
          }
          const large = await visit(browser, { ...parts, head: '<style>html { font-size: 200% }</style>' }, { width, height })
          await bannerAppears(large)
          expect(
            Number.parseFloat(await (await find(large, 'p', banner)).evaluate((element) => getComputedStyle(element).fontSize)),
          ).toBeGreaterThanOrEqual(before * 1.9)
          expect(await cut(large)).toEqual([])
          expect(await room(large, '.banner'), `${layout} ${width}`).toBeGreaterThan(height / 3)
          expect(await run(large, 'document.documentElement.scrollWidth <= innerWidth')).toBe(true)
          const wide = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('toestemming-ui').shadowRoot.querySelector('.banner, dialog'))`
          expect(await run(large, wide), `${layout} ${width}`).toBe(0)
          await openPreferences(large)
          expect(await cut(large)).toEqual([])
          expect(await room(large, 'dialog'), `${layout} ${width}`).toBeGreaterThan(height / 3)
          expect(await run(large, wide), `${layout} ${width}`).toBe(0)
          await (await find(large, action('close'), preferences)).scrollIntoView()
          await pressInShadow(large, action('close'), preferences)
          await pressInShadow(large, action('reject-all'), banner)
          await noBanner(large)
          await large.close()
        }
      })

      test('on a small phone title, two lines of the question and all three controls are there at once, and more than half of the page', async () => {
        const page = await browser.open('about:blank')
        for (const language of [{ locale: 'nl', register: 'je' }, { locale: 'de', register: 'u' }, { locale: 'uk' }] as const)
          for (const layout of ['bar', 'box', 'center'] as const)
            for (const [width, height] of [
              [320, 568],
              [360, 640],
            ] as const) {
              const config = { ...configuration, ...language, owner: 'Fietsenmaker De Ketting', ui: { layout } }
              await revisit(browser, page, { ...site, config }, { width, height })
              const seen = await (await bannerAppears(page)).evaluate((element) => {
                const box = (one: Element | null | undefined) => one?.getBoundingClientRect() as DOMRect
                const end = box(element.querySelector('.buttons')).top
                const words = document.createRange()
                words.selectNodeContents(element.querySelector('p')?.firstChild as Node)
                const lines = new Set([...words.getClientRects()].filter(({ bottom }) => bottom <= end).map(({ top }) => Math.round(top)))
                return {
                  title: box(element.querySelector('h2')).bottom <= end,
                  lines: lines.size >= 2,
                  controls: [...element.querySelectorAll('button')]
                    .map(box)
                    .every(({ top, bottom, height }) => height >= 44 && top >= 0 && bottom <= innerHeight),
                  half: innerHeight < 600 || box(element).height < innerHeight / 2,
                }
              })
              expect([language, layout, width, seen]).toEqual([
                language,
                layout,
                width,
                { title: true, lines: true, controls: true, half: true },
              ])
            }
      })

      test('on a small phone the first purpose that can be chosen is seen, but for a line at most, as the preferences open', async () => {
        const page = await visit(browser, site, { width: 360, height: 640 })
        await bannerAppears(page)
        const seen = await (await openPreferences(page)).evaluate((element) => {
          // On a phone it takes no room.
          ;(element as HTMLElement).style.scrollbarWidth = 'none'
          const end = element.querySelector('.buttons')?.getBoundingClientRect().top ?? 0
          const group = element.querySelector('input')?.closest('fieldset')
          return end - (group?.querySelector('p')?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY)
        })
        expect(seen).toBeGreaterThan(-21)
      })

      test('everything that can be pressed is at least 24 × 24 (R-104)', async () => {
        const small = (page: Page) =>
          page.evaluate(() => {
            const root = document.querySelector('toestemming-ui')?.shadowRoot
            return [...(root?.querySelectorAll<HTMLElement>('button, a, input, summary') ?? [])]
              .filter((element) => element.checkVisibility())
              .map((element) => {
                const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
                const boxes = [element, ...labels].map((one) => one.getBoundingClientRect())
                const inSentence =
                  element.localName === 'a' &&
                  [...(element.parentElement?.childNodes ?? [])].some(
                    (node) => node.nodeType === Node.TEXT_NODE && /\p{L}{3}/u.test(node.textContent ?? ''),
                  )
                const large = boxes.some(({ width, height }) => width >= 24 && height >= 24)
                return large || inSentence
                  ? ''
                  : `${element.localName} ${element.textContent || element.getAttribute('name')} ${boxes[0]?.width} × ${boxes[0]?.height}`
              })
              .filter(Boolean)
          })
        const page = await browser.open('about:blank')
        for (const width of [320, 1280]) {
          await revisit(browser, page, site, { width, height: 800 })
          await bannerAppears(page)
          expect(await small(page)).toEqual([])
          await openPreferences(page)
          await unfold(page)
          expect(await small(page)).toEqual([])
          await pressInShadow(page, action('save'), preferences)
          // The control that opens them is there before that, behind them.
          await gone(page, view('preferences'))
          await find(page, action('open'), { within: 'toestemming-ui' })
          expect(await small(page)).toEqual([])
          await forget(page)
        }
      })

      for (const theme of ['light', 'dark']) {
        test(`in the ${theme} theme axe finds nothing, and the edges of buttons and switches stand out (R-105, R-106)`, async () => {
          const page = await visit(browser, {
            ...site,
            config: { ...configuration, ui: { theme } },
            body: '<main><h1>Pagina</h1><div data-toestemming="settings"></div><div data-toestemming="cookies"></div></main>',
          })
          await bannerAppears(page)
          await find(page, 'input[name="analytics"]', { within: '[data-toestemming="settings"]', hidden: true })
          expect(await violations(page)).toEqual([])
          const edges = async (within: string, selector: string) => {
            for (const handle of await findAll(page, selector, { within: view(within) })) {
              const pairs = await handle.evaluate((element) => {
                const background = (one: Element | null): string => {
                  for (let at = one; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null)) {
                    const colour = getComputedStyle(at).backgroundColor
                    if (!/^rgba\(.*, 0\)$|transparent/.test(colour)) return colour
                  }
                  return 'white'
                }
                const behind = background(element.parentElement)
                const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(element)
                const own: [string, string][] = [[background(element), behind]]
                if (borderTopStyle !== 'none' && borderTopWidth !== '0px') own.push([borderTopColor, behind])
                return own
              })
              const ratios = await Promise.all(pairs.map((pair) => page.evaluate(contrast, pair)))
              expect([await textOf(handle), Math.max(...ratios) >= 3]).toEqual([await textOf(handle), true])
            }
          }
          await edges('banner', 'button')
          await openPreferences(page)
          await unfold(page)
          expect(await violations(page)).toEqual([])
          // The close button is known by its sign, not by its edge.
          await edges('preferences', 'button:not([data-toestemming-action="close"])')
          await pressInShadow(page, action('accept-all'), preferences)
          await until('the preferences are closed', async () => (await count(page, 'dialog[open]', { within: 'toestemming-ui' })) === 0)
          expect(await violations(page)).toEqual([])
        })
      }

      test('a page with aggressive styles of its own changes neither banner nor preferences (R-124)', async () => {
        const look = async (head: string) => {
          const page = await visit(browser, { ...site, head })
          await bannerAppears(page)
          const handles = [
            await one(page, 'reject-all', 'banner'),
            await one(page, 'accept-all', 'banner'),
            await find(page, 'p', banner),
            await find(page, 'h2', banner),
          ]
          const styles = await Promise.all(handles.map((handle) => handle.evaluate(computed)))
          await page.close()
          return styles
        }
        const plain = await look('')
        const hostile = await look(`<style>
        * { outline: 0; margin: 0; padding: 0; box-sizing: content-box; float: left; letter-spacing: 3px; color: red; line-height: 3 }
        html { font-family: fantasy; text-transform: uppercase; text-align: right; word-spacing: 9px; cursor: none }
        button { all: unset; display: none } section, div, dialog, h2, p { display: none; transform: rotate(3deg) } :host { display: none }</style>`)
        expect(hostile).toEqual(plain)
      })

      const lies = async (page: Page) => {
        const box = await (await find(page, view('banner'))).evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect)
        const reached = await run(
          page,
          `[...document.querySelector('toestemming-ui').shadowRoot.querySelectorAll('.banner button')].map((button) => {
            const { left, top, width, height } = button.getBoundingClientRect()
            return document.elementFromPoint(left + width / 2, top + height / 2)?.localName
          })`,
        )
        return { box, reached }
      }

      if (browser.name === 'chromium')
        test('what is told of it to a screen reader, by role and name, is this (R-98, R-112)', async () => {
          const page = await visit(browser, {
            config: { owner: 'Voorbeeld BV', links: { privacy: '/privacy' }, services: ['google-analytics', 'youtube'] },
            body: '<main><iframe data-consent="social" data-src="https://www.youtube-nocookie.com/embed/x" title="Film" width="480" height="300"></iframe></main>',
          })
          await bannerAppears(page)
          await find(page, view('placeholder'))
          const tree = () => namesIn(page)
          expect(await tree()).toMatchInlineSnapshot(`
            [
              "region Cookies op deze website",
              "  heading Cookies op deze website",
              "  StaticText Voorbeeld BV wil cookies gebruiken voor statistieken en video en sociale media. Daarvoor vragen we je toestemming. Je kunt je keuze altijd wijzigen of intrekken via ‘Cookie-instellingen’.",
              "  link Privacyverklaring",
              "  button Alles weigeren",
              "  button Alles accepteren",
              "  button Zelf kiezen",
              "status",
              "main",
              "  group Film",
              "    paragraph",
              "    paragraph",
              "      StaticText Laad je dit, dan krijgt YouTube je IP-adres en ziet het op welke pagina je bent. YouTube kan ook cookies plaatsen en je volgen.",
              "    button Eén keer laden",
              "    button Altijd laden van YouTube",
              "    link Openen bij YouTube",
              "    link Privacyverklaring van YouTube",
            ]
          `)
          await openPreferences(page)
          expect(await tree()).toMatchInlineSnapshot(`
            [
              "dialog Cookie-instellingen",
              "  heading Cookie-instellingen",
              "  button Sluiten zonder opslaan",
              "  StaticText Kies waarvoor je toestemming geeft. Wat uit staat, gebruiken we niet.",
              "  link Privacyverklaring",
              "  group Functioneel",
              "    heading Functioneel (altijd aan)",
              "      StaticText Functioneel",
              "      StaticText (altijd aan)",
              "    paragraph",
              "      StaticText Nodig om de website te laten werken, zoals een winkelwagen of je cookiekeuze.",
              "      StaticText Alleen wij en bedrijven die voor ons werken, zien deze gegevens. Je kunt dit niet uitzetten.",
              "  group Statistieken",
              "    heading Statistieken",
              "      switch Statistieken",
              "    paragraph",
              "      StaticText We meten hoe de website wordt gebruikt, om die te verbeteren.",
              "      StaticText Wij en de maker van het meetprogramma zien deze gegevens. Weiger je dit, dan tellen we je bezoek niet mee.",
              "    group",
              "      DisclosureTriangle Diensten (1)",
              "  group Sociale media en video",
              "    heading Sociale media en video",
              "      switch Sociale media en video",
              "    paragraph",
              "      StaticText We tonen video’s, kaarten en berichten van andere websites.",
              "      StaticText Die websites zien je bezoek en kunnen je volgen. Weiger je dit, dan kun je elk onderdeel apart laden.",
              "    group",
              "      DisclosureTriangle Diensten (1)",
              "  button Alles weigeren",
              "  button Alles accepteren",
              "  button Keuze opslaan",
            ]
          `)
          await pressInShadow(page, action('reject-all'), preferences)
          await find(page, action('open'), { within: 'toestemming-ui' })
          await until('the choice has been said', async () => /opgeslagen/.test((await tree()).join()))
          expect(await tree()).toMatchInlineSnapshot(`
            [
              "status",
              "  StaticText Je keuze is opgeslagen.",
              "button Cookie-instellingen",
              "main",
              "  group Film",
              "    paragraph",
              "    paragraph",
              "      StaticText Laad je dit, dan krijgt YouTube je IP-adres en ziet het op welke pagina je bent. YouTube kan ook cookies plaatsen en je volgen.",
              "    button Eén keer laden",
              "    button Altijd laden van YouTube",
              "    link Openen bij YouTube",
              "    link Privacyverklaring van YouTube",
            ]
          `)
        })

      test('nothing that a page does to its root, its body, what is in it or what is high moves, covers or hides it (R-124)', async () => {
        const page = await browser.open('about:blank')
        for (const layout of ['bar', 'box', 'center']) {
          const config = { ...configuration, ui: { layout } }
          await revisit(browser, page, { ...site, config }, { width: 1000, height: 700 })
          await bannerAppears(page)
          const plain = await lies(page)
          expect(plain.reached).toEqual(['toestemming-ui', 'toestemming-ui', 'toestemming-ui'])
          for (const style of [
            'body { transform: translateX(0) }',
            'html { transform: scale(1); filter: grayscale(0) } body { will-change: transform; contain: layout paint }',
            'html body > * { display: block; transform: translateY(9px); opacity: .2; margin: 20px; max-width: 300px; overflow: hidden; animation: spin 1s } @keyframes spin { 50% { rotate: 9deg } }',
            ':not(:defined), body > *:empty { display: none !important }',
            'toestemming-ui { display: none !important; all: unset !important }',
            'footer { position: fixed; inset: 0; background: red; z-index: 2147483647 }',
          ]) {
            await revisit(browser, page, { ...site, config, head: `<style>${style}</style>` }, { width: 1000, height: 700 })
            await bannerAppears(page)
            await run(page, 'scrollTo(0, 600)')
            expect(await lies(page), `${layout} ${style}`).toEqual(plain)
            expect(await run(page, 'document.activeElement.localName')).toBe('body')
          }
        }
      })

      test('it lies over the page where that has room, in it where it has not, and under a window that the page opens', async () => {
        const shifts = `
          window.errors = []
          addEventListener('error', ({ message }) => errors.push(message))`
        const page = await visit(
          browser,
          { ...site, head: `<script>${shifts}</script>`, body: `${body}<dialog id="mine"><button>Dicht</button></dialog>` },
          { width: 640, height: 700 },
        )
        await bannerAppears(page)
        const position = async () => (await find(page, view('banner'))).evaluate((element) => getComputedStyle(element).position)
        const raised = () =>
          run(page, "document.querySelector('toestemming-ui').shadowRoot.querySelector('.banner').matches(':popover-open')")
        expect([await position(), await raised()]).toEqual(['fixed', true])
        // Nothing fades in again.
        const fading = () =>
          run(
            page,
            "document.querySelector('toestemming-ui').shadowRoot.getAnimations().filter(({ playState }) => playState === 'running').length",
          )
        await until('it has appeared', async () => (await fading()) === 0)
        for (let turn = 0; turn < 2; turn++) {
          await page.setViewport({ width: 640, height: 300 })
          await until('it is in the page', async () => (await position()) === 'static')
          expect([await raised(), await fading()]).toEqual([false, 0])
          expect(await run(page, 'document.documentElement.style.paddingBlockEnd')).toBe('')
          await page.setViewport({ width: 640, height: 700 })
          await until('it lies over the page', async () => (await position()) === 'fixed')
          expect([await raised(), await fading()]).toEqual([true, 0])
        }
        expect(await run(page, 'errors')).toEqual([])

        await run(page, "document.querySelector('#mine').showModal()")
        expect((await lies(page)).reached).not.toContain('toestemming-ui')
        await run(page, "document.querySelector('#mine').close()")
        expect((await lies(page)).reached).toEqual(['toestemming-ui', 'toestemming-ui', 'toestemming-ui'])
      })

      test('a page that is zoomed by its own rules has all of it in the window, and its own end clear of it', async () => {
        const page = await browser.open('about:blank')
        for (const [zoomed, zoom, position] of [
          ['html', 1.5, 'fixed'],
          ['body', 1.5, 'fixed'],
          ['html', 3, 'static'],
        ] as const) {
          await revisit(browser, page, { ...site, head: `<style>${zoomed} { zoom: ${zoom} }</style>` }, { width: 1280, height: 800 })
          const placed = async () => (await find(page, view('banner'))).evaluate((element) => getComputedStyle(element).position)
          await bannerAppears(page)
          expect([zoomed, zoom, await placed()]).toEqual([zoomed, zoom, position])
          if (position === 'fixed') {
            const box = await (await find(page, view('banner'))).evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect)
            expect(box.height).toBeLessThan(401)
            // The end of the page comes just above it.
            await run(page, 'scrollTo(0, document.documentElement.scrollHeight)')
            const end = Number(await run(page, "document.querySelector('footer').getBoundingClientRect().bottom"))
            expect(Math.abs(box.top - end)).toBeLessThan(60)
            await run(page, 'scrollTo(0, 0)')
          }
          await openPreferences(page)
          const close = await (await one(page, 'close', 'preferences')).evaluate(
            (element) => element.getBoundingClientRect().toJSON() as DOMRect,
          )
          expect([zoomed, zoom, close.top >= 0, close.right <= 1280]).toEqual([zoomed, zoom, true, true])
          const reject = await (await one(page, 'reject-all', 'preferences')).evaluate(
            (element) => element.getBoundingClientRect().toJSON() as DOMRect,
          )
          expect([zoomed, zoom, reject.bottom <= 800]).toEqual([zoomed, zoom, true])
        }
      })

      test('the language is that of the configuration, else of the page, else Dutch (R-130)', async () => {
        const page = await browser.open('about:blank')
        for (const [lang, locale, expected] of [
          ['nl-BE', undefined, 'nl'],
          ['en-GB', undefined, 'en'],
          ['xx', undefined, 'nl'],
          [null, undefined, 'nl'],
          ['nl', 'en', 'en'],
          ['en', 'nl', 'nl'],
        ] as const) {
          await revisit(browser, page, { config: { ...configuration, ...(locale && { locale }) }, body, lang })
          const region = await bannerAppears(page)
          const found = await region.evaluate(
            (element) => element.closest('[lang]')?.getAttribute('lang') ?? (element.getRootNode() as ShadowRoot).host.getAttribute('lang'),
          )
          expect([lang, locale, found?.slice(0, 2)]).toEqual([lang, locale, expected])
          expect(await textOf(await one(page, 'accept-all', 'banner'))).toBe(expected === 'en' ? 'Accept all' : 'Alles accepteren')
        }
      })

      test('one register is kept throughout: je without u, u without je (R-125)', async () => {
        const page = await browser.open('about:blank')
        for (const [register, forbidden] of [
          ['je', /\b(u|uw)\b/i],
          ['u', /\b(je|jij|jou|jouw|jullie)\b/i],
        ] as const) {
          await revisit(browser, page, {
            config: { ...configuration, register },
            body: `<div data-toestemming="cookies"></div><iframe data-consent="social" data-src="https://film.example/1" title="Film" width="400" height="300"></iframe>`,
          })
          const texts = [await textOf(await bannerAppears(page)), await textOf(await find(page, view('placeholder')))]
          texts.push(await textOf(await openPreferences(page)))
          await unfold(page)
          const table = await find(page, '[data-toestemming="cookies"]', { hidden: true })
          texts.push(await until('the table is drawn', async () => ((await textOf(table)).length > 40 ? textOf(table) : undefined)))
          for (const text of texts) {
            expect(text.length).toBeGreaterThan(40)
            expect(text).not.toMatch(forbidden)
          }
        }
      })

      test('the choice is announced in a live region that was there before, and the focus stays out of it (R-117)', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        await run(
          page,
          `window.live = [...document.querySelector('toestemming-ui').shadowRoot.querySelectorAll('[role=status], [aria-live=polite]')]`,
        )
        expect(await run(page, 'live.length')).toBeGreaterThan(0)
        expect(await run(page, "live.map((one) => one.textContent.trim()).join('')")).toBe('')
        await pressInShadow(page, action('reject-all'), banner)
        await until('the choice is announced', async () =>
          ((await run(page, "live.filter((one) => one.isConnected).map((one) => one.textContent).join('')")) as string).includes(
            'Je keuze is opgeslagen.',
          ),
        )
        expect(['body', 'open']).toContain(await focused(page))
      })
    })

    describe('the preferences', () => {
      test('they are a modal dialog with a name, that takes the focus on its heading and gives it back (R-98, R-99)', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        await run(page, 'scrollTo(0, 400)')
        await pressInShadow(page, action('preferences'), { ...banner, key: 'Enter' })
        const dialog = await find(page, 'dialog', { within: 'toestemming-ui' })
        const about = await dialog.evaluate((element) => {
          const root = element.getRootNode() as ShadowRoot
          const label = root.getElementById(element.getAttribute('aria-labelledby') ?? '')
          return {
            modal: element.matches(':modal'),
            label: label?.textContent,
            focus: root.activeElement === label,
            described: element.hasAttribute('aria-describedby'),
          }
        })
        expect(about).toEqual({ modal: true, label: 'Cookie-instellingen', focus: true, described: false })
        await page.keyboard.press('Escape')
        await until('the dialog is closed', async () => (await count(page, 'dialog[open]', { within: 'toestemming-ui' })) === 0)
        await until('the focus is back', async () => (await focused(page)) === 'preferences')
        expect(await run(page, 'scrollY')).toBe(400)
        await bannerAppears(page)
        await nothingStored(page)
      })

      test('Tab stays inside while they are open, in both directions, but for the browser itself', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        await openPreferences(page)
        const seen = new Set<string>()
        for (let step = 0; step < 45; step++) {
          if (step === 30) await page.keyboard.down('Shift')
          await page.keyboard.press('Tab')
          const inside = await page.evaluate(() => {
            const root = document.querySelector('toestemming-ui')?.shadowRoot
            return (
              document.activeElement === document.body ||
              document.activeElement === document.documentElement ||
              Boolean(root?.activeElement?.closest('dialog'))
            )
          })
          expect([step, await focused(page), inside]).toEqual([step, await focused(page), true])
          seen.add(await focused(page))
        }
        await page.keyboard.up('Shift')
        for (const control of ['analytics', 'save', 'reject-all', 'accept-all', 'close']) expect(seen).toContain(control)
      })

      test('no control that has the focus lies whole under the buttons that stay in view (R-103)', async () => {
        const page = await browser.open('about:blank')
        for (const [width, height] of [
          [1280, 600],
          [320, 480],
        ] as const) {
          await revisit(browser, page, site, { width, height })
          await bannerAppears(page)
          await openPreferences(page)
          await unfold(page)
          for (let step = 0; step < 30; step++) {
            if (step === 15) await page.keyboard.down('Shift')
            await page.keyboard.press('Tab')
            const seen = () =>
              page.evaluate(() => {
                const root = document.querySelector('toestemming-ui')?.shadowRoot
                const element = root?.activeElement
                if (!root || !element) return true
                const boxes = [element, ...((element as HTMLInputElement).labels ?? [])].map((one) => one.getBoundingClientRect())
                return boxes.some(({ left, top, right, bottom }) =>
                  [top + 2, (top + bottom) / 2, bottom - 2].some((y) =>
                    [left + 2, (left + right) / 2, right - 2].some((x) => {
                      const hit = root.elementFromPoint(x, y)
                      return hit !== null && (element.contains(hit) || hit.contains(element)) && hit.localName !== 'dialog'
                    }),
                  ),
                )
              })
            await until(`${await focused(page)} can be seen at ${width} × ${height}`, seen, 1500)
          }
          await page.keyboard.up('Shift')
        }
      })

      test('each way of closing them is no answer, whatever the switches say (R-7, R-15)', async () => {
        const page = await browser.open('about:blank')
        for (const how of ['close', 'Escape', 'backdrop'] as const) {
          await revisit(browser, page, site)
          await bannerAppears(page)
          await openPreferences(page)
          await pressSwitch(page, 'analytics')
          if (how === 'close') await pressInShadow(page, action('close'), preferences)
          else if (how === 'Escape') await page.keyboard.press('Escape')
          else await page.mouse.click(3, 3)
          await stays('nothing is granted', async () => (await run(page, "toestemming.has('analytics')")) === false)
          await nothingStored(page)
          expect(thirdParties(browser.web.log, host)).toEqual([])
        }
      })

      test('every optional category and service has a switch that is off; functional is on and no switch (R-25 … R-28)', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        const text = await textOf(await openPreferences(page))
        const found = await switches(page)
        const names = found.map(({ name }) => name)
        for (const category of optional) expect(names).toContain(category)
        for (const { id, category } of configuration.services) expect(names).toContain(`${category}/${id}`)
        for (const input of found.filter(({ name }) => !name.startsWith('functional')))
          expect(input).toMatchObject({ type: 'checkbox', checked: false, defaultChecked: false, disabled: false })
        for (const input of found.filter(({ name }) => name.startsWith('functional'))) expect(input).toMatchObject({ disabled: true })
        expect(text).toContain('altijd aan')
        expect(text).not.toMatch(/gerechtvaardigd/i)
        for (const what of ['reject-all', 'accept-all', 'save', 'close'])
          expect([what, await count(page, action(what), preferences)]).toEqual([what, 1])
        const [reject, accept] = [await one(page, 'reject-all', 'preferences'), await one(page, 'accept-all', 'preferences')]
        expect(await reject.evaluate(computed)).toEqual(await accept.evaluate(computed))
        const [first, second] = [await reject.boundingBox(), await accept.boundingBox()]
        expect(Math.abs((first?.width ?? 0) - (second?.width ?? 99))).toBeLessThanOrEqual(1)
        expect(Math.abs((first?.height ?? 0) - (second?.height ?? 99))).toBeLessThanOrEqual(1)
      })

      test('a switch is a checkbox with a label that stays the same; Space turns it, and it does not depend on colour (R-111, R-112)', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        await openPreferences(page)
        const input = await find(page, 'input[name="tracking"]', { ...preferences, hidden: true })
        const name = () =>
          input.evaluate(
            (element) =>
              [...((element as unknown as HTMLInputElement).labels ?? [])].map((label) => label.textContent?.trim()).join() ||
              element.getAttribute('aria-label'),
          )
        const before = await name()
        expect(before).toContain('Tracking en advertenties')
        await pressSwitch(page, 'tracking')
        expect((await shown(page)).tracking).toBe(true)
        expect(await name()).toBe(before)
        await pressSwitch(page, 'tracking')
        expect((await shown(page)).tracking).toBe(false)
        await pressInShadow(page, 'input[name="tracking"]', preferences)
        expect((await shown(page)).tracking).toBe(true)
      })

      test('what is saved is what was shown, and opening them again shows what was saved (R-29, R-32, DP-10)', async () => {
        const visitor = await browser.visitor()
        const page = await visitor.open(
          put(browser.web, '/', { ...site, config: { ...configuration, withdrawal: 'ask' }, body: '<p>Tekst</p>' }),
        )
        await bannerAppears(page)
        const turns = [
          ['analytics'],
          ['social/film', 'tracking'],
          ['social/bericht'],
          ['recaptcha', 'social/film'],
          ['social', 'analytics'],
          ['social/film'],
        ]
        for (const names of turns) {
          await openPreferences(page)
          await unfold(page)
          for (const name of names) await pressSwitch(page, name)
          const seen = await shown(page)
          await pressInShadow(page, action('save'), preferences)
          await until('the preferences are closed', async () => (await count(page, view('preferences'))) === 0)
          const { answers, source } = await recordOf(page)
          expect(source).toBe('preferences')
          for (const [name, checked] of Object.entries(seen)) {
            const id = name.split('/').at(-1) ?? name
            if (!name.startsWith('functional')) expect([names, name, answers[id]]).toEqual([names, name, checked ? 'yes' : 'no'])
            if (name.includes('/')) expect([name, await run(page, `toestemming.has('${id}')`)]).toEqual([name, checked])
          }
          await page.reload()
          await find(page, action('open'), { within: 'toestemming-ui' })
          await openPreferences(page)
          expect(await shown(page)).toEqual(seen)
          await pressInShadow(page, action('close'), preferences)
        }
      })

      test('what was not saved is not shown again', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        await openPreferences(page)
        await pressSwitch(page, 'analytics')
        await page.keyboard.press('Escape')
        await until('they are closed', async () => (await count(page, view('preferences'))) === 0)
        // The dialog is gone before its `close` has been told.
        await bannerAppears(page)
        await openPreferences(page)
        expect((await shown(page)).analytics).toBe(false)
      })

      test('inline in a page they are the same switches, without a dialog, and save the same', async () => {
        const page = await visit(browser, {
          config: configuration,
          body: '<main><h1>Paneel</h1><div data-toestemming="settings"></div></main>',
        })
        await bannerAppears(page)
        const inline = { within: '[data-toestemming="settings"]', hidden: true }
        await find(page, 'input[name="social"]', inline)
        expect(await count(page, 'dialog', inline)).toBe(0)
        const input = await find(page, 'input[name="social"]', inline)
        await input.focus()
        await page.keyboard.press(' ')
        await pressInShadow(page, action('save'), { within: '[data-toestemming="settings"]' })
        await until('the choice is taken', async () => (await recordOf(page)).decided)
        expect((await recordOf(page)).answers).toMatchObject({ social: 'yes', film: 'yes', analytics: 'no', tracking: 'no' })
        await noBanner(page)
        await run(page, 'toestemming.rejectAll()')
        await until('the inline switch follows', async () =>
          input.evaluate((element) => !(element as unknown as HTMLInputElement).checked && element.isConnected),
        )
      })

      test('the cookie table says name, provider, duration and choice of each, before and after choosing (R-133, R-139)', async () => {
        const page = await visit(browser, {
          config: configuration,
          body: '<main><h1>Cookies</h1><div data-toestemming="cookies"></div></main>',
        })
        const mount = await find(page, '[data-toestemming="cookies"]')
        await until('the table is drawn', async () => (await textOf(mount)).includes('_meter'))
        const text = await textOf(mount)
        for (const word of ['Meetbureau', '_meter', '1 jaar', 'Adverteerder', 'Filmhuis']) expect(text).toContain(word)
        // What the library itself keeps, as it is configured.
        await until('its own cookie is there', async () => /toestemming\s+.*\s*180 dagen/.test(await textOf(mount)))
        expect(await count(page, 'table th[scope]', { within: '[data-toestemming="cookies"]' })).toBeGreaterThan(0)
        await pressInShadow(page, action('accept-all'), banner)
        await until('the table follows', async () => (await textOf(mount)).includes(String((await recordOf(page)).id)))
      })

      test('the cookie table is drawn once, all of it, with roles, version and what is not known (R-134, R-138, R-141)', async () => {
        const services = [
          { id: 'meter', provider: 'Meetbureau', category: 'analytics', role: 'processor', cookies: [{ name: '_meter', duration: 'P1Y' }] },
          { id: 'reclame', provider: 'Adverteerder', category: 'tracking', role: 'joint', cookies: [] },
          { id: 'film', provider: 'Filmhuis', category: 'social', role: 'controller' },
        ]
        const watch = `<script>
          window.drawn = []
          setInterval(() => {
            const table = document.querySelector('[data-toestemming=cookies] > div')?.shadowRoot?.querySelector('section')
            const last = drawn.at(-1)
            if (table && (last?.table !== table || last.text !== table.textContent)) drawn.push({ table, text: table.textContent })
          })
        </script>`
        const page = await visit(browser, {
          config: { ...configuration, services, revision: 2, updated: '2026-11-29' },
          body: `${watch}<main><div data-toestemming="cookies"><p>Vaste tabel</p></div></main>`,
        })
        await bannerAppears(page)
        const mount = await find(page, '[data-toestemming="cookies"]')
        const text = await until('the table is drawn', async () => {
          const found = await textOf(mount)
          return found.includes('_meter') ? found : undefined
        })
        for (const words of [
          'Versie 2, laatst gewijzigd op 29 november 2026.',
          'Aanbieder: Meetbureau. De aanbieder werkt in opdracht van ons (verwerker).',
          'Wij en de aanbieder bepalen samen',
          'Deze dienst plaatst geen cookies en bewaart niets in de browser.',
          'De aanbieder bepaalt zelf ook',
          'Welke cookies deze dienst plaatst, is ons niet bekend.',
          '180 dagen',
          'Je hebt nog niet gekozen.',
        ])
          expect(text).toContain(words)
        await quiet(browser.web)
        expect(await run(page, 'drawn.length')).toBe(1)
        await pressInShadow(page, action('accept-all'), banner)
        await until('the choice is told', async () => (await textOf(mount)).includes('Je koos op'))
        expect(await textOf(mount)).not.toContain('(versie')
        // In the same elements: what one was reading stays where it was.
        expect(await run(page, 'new Set(drawn.map(({ table }) => table)).size')).toBe(1)
        expect(browser.web.log.filter(({ path }) => path.endsWith('/table.js')).length).toBe(1)
      })

      test('a page without a place for the cookie table asks for nothing of it', async () => {
        const page = await visit(browser, site)
        await openPreferences(page)
        await quiet(browser.web)
        expect(browser.web.log.filter(({ path }) => path.includes('table'))).toEqual([])
        expect(browser.web.log.filter(({ path }) => path.endsWith('/panels.js')).length).toBe(1)
      })

      test('a last change on a day that is none is told to who sets up the site, and takes nothing away (R-141)', async () => {
        const page = await visit(browser, {
          config: { ...configuration, updated: '29-11-2026' },
          body: '<div data-toestemming="cookies"></div>',
        })
        await bannerAppears(page)
        const mount = await find(page, '[data-toestemming="cookies"]')
        await until('the table is drawn', async () => (await textOf(mount)).includes('Versie 1.'))
        await until('the console says it', () =>
          errorsOf(page).some((text) => text.includes('updated: found "29-11-2026". It should be a day')),
        )
        await pressInShadow(page, action('accept-all'), banner)
        await until('the choice is taken', async () => (await recordOf(page)).answers.analytics === 'yes')
      })
    })

    describe('the way back', () => {
      test('after a choice a trigger is on every page, in the same place, by the same name; withdrawing takes two presses (R-36 … R-38, R-120)', async () => {
        const visitor = await browser.visitor()
        const page = await visitor.open(put(browser.web, '/', site))
        await pressInShadow(page, action('accept-all'), banner)
        await noBanner(page)
        const seen: unknown[] = []
        for (const path of ['/', '/een', '/twee/diep']) {
          await page.goto(put(browser.web, path, site))
          const trigger = await find(page, action('open'), { within: 'toestemming-ui' })
          seen.push([await textOf(trigger), await trigger.boundingBox()])
        }
        expect(seen).toEqual([seen[0], seen[0], seen[0]])
        expect(JSON.stringify(seen[0])).toContain('Cookie-instellingen')
        await pressInShadow(page, action('open'), { within: 'toestemming-ui' })
        await pressInShadow(page, action('reject-all'), preferences)
        await until('everything is withdrawn', async () => !Object.values((await recordOf(page)).answers).includes('yes'))
        expect(Object.values((await recordOf(page)).answers)).toContain('no')
      })

      test('banner and trigger come back when an app replaces all of the page', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        await run(page, "document.body.innerHTML = '<main>Een</main>'")
        await bannerAppears(page)
        await pressInShadow(page, action('reject-all'), banner)
        const trigger = () => find(page, action('open'), { within: 'toestemming-ui' })
        const replace = "document.body.replaceWith(Object.assign(document.createElement('body'), { innerHTML: '<p>Twee</p>' }))"
        await trigger()
        await run(page, replace)
        await trigger()
        await page.reload()
        await trigger()
        await run(page, replace)
        await trigger()
        expect(await run(page, "document.querySelectorAll('toestemming-ui').length")).toBe(1)
      })

      test('after the trigger the focus returns to it', async () => {
        const page = await visit(browser, site)
        await pressInShadow(page, action('reject-all'), banner)
        await pressInShadow(page, action('open'), { within: 'toestemming-ui', key: 'Enter' })
        await find(page, view('preferences'))
        await page.keyboard.press('Escape')
        await until('the dialog is closed', async () => (await count(page, view('preferences'))) === 0)
        await until('the focus is back', async () => (await focused(page)) === 'open')
      })

      test('an owner with a link of their own can do without the trigger', async () => {
        const page = await visit(browser, {
          ...site,
          config: { ...configuration, ui: { trigger: 'none' } },
          body: `<a href="/cookies" data-toestemming-action="open">Cookies</a>${body}`,
        })
        await pressInShadow(page, action('reject-all'), banner)
        await noBanner(page)
        expect(await count(page, action('open'), { within: 'toestemming-ui' })).toBe(0)
        await pressInShadow(page, 'a[data-toestemming-action="open"]')
        await find(page, view('preferences'))
        expect(page.url()).toBe(`${address}/`)
      })
    })
  },
  { retry: 2 },
)

describe('with reduced motion', () => {
  inEveryBrowser(
    startSite,
    (browser) => {
      test('nothing moves (R-116)', async () => {
        const page = await visit(browser, site)
        await bannerAppears(page)
        expect(await run(page, "matchMedia('(prefers-reduced-motion: reduce)').matches")).toBe(true)
        expect(await moving(page, 0)).toEqual([])
        await openPreferences(page)
        expect(await moving(page, 0)).toEqual([])
      })
    },
    { reducedMotion: true },
  )
})

describe('without a wish for less motion', () => {
  inEveryBrowser(startSite, (browser) => {
    test('nothing moves for more than 0.3 s (R-116)', async () => {
      const page = await visit(browser, site)
      await bannerAppears(page)
      expect(await moving(page, 0.3)).toEqual([])
      await openPreferences(page)
      expect(await moving(page, 0.3)).toEqual([])
    })
  })
})

/** What takes longer than so many seconds to change its looks. */
const moving = (page: Page, most: number) =>
  page.evaluate((limit) => {
    const root = document.querySelector('toestemming-ui')?.shadowRoot
    return [...(root?.querySelectorAll('*') ?? [])].flatMap((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
      const seconds = (value: string) =>
        Math.max(...value.split(',').map((part) => Number.parseFloat(part) * (part.trim().endsWith('ms') ? 0.001 : 1)))
      const slow = seconds(transitionDuration) > limit || (animationName !== 'none' && seconds(animationDuration) > limit)
      return slow ? [`${element.localName}: ${transitionDuration} ${animationDuration}`] : []
    })
  }, most)
