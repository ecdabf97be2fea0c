/** The other scenarios prove things by what is absent from a log. Here it is proved that it would have been there. */

import { expect, test } from 'vitest'
import { count, errorsOf, inEveryBrowser, messagesOf, pressInShadow, type TestBrowser } from '../support/browser.ts'
import { cookies, pageCookies, thirdParties, watchWrites } from '../support/observe.ts'
import { quiet, stays, until } from '../support/until.ts'
import { startWeb } from '../support/web.ts'

const page = (body: string) => `<!doctype html><html lang="nl"><title>Proef</title><body>${body}</body></html>`

const scenarios = (browser: TestBrowser) => {
  test('a page that asks for third parties has them in the log, in order and with what was sent', async () => {
    browser.web.addPage(
      'site.example',
      '/',
      page(
        '<script src="https://vendor.example/one.js?delay=200"></script><img src="http://pixel.example/p.gif" alt=""><iframe src="https://frame.example/embed/1"></iframe>',
      ),
    )
    await browser.open('https://site.example/')
    expect([...thirdParties(browser.web.log, 'site.example')].sort()).toEqual([
      'frame.example/embed/1',
      'pixel.example/p.gif',
      'vendor.example/one.js',
    ])
    expect(browser.web.log.find(({ host }) => host === 'vendor.example')?.url).toBe('https://vendor.example/one.js?delay=200')
    expect(browser.web.log.find(({ host }) => host === 'vendor.example')?.headers.referer).toBe('https://site.example/')
  })

  test('the browser itself asks for nothing', async () => {
    browser.web.addPage('site.example', '/', page('rust'))
    await browser.open('https://site.example/')
    await stays('no request but the page', () => thirdParties(browser.web.log, 'site.example').length === 0, 3000)
  })

  test('every way of keeping something in the browser is noticed', async () => {
    browser.web.addPage(
      'site.example',
      '/',
      page(
        `<script>document.cookie='a=1';localStorage.setItem('b','2');sessionStorage.c='3';localStorage['d']='4';indexedDB.open('e');window.cookieStore&&cookieStore.set('f','6')</script>`,
      ),
    )
    const opened = await browser.open('https://site.example/', { before: watchWrites })
    const writes = (await opened.evaluate('window.writes')) as string[]
    expect(writes).toEqual(expect.arrayContaining(['cookie a=1', 'storage b', 'sessionStorage c', 'localStorage d', 'indexedDB e']))
    expect(await pageCookies(opened)).toMatchObject({ a: '1' })
  })

  test('visitors share nothing, the tabs of one visitor share cookies', async () => {
    browser.web.addPage('site.example', '/', page('koek'))
    const visitor = await browser.visitor()
    const first = await visitor.open('https://site.example/')
    await first.evaluate('document.cookie = "mine=1; Secure; Path=/; Max-Age=99"')
    const second = await visitor.open('https://site.example/')
    expect(await pageCookies(second)).toEqual({ mine: '1' })
    expect((await cookies(second)).map(({ name, secure, path }) => ({ name, secure, path }))).toEqual([
      { name: 'mine', secure: true, path: '/' },
    ])
    expect(await pageCookies(await browser.open('https://site.example/'))).toEqual({})
  })

  test('controls are found and pressed in open shadow roots, hidden ones are not', async () => {
    browser.web.addPage(
      'site.example',
      '/',
      page(`<x-host></x-host><script>
        const root = document.querySelector('x-host').attachShadow({ mode: 'open' })
        root.innerHTML = '<button data-a hidden>1</button><button data-a>2</button>'
        for (const button of root.children) button.onclick = (event) => console.log(event.target.textContent, event.isTrusted)
      </script>`),
    )
    const opened = await browser.open('https://site.example/')
    expect(await count(opened, '[data-a]')).toBe(1)
    expect(await count(opened, '[data-a]', { hidden: true, within: 'x-host' })).toBe(2)
    await pressInShadow(opened, '[data-a]')
    await pressInShadow(opened, '[data-a]', { key: 'Enter' })
    await pressInShadow(opened, '[data-a]', { key: 'Space' })
    await until('three presses are heard', () => messagesOf(opened).length === 3)
    expect(messagesOf(opened)).toEqual([1, 2, 3].map(() => ({ type: 'log', text: '2 true' })))
  })

  test('a control under something else cannot be pressed', async () => {
    browser.web.addPage('site.example', '/', page('<button>Op</button><div style="position:fixed;inset:0"></div>'))
    await expect(pressInShadow(await browser.open('https://site.example/'), 'button')).rejects.toThrow('over it lies')
  })

  test('errors of the page are heard, caught or not, and its clock can be moved', async () => {
    browser.web.addPage('site.example', '/', page('<script>console.error("mis");setTimeout(() => { throw new Error("los") })</script>'))
    const opened = await browser.open('https://site.example/', { clock: -864e5 })
    await quiet(browser.web)
    expect(errorsOf(opened)).toEqual(['mis', expect.stringContaining('los')])
    const behind = Date.now() - ((await opened.evaluate('new Date().getTime()')) as number)
    expect(behind).toBeGreaterThan(864e5 - 5000)
    expect(behind).toBeLessThan(864e5 + 5000)
  })
}

inEveryBrowser(startWeb, scenarios, { unused: true, whole: true })
