/** The JavaScript surface of the script tag, and the controls on the owner's own page. */

import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, bannerAppears, count, errorsOf, find, inEveryBrowser, noBanner, pressInShadow, view } from '../support/browser.ts'
import { ownRequests, thirdParties } from '../support/observe.ts'
import { addLibrary, address, configuration, host, html, put, ran, recordOf, run, startSite, visit } from '../support/site.ts'
import { quiet, stays, until } from '../support/until.ts'

const config = { ...configuration, withdrawal: 'ask' } as const
const body = `<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>
  <iframe data-consent="social" data-src="https://film.example/1" title="Film" width="400" height="200"></iframe>`
const site = { config, body }
const all = ['adverteerder', 'analytics', 'bericht', 'film', 'meter', 'recaptcha', 'social', 'spamcontrole', 'tracking']
const listen = (...names: string[]) =>
  `window.heard = []; for (const name of ${JSON.stringify(names)}) toestemming.on(name, (detail) => heard.push([name, JSON.parse(JSON.stringify(detail ?? null))]))`
type Heard = [string, Record<string, string[]>][]

/** What decides is loaded when somebody comes to decide; from then on calls take effect at once. */
const comesToChoose = (page: Page) =>
  run(
    page,
    `(async () => {
      const view = document.querySelector('toestemming-ui').shadowRoot.querySelector('[data-toestemming-view]')
      view.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
      await import('/toestemming/decisions.js')
      await new Promise((resolve) => setTimeout(resolve))
    })()`,
  )

