/** Placeholders in the layouts that sites have around their embeds: all of each can be read and pressed, and afterwards the page is as it was. */

import { expect, test } from 'vitest'
import { count, errorsOf, find, gone, inEveryBrowser, view } from '../../support/browser.ts'
import { thirdParties } from '../../support/observe.ts'
import { host, run, startSite, visit } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'

const frame = (id: string, more = '') =>
  `<iframe data-consent="social" data-src="https://www.youtube.com/embed/${id}" title="${id}" ${more}></iframe>`
const full = 'style="width:100%;height:100%"'
const inside = 'style="position:absolute;top:0;left:0;width:100%;height:100%"'

/** What is around an embed, by name. */
const layouts: Readonly<Record<string, string>> = {
  padding: `<div style="position:relative;height:0;padding-bottom:56.25%;overflow:hidden">${frame('padding', inside)}</div>`,
  important: `<div class="important">${frame('important', inside)}</div>`,
  ratio: `<div class="ratio">${frame('ratio')}</div>`,
  wordpress: `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">${frame('wordpress')}</div><figcaption>Bijschrift</figcaption></figure>`,
  corners: `<div style="aspect-ratio:16/9;overflow:hidden;border-radius:8px">${frame('corners', 'style="display:block;width:100%;height:100%"')}</div>`,
  nested: `<div style="position:relative;padding-top:56.25%"><div style="position:absolute;inset:0">${frame('nested', full)}</div></div>`,
  low: `<div style="height:180px;overflow:hidden">${frame('low', full)}</div>`,
  middle: `<div style="text-align:center">${frame('middle', 'width="280" height="500"')}</div>`,
  block: frame('block', 'width="280" height="500" style="display:block;margin:30px auto;border:0"'),
  float: `<div style="overflow:auto">${frame('float', 'width="280" height="500" style="float:right;margin:0 0 10px 10px"')}</div>`,
  rtl: `<div dir="rtl">${frame('rtl', 'width="280" height="500"')}</div>`,
  cell: `<table><tr><td>${frame('cell', 'width="280" height="500"')}</td></tr></table>`,
  lazy: frame('lazy', 'width="100%" height="500" loading="lazy" allow="fullscreen" sandbox="allow-scripts"'),
  tab: `<div class="closed" style="display:none"><div class="ratio">${frame('tab')}</div></div>`,
  fold: `<details><summary>Meer</summary>${frame('fold', 'width="100%" height="500"')}</details>`,
  window: `<dialog>${frame('window', 'width="280" height="500"')}</dialog>`,
  unseen: frame('unseen', 'style="display:none"'),
  film: `<div style="position:relative;height:200px;isolation:isolate">${frame('film', 'style="position:absolute;inset:0;width:100%;height:100%;z-index:-1"')}<h2>Boven een film</h2></div>`,
  still: `<div style="position:relative;height:200px">${frame('still', 'style="position:absolute;inset:0;width:100%;height:100%;pointer-events:none"')}<h2>Op een film</h2></div>`,
  chat: frame('chat', 'style="position:fixed;right:0;bottom:0;width:300px;height:80px"'),
  kapot: frame('kapot', 'width="280" height="500" data-poster="https://[kapot"'),
  poster: `<iframe data-consent="social" data-src="https://onbekend.example/x" title="poster" width="280" height="500" data-poster="/geen.jpg"></iframe>`,
}
const body = `<style>
  .important { position: relative; height: 0 !important; padding-bottom: 56.25% !important; overflow: hidden }
  .ratio, .wp-block-embed__wrapper { position: relative }
  .ratio::before, .wp-block-embed__wrapper::before { content: ""; display: block; padding-top: 56.25% }
  .ratio > *, .wp-block-embed__wrapper > iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100% }
  section { display: flow-root }
  figure { margin: 0 }
</style>
${Object.entries(layouts)
  .map(([id, html]) => `<section id="${id}">${html}<p>Na ${id}</p></section>`)
  .join('')}`

/** Of which nobody misses anything, or that lie under the page's own words or over them. */
const without = ['unseen', 'film', 'still', 'chat']

interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
interface Look {
  readonly ours: Place | null
  readonly frame: Place
  /** Of the whole section. */
  readonly height: number
  /** What is wrong with how ours lies there. */
  readonly faults: readonly string[]
  readonly styles: string
}

