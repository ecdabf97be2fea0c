/** Pages that are strange, damaged or in the way: what was not granted does not run, and the page goes on working. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { bannerAppears, inEveryBrowser, type TestBrowser } from '../../../support/browser.ts'
import { type PageParts, put, ran, run, startSite } from '../../../support/site.ts'
import { quiet } from '../../../support/until.ts'
import { codeOf, listed, requested, settings, soon, uncaught } from '../../../support/vector.ts'

const breaking = codeOf(import.meta.url)
const vendor = `https://${listed}`

/** Works without the library: a button of the page's own. */
const button = `<button id="own" style="position:fixed;top:0;left:0;width:90px;height:40px" onclick="this.textContent = 'pressed'">Press</button>`
const marked = (name: string) =>
  `<script type="text/plain" data-consent="analytics" data-src="${vendor}/${name}.js"></script><img data-consent="analytics" data-src="${vendor}/${name}.gif" alt="">`
/** What a script of the page does, with the functions that it keeps from before whatever happens to them. */
const keep = `<script>window.kept = { createElement: document.createElement.bind(document), append: Node.prototype.appendChild }</script>`
const insert = (name: string) => `<script>{
  const script = kept.createElement('script')
  script.src = '${vendor}/${name}.js'
  kept.append.call(document.body, script)
  const image = kept.createElement('img')
  image.src = '${vendor}/${name}.gif'
  const frame = kept.createElement('iframe')
  frame.src = '${vendor}/${name}'
  kept.append.call(document.body, frame)
  window.arrived = '${name}'
}</script>`

