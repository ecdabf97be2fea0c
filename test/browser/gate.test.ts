/** What waits for consent, by effect: what was asked of whom, what ran, and what the page looks like. */

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  action,
  bannerAppears,
  count,
  errorsOf,
  find,
  inEveryBrowser,
  messagesOf,
  noBanner,
  pressInShadow,
  textOf,
  view,
} from '../support/browser.ts'
import { thirdParties } from '../support/observe.ts'
import { addLibrary, address, configuration, host, html, put, ran, recordOf, run, startSite, visit } from '../support/site.ts'
import { quiet, stays, until } from '../support/until.ts'

const held = (src: string, more = '') => `<script type="text/plain" data-consent="analytics" data-src="${src}" ${more}></script>`

/** One of each kind; every address once. */
const everyKind = `
  <script type="text/plain" data-consent="analytics" data-src="https://a.example/external.js"></script>
  <script type="text/plain" data-consent="analytics">(window.ran = window.ran || []).push('inline')</script>
  <script type="text/plain" data-consent="analytics" data-src="https://a.example/async.js" async></script>
  <script type="text/plain" data-consent="analytics" data-src="https://a.example/defer.js" defer></script>
  <script type="text/plain" data-consent="analytics" data-type="module" data-src="https://a.example/module.mjs"></script>
  <script type="text/plain" data-consent="analytics" data-type="module">import 'https://a.example/imported.mjs'</script>
  <iframe data-consent="social" data-src="https://b.example/frame" title="Kader" width="400" height="200"></iframe>
  <img data-consent="tracking" data-src="https://c.example/pixel.gif" alt="">
  <img data-consent="tracking" data-srcset="https://c.example/set.gif 1x" alt="">
  <picture><source data-consent="tracking" data-srcset="https://c.example/source.gif"><img alt=""></picture>
  <link rel="stylesheet" data-consent="tracking" data-href="https://c.example/style.css">
  <link rel="preload" as="image" data-consent="tracking" data-href="https://c.example/preload.gif">
  <video data-consent="social" data-src="https://b.example/video.mp4" data-poster="https://b.example/poster.gif" preload="auto"></video>
  <audio data-consent="social" data-src="https://b.example/audio.mp4" preload="auto"></audio>
  <video preload="auto"><source data-consent="social" data-src="https://b.example/source.mp4"></video>
  <embed data-consent="social" data-src="https://b.example/embed" type="text/html">
  <object data-consent="social" data-data="https://b.example/object" type="text/html"></object>
  <template data-consent="social"><p id="from-template">Bericht</p><img data-consent="social" data-src="https://b.example/in-template.gif" alt=""></template>`

/** Where no parser of a page has seen it, a template may hold anything: Firefox fetches ahead what it reads in one. */
const withTemplate = `${everyKind}
  <template data-consent="social"><img src="https://b.example/template.gif" alt=""><script src="https://b.example/template.js"></script></template>`

const everyAddress = [
  'a.example/async.js',
  'a.example/defer.js',
  'a.example/external.js',
  'a.example/imported.mjs',
  'a.example/module.mjs',
  'b.example/audio.mp4',
  'b.example/embed',
  'b.example/frame',
  'b.example/in-template.gif',
  'b.example/object',
  'b.example/poster.gif',
  'b.example/source.mp4',
  'b.example/video.mp4',
  'c.example/pixel.gif',
  'c.example/preload.gif',
  'c.example/set.gif',
  'c.example/source.gif',
  'c.example/style.css',
]

/** Players ask for a medium in as many pieces as they like: those count once. */
const asked = (log: Parameters<typeof thirdParties>[0]) => {
  const all = thirdParties(log, host)
  return all.filter((one, index) => !one.endsWith('.mp4') || all.indexOf(one) === index).sort()
}

