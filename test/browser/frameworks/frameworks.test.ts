/** Frameworks own the nodes that they made: they draw them again, move them and take them away, whatever the library does to them meanwhile. */

import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { bannerAppears, count, find, gone, inEveryBrowser, messagesOf, noBanner, view } from '../../support/browser.ts'
import { addBundle, bundle } from '../../support/bundle.ts'
import { pageCookies, thirdParties } from '../../support/observe.ts'
import { configuration, host, put, ran, run, startSite } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'
import { serverHtml } from './fixtures/server.mjs'

const frameworks = ['react', 'vue', 'preact'] as const
type Framework = (typeof frameworks)[number]
type Build = 'production' | 'development'

/** Code that has run cannot be taken back: here a withdrawal does not reload, so that the same page can be looked at. */
const config = { ...configuration, withdrawal: 'ask' }
const addresses = ['ads.example/pixel.gif', 'film.example/frame', 'meter.example/external.js']
const scripts = ['inline', 'meter.example/external.js']

/** Preact warns only where its add-on for that is loaded first. */
const entry = (framework: Framework, development: boolean) => `${development && framework === 'preact' ? "import 'preact/debug'" : ''}
  import { start } from ${JSON.stringify(new URL(`fixtures/${framework}.js`, import.meta.url).pathname)}
  start()`

let bundles: ReadonlyMap<string, ReadonlyMap<string, string>>
let rendered: Readonly<Record<Framework, string>>

const prepare = async () => {
  rendered ??= await serverHtml()
  if (bundles) return
  const made: [string, ReadonlyMap<string, string>][] = []
  for (const framework of frameworks)
    for (const build of ['production', 'development'] as const) {
      const development = build === 'development'
      made.push([`/${framework}-${build}`, await bundle({ source: entry(framework, development) }, { development })])
    }
  bundles = new Map(made)
}

