/** The check for development: what it says on the console of a page with mistakes, and that it leaves a right page alone. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import type { Debug, Report } from '../../src/debug.ts'
import { action, bannerAppears, find, inEveryBrowser, messagesOf, pressInShadow, view } from '../support/browser.ts'
import { thirdParties } from '../support/observe.ts'
import { host, run, startSite, tag, visit } from '../support/site.ts'
import { until } from '../support/until.ts'

const both = `${tag}<script src="/toestemming/debug.js"></script>`
const said = (page: Page) => messagesOf(page).map(({ text }) => text)
const found = (page: Page) => messagesOf(page).filter(({ type }) => /error|warn/.test(type))
const summaryOf = (page: Page) =>
  until('the check is done', () => said(page).find((text) => /^\[toestemming debug\] (Found|Nothing to put right)/.test(text)), 10_000)
const reportOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { toestemmingDebug: Debug }).toestemmingDebug.report()) as Promise<Report>

inEveryBrowser(startSite, (browser) => {
  test('a page with mistakes is told each of them once, with what to do; the page works and nobody else is asked', async () => {
    const page = await visit(browser, {
      first: '<script src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>',
      config: {
        services: [
          'google-analytics',
          { id: 'advertenties', category: 'functional', provider: 'Reclame', hosts: ['connect.facebook.net'] },
        ],
      },
      tag: both,
      body: `
        <script data-consent="tracking">window.ranAtOnce = true</script>
        <script type="text/plain" data-consent="analitics" data-src="/a.js"></script>
        <iframe data-consent="social" src="https://film.example/kijk" width="300" height="200"></iframe>
        <div data-consent="social">Niet hier</div>
        <form data-consent-form="recaptcha"><button>Verstuur</button></form>
        <noscript><img src="https://www.facebook.com/tr?id=1"></noscript>
        <img src="https://beeld.example/foto.gif" alt="">
        <script>
          document.cookie = '_ga=GA1.1; Path=/'
          document.cookie = '_fbp=fb.1; Path=/'
          localStorage.setItem('winkelmand', '1')
        </script>`,
    })
    await summaryOf(page)
    const { findings } = await reportOf(page)
    const all = findings.map(({ level, topic, text, paste = '' }) => `${level} ${topic}: ${text} | ${paste}`)
    for (const words of [
      /error Page: .*googletagmanager.* comes before the tag/,
      /error Page: Google Analytics is in the page without a mark.*type="text\/plain" data-consent="analytics" data-service="google-analytics" data-src=/s,
      /error Page: <script data-consent="tracking"> is marked, but the browser runs it at once.*type="text\/plain"/s,
      /error Page: data-consent="analitics" is never released.*Did you mean "analytics"/,
      /error Page: A marked <iframe> has its address in src.*data-src="https:\/\/film.example\/kijk"/s,
      /warning Page: <iframe .* has no title/,
      /error Page: <div data-consent="social"> cannot wait.*<template data-consent="social">/s,
      /note Page: <form .* has no action/,
      /warning Page: <form .* waits for a spam check, but nothing/,
      /error Page: A <noscript> asks Meta/,
      /error Configuration: services\[1\] \("advertenties"\) is functional.*looks like Meta.*tracking/,
      /error Cookies and storage: The cookie "_ga" of Google Analytics was set without consent for analytics\. Code in the page itself set it/,
      /error Cookies and storage: The cookie "_fbp" is most likely of Meta.*"services": \[ …, "meta-pixel" \]/s,
      /warning Cookies and storage: .*the localStorage key "winkelmand".*"provider":"site\.example"/s,
      /warning Requests: beeld\.example was asked.*an image.*"hosts":\["beeld\.example"\]/s,
    ])
      expect(all.filter((text) => words.test(text)).map(() => words)).toEqual([words])
    // The console has them all, and each once.
    const texts = said(page).join('\n')
    for (const { text } of findings) expect(texts.split(text)).toHaveLength(2)
    expect(texts).toMatch(/\[toestemming debug\] Page: \d+ errors/)
    expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
    expect(await run(page, 'window.ranAtOnce')).toBe(true)
    await bannerAppears(page)
    const asked = new Set(thirdParties(browser.web.log, host).map((one) => one.split('/')[0]))
    expect([...asked].filter((one) => !/googletagmanager|film\.example|beeld\.example/.test(one ?? ''))).toEqual([])
  })

  test('a right page is told nothing is wrong, before and after the choice; what changed is said, and the report tells what is held', async () => {
    browser.web.addPage('www.googletagmanager.com', '/gtag/js', '', { 'content-type': 'text/javascript' })
    const page = await visit(browser, {
      config: {
        links: { privacy: '/privacy' },
        services: ['google-analytics', { id: 'film', category: 'social', provider: 'Filmhuis', hosts: ['film.example'] }],
      },
      tag: both,
      body: `
        <script type="text/plain" data-consent="analytics" data-src="https://www.googletagmanager.com/gtag/js?id=G-1" async></script>
        <script type="text/plain" data-consent="analytics">document.cookie = '_ga=GA1.1; Path=/'</script>
        <iframe data-consent="social" data-src="https://film.example/kijk" title="Rondleiding" width="560" height="315"></iframe>
        <template data-consent="social"><p>Foto</p><img data-src="https://film.example/foto.gif" alt=""></template>
        <a href="/cookies" data-toestemming-action="open">Cookie-instellingen</a>`,
    })
    expect(await summaryOf(page)).toContain('Nothing to put right')
    expect((await reportOf(page)).elements.map(({ state }) => state)).toEqual(['held', 'held', 'held', 'held'])
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await until(
      'the decision is told',
      () => said(page).some((text) => /Decision \(banner\)\. Granted: functional, analytics/.test(text)),
      10_000,
    )
    expect(said(page).some((text) => text.includes('Granted: analytics, social, google-analytics, film.'))).toBe(true)
    const { elements, services, findings } = await reportOf(page)
    expect(elements.map(({ state }) => state)).not.toContain('held')
    expect(services).toContainEqual(
      expect.objectContaining({ service: 'google-analytics', granted: true, why: 'the visitor said yes', requests: 1 }),
    )
    await page.reload()
    await until(
      'the check of the return visit is done',
      () => said(page).filter((text) => /Nothing to put right/.test(text)).length > 1,
      10_000,
    )
    expect((await reportOf(page)).findings).toEqual([])
    expect(findings).toEqual([])
    expect(found(page).filter(({ text }) => !/favicon|Failed to load resource/.test(text))).toEqual([])
  })

  test('what does not come is told: the script of an embed, a frame that the page takes away, a share link to nowhere', async () => {
    browser.web.addPage('www.instagram.com', '/embed.js', '', { ':status': '404' })
    const page = await visit(browser, {
      config: { services: [{ id: 'film', category: 'social', provider: 'Filmhuis', hosts: ['film.example'] }] },
      tag: both,
      body: `
        <template data-consent="social" data-service="instagram"><blockquote class="instagram-media"><a href="https://www.instagram.com/p/1/">Bericht</a></blockquote><script async data-src="https://www.instagram.com/embed.js"></script></template>
        <iframe data-consent="social" data-src="https://film.example/kijk?hang" title="Rondleiding" width="560" height="315"></iframe>
        <a data-toestemming-share="linkdin" href="https://www.linkedin.com/">Deel</a>`,
    })
    await summaryOf(page)
    await run(page, 'toestemming.acceptAll()')
    await until('the frame is on its way', () => run(page, "!!document.querySelector('iframe').src"))
    await run(page, "document.querySelector('iframe').remove()")
    const texts = async () => (await reportOf(page)).findings.map(({ level, text }) => `${level} ${text}`)
    for (const words of [
      /^warning <script .*instagram\.com\/embed\.js.* did not come/,
      /^note <iframe .* was taken out of the page while it was loading/,
      /^error data-toestemming-share="linkdin" does nothing\. Did you mean "linkedin"\?/,
    ])
      await until(`it is told: ${words}`, async () => (await texts()).some((text) => words.test(text)))
    // Nor is what the visitor is told taken for a mistake of the owner's.
    await find(page, view('failure'))
    expect((await texts()).filter((text) => /empty data-consent/.test(text))).toEqual([])
  })

  test('a banner that the page has changed is told with rule, figure and remedy, once; nothing is opened for it', async () => {
    const page = await visit(browser, {
      config: {
        links: { privacy: '/privacy' },
        services: [{ id: 'film', category: 'social', provider: 'Filmhuis', hosts: ['film.example'] }],
        texts: { 'action.accept': 'Prima!' },
      },
      tag: both,
      head: '<style>:root { --toestemming-accent: #ffcc00; --toestemming-on-accent: #fff }</style>',
    })
    await summaryOf(page)
    const wanted = [
      /^error .*The text on accept is hard to read\. Found \(DP-4, rule 5 of the Dutch regulator, banner\): accept: contrast 1\.\d, needs 4\.5\. Take the CSS away/,
      /^error This button does not say that it gives consent\..* Found \(DP-12, rule 3 of the Dutch regulator, banner\): “Prima!”\./,
    ]
    const banner = async () =>
      (await reportOf(page)).findings.filter(({ topic }) => topic === 'Banner').map(({ level, text }) => `${level} ${text}`)
    for (const words of wanted) await until(`it is told: ${words}`, async () => (await banner()).some((text) => words.test(text)), 10_000)
    expect(said(page).some((text) => /\[toestemming debug\] Banner: \d error/.test(text))).toBe(true)
    const before = await banner()
    await page.setViewport({ width: 400, height: 700 })
    await run(page, 'new Promise((resolve) => setTimeout(resolve, 3500))')
    expect(await banner()).toEqual(before)
    const texts = said(page).join('\n')
    for (const words of before) expect(texts.split(words.replace(/^\w+ /, ''))).toHaveLength(2)
    expect(await run(page, "document.querySelector('toestemming-ui').shadowRoot.querySelector('dialog')")).toBe(null)
    expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
  })
})