/** Runs in the page. */
const look = () =>
  Object.fromEntries(
    [...document.querySelectorAll('section')].map((section) => {
      const whole = section.getBoundingClientRect()
      const placeOf = (one: Element) => {
        const { left, top, width, height } = one.getBoundingClientRect()
        return { left: Math.round(left), top: Math.round(top - whole.top), width: Math.round(width), height: Math.round(height) }
      }
      const ours = section.querySelector('toestemming-block')
      const faults: string[] = []
      if (ours && ours.getClientRects().length > 0) {
        const { bottom } = ours.getBoundingClientRect()
        if (!ours.closest('dialog') && bottom > (section.lastElementChild as Element).getBoundingClientRect().top + 1)
          faults.push('lies over what follows')
        for (let around = ours.parentElement; around && around !== section; around = around.parentElement)
          if (getComputedStyle(around).overflow !== 'visible' && bottom > around.getBoundingClientRect().bottom + 1)
            faults.push('is cut off')
        for (const control of ours.shadowRoot?.querySelectorAll('a,button') ?? [])
          if (control.getBoundingClientRect().bottom > bottom) faults.push('does not hold its controls')
      }
      const styles = [...section.querySelectorAll('[style]')].map((one) => one.getAttribute('style')).join('|')
      return [
        section.id,
        {
          ours: ours && placeOf(ours),
          frame: placeOf(section.querySelector('iframe') as Element),
          height: Math.round(whole.height),
          faults,
          styles,
        },
      ]
    }),
  )