inEveryBrowser(startSite, (browser) => {
  beforeAll(async () => {
    await prepare()
    for (const [folder, files] of bundles) addBundle(browser.web, folder, files)
  })

  const asked = () => thirdParties(browser.web.log, host).sort()

  interface Start {
    /** Over what the server drew. */
    readonly hydrate?: boolean
    /** Long after the page has loaded. */
    readonly late?: boolean
    /** Agreed on an earlier visit. */
    readonly agreed?: boolean
    /** Whether the framework is told that marked elements may differ from what the server sent. Default: yes. */
    readonly tolerant?: boolean
  }
  const open = async (
    framework: Framework,
    build: Build,
    { hydrate = false, late = false, agreed = false, tolerant = true }: Start = {},
  ) => {
    const visitor = await browser.visitor()
    if (agreed) {
      const earlier = await visitor.open(put(browser.web, '/earlier', { config }))
      await bannerAppears(earlier)
      await run(earlier, 'toestemming.acceptAll()')
      await until('the cookie is written', async () => (await pageCookies(earlier)).toestemming)
      browser.web.clearLog()
    }
    const sent = tolerant ? rendered[framework] : rendered[framework].replaceAll(' data-allow-mismatch', '')
    const page = await visitor.open(
      put(browser.web, '/', {
        config,
        body: `<div id="root"${hydrate ? ' data-hydrate' : ''}${late ? ' data-late' : ''}>${hydrate ? sent : ''}</div>
          <script type="module" src="/${framework}-${build}/main.js"></script>`,
      }),
      tolerant ? {} : { before: 'window.tolerant = false' },
    )
    if (!late) await until('the page is drawn', () => run(page, '!!(window.app && document.querySelector("#list"))') as Promise<boolean>)
    return page
  }

  const set = (page: Page, state: object) => run(page, `app.set(${JSON.stringify(state)})`)
  /** Draws many times, with the same and with other properties. */
  const drawAgain = (page: Page) =>
    run(page, '(async () => { for (let turn = 1; turn <= 10; turn++) { await app.set({ turn }); await app.set({}) } })()')
  const accept = async (page: Page) => {
    await run(page, 'toestemming.acceptAll()')
    await until('both scripts have run', async () => (await ran(page)).length >= 2)
    await until('everything is asked for', () => addresses.every((one) => asked().includes(one)))
  }
  /** Scripts and images once; browsers themselves load a frame anew when it is moved. */
  const eachOnce = async (page: Page, moved = false) => {
    await quiet(browser.web, 200)
    expect((await ran(page)).sort()).toEqual(scripts)
    const frames = asked().filter((one) => one === 'film.example/frame').length
    expect(frames).toBeGreaterThanOrEqual(1)
    if (!moved) expect(frames).toBe(1)
    expect([...new Set(asked())]).toEqual(addresses)
    expect(asked().filter((one) => one !== 'film.example/frame')).toHaveLength(2)
  }
  const nothingWrong = async (page: Page) => {
    expect(await run(page, 'window.problems')).toEqual([])
    expect(messagesOf(page).filter(({ type, text }) => /^(error|warn|uncaught)/.test(type) && !text.includes('favicon'))).toEqual([])
  }
  /** What the framework drew, in its order; and whether each placeholder stands right before its own frame. */
  const order = (page: Page) => run(page, "[...document.querySelectorAll('#list > p')].map(({ id }) => id)")
  const placeholderStands = async (page: Page) => {
    await find(page, view('placeholder'))
    await quiet(browser.web, 150)
    expect(await count(page, view('placeholder'), { hidden: true })).toBe(1)
    expect(await run(page, "document.querySelector('#root iframe').previousElementSibling.localName")).toBe('toestemming-block')
    expect(await run(page, "getComputedStyle(document.querySelector('#root iframe')).display")).toBe('none')
  }
  const nothingLeft = async (page: Page) => {
    expect(await run(page, "document.querySelector('#root').innerHTML.replace(/<!--.*?-->/g, '')")).toBe('')
    await quiet(browser.web, 150)
    expect(await run(page, "document.querySelector('#root').innerHTML.replace(/<!--.*?-->/g, '')")).toBe('')
    expect(await count(page, 'toestemming-block', { hidden: true })).toBe(0)
  }

  for (const framework of frameworks) {
    test(`${framework} draws what waits again and again, before and after its release, and each thing happens once`, async () => {
      const page = await open(framework, 'development')
      await bannerAppears(page)
      await drawAgain(page)
      await placeholderStands(page)
      expect(asked()).toEqual([])
      await accept(page)
      await drawAgain(page)
      await eachOnce(page)
      await gone(page, view('placeholder'))
      await run(page, 'toestemming.withdraw()')
      await placeholderStands(page)
      await drawAgain(page)
      await placeholderStands(page)
      await eachOnce(page)
      await nothingWrong(page)
    })

    test(`${framework} reorders what waits, and the placeholder goes along; after the release nothing runs again`, async () => {
      const page = await open(framework, 'production')
      await bannerAppears(page)
      await placeholderStands(page)
      for (const items of [
        ['last', 'image', 'frame', 'inline', 'external', 'first'],
        ['frame', 'last', 'external', 'first', 'image', 'inline'],
        ['inline', 'image', 'last', 'external', 'first', 'frame'],
      ]) {
        await set(page, { items })
        await placeholderStands(page)
        expect(await order(page)).toEqual(items.filter((item) => /first|last/.test(item)))
      }
      expect(asked()).toEqual([])
      await accept(page)
      await gone(page, view('placeholder'))
      for (const items of [
        ['first', 'external', 'inline', 'frame', 'image', 'last'],
        ['last', 'image', 'frame', 'inline', 'external', 'first'],
        ['external', 'frame', 'last', 'first', 'image', 'inline'],
      ]) {
        await set(page, { items })
        await quiet(browser.web, 100)
        expect(await order(page)).toEqual(items.filter((item) => /first|last/.test(item)))
      }
      await eachOnce(page, true)
      await run(page, 'app.unmount()')
      await nothingLeft(page)
      await nothingWrong(page)
    })

    test(`${framework} takes single elements away before and after their release, and no placeholder or copy stays behind`, async () => {
      const page = await open(framework, 'production')
      await bannerAppears(page)
      await placeholderStands(page)
      await set(page, { items: ['first', 'external', 'inline', 'image', 'last'] })
      await gone(page, view('placeholder'), { hidden: true })
      await set(page, { items: ['first', 'external', 'inline', 'frame', 'image', 'last'] })
      await placeholderStands(page)
      await accept(page)
      await eachOnce(page)
      await set(page, { items: ['first', 'inline', 'frame', 'image', 'last'] })
      await set(page, { items: ['first', 'inline', 'image', 'last'] })
      await set(page, { items: ['first', 'image', 'last'] })
      await set(page, { items: ['first', 'last'] })
      await quiet(browser.web, 150)
      expect(await run(page, "[...document.querySelector('#list').children].map(({ localName }) => localName)")).toEqual(['p', 'p'])
      await eachOnce(page)
      await nothingWrong(page)
    })

    test(`${framework} unmounts before the release, and nothing is left or released`, async () => {
      const page = await open(framework, 'production')
      await bannerAppears(page)
      await placeholderStands(page)
      await run(page, 'app.unmount()')
      await nothingLeft(page)
      await run(page, 'toestemming.acceptAll()')
      await noBanner(page)
      await quiet(browser.web)
      expect(asked()).toEqual([])
      await nothingWrong(page)
    })

    test(`${framework} hydrates what waits without a word, and goes on with it before and after the release`, async () => {
      const page = await open(framework, 'development', { hydrate: true, tolerant: false })
      await bannerAppears(page)
      await placeholderStands(page)
      await drawAgain(page)
      await placeholderStands(page)
      expect(asked()).toEqual([])
      await accept(page)
      await drawAgain(page)
      await eachOnce(page)
      await gone(page, view('placeholder'))
      await run(page, 'app.unmount()')
      await nothingLeft(page)
      await nothingWrong(page)
    })

    for (const build of ['production', 'development'] as const)
      test(`${framework} hydrates what was released while the page was read, in ${build}, and each thing happens once`, async () => {
        const page = await open(framework, build, { hydrate: true, agreed: true })
        await until('both scripts have run', async () => (await ran(page)).length >= 2)
        await drawAgain(page)
        await eachOnce(page)
        expect(await order(page)).toEqual(['first', 'last'])
        await set(page, { items: ['last', 'image', 'frame', 'inline', 'external', 'first'] })
        await quiet(browser.web, 150)
        expect(await order(page)).toEqual(['last', 'first'])
        await eachOnce(page, true)
        await run(page, 'app.unmount()')
        await nothingLeft(page)
        await nothingWrong(page)
      })

    test(`${framework} hydrates long after the page was shown, and loses no placeholder`, async () => {
      const page = await open(framework, 'production', { hydrate: true, late: true })
      await bannerAppears(page)
      await placeholderStands(page)
      await run(page, 'go()')
      await until('it is hydrated', () => run(page, '!!window.app') as Promise<boolean>)
      await placeholderStands(page)
      await drawAgain(page)
      await placeholderStands(page)
      expect(await order(page)).toEqual(['first', 'last'])
      await accept(page)
      await eachOnce(page)
      await run(page, 'app.unmount()')
      await nothingLeft(page)
      expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
    })

    test(`${framework} hydrates long after the release, and runs nothing again`, async () => {
      const page = await open(framework, 'production', { hydrate: true, late: true })
      await bannerAppears(page)
      await accept(page)
      await gone(page, view('placeholder'))
      await run(page, 'go()')
      await until('it is hydrated', () => run(page, '!!window.app') as Promise<boolean>)
      await drawAgain(page)
      await eachOnce(page)
      await run(page, 'app.unmount()')
      await nothingLeft(page)
      expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
    })
  }
})
