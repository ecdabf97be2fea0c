/** Much at once: hundreds of scripts that wait, a page that stays usable while they run, and a page that changes all the time. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, bannerAppears, count, errorsOf, find, inEveryBrowser, noBanner, pressInShadow, view } from '../support/browser.ts'
import { thirdParties } from '../support/observe.ts'
import { host, put, ran, recordOf, run, startSite, visit } from '../support/site.ts'
import { quiet, stays, until } from '../support/until.ts'

const numbers = (length: number) => Array.from({ length }, (_, index) => index)
const inline = (code: string) => `<script type="text/plain" data-consent="analytics">${code}</script>`

/** Runs before the page: `note` writes down which script runs, and what the page looks like by then. */
const notes = `
  window.notes = []
  window.beats = 0
  const isBanner = () => {
    const banner = document.querySelector('toestemming-ui')?.shadowRoot?.querySelector('${view('banner')}')
    return Boolean(banner?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  }
  // A frame is painted after its callbacks: what runs later, and in no callback, comes after a picture without a banner.
  let inFrame = false
  let frameWithout = false
  const request = window.requestAnimationFrame
  window.requestAnimationFrame = (callback) => request.call(window, (time) => {
    inFrame = true
    try { callback(time) } finally { inFrame = false }
  })
  window.watchPaint = () => requestAnimationFrame(function look() {
    if (isBanner()) requestAnimationFrame(look)
    else frameWithout = true
  })
  window.note = (index, milliseconds = 0) => {
    notes.push({ index, banner: isBanner(), painted: frameWithout && !inFrame, beats, presses: window.presses ?? 0 })
    const begin = performance.now()
    while (performance.now() - begin < milliseconds);
  }
  // Another task of the page, again and again.
  const heart = new MessageChannel()
  heart.port1.onmessage = () => { beats++; if (window.beating) setTimeout(() => heart.port2.postMessage('')) }
  window.startHeart = () => { window.beating = true; heart.port2.postMessage('') }
`

interface Note {
  readonly index: number
  readonly banner: boolean
  readonly painted: boolean
  readonly beats: number
  readonly presses: number
}
const notesOf = async (page: Page) => (await run(page, 'window.notes')) as Note[]
const acceptWithMouse = (page: Page) => pressInShadow(page, action('accept-all'), { within: view('banner') })