inEveryBrowser(startSite, (browser) => {
  test('has() says no to everything but functional while nobody has answered, and never throws', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    expect(await run(page, `${JSON.stringify(all)}.filter((id) => toestemming.has(id))`)).toEqual([])
    expect(await run(page, "toestemming.has('functional')")).toBe(true)
    expect(
      await run(
        page,
        "[undefined, null, 3, {}, [], '', 'nonsense', '__proto__', 'constructor', 'toString', Symbol('x')].map((id) => toestemming.has(id))",
      ),
    ).toEqual(Array.from({ length: 11 }, () => false))
  })

  test('save(), acceptAll(), rejectAll() and withdraw() say what they say, per category and per service', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    const has = async () => (await run(page, `${JSON.stringify(all)}.filter((id) => toestemming.has(id))`)) as string[]
    await run(page, 'toestemming.save({ analytics: true, social: false })')
    expect(await has()).toEqual(['analytics', 'meter'])
    expect((await recordOf(page)).answers).toMatchObject({
      analytics: 'yes',
      social: 'no',
      tracking: 'never asked',
      spamcontrole: 'never asked',
    })
    await run(page, 'toestemming.save({ film: true })')
    expect(await has()).toEqual(['analytics', 'film', 'meter'])
    await run(page, 'toestemming.acceptAll()')
    expect(await has()).toEqual(all)
    await run(page, "toestemming.withdraw('social')")
    expect(await has()).toEqual(all.filter((id) => !['social', 'film', 'bericht'].includes(id)))
    await run(page, "toestemming.withdraw('adverteerder')")
    expect(await has()).not.toContain('adverteerder')
    expect(await has()).toContain('meter')
    await run(page, 'toestemming.withdraw()')
    expect(await has()).toEqual([])
    await run(page, 'toestemming.acceptAll(); toestemming.rejectAll()')
    expect(await has()).toEqual([])
    expect((await recordOf(page)).source).toBe('api')
  })

  test('a call before anybody comes to choose takes effect as soon as what decides has arrived', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await run(page, 'toestemming.save({ analytics: true }); toestemming.save({ film: true }); toestemming.withdraw("analytics")')
    await until('all has been done, in order', () => run(page, "toestemming.has('film') && !toestemming.has('analytics')"))
  })

  test('only true grants: what is truthy, unknown or inherited does not', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, "toestemming.save({ analytics: 'yes', tracking: 1, social: {}, recaptcha: [] })")
    await run(page, 'toestemming.save(JSON.parse(\'{"__proto__": {"analytics": true}, "nonsense": true}\'))')
    await run(page, 'toestemming.save(Object.create({ analytics: true }))')
    expect(await run(page, `${JSON.stringify(all)}.filter((id) => toestemming.has(id))`)).toEqual([])
  })

  test('when() resolves once granted, at once when it already is, and not before', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(
      page,
      "window.done = []; for (const id of ['analytics', 'film', 'functional']) toestemming.when(id).then(() => done.push(id)); 0",
    )
    expect(await run(page, 'done')).toEqual(['functional'])
    await run(page, 'toestemming.rejectAll()')
    await stays('nothing resolves', async () => ((await run(page, 'done')) as string[]).length === 1)
    await run(page, 'toestemming.save({ analytics: true })')
    expect(await run(page, 'Promise.resolve().then(() => done)')).toEqual(['functional', 'analytics'])
    await run(page, 'toestemming.save({ film: true })')
    expect(await run(page, 'Promise.resolve().then(() => done)')).toEqual(['functional', 'analytics', 'film'])
    expect(await run(page, "toestemming.when('analytics').then(() => 'at once')")).toBe('at once')
  })

  test("on('change') gives granted, denied, added and removed", async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, listen('change'))
    expect(await run(page, 'heard')).toEqual([])
    await run(page, 'toestemming.save({ analytics: true, tracking: false, social: false, recaptcha: false })')
    await run(page, "toestemming.save({ film: true }); toestemming.withdraw('analytics')")
    const heard = (await run(page, 'heard')) as Heard
    expect(heard.map(([, { added, removed }]) => [added?.sort(), removed?.sort()])).toEqual([
      [['analytics', 'meter'], []],
      [['film'], []],
      [[], ['analytics', 'meter']],
    ])
    const { granted, denied } = heard[0]?.[1] ?? {}
    expect(granted).toEqual(expect.arrayContaining(['analytics', 'meter']))
    expect(denied).toEqual(expect.arrayContaining(['tracking', 'social', 'film', 'bericht', 'recaptcha']))
    expect(granted?.some((id) => denied?.includes(id))).toBe(false)
  })

  test("on('change') after a decision is told the present state at once, also on the next page; its undo ends it", async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', site))
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, 'toestemming.save({ analytics: true })')
    await run(page, listen('change'))
    expect(((await run(page, 'heard')) as Heard).map(([, { granted }]) => granted)).toEqual([
      expect.arrayContaining(['analytics', 'meter']),
    ])
    await page.reload()
    await run(page, 'window.times = 0; window.undo = toestemming.on("change", () => times++); 0')
    expect(await run(page, 'times')).toBe(1)
    await run(page, 'undo(); toestemming.acceptAll()')
    expect(await run(page, 'times')).toBe(1)
  })

  test('decision, withdrawal, open and close are told as well', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, listen('decision', 'withdrawal', 'open', 'close'))
    const heard = async () => ((await run(page, 'heard.splice(0)')) as Heard).map(([name]) => name)
    await run(page, 'toestemming.open()')
    expect(await heard()).toEqual(expect.arrayContaining(['open']))
    await find(page, view('preferences'))
    await run(page, 'toestemming.close()')
    expect(await heard()).toEqual(expect.arrayContaining(['close']))
    await run(page, 'toestemming.acceptAll()')
    expect(await heard()).toEqual(expect.arrayContaining(['decision']))
    await run(page, "toestemming.withdraw('social')")
    expect(await heard()).toEqual(expect.arrayContaining(['withdrawal', 'decision']))
    await run(page, 'toestemming.acceptAll()')
    await heard()
    await run(page, 'toestemming.acceptAll()')
    expect(await heard()).not.toContain('withdrawal')
  })

  test('a listener that throws stops nothing: neither other listeners, nor the gate, nor the banner', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(
      page,
      `for (const name of ['change', 'decision', 'open', 'close']) toestemming.on(name, () => { throw new Error('mine') })
       document.addEventListener('toestemming:change', () => { throw new Error('mine') })
       window.dataLayer = { push() { throw new Error('mine') } }
       window.second = false; toestemming.on('change', () => { second = true }); 0`,
    )
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await until('the script runs', async () => (await ran(page)).length === 1)
    expect(await run(page, 'second')).toBe(true)
    await noBanner(page)
  })

  test('open() and close() show and hide, and are no answer', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, "toestemming.open('preferences')")
    await find(page, view('preferences'))
    await run(page, 'toestemming.close()')
    await until('they are closed', async () => (await count(page, view('preferences'))) === 0)
    expect(await recordOf(page)).toMatchObject({ decided: null, id: null })
    expect(thirdParties(browser.web.log, host)).toEqual([])
  })

  test('record is a reading: nothing written into it changes an answer', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, 'toestemming.rejectAll()')
    expect(await recordOf(page)).toMatchObject({ id: null, revision: 1, source: 'api', answers: { analytics: 'no', film: 'no' } })
    expect(Math.abs(((await recordOf(page)).decided ?? 0) - Date.now())).toBeLessThan(60_000)
    await run(
      page,
      `for (const change of [() => { toestemming.record.answers.analytics = 'yes' }, () => { toestemming.record = {} }, () => { toestemming.record.decided = 1 }, () => toestemming.record.answers.set?.('analytics', 'yes')])
         try { change() } catch {}`,
    )
    expect((await recordOf(page)).answers).toMatchObject({ analytics: 'no' })
    expect(await run(page, "toestemming.has('analytics')")).toBe(false)
  })

  test('the same facts are events on document', async () => {
    const page = await visit(browser, {
      ...site,
      first: `<script>window.events = []; for (const name of ['ready', 'change', 'decision', 'withdrawal'])
        document.addEventListener('toestemming:' + name, ({ detail }) => events.push([name, JSON.parse(JSON.stringify(detail ?? null))]))</script>`,
    })
    await bannerAppears(page)
    await comesToChoose(page)
    const events = async () => (await run(page, 'events.splice(0)')) as Heard
    expect((await events()).map(([name]) => name)).toEqual(['ready'])
    await run(page, 'toestemming.save({ analytics: true })')
    const first = await events()
    expect(first.map(([name]) => name).sort()).toEqual(['change', 'decision'])
    expect(first.find(([name]) => name === 'change')?.[1]).toMatchObject({ added: expect.arrayContaining(['analytics']) })
    await run(page, "toestemming.withdraw('analytics')")
    expect((await events()).map(([name]) => name).sort()).toEqual(['change', 'decision', 'withdrawal'])
  })

  test('the data layer hears of it when there is one, and none is made', async () => {
    const page = await visit(browser, { ...site, first: '<script>window.dataLayer = []</script>' })
    await bannerAppears(page)
    await comesToChoose(page)
    const ours = async () => (await run(page, "dataLayer.filter(({ event }) => event === 'toestemming')")) as Record<string, string[]>[]
    expect(await ours()).toEqual([])
    await run(page, 'toestemming.save({ analytics: true })')
    expect(await ours()).toEqual([expect.objectContaining({ event: 'toestemming', granted: expect.arrayContaining(['analytics']) })])
    const other = await browser.open(put(browser.web, '/none', site))
    await bannerAppears(other)
    await comesToChoose(other)
    await run(other, 'toestemming.acceptAll()')
    expect(await run(other, 'typeof dataLayer')).toBe('undefined')
    await page.reload()
    expect(await ours()).toEqual([expect.objectContaining({ granted: expect.arrayContaining(['analytics']) })])
  })

  test('calls may be queued before the script is there, and the same line works after it', async () => {
    const line =
      "(window.toestemming = window.toestemming || []).push(['on', 'change', ({ added }) => { (window.calls ||= []).push(added.includes('analytics')) }])"
    const page = await visit(browser, {
      ...site,
      first: `<script>${line}; toestemming.push(['open', 'preferences'], ['nonsense', 1], 'nonsense', null, ['when', 'film']); toestemming.push(['on'])</script>`,
    })
    await find(page, view('preferences'))
    await comesToChoose(page)
    await run(page, line)
    await run(page, 'toestemming.save({ analytics: true })')
    expect(await run(page, 'calls')).toEqual([true, true])
    await run(page, "toestemming.push(['rejectAll'])")
    expect(await run(page, "toestemming.has('analytics')")).toBe(false)
  })

  test('a queue that is filled while the configuration is on its way is not lost', async () => {
    browser.web.addPage(host, '/slow.json', JSON.stringify(config), { 'content-type': 'application/json' })
    const page = await visit(browser, {
      tag: '<script src="/toestemming/toestemming.js" data-config="/slow.json?delay=600"></script>',
      head: "<script>toestemming.on('change', ({ granted }) => { window.granted = granted }); toestemming.when('film').then(() => { window.film = true }); window.early = toestemming.has('analytics')</script>",
      body,
    })
    expect(await run(page, 'early')).toBe(false)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, 'toestemming.acceptAll()')
    await until('both are told', () => run(page, "window.film && granted.includes('analytics')") as Promise<boolean>)
  })

  test('controls on the page do what their attribute says, also those inserted later', async () => {
    const page = await visit(browser, {
      ...site,
      body: `${body}<p><a href="/cookies" data-toestemming-action="open">Cookie-instellingen</a> <button data-toestemming-action="accept-all">Ja</button>
        <button data-toestemming-action="reject-all">Nee</button> <button data-toestemming-action="withdraw">Intrekken</button>
        <button data-toestemming-action="grant:film"><span>Film</span></button></p>`,
    })
    await bannerAppears(page)
    // It may be higher than the frame was, and moves what is below it.
    await find(page, 'button', { within: view('placeholder') })
    await comesToChoose(page)
    const granted = async () => (await run(page, `${JSON.stringify(all)}.filter((id) => toestemming.has(id))`)) as string[]
    const press = (what: string) => pressInShadow(page, action(what), { within: 'p' })
    await press('grant:film')
    expect(await granted()).toEqual(['film'])
    await press('accept-all')
    expect(await granted()).toEqual(all)
    await press('withdraw')
    expect(await granted()).toEqual([])
    await press('accept-all')
    await press('reject-all')
    expect(await granted()).toEqual([])
    await run(
      page,
      `document.querySelector('p').insertAdjacentHTML('beforeend', '<button data-toestemming-action="grant:meter">Meter</button>')`,
    )
    await press('grant:meter')
    expect(await granted()).toEqual(['meter'])
    await press('open')
    await find(page, view('preferences'))
    expect(page.url()).toBe(`${address}/`)
  })

  test('who presses a control of the owner’s and leaves at once has withdrawn, however slow the line is', async () => {
    const parts = { ...site, body: `${body}<p><button data-toestemming-action="withdraw">Intrekken</button></p>` }
    const page = await visit(browser, parts)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, 'toestemming.acceptAll()')
    const slow = ['application.js', 'decisions.js']
    for (const name of slow)
      browser.web.addPage(
        host,
        `/toestemming/${name}`,
        `<!--pause 500-->${readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8')}`,
        { 'content-type': 'text/javascript' },
      )
    try {
      put(browser.web, '/next', parts)
      // A pointer that is there already counts as well.
      browser.web.clearLog()
      await page.goto(put(browser.web, '/', parts))
      await find(page, action('open'), { within: 'toestemming-ui' })
      const button = await find(page, 'p button')
      await button.hover()
      const asked = () => ownRequests(browser.web.log, host)
      await until('what answers is fetched', () => slow.every((name) => asked().includes(`/toestemming/${name}`)))
      // They have been asked for, so this asks for nothing more and is done when they have come.
      await run(page, `Promise.all(${JSON.stringify(slow)}.map((name) => import('/toestemming/' + name))).then(Boolean)`)
      // In the page, so that nothing comes between the press and the leaving.
      await run(page, `setTimeout(() => { document.querySelector('p button').click(); setTimeout(() => { location.href = '/next' }) })`)
      await until('the next page is there', () => run(page, "location.pathname === '/next' && document.readyState === 'complete'"))
      expect(await run(page, `${JSON.stringify(all)}.filter((id) => toestemming.has(id))`)).toEqual([])
    } finally {
      addLibrary(browser.web, host)
    }
  })

  test('without the library the control is the link that it is', async () => {
    put(browser.web, '/cookies', { body: '<h1>Cookies</h1>' })
    const page = await visit(browser, { tag: '', body: '<a href="/cookies" data-toestemming-action="open">Cookie-instellingen</a>' })
    await pressInShadow(page, 'a')
    await until('the link is followed', () => page.url() === `${address}/cookies`)
  })

  test('destroy() takes everything away and holds what is held', async () => {
    const page = await visit(browser, site)
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, 'toestemming.destroy()')
    expect(await count(page, 'toestemming-ui', { hidden: true })).toBe(0)
    expect(await count(page, view('placeholder'))).toBe(0)
    await run(
      page,
      'try { toestemming.acceptAll() } catch {} document.body.insertAdjacentHTML(\'beforeend\', \'<img data-consent="analytics" data-src="https://meter.example/x.gif">\')',
    )
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual([])
    expect(errorsOf(page)).toEqual([])
  })

  test('a withdrawal in one tab reaches the other within a second, without a reload where nothing has run', async () => {
    const visitor = await browser.visitor()
    const one = await visitor.open(put(browser.web, '/', site))
    await pressInShadow(one, action('accept-all'), { within: view('banner') })
    await until('the script runs', async () => (await ran(one)).length === 1)
    const two = await visitor.open(
      put(browser.web, '/two', {
        config,
        body: '<iframe data-consent="social" data-src="https://film.example/2" title="Film" width="400" height="200"></iframe>',
      }),
    )
    await until('the film is there', () => thirdParties(browser.web.log, host).includes('film.example/2'))
    await run(two, 'window.here = true')
    await run(two, listen('change', 'withdrawal'))
    await run(one, "toestemming.withdraw('social')")
    await until('the other tab follows', async () => (await run(two, "toestemming.has('film')")) === false, 1000)
    await find(two, view('placeholder'), { timeout: 1000 })
    expect(await run(two, 'here')).toBe(true)
    expect(((await run(two, 'heard')) as Heard).map(([name]) => name)).toEqual(expect.arrayContaining(['withdrawal', 'change']))
    await run(one, 'toestemming.acceptAll()')
    await until('and follows a consent', async () => (await run(two, "toestemming.has('film')")) === true, 1000)
  })

  test('the library works from another host, asks nothing of any other, and claims no framework of others', async () => {
    addLibrary(browser.web, 'cdn.example')
    browser.web.addPage(
      'elders.example',
      '/',
      html({ config, tag: '<script src="https://cdn.example/toestemming/toestemming.js"></script>', body: '<p>Tekst</p>' }),
    )
    const page = await browser.open('https://elders.example/')
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await noBanner(page)
    await quiet(browser.web)
    expect([...new Set(thirdParties(browser.web.log, 'elders.example').map((one) => one.split('/')[0]))]).toEqual(['cdn.example'])
    expect(await run(page, "['__tcfapi', '__gpp', '__cmp'].filter((name) => name in window)")).toEqual([])
  })

  test('the tag twice on a page is one library', async () => {
    const page = await visit(browser, { ...site, head: '<script src="/toestemming/toestemming.js"></script>' })
    await bannerAppears(page)
    await comesToChoose(page)
    await run(page, 'toestemming.acceptAll()')
    await until('the script runs', async () => (await ran(page)).length > 0)
    await quiet(browser.web)
    expect(await ran(page)).toEqual(['meter.example/m.js'])
    expect(await count(page, 'toestemming-ui', { hidden: true })).toBe(1)
  })
})