inEveryBrowser(startSite, (browser) => {
  const asksNothing = async () => {
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual([])
  }
  const asks = (what: string) => until(`${what} is asked for`, () => thirdParties(browser.web.log, host).includes(what))

  test('every kind of element in the markup asks for nothing before consent, and once after it', async () => {
    const page = await visit(browser, { body: everyKind })
    await bannerAppears(page)
    await asksNothing()
    await run(page, 'toestemming.acceptAll()')
    await until('everything is asked for', () => asked(browser.web.log).length >= everyAddress.length)
    await quiet(browser.web)
    expect(asked(browser.web.log)).toEqual(everyAddress)
    expect((await ran(page)).sort()).toEqual(['inline', ...everyAddress.filter((one) => one.startsWith('a.example'))].sort())
    await find(page, '#from-template')
  })

  test('with consent from an earlier visit every kind of element is released while the page is read, once', async () => {
    const visitor = await browser.visitor()
    const first = await visitor.open(
      put(browser.web, '/', { body: '<script type="text/plain" data-consent="analytics tracking social">1</script>' }),
    )
    await bannerAppears(first)
    await run(first, 'toestemming.acceptAll()')
    await noBanner(first)
    for (const path of ['/read', '/read-again']) {
      browser.web.clearLog()
      const page = await visitor.open(put(browser.web, path, { body: everyKind }))
      await until('everything is asked for', () => asked(browser.web.log).length >= everyAddress.length).catch(() => {})
      await quiet(browser.web)
      expect(asked(browser.web.log)).toEqual(everyAddress)
      expect(page.frames().map((frame) => frame.url())).toContain('https://b.example/frame')
      expect((await ran(page)).sort()).toEqual(['inline', ...everyAddress.filter((one) => one.startsWith('a.example'))].sort())
    }
  })

  test('with consent from an earlier visit nothing is released of which the browser has read only half', async () => {
    const visitor = await browser.visitor()
    const external = (path: string) => `<script type="text/plain" data-consent="analytics" data-src="https://a.example/${path}"></script>`
    const body = [
      // What other scripts add meanwhile is behind all that has been read.
      '<script>setInterval(() => document.body.append("text", document.createElement("i"), document.createRange().createContextualFragment("<b></b>")), 50)</script>',
      external('first.js?delay=200'),
      // Its download begins at once, while the page is still read.
      external('second.js'),
      '<script type="text/plain" data-consent="analytics">ran.push("half")<!--pause 900-->;ran.push("whole")</script>',
      '<template data-consent="social"><script>ran.push("in template")</script><!--pause 900--><script>ran.push("and after")</script></template>',
      external('last.js'),
    ].join('')
    const first = await visitor.open(put(browser.web, '/', { body: everyKind }))
    await run(first, 'toestemming.acceptAll()')
    await noBanner(first)
    const page = await visitor.open(put(browser.web, '/halves', { body }))
    await until('everything has run', async () => (await ran(page)).includes('a.example/last.js'))
    expect(await ran(page)).toEqual([
      'a.example/first.js',
      'a.example/second.js',
      'half',
      'whole',
      'in template',
      'and after',
      'a.example/last.js',
    ])
  })

  test('with consent from an earlier visit what a page script has put at the end hides nothing that is read half', async () => {
    const visitor = await browser.visitor()
    const first = await visitor.open(put(browser.web, '/', { body: everyKind }))
    await run(first, 'toestemming.acceptAll()')
    await noBanner(first)
    const body = `<div><script>{
        const script = document.createElement('script')
        script.type = 'text/plain'
        script.dataset.consent = 'analytics'
        script.text = '(window.ran ??= []).push("put in")'
        document.body.append(script)
      }</script><!--pause 500--><p>Tekst</p><script type="text/plain" data-consent="analytics">(window.ran ??= []).push("half");<!--pause 900-->(window.ran ??= []).push("whole")</script></div>`
    const page = await visitor.open(put(browser.web, '/put-in', { body }))
    await until('everything has run', async () => (await ran(page)).length === 3)
    expect(await ran(page)).toEqual(['put in', 'half', 'whole'])
  })

  for (const [when, before] of [
    ['before consent', true],
    ['after consent', false],
  ] as const) {
    test(`every kind of element inserted by script ${when} is held and released just the same`, async () => {
      const page = await visit(browser, {
        body: '<div id="place"></div><script type="text/plain" data-consent="analytics tracking social"></script>',
      })
      await bannerAppears(page)
      if (!before) await run(page, 'toestemming.acceptAll()')
      const insert = `
        const template = document.createElement('template')
        template.innerHTML = ${JSON.stringify(withTemplate)}
        document.querySelector('#place').append(template.content)`
      await run(page, insert)
      if (before) {
        await asksNothing()
        await run(page, 'toestemming.acceptAll()')
      }
      await until('everything is asked for', () => asked(browser.web.log).length >= everyAddress.length + 2)
      await quiet(browser.web)
      expect(asked(browser.web.log)).toEqual([...everyAddress, 'b.example/template.gif', 'b.example/template.js'].sort())
    })
  }

  test('what is inserted by innerHTML, insertAdjacentHTML, a router or an attribute is held, and released once', async () => {
    const page = await visit(browser, { body: `<main></main>${held('https://a.example/first.js')}` })
    await bannerAppears(page)
    await run(
      page,
      `{
        const main = document.querySelector('main')
        main.innerHTML = '<p><img data-consent="analytics" data-src="https://a.example/inner.gif" alt=""></p>'
        main.insertAdjacentHTML('beforeend', '<div><iframe data-consent="analytics" data-src="https://a.example/adjacent"></iframe></div>')
        const image = document.createElement('img')
        main.append(image)
        image.setAttribute('data-src', 'https://a.example/attribute.gif')
        image.setAttribute('data-consent', 'analytics')
      }`,
    )
    await asksNothing()
    await run(page, 'toestemming.acceptAll()')
    await asks('a.example/adjacent')
    await run(
      page,
      `const view = document.createElement('section')
       view.innerHTML = '<script type="text/plain" data-consent="analytics" data-src="https://a.example/route.js"><\\/script>'
       document.querySelector('main').replaceChildren(view)`,
    )
    await asks('a.example/route.js')
    await quiet(browser.web)
    expect(asked(browser.web.log)).toEqual(
      ['adjacent', 'attribute.gif', 'first.js', 'inner.gif', 'route.js'].map((one) => `a.example/${one}`),
    )
  })

  test('what a released script puts in the page, marked, is held as its own marks say, and released once', async () => {
    const page = await visit(browser, {
      body: `<script type="text/plain" data-consent="analytics">
        const put = (name, values, data) => {
          const element = Object.assign(document.createElement(name), values)
          Object.assign(element.dataset, data)
          document.body.append(element)
        }
        put('script', { type: 'text/plain', text: "(window.ran = window.ran || []).push('inner')" }, { consent: 'analytics' })
        put('script', { type: 'text/plain' }, { consent: 'analytics', src: 'https://a.example/inner.js' })
        put('iframe', { title: 'Kader' }, { consent: 'analytics', src: 'https://a.example/frame' })
        put('script', { type: 'text/plain' }, { consent: 'tracking', src: 'https://c.example/other.js' })
        put('img', { alt: '' }, { consent: 'tracking', src: 'https://c.example/other.gif' })
      </script>`,
    })
    await bannerAppears(page)
    const seen = async (addresses: readonly string[], scripts: readonly string[]) => {
      await until('all are asked for', () => addresses.every((one) => asked(browser.web.log).includes(one))).catch(() => {})
      await quiet(browser.web)
      expect([asked(browser.web.log), (await ran(page)).sort()]).toEqual([addresses, scripts])
    }
    await seen([], [])
    await run(page, 'toestemming.save({ analytics: true })')
    await seen(['a.example/frame', 'a.example/inner.js'], ['a.example/inner.js', 'inner'])
    await run(page, 'toestemming.acceptAll()')
    await seen(
      ['a.example/frame', 'a.example/inner.js', 'c.example/other.gif', 'c.example/other.js'],
      ['a.example/inner.js', 'c.example/other.js', 'inner'],
    )
  })

  test('each element is released once, whatever is answered, scanned or moved afterwards', async () => {
    const page = await visit(browser, {
      body: `<div id="one">${held('https://a.example/once.js')}<img data-consent="tracking" data-src="https://c.example/once.gif" alt=""></div><div id="two"></div>`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await asks('c.example/once.gif')
    await run(
      page,
      `toestemming.acceptAll(); toestemming.save({ analytics: true }); toestemming.scan(document); toestemming.scan(document.body)
       two.append(...one.childNodes); toestemming.acceptAll()`,
    )
    await quiet(browser.web)
    expect(asked(browser.web.log)).toEqual(['a.example/once.js', 'c.example/once.gif'])
    expect(await ran(page)).toEqual(['a.example/once.js'])
  })

  test('scripts run in the order of the document while their downloads run side by side', async () => {
    const page = await visit(browser, {
      head: held('https://a.example/one.js?delay=900'),
      body: `<script type="text/plain" data-consent="analytics">ran.push('two, inline')</script>
        ${held('https://b.example/three.js?delay=300')}${held('https://c.example/soon.js', 'async')}
        <script type="text/plain" data-consent="analytics">ran.push('four, inline')</script>
        ${held('https://a.example/five.js')}`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await until('the last has run', async () => (await ran(page)).includes('a.example/five.js'))
    expect(await ran(page)).toEqual([
      'c.example/soon.js',
      'a.example/one.js',
      'two, inline',
      'b.example/three.js',
      'four, inline',
      'a.example/five.js',
    ])
    const times = browser.web.log.filter((entry) => entry.host !== host).map(({ time }) => time)
    expect(times).toHaveLength(4)
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(800)
  })

  test('deferred scripts and modules keep their order too, and come after the others', async () => {
    const page = await visit(browser, {
      body: `${held('https://a.example/deferred.js?delay=400', 'defer')}
        ${held('https://a.example/module.mjs?delay=200', 'data-type="module"')}
        ${held('https://a.example/deferred-too.js', 'defer')}
        ${held('https://a.example/plain.js')}`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await until('four have run', async () => (await ran(page)).length === 4)
    expect(await ran(page)).toEqual(['plain.js', 'deferred.js', 'module.mjs', 'deferred-too.js'].map((one) => `a.example/${one}`))
  })

  test('inline modules run in their order and hold up nothing that follows', async () => {
    const module = (code: string) => `<script type="text/plain" data-consent="analytics" data-type="module">${code}</script>`
    const page = await visit(browser, {
      body: `${module("(window.ran ??= []).push('one')")}${module("(window.ran ??= []).push('two')")}${held('https://a.example/module.mjs', 'data-type="module"')}${module("(window.ran ??= []).push('three')")}`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await until('all have run', async () => (await ran(page)).length === 4, 4000)
    expect(await ran(page)).toEqual(['one', 'two', 'a.example/module.mjs', 'three'])
  })

  test('a thousand elements put in by one call take no time', async () => {
    const page = await visit(browser, { config: { owner: 'Voorbeeld BV' }, body: '<main></main>' })
    const took = (count: number) =>
      run(
        page,
        `(() => { const images = Array.from({ length: ${count} }, () => { const one = new Image(); one.src = 'data:,'; return one }); const begin = performance.now(); document.querySelector('main').replaceChildren(...images); return performance.now() - begin })()`,
      ) as Promise<number>
    await took(200)
    const [few, many] = [await took(200), await took(2000)]
    // Ten times as many take about ten times as long, not a hundred.
    expect(many).toBeLessThan(Math.max(few, 5) * 40)
  })

  test('a released script keeps its attributes, its place and its handlers', async () => {
    const body =
      'window.seen={...document.currentScript.dataset,before:document.currentScript.previousElementSibling.id,after:document.currentScript.nextElementSibling.id}'
    const integrity = `sha256-${createHash('sha256').update(body).digest('base64')}`
    const page = await visit(browser, {
      body: `<i id="before"></i>${held(
        `https://a.example/kept.js?body=${encodeURIComponent(body)}`,
        `class="een twee" id="kept" data-site="42" nonce="abc" integrity="${integrity}" crossorigin="anonymous" referrerpolicy="no-referrer" fetchpriority="low" title="Meting" onload="window.loaded = this.id"`,
      )}<i id="after"></i>${held('https://a.example/wrong.js', `integrity="${integrity}" crossorigin="anonymous" onerror="window.failed = true"`)}`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await until('both handlers were called', () => run(page, 'window.loaded && window.failed') as Promise<boolean>)
    expect(await run(page, 'loaded')).toBe('kept')
    expect(await run(page, 'seen')).toMatchObject({ site: '42', before: 'before', after: 'after' })
    expect(
      await run(
        page,
        '(({ nonce, integrity, crossOrigin, referrerPolicy, fetchPriority, className, title, src }) => ({ nonce, integrity, crossOrigin, referrerPolicy, fetchPriority, className, title, src }))(kept)',
      ),
    ).toEqual({
      nonce: 'abc',
      integrity,
      crossOrigin: 'anonymous',
      referrerPolicy: 'no-referrer',
      fetchPriority: 'low',
      className: 'een twee',
      title: 'Meting',
      src: `https://a.example/kept.js?body=${encodeURIComponent(body)}`,
    })
    const sent = browser.web.log.find(({ path }) => path === '/kept.js')?.headers
    expect(sent?.referer).toBeUndefined()
    expect(sent?.origin).toBe(address)
    expect(await ran(page)).toEqual([])
  })

  test('a handler given by script is kept', async () => {
    const page = await visit(browser, { body: '<p></p>' })
    await run(
      page,
      `const script = document.createElement('script')
       script.type = 'text/plain'
       script.dataset.consent = 'analytics'
       script.dataset.src = 'https://a.example/property.js'
       script.onload = () => { window.loaded = true }
       document.body.append(script)`,
    )
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await until('the handler was called', () => run(page, 'window.loaded') as Promise<boolean>)
  })

  test('a strict content security policy stops neither the library nor what it releases', async () => {
    const page = await browser.open(
      put(
        browser.web,
        '/strict',
        {
          tag: '<script nonce="n0nce" src="/toestemming/toestemming.js"></script>',
          body: `${held('https://a.example/strict.js', 'nonce="n0nce"')}<script type="text/plain" data-consent="analytics" nonce="n0nce">ran.push('inline')</script>
            <iframe data-consent="social" data-src="https://b.example/frame" title="Kader" width="400" height="300"></iframe>
            <template data-consent="social"><script type="text/plain" data-src="https://b.example/template.js" data-consent="social"></script></template>`,
        },
        {
          'content-security-policy':
            "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; style-src 'self'; frame-src https:; connect-src 'self'",
        },
      ),
    )
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await until('the inline script has run', async () => (await ran(page)).includes('inline'))
    await asks('b.example/template.js')
    await quiet(browser.web)
    expect(await ran(page)).toEqual(['a.example/strict.js', 'inline', 'b.example/template.js'])
    expect(errorsOf(page).filter((text) => !text.includes('favicon'))).toEqual([])
  })

  test('a vendor that throws, fails, hangs or is nonsense stops nothing else', async () => {
    const page = await visit(browser, {
      body: `${held('https://a.example/throws.js?throw')}${held('https://a.example/fails.js?status=500')}
        <script type="text/plain" data-consent="analytics">this is no JavaScript</script>
        ${held('https://')}${held('https://a.example/hangs.js?hang')}
        <script type="text/plain" data-consent="analytics" data-type="module">import 'https://a.example/missing.mjs?status=404'</script>
        ${held('https://a.example/later.js')}<script type="text/plain" data-consent="analytics">ran.push('inline')</script>
        <img data-consent="analytics" data-src="https://a.example/image.gif" alt="">${held('https://a.example/soon.js', 'async')}`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await asks('a.example/image.gif')
    await until('what came after it has run', async () => (await ran(page)).includes('inline'), 12_000)
    // An async script comes when it comes.
    await until('the async script has run', async () => (await ran(page)).includes('a.example/soon.js'))
    expect((await ran(page)).filter((one) => !one.includes('soon'))).toEqual(['a.example/throws.js', 'a.example/later.js', 'inline'])
    await pressInShadow(page, action('open'), { within: 'toestemming-ui' })
    await find(page, view('preferences'))
  })

  test('a strange element in the page stops nothing else', async () => {
    const page = await visit(browser, {
      body: `<form data-consent-form="recaptcha"><input name="getAttribute"><input name="localName"></form>
        <script type="text/plain" data-consent="analytics" data-src="https://a.example/odd.js" @click="x" [bound]="y" 1="z"></script>
        <img data-consent="analytics" data-src="http://[" alt=""><svg><script type="text/plain" data-consent="analytics" data-src="https://a.example/svg.js"></script></svg>
        <svg data-consent="analytics"></svg><p data-consent=""></p><p data-consent="   "></p>
        ${held('https://a.example/normal.js')}`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await asks('a.example/normal.js')
    await asks('a.example/odd.js')
    await asks('a.example/svg.js')
  })

  test('an element of an unknown category is never released, and the developer is told once, with the nearest name', async () => {
    const page = await visit(browser, {
      body: `${held('https://a.example/known.js')}<img data-consent="analitics" data-src="https://a.example/unknown.gif" alt="">`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await asks('a.example/known.js')
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual(['a.example/known.js'])
    const told = messagesOf(page).filter(({ text }) => text.includes('analitics'))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('Did you mean "analytics"?')
  })

  test('a script that was not given type="text/plain" is reported: it cannot be held', async () => {
    const page = await visit(browser, { body: `<script data-consent="analytics" src="https://a.example/unheld.js"></script>` })
    await bannerAppears(page)
    await until('the developer is told', () => messagesOf(page).some(({ text }) => text.includes('text/plain')))
    await run(page, 'toestemming.acceptAll()')
    await quiet(browser.web)
    expect(await ran(page)).toEqual(['a.example/unheld.js'])
  })

  test('two categories are both needed', async () => {
    const page = await visit(browser, {
      body: `<script type="text/plain" data-consent="analytics tracking" data-src="https://a.example/both.js"></script>${held('https://a.example/one.js')}`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.save({ analytics: true, tracking: false })')
    await asks('a.example/one.js')
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual(['a.example/one.js'])
    await run(page, 'toestemming.save({ tracking: true })')
    await asks('a.example/both.js')
  })

  test('"!social" is there only while social is not granted', async () => {
    const page = await visit(browser, {
      body: `<template data-consent="!social"><p id="instead">Zonder video</p></template><img data-consent="!social" data-src="/own.gif" alt="">
        <template data-consent="social"><p id="film">Video</p></template>`,
    })
    await bannerAppears(page)
    await find(page, '#instead')
    expect(await count(page, '#film', { hidden: true })).toBe(0)
    await until('the image is asked for', () => browser.web.log.some(({ path }) => path === '/own.gif'))
    await run(page, 'toestemming.save({ social: true })')
    await find(page, '#film')
    expect(await count(page, '#instead', { hidden: true })).toBe(0)
    expect(await run(page, "document.querySelector('img').hasAttribute('src')")).toBe(false)
    await run(page, "toestemming.withdraw('social')")
    await find(page, '#instead')
    expect(await count(page, '#film', { hidden: true })).toBe(0)
  })

  test('one service can be granted by itself: the attribute ties an element to it, and without that its host does', async () => {
    const page = await visit(browser, {
      config: configuration,
      body: `<iframe data-consent="social" data-service="film" data-src="https://elders.example/film" title="Film" width="300" height="200"></iframe>
        <iframe data-consent="social" data-src="https://www.film.example/embed/1" title="Film" width="300" height="200"></iframe>
        <iframe data-consent="social" data-src="https://film.example.kwaad.example/embed/1" title="Ander" width="300" height="200"></iframe>
        <iframe data-consent="social" data-src="https://bericht.example/1" title="Bericht" width="300" height="200"></iframe>`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.save({ film: true })')
    await asks('elders.example/film')
    await asks('www.film.example/embed/1')
    await quiet(browser.web)
    expect(asked(browser.web.log)).toEqual(['elders.example/film', 'www.film.example/embed/1'])
    await run(page, 'toestemming.save({ social: true, film: false })')
    await asks('bericht.example/1')
    await quiet(browser.web)
    expect(asked(browser.web.log)).toEqual([
      'bericht.example/1',
      'elders.example/film',
      'film.example.kwaad.example/embed/1',
      'www.film.example/embed/1',
    ])
  })

  test('a shadow root handed to scan() is gated, now and later', async () => {
    const page = await visit(browser, { body: `<x-card></x-card>${held('https://a.example/light.js')}` })
    await bannerAppears(page)
    await run(
      page,
      `window.root = document.querySelector('x-card').attachShadow({ mode: 'open' })
       root.innerHTML = '<img data-consent="analytics" data-src="https://a.example/in-shadow.gif" alt="">'
       toestemming.scan(root)
       root.append(document.createElement('section'))
       root.lastChild.innerHTML = '<img data-consent="analytics" data-src="https://a.example/later.gif" alt="">'`,
    )
    await asksNothing()
    await run(page, 'toestemming.acceptAll()')
    await asks('a.example/in-shadow.gif')
    await asks('a.example/later.gif')
    await run(page, `root.lastChild.innerHTML = '<img data-consent="analytics" data-src="https://a.example/last.gif" alt="">'`)
    await asks('a.example/last.gif')
  })

  test('a placeholder names the provider, takes the room of the frame, asks for nothing and loads just this one', async () => {
    const page = await visit(browser, {
      config: configuration,
      body: `<p>Voor</p><iframe data-consent="social" data-src="https://film.example/embed/1" title="Rondleiding" width="480" height="270"></iframe><p id="na">Na</p>
        <iframe data-consent="social" data-src="https://film.example/embed/2" title="Tweede" width="480" height="270"></iframe>`,
    })
    const placeholder = await find(page, view('placeholder'))
    const text = await textOf(placeholder)
    expect(text).toContain('Filmhuis')
    const box = await placeholder.boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(479)
    expect(box?.height).toBeGreaterThanOrEqual(269)
    expect(await count(page, 'a[href="https://film.example/privacy"]', { within: view('placeholder') })).toBe(2)
    await asksNothing()
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await pressInShadow(page, action('load-once'), { within: view('placeholder'), key: 'Enter' })
    await asks('film.example/embed/1')
    await quiet(browser.web)
    expect(thirdParties(browser.web.log, host)).toEqual(['film.example/embed/1'])
    expect(await count(page, view('placeholder'))).toBe(1)
    expect(await run(page, 'document.activeElement.localName')).toBe('iframe')
    expect(Object.values((await recordOf(page)).answers)).not.toContain('yes')
    browser.web.clearLog()
    await page.reload()
    await find(page, view('placeholder'))
    await asksNothing()
  })

  test('"always" on a placeholder loads everything of that provider, also on the next visit, until it is withdrawn', async () => {
    const page = await visit(browser, {
      config: configuration,
      body: `<iframe data-consent="social" data-src="https://film.example/embed/1" title="Een" width="480" height="270"></iframe>
        <iframe data-consent="social" data-src="https://film.example/embed/2" title="Twee" width="480" height="270"></iframe>
        <iframe data-consent="social" data-src="https://bericht.example/3" title="Drie" width="480" height="270"></iframe>`,
    })
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await pressInShadow(page, action('load-always'), { within: view('placeholder') })
    await asks('film.example/embed/2')
    await quiet(browser.web)
    expect(asked(browser.web.log)).toEqual(['film.example/embed/1', 'film.example/embed/2'])
    expect(await recordOf(page)).toMatchObject({ source: 'placeholder', answers: { film: 'yes', bericht: 'no' } })
    browser.web.clearLog()
    await page.reload()
    await asks('film.example/embed/2')
    await quiet(browser.web)
    expect(asked(browser.web.log)).toEqual(['film.example/embed/1', 'film.example/embed/2'])
    await run(page, "window.here = true; toestemming.withdraw('film')")
    await until('three placeholders are back', async () => (await count(page, view('placeholder'))) === 3)
    expect(await run(page, "[...document.querySelectorAll('iframe')].filter((frame) => frame.hasAttribute('src')).length")).toBe(0)
    expect(page.frames()).toHaveLength(4)
    expect(page.frames().filter((frame) => frame.url().includes('example/embed'))).toEqual([])
    expect(await run(page, 'window.here')).toBe(true)
  })

  test('after a withdrawal from a script that ran the page reloads by itself and the script stays held', async () => {
    const page = await visit(browser, { config: configuration, body: held('https://meter.example/m.js') })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await until('the script has run', async () => (await ran(page)).length === 1)
    await run(page, 'window.here = true')
    browser.web.clearLog()
    await run(page, "toestemming.withdraw('meter')")
    await until(
      'the page is a new one',
      async () => (await run(page, 'window.here')) === undefined && (await run(page, 'document.readyState')) === 'complete',
    )
    await asksNothing()
    expect(await ran(page)).toEqual([])
    expect((await recordOf(page)).answers).toMatchObject({ meter: 'no', film: 'yes' })
  })

  test('an owner can have the visitor asked to reload instead', async () => {
    const page = await visit(browser, { config: { ...configuration, withdrawal: 'ask' }, body: held('https://meter.example/m.js') })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await until('the script has run', async () => (await ran(page)).length === 1)
    await run(page, "window.here = true; toestemming.withdraw('meter')")
    await stays('the page is not reloaded', async () => (await run(page, 'window.here')) === true, 1500)
  })

  test('consent is asked again just before each insertion', async () => {
    const page = await visit(browser, {
      config: { ...configuration, withdrawal: 'ask' },
      body: `${held('https://a.example/slow.js?delay=900')}${held('https://a.example/next.js')}<script type="text/plain" data-consent="analytics">ran.push('inline')</script>`,
    })
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await asks('a.example/slow.js')
    await run(page, 'toestemming.rejectAll()')
    await stays('nothing that waited its turn has run', async () => !(await ran(page)).some((one) => one !== 'a.example/slow.js'), 1800)
  })

  test('without the library everything stays held and the page works', async () => {
    const page = await visit(browser, {
      tag: '<script src="/toestemming/gone.js?status=404"></script>',
      body: `${everyKind}<button onclick="this.textContent = 'gedrukt'">Druk</button>`,
    })
    await pressInShadow(page, 'button')
    expect(await run(page, "document.querySelector('button').textContent")).toBe('gedrukt')
    await asksNothing()
  })

  for (const part of ['ui.js', 'storage.js', 'blocks.js', 'placeholders.js', 'box.js']) {
    test(`without ${part} nothing is released unasked, what is allowed is, and nothing breaks`, async () => {
      const other = `without-${part.replace('.', '-')}.example`
      addLibrary(browser.web, other, part)
      browser.web.addPage(other, '/', html({ body: `${everyKind}<button onclick="this.textContent = 'gedrukt'">Druk</button>` }))
      const page = await browser.open(`https://${other}/`)
      if (part !== 'ui.js') await bannerAppears(page)
      await quiet(browser.web)
      expect(thirdParties(browser.web.log, other)).toEqual([])
      await pressInShadow(page, 'body > button')
      expect(await run(page, "document.querySelector('body > button').textContent")).toBe('gedrukt')
      await run(page, 'toestemming.acceptAll()')
      await until('everything is asked for', () => new Set(thirdParties(browser.web.log, other)).size === everyAddress.length)
      expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
    })
  }

  test('until a configuration that was named has arrived everything is held, also what was granted before', async () => {
    const put404 = (status: string) =>
      browser.web.addPage(host, '/config.json', JSON.stringify(configuration), { 'content-type': 'application/json', ':status': status })
    const tag = '<script src="/toestemming/toestemming.js" data-config="/config.json"></script>'
    put404('200')
    const visitor = await browser.visitor()
    const page = await visitor.open(put(browser.web, '/', { tag, body: held('https://meter.example/m.js') }))
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await asks('meter.example/m.js')
    browser.web.clearLog()
    await page.reload()
    await asks('meter.example/m.js')

    put404('404')
    browser.web.clearLog()
    await page.reload()
    await asksNothing()
    expect(await run(page, "toestemming.has('analytics')")).toBe(false)
    // A moment later: it may be no more than a visitor who goes on to the next page.
    const told = () => errorsOf(page).filter((text) => text.includes('/config.json') && text.includes('toestemming'))
    await until('it is told', () => told().length > 0)
    expect(told()).toHaveLength(1)

    browser.web.clearLog()
    const waiting = await visitor.open(
      put(browser.web, '/hangs', { tag: tag.replace('config.json', 'config.json?hang'), body: held('https://meter.example/m.js') }),
    )
    await asksNothing()
    expect(await run(waiting, "toestemming.has('analytics')")).toBe(false)
  })
})