inEveryBrowser(startSite, (browser) => {
  const open = (parts: PageParts, at: TestBrowser = browser) =>
    at.open(put(browser.web, '/hostile', { config: settings, ...parts }), { wait: 'domcontentloaded' })
  const asksNothing = async () => {
    await quiet(browser.web, 400)
    expect(requested(browser.web)).toEqual([])
  }
  const works = async (page: Page) => {
    // By its place: the page may have broken whatever finds an element.
    await page.mouse.click(45, 20)
    await soon(async () => (await run(page, "document.getElementById('own').textContent")) === 'pressed')
    expect(await run(page, "document.getElementById('own').textContent")).toBe('pressed')
  }
  const asks = async (...all: string[]) => {
    await soon(() => requested(browser.web).length >= all.length)
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual(all.map((one) => `${listed}/${one}`).sort())
  }

  test('a thousand gated elements inside each other wait and are released, marked and unmarked', async () => {
    const page = await open({
      body: `${button}<div id="place"></div><script>
        let inner = place
        for (let index = 0; index < 1000; index++) {
          const outer = document.createElement('div')
          outer.dataset.consent = 'analytics'
          if (index % 100 === 0) {
            const image = document.createElement('img')
            image.dataset.consent = 'analytics'
            image.dataset.src = '${vendor}/marked' + index + '.gif'
            const unmarked = document.createElement('img')
            unmarked.src = '${vendor}/unmarked' + index + '.gif'
            outer.append(image, unmarked)
          }
          inner.append(outer)
          inner = outer
        }
        let markup = '<img data-consent="analytics" data-src="${vendor}/innermost.gif">'
        for (let index = 0; index < 40; index++) markup = '<template data-consent="analytics">' + markup + '</template>'
        place.insertAdjacentHTML('beforeend', markup)
      </script>`,
    })
    await asksNothing()
    await works(page)
    const start = Date.now()
    await run(page, 'toestemming.acceptAll()')
    const numbers = Array.from({ length: 10 }, (_, index) => index * 100)
    await asks('innermost.gif', ...numbers.flatMap((index) => [`marked${index}.gif`, `unmarked${index}.gif`]))
    expect(Date.now() - start).toBeLessThan(8000)
    expect(uncaught(page)).toEqual([])
  })

  test('an address that is a script runs neither before consent nor by being released', async () => {
    const attack = `top.executed = (top.executed || []).concat`
    const mark = 'data-consent="analytics"'
    const frame = `${attack}('javascript frame')`
    const body = `${button}${marked('good')}
      <iframe ${mark} data-src="javascript:${frame}" title=""></iframe>
      <iframe ${mark} data-src=" java&#10;script:${attack}('javascript frame with a line')" title=""></iframe>
      <iframe ${mark} data-src="JAVASCRIPT:${attack}('javascript frame in capitals')" title=""></iframe>
      <iframe ${mark} data-src="&#1;javascript:${attack}('javascript frame with a control')" title=""></iframe>
      <embed ${mark} data-src="javascript:${attack}('javascript embed')">
      <object ${mark} data-data="javascript:${attack}('javascript object')"></object>
      <img ${mark} data-src="javascript:${attack}('javascript image')" alt="">
      <script type="text/plain" ${mark} data-src="javascript:${attack}('javascript script')"></script>
      <link rel="stylesheet" ${mark} data-href="javascript:${attack}('javascript link')">
      <template ${mark}><iframe data-src="javascript:${attack}('javascript in a template')" title=""></iframe></template>`
    const page = await open({ body })
    await asksNothing()
    expect(await run(page, 'window.executed')).toBeUndefined()
    await run(page, 'toestemming.acceptAll()')
    await asks('good.gif', 'good.js')
    await run(page, 'new Promise((resolve) => setTimeout(resolve, 200))')
    expect(await run(page, 'window.executed')).toBeUndefined()
    await works(page)
    expect(uncaught(page)).toEqual([])
  })

  test('data: and blob: addresses that are marked run nothing before consent', async () => {
    const note = (what: string) => `top.executed=(top.executed||[]).concat('${what}')`
    const page = await open({
      body: `${button}${marked('good')}
        <script type="text/plain" data-consent="analytics" data-src="data:text/javascript,${note('data')}"></script>
        <script>
          const add = (tag, src, more) => document.body.append(Object.assign(document.createElement(tag), more, { }))
          const blob = URL.createObjectURL(new Blob(["${note('blob')}"], { type: 'text/javascript' }))
          const script = document.createElement('script')
          script.type = 'text/plain'
          script.dataset.consent = 'analytics'
          script.dataset.src = blob
          document.body.append(script)
          const frame = document.createElement('iframe')
          frame.dataset.consent = 'analytics'
          frame.dataset.src = URL.createObjectURL(new Blob(["<script>${note('blob frame')}<\\/script>"], { type: 'text/html' }))
          document.body.append(frame)
        </script>`,
    })
    await asksNothing()
    expect(await run(page, 'window.executed')).toBeUndefined()
    await run(page, 'toestemming.rejectAll()')
    await asksNothing()
    expect(await run(page, 'window.executed')).toBeUndefined()
    await works(page)
  })

  test('markup in attributes, in the configuration and in addresses stays text', async () => {
    const attack = `<img src=x onerror="top.executed=1"><script>top.executed=1</script>`
    const attribute = `&quot;&gt;${attack.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}`
    const config = {
      owner: attack,
      services: [
        {
          ...settings.services[0],
          category: 'social',
          provider: attack,
          title: attack,
          purpose: attack,
          cookies: [{ name: 'a', duration: 'P1Y', purpose: attack }],
        },
      ],
    }
    const page = await open({
      config: JSON.stringify(config).replaceAll('<', '\\u003c'),
      body: `${button}
        <iframe data-consent="social" data-src="${vendor}/frame" title="${attribute}" data-service="${attribute}"></iframe>
        <iframe data-consent="social" data-src="${vendor}/film" title="${attribute}" width="300" height="200"></iframe>
        <iframe data-consent="${attribute}" data-src="${vendor}/none" title=""></iframe>
        <img data-consent="social" data-src="${attribute}" alt="${attribute}">
        <div data-toestemming="cookies"></div><div data-toestemming="settings"></div>`,
    })
    await bannerAppears(page)
    await asksNothing()
    await run(page, "toestemming.open('preferences')")
    await quiet(browser.web)
    await run(page, 'toestemming.acceptAll()')
    await quiet(browser.web)
    expect(await run(page, 'window.executed')).toBeUndefined()
    expect(uncaught(page)).toEqual([])
  })

  test('what is moved while it waits is released once, where it is; what is marked and taken away is not', async () => {
    const page = await open({
      body: `${button}<div id="one">${marked('moved')}</div><div id="two"></div><div id="three">${marked('removed')}<iframe data-consent="analytics" data-src="${vendor}/removed"></iframe></div>
        <div id="four"></div><div id="five"></div>
        <script>
          const script = document.createElement('script')
          script.src = '${vendor}/inserted.js'
          four.append(script)
          const frame = document.createElement('iframe')
          frame.src = '${vendor}/inserted'
          four.append(frame)
          const gone = document.createElement('iframe')
          gone.src = '${vendor}/gone'
          four.append(gone)
        </script>`,
    })
    await asksNothing()
    await run(
      page,
      `two.append(...one.childNodes); three.remove(); gone.remove(); five.append(...four.childNodes); four.append(frame); four.normalize()`,
    )
    await asksNothing()
    await run(page, 'toestemming.acceptAll()')
    await asks('inserted', 'inserted.js', 'moved.gif', 'moved.js')
    expect(await run(page, "[two.querySelector('img').src, script.parentNode.id, frame.parentNode.id]")).toEqual([
      `${vendor}/moved.gif`,
      'five',
      'four',
    ])
    await run(page, 'five.append(frame.previousSibling ?? script); toestemming.acceptAll()')
    await asks('inserted', 'inserted.js', 'moved.gif', 'moved.js')
    expect(await ran(page)).toHaveLength(2)
    expect(uncaught(page)).toEqual([])
  })

  for (const [when, parts] of [
    ['before', (code: string) => ({ first: `${keep}<script>{${code}}</script>` })],
    ['after', (code: string) => ({ head: `${keep}<script>{${code}}</script>` })],
  ] as const) {
    // In WebKit one asks a page with the natives of that page.
    test.skipIf(browser.name === 'webkit')(
      `natives that the page has broken ${when} the library let nothing through that waits, and the page works`,
      async () => {
        const page = await open({ ...parts(breaking), body: `${button}${marked('marked')}${insert('inserted')}` })
        await quiet(browser.web, 500)
        const seen = requested(browser.web)
        // Where even the natives that it starts with are broken the library may not be there, and holds what is marked only.
        expect(when === 'before' ? seen.filter((one) => one.includes('marked')) : seen).toEqual([])
        await works(page)
      },
    )

    test(`natives that the page has wrapped ${when} the library, as monitoring tools do, change nothing`, async () => {
      const wrapping = `
        const wrap = (object, name) => {
          const original = object[name]
          object[name] = function (...all) { (window.calls = window.calls || []).push(name); return original.apply(this, all) }
        }
        for (const name of ['setAttribute', 'append', 'insertAdjacentHTML']) wrap(Element.prototype, name)
        for (const name of ['appendChild', 'insertBefore', 'replaceChild', 'cloneNode']) wrap(Node.prototype, name)
        for (const name of ['addEventListener', 'removeEventListener']) wrap(EventTarget.prototype, name)
        for (const name of ['open', 'send']) wrap(XMLHttpRequest.prototype, name)
        for (const name of ['fetch', 'setTimeout']) wrap(window, name)
        for (const name of ['createElement', 'write']) wrap(Document.prototype, name)
        for (const [object, name] of [[HTMLScriptElement.prototype, 'src'], [HTMLImageElement.prototype, 'src'], [Element.prototype, 'innerHTML']]) {
          const { get, set, ...rest } = Object.getOwnPropertyDescriptor(object, name)
          Object.defineProperty(object, name, { ...rest, get() { return get.call(this) }, set(value) { set.call(this, value) } })
        }`
      const body = `${button}${marked('marked')}${insert('inserted')}<script>document.write('<img src="${vendor}/written.gif">'); fetch('${vendor}/fetch').catch(() => (window.refused = true))</script>`
      const page = await open({ ...parts(wrapping), body })
      await asksNothing()
      await soon(() => run(page, 'window.refused') as Promise<boolean>)
      expect(await run(page, 'window.refused')).toBe(true)
      await run(page, 'toestemming.acceptAll()')
      await asks('inserted', 'inserted.gif', 'inserted.js', 'marked.gif', 'marked.js', 'written.gif')
      expect((await ran(page)).sort()).toEqual([`${listed}/inserted.js`, `${listed}/marked.js`])
      await works(page)
      expect(uncaught(page)).toEqual([])
    })
  }

  for (const [what, first, head] of [
    ['takes our name for something else', 'window.toestemming = 7', ''],
    ['has an element with our name', 'document.documentElement.id = "toestemming"', ''],
    ['throws our name away', '', 'delete window.toestemming; window.toestemming = null'],
    ['has no MutationObserver', 'MutationObserver = undefined', ''],
    [
      'freezes it and puts things in the way',
      '',
      'Object.freeze(window.toestemming); Object.prototype.consent = 1; Object.prototype.src = "x"; Array.prototype.extra = () => {}',
    ],
  ] as const)
    test(`a page that ${what} has nothing released, and works`, async () => {
      const page = await open({
        first: `${keep}${first && `<script>${first}</script>`}`,
        ...(head && { head: `<script>${head}</script>` }),
        body: `${button}${marked('marked')}${insert('inserted')}`,
      })
      await asksNothing()
      expect(await run(page, 'window.arrived')).toBe('inserted')
      await works(page)
      // Where nothing can be watched no banner can be drawn, which is told.
      expect(uncaught(page).filter((one) => !one.includes('MutationObserver'))).toEqual([])
    })

  test('forms whose fields take the names of properties are no obstacle', async () => {
    const page = await open({
      body: `${button}<form id="form"><input name="setAttribute"><input name="parentNode"><input name="nodeName"><input name="localName"><input name="attributes"><input name="childNodes"><input name="nodeType"><input name="querySelectorAll"><input name="getAttribute"><input name="isConnected"><input name="closest"><input name="matches"><input name="querySelector"><input name="tagName"></form>
        <form data-consent-form="recaptcha" data-sitekey="k"><input name="matches"><button>Versturen</button></form>
        <script>
          for (const press of ['pointerdown', 'mousedown', 'click']) form.dispatchEvent(new MouseEvent(press, { bubbles: true }))
          window.copied = form.getAttributeNode('id').cloneNode().value
          form.innerHTML += '<img src="${vendor}/in-form.gif"><img data-consent="analytics" data-src="${vendor}/marked-in-form.gif">'
          const fields = ['querySelector', 'querySelectorAll', 'matches', 'children', 'firstElementChild'].map((name) => '<input name=' + name + '>')
          document.body.append(new DOMParser().parseFromString('<form>' + fields.join('') + '<img src="${vendor}/kept.gif"></form>', 'text/html').forms[0])
          Element.prototype.insertAdjacentHTML.call(form, 'afterend', '<form><input name="attributes"><input name="children"><iframe src="${vendor}/in-form"></iframe></form>')
        </script>`,
    })
    await asksNothing()
    await works(page)
    expect(await run(page, 'window.copied')).toBe('form')
    await run(page, 'toestemming.acceptAll()')
    await asks('in-form', 'in-form.gif', 'kept.gif', 'marked-in-form.gif')
    expect(uncaught(page)).toEqual([])
  })
})