inEveryBrowser(startSite, (browser) => {
  const asked = () => thirdParties(browser.web.log, host)

  test('on a phone none is cut off, lies over the page or goes missing; what opens later gets its own; and released, each is where it was', async () => {
    const page = await visit(browser, { config: { owner: 'Voorbeeld BV' }, body: `<main>${body}</main>` }, { width: 340 })
    const looks = () => page.evaluate(look) as Promise<Record<string, Look>>
    await find(page, view('placeholder'))
    await run(page, 'toestemming.rejectAll()')
    await run(
      page,
      "document.querySelector('.closed').style.display = ''; document.querySelector('details').open = true; document.querySelector('dialog').show()",
    )
    const before = await until('all that should be are there', async () => {
      const found = await looks()
      return Object.values(found).filter(({ ours }) => ours).length === Object.keys(layouts).length - without.length && found
    })
    for (const name of without) expect([name, before[name]?.ours]).toEqual([name, null])
    expect(Object.entries(before).filter(([, { faults }]) => faults.length > 0)).toEqual([])
    expect(asked()).toEqual([])

    await run(page, 'toestemming.acceptAll()')
    await gone(page, view('placeholder'))
    // The browser itself waits with the one that says so, until it is near.
    const found = () => asked().filter((one) => !one.endsWith('/lazy'))
    await until('all are asked for', () => found().length >= Object.keys(layouts).length - 1, 20_000)
    await quiet(browser.web)
    const after = await looks()
    const wide = await page.evaluate(() => (document.querySelector('main') as HTMLElement).clientWidth)
    for (const name of ['padding', 'important', 'ratio', 'wordpress', 'corners', 'nested', 'tab'])
      expect([
        name,
        Math.abs((after[name]?.frame.width ?? 0) - wide) < 6,
        Math.abs((after[name]?.frame.height ?? 0) - wide * 0.5625) < 6,
      ]).toEqual([name, true, true])
    // What is high enough to read has exactly the place of its frame, and nothing moves when that comes.
    for (const name of ['middle', 'block', 'float', 'rtl', 'cell', 'fold', 'window', 'kapot', 'lazy']) {
      const [held, shown] = [before[name], after[name]]
      expect([name, held?.height, held?.ours?.left, held?.ours?.top, held?.ours?.height]).toEqual([
        name,
        shown?.height,
        shown?.frame.left,
        shown?.frame.top,
        shown?.frame.height,
      ])
    }
    expect(found()).toHaveLength(Object.keys(layouts).length - 1)
    expect(new Set(found()).size).toBe(found().length)

    await run(page, 'toestemming.withdraw()')
    await until('they are back', async () => (await count(page, view('placeholder'), { hidden: true })) > 0)
    expect(errorsOf(page)).toEqual([])
  })

  test('two beside each other in a row or a grid do not make a narrow page wider', async () => {
    const pair = (id: string, style: string) =>
      `<section id="${id}" style="${style}">${frame(`${id}-een`, 'style="width:100%;border:0"')}${frame(`${id}-twee`, 'style="width:100%;border:0"')}</section>`
    const page = await visit(
      browser,
      {
        config: { owner: 'Voorbeeld BV' },
        body: `<style>body{margin:8px}</style>${pair('grid', 'display:grid;grid-template-columns:1fr 1fr;gap:8px')}${pair('row', 'display:flex;gap:8px')}<section id="klein">${frame('klein', 'width="120" height="90"')}</section>`,
      },
      { width: 320 },
    )
    await run(page, 'toestemming.rejectAll()')
    await until('all are drawn', async () => (await count(page, view('placeholder'))) === 5)
    await gone(page, view('banner'))
    const widths = await page.$$eval(view('placeholder'), (all) => all.map((one) => Math.round(one.getBoundingClientRect().width)))
    // About half of the page each; and room to read where there is any.
    expect(widths.slice(0, 4).filter((width) => width < 110 || width > 170)).toEqual([])
    expect(widths[4]).toBe(240)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect(
      await page.$$eval(
        view('placeholder'),
        (all) =>
          all.flatMap((one) => {
            const { left, right } = one.getBoundingClientRect()
            return [...(one.shadowRoot?.querySelectorAll('a,button') ?? [])].filter((control) => {
              const place = control.getBoundingClientRect()
              return place.left < left || place.right > right + 1
            })
          }).length,
      ),
    ).toBe(0)
  })

  test('one that is copied, moved or named by a link stays of its frame, and always is for whom it names', async () => {
    const page = await visit(browser, {
      config: { owner: 'Voorbeeld BV' },
      body: `<main><div id="dia">${frame('dia', 'width="400" height="300" name="speler"')}</div><a target="speler" href="https://www.youtube.com/embed/lijst">Nog een</a>
        <div id="ratio" style="position:relative;height:0;padding-bottom:50%"></div><div id="los">${frame('los', inside)}</div>${layouts.poster}</main>`,
    })
    const blocks = () => count(page, view('placeholder'))
    await until('all are drawn', async () => (await blocks()) >= 2)
    await run(page, 'toestemming.rejectAll()')
    await run(page, "document.querySelector('main').append(document.querySelector('#dia').cloneNode(true))")
    await until(
      'the copy has its own',
      async () => (await page.$$eval(view('placeholder'), (all) => all.filter((one) => one.shadowRoot).length)) >= 3,
    )
    await run(page, "document.querySelector('#ratio').append(document.querySelector('[title=los]'))")
    await until('it is where its frame has gone', () =>
      page.evaluate(() => {
        const [around, ours] = [document.querySelector('#ratio'), document.querySelector('#ratio toestemming-block')]
        return !!around && !!ours && Math.abs(around.getBoundingClientRect().height - ours.getBoundingClientRect().height) < 2
      }),
    )
    expect(await page.$eval('#los', (one) => one.childElementCount + (one as HTMLElement).style.cssText)).toBe('0')
    await page.$eval('a[target]', (one) => (one as HTMLElement).click())
    await until('the link has gone elsewhere', () => asked().length === 1)
    expect(await page.evaluate(() => [...document.querySelectorAll('iframe')].map(({ src }) => src))).toEqual(['', '', '', ''])

    const press = (title: string, name: string) =>
      page.evaluate(
        (title, name) => {
          const ours = document.querySelector(`iframe[title=${title}]`)?.previousElementSibling
          ours?.shadowRoot?.querySelector<HTMLElement>(`[data-toestemming-action=${name}]`)?.click()
        },
        title,
        name,
      )
    await press('poster', 'load-always')
    await until('it has come', () => asked().includes('onbekend.example/x'))
    expect(await run(page, `[toestemming.has('onbekend.example'), toestemming.has('${host}')]`)).toEqual([true, false])
    await press('dia', 'load-once')
    await press('los', 'load-once')
    await until('both have come', () => asked().length === 4)
    expect(await run(page, "[...document.querySelectorAll('#dia')].map((one) => one.firstElementChild.localName)")).toEqual([
      'iframe',
      'toestemming-block',
    ])
    expect(await run(page, "document.querySelector('#ratio').getAttribute('style')")).toMatch(/padding-bottom: ?50%/)
    await quiet(browser.web)
    expect(asked()).toHaveLength(4)
    expect(errorsOf(page)).toEqual([])
  })
})