inEveryBrowser(startSite, (browser) => {
  const allRan = (page: Page, count: number) =>
    until(`${count} scripts have run`, async () => ((await run(page, 'notes.length')) as number) >= count, 30_000)

  test('a thousand inline scripts all run, each once and in order', async () => {
    const page = await visit(
      browser,
      {
        body: numbers(1000)
          .map((index) => inline(`note(${index})`))
          .join('\n'),
      },
      { before: notes },
    )
    await bannerAppears(page)
    expect(await notesOf(page)).toEqual([])
    await acceptWithMouse(page)
    await allRan(page, 1000)
    await stays('no script runs twice', async () => (await run(page, 'notes.length')) === 1000)
    expect((await notesOf(page)).map(({ index }) => index)).toEqual(numbers(1000))
    expect(errorsOf(page).filter((text) => !text.includes('favicon'))).toEqual([])
  })

  test('two hundred external scripts all run, each once and in order, whichever arrives first', async () => {
    const addresses = numbers(200).map((index) => `a.example/${index}.js`)
    const page = await visit(browser, {
      body: addresses
        .map(
          (one, index) =>
            `<script type="text/plain" data-consent="analytics" data-src="https://${one}?delay=${((index * 7) % 5) * 20}"></script>`,
        )
        .join('\n'),
    })
    await bannerAppears(page)
    await acceptWithMouse(page)
    await until('all have run', async () => (await ran(page)).length >= 200, 40_000)
    await quiet(browser.web)
    expect(await ran(page)).toEqual(addresses)
    expect(thirdParties(browser.web.log, host).sort()).toEqual([...addresses].sort())
  })

  test('inline and external scripts among each other keep their order, many of them too', async () => {
    const page = await visit(browser, {
      first: '<script>window.ran = []</script>',
      body: numbers(60)
        .map((index) =>
          index % 6 === 3
            ? `<script type="text/plain" data-consent="analytics" data-src="https://a.example/${index}.js?delay=${(index % 4) * 30}"></script>`
            : inline(`ran.push('a.example/${index}.js')`),
        )
        .join('\n'),
    })
    await bannerAppears(page)
    await acceptWithMouse(page)
    await until('all have run', async () => (await ran(page)).length >= 60, 20_000)
    await quiet(browser.web)
    expect(await ran(page)).toEqual(numbers(60).map((index) => `a.example/${index}.js`))
  })

  test('the picture without the banner is there before the first script runs', async () => {
    const page = await visit(
      browser,
      {
        body: numbers(20)
          .map((index) => inline(`note(${index}, 5)`))
          .join('\n'),
      },
      { before: notes },
    )
    await bannerAppears(page)
    await run(page, 'watchPaint()')
    await acceptWithMouse(page)
    await allRan(page, 20)
    const all = await notesOf(page)
    expect(all.filter(({ banner }) => banner)).toEqual([])
    expect(all[0]).toMatchObject({ index: 0, painted: true })
  })

  test('while a thousand scripts run, what else the page has to do gets its turn', async () => {
    const page = await visit(
      browser,
      {
        body: numbers(1000)
          .map((index) => inline(`note(${index}, 1)`))
          .join('\n'),
      },
      { before: notes },
    )
    await bannerAppears(page)
    await run(page, 'startHeart()')
    await acceptWithMouse(page)
    await allRan(page, 1000)
    await run(page, 'window.beating = false')
    const all = await notesOf(page)
    expect(all.map(({ index }) => index)).toEqual(numbers(1000))
    // A second of work: not one block, and not two.
    expect(new Set(all.map(({ beats }) => beats)).size).toBeGreaterThan(5)
  })

  test('a press between the scripts is answered before the last of them', async () => {
    const page = await visit(
      browser,
      {
        body: `<button id="own" style="position:fixed;top:0;left:0;width:200px;height:100px" onclick="window.presses = (window.presses || 0) + 1">Eigen knop</button>
          ${numbers(1000)
            .map((index) => inline(`note(${index}, 2)`))
            .join('\n')}`,
      },
      { before: notes },
    )
    await bannerAppears(page)
    await acceptWithMouse(page)
    await until('the scripts run', async () => ((await run(page, 'notes.length')) as number) > 0, 10_000)
    await page.mouse.click(100, 50)
    await allRan(page, 1000)
    expect((await notesOf(page)).at(-1)?.presses).toBe(1)
  })

  test.each([2, 200])('a withdrawal in the middle of the run, by script %d, stops the rest', async (last) => {
    const page = await visit(
      browser,
      {
        // The page would reload, and nothing could be seen any more.
        config: { withdrawal: 'ask' },
        body: numbers(1000)
          .map((index) => inline(`note(${index}, 1)${index === last ? "; toestemming.withdraw('analytics')" : ''}`))
          .join('\n'),
      },
      { before: notes },
    )
    await bannerAppears(page)
    await acceptWithMouse(page)
    await until('some have run', async () => ((await run(page, 'notes.length')) as number) > last, 10_000)
    await until('it is withdrawn', async () => (await run(page, "toestemming.has('analytics')")) === false)
    const seen = (await run(page, 'notes.length')) as number
    await stays('nothing runs any more', async () => (await run(page, 'notes.length')) === seen)
    expect((await notesOf(page)).map(({ index }) => index)).toEqual(numbers(last + 1))
    // What is said is what happened last, also where it was taken back before anything was drawn.
    await find(page, action('reload'), { within: 'toestemming-ui' })
    await stays('it goes on being said', async () => (await count(page, action('reload'), { within: 'toestemming-ui' })) === 1, 800)
    expect((await recordOf(page)).answers).toMatchObject({ analytics: 'no' })
  })

  test('a withdrawal by somebody else in the middle of the run stops the rest', async () => {
    const page = await visit(
      browser,
      {
        config: { withdrawal: 'ask' },
        body: numbers(1000)
          .map((index) => inline(`note(${index}, 2)`))
          .join('\n'),
      },
      { before: notes },
    )
    await bannerAppears(page)
    // A task of the page, not of a script that was released.
    await run(page, "{ const look = () => notes.length ? toestemming.withdraw('analytics') : setTimeout(look, 1); look() }")
    await acceptWithMouse(page)
    await until('it is withdrawn', async () => (await run(page, "notes.length > 0 && !toestemming.has('analytics')")) === true, 15_000)
    const seen = (await run(page, 'notes.length')) as number
    await stays('nothing runs any more', async () => (await run(page, 'notes.length')) === seen)
    expect(seen).toBeLessThan(1000)
    expect((await notesOf(page)).map(({ index }) => index)).toEqual(numbers(seen))
  })

  for (const [when, granted] of [
    ['before a choice', false],
    ['after one', true],
  ] as const) {
    test(`among a thousand elements inserted ${when}, those that are marked are found, and nothing breaks`, async () => {
      const page = await visit(
        browser,
        { body: `<main></main>${inline('(window.ran = window.ran || []).push("first")')}` },
        { before: notes },
      )
      await bannerAppears(page)
      if (granted) {
        await acceptWithMouse(page)
        await noBanner(page)
        await until('the first has run', async () => (await ran(page)).includes('first'))
      }
      await run(
        page,
        `(async () => {
          const main = document.querySelector('main')
          for (let index = 0; index < 1000; index++) {
            const element = document.createElement('p')
            element.textContent = 'Regel ' + index
            if (index === 400) {
              const script = document.createElement('script')
              script.type = 'text/plain'
              script.dataset.consent = 'analytics'
              script.text = 'note(400)'
              element.append(script)
            }
            if (index === 700) element.innerHTML = '<b><img data-consent="analytics" data-src="https://a.example/found.gif" alt=""></b>'
            if (index === 900) {
              const script = document.createElement('script')
              script.type = 'text/plain'
              script.dataset.consent = 'analytics'
              script.dataset.src = 'https://a.example/found.js'
              element.append(script)
            }
            main.append(element)
            if (index % 50 === 0) await new Promise((resolve) => setTimeout(resolve))
          }
        })()`,
      )
      if (!granted) {
        await quiet(browser.web)
        expect(thirdParties(browser.web.log, host)).toEqual([])
        expect(await notesOf(page)).toEqual([])
        await acceptWithMouse(page)
      }
      await until('what was marked is found', () => thirdParties(browser.web.log, host).length >= 2)
      await until('the external script has run', async () => (await ran(page)).includes('a.example/found.js'))
      await quiet(browser.web)
      expect(thirdParties(browser.web.log, host).sort()).toEqual(['a.example/found.gif', 'a.example/found.js'])
      expect((await notesOf(page)).map(({ index }) => index)).toEqual([400])
      expect(await run(page, "document.querySelectorAll('main > p').length")).toBe(1000)
      expect(errorsOf(page).filter((text) => !text.includes('favicon'))).toEqual([])
    })
  }

  test('with consent from an earlier visit, hundreds of scripts run once and in order, with the page', async () => {
    const body = numbers(300)
      .map((index) => inline(`note(${index})`))
      .join('\n')
    const visitor = await browser.visitor()
    const first = await visitor.open(put(browser.web, '/', { body }), { before: notes })
    await bannerAppears(first)
    await acceptWithMouse(first)
    await allRan(first, 300)
    const again = await visitor.open(put(browser.web, '/again', { body }), { before: notes })
    await allRan(again, 300)
    await stays('no script runs twice', async () => (await run(again, 'notes.length')) === 300)
    expect((await notesOf(again)).map(({ index }) => index)).toEqual(numbers(300))
  })
})
