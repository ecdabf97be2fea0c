/** Embeds and links as providers give them, each of which once was missing, wrongly named or led elsewhere. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { findAll, inEveryBrowser, textOf, view } from '../../support/browser.ts'
import { thirdParties } from '../../support/observe.ts'
import { host, openPreferences, recordOf, run, startSite, visit } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'

const film = (src: string) => `<iframe data-consent="social" data-src="${src}" title="Film" width="480" height="270"></iframe>`
const template = (inside: string, marks = 'data-consent="social"') => `<section><template ${marks}>${inside}</template></section>`

inEveryBrowser(startSite, (browser) => {
  const open = async (body: string) => {
    const page = await visit(browser, { config: { owner: 'Voorbeeld BV' }, body })
    await until('a placeholder is there', async () => (await findAll(page, view('placeholder'))).length > 0)
    return page
  }

  test('snippets without a class or a word have a placeholder', async () => {
    const page = await open(
      [
        template('<div data-tf-live="01HXYZ"></div><script data-src="//embed.typeform.com/next/embed.js"></script>'),
        template(
          '<a data-pin-do="embedPin" href="https://www.pinterest.com/pin/99/"></a><script data-src="//assets.pinterest.com/js/pinit.js"></script>',
        ),
        template(
          '<a data-pin-do="buttonBookmark" href="https://www.pinterest.com/pin/create/button/"></a>',
          'data-consent="functional !functional" data-service="pinterest"',
        ),
      ].join(''),
    )
    await until('each has one', () => run(page, `document.querySelectorAll('section > toestemming-block').length === 3`))
  })

  test('a host is not called by the name of a provider that it only begins like', async () => {
    const page = await open(
      ['https://x.voorbeeld.nl/kaart', 'https://youtube-fans.nl/embed/abc', 'https://facebook-hulp.nl/x'].map(film).join(''),
    )
    const told = await Promise.all((await findAll(page, view('placeholder'))).map(textOf))
    expect(told).toHaveLength(3)
    for (const one of told) expect(one).not.toMatch(/krijgt (X|YouTube|Facebook) je IP-adres/)
  })

  test('a like button leads to nowhere else than its provider', async () => {
    const page = await open(
      template(
        '<div class="fb-like" data-href="https://www.voorbeeld.nl/artikel"></div>',
        'data-consent="functional !functional" data-service="facebook"',
      ),
    )
    const [block] = await findAll(page, view('placeholder'))
    expect(await block?.evaluate((one) => [...(one.shadowRoot?.querySelectorAll('a') ?? [])].map(({ host }) => host))).toEqual([
      'www.facebook.com',
    ])
  })

  test('a frame with a plain address in a template asks for the more private one', async () => {
    const page = await open(template('<iframe src="https://www.youtube.com/embed/abc" title="Film" width="480" height="270"></iframe>'))
    await run(page, 'toestemming.acceptAll()')
    await until('it has come', () => thirdParties(browser.web.log, host).length > 0)
    expect(thirdParties(browser.web.log, host)).toEqual(['www.youtube-nocookie.com/embed/abc'])
  })

  const press = (page: Page, place: string, name: string) =>
    page.$eval(
      `${place} > toestemming-block`,
      (one, action) => one.shadowRoot?.querySelector<HTMLElement>(`[data-toestemming-action=${action}]`)?.click(),
      name,
    )
  const waiting = (page: Page) =>
    run(page, "document.querySelectorAll('toestemming-block[data-toestemming-view=placeholder]').length") as Promise<number>
  const asked = () => [...new Set(thirdParties(browser.web.log, host))].sort()

  test('always from a provider is for all its hosts, also on the next page and for what comes later, and goes for all of them', async () => {
    const films = ['https://www.youtube.com/embed/a', 'https://www.youtube-nocookie.com/embed/b', 'https://player.vimeo.com/video/1']
    const page = await open(films.map((src, index) => `<section id="film${index}">${film(src)}</section>`).join(''))
    await run(page, 'toestemming.rejectAll()')
    await until('all are drawn', async () => (await waiting(page)) === 3)
    await press(page, '#film1', 'load-always')
    await until('both have come', () => asked().length === 2)
    expect(await waiting(page)).toBe(1)
    browser.web.clearLog()
    await page.reload()
    await until('both have come again', () => asked().length === 2)
    await run(
      page,
      `document.querySelector('#film2').insertAdjacentHTML('afterend', '${film('https://www.youtube.com/embed/c').replace('data-consent', 'id="late" data-consent')}')`,
    )
    await until('what comes later has come', () => asked().length === 3)
    expect(asked().join()).not.toMatch(/vimeo/)
    await run(page, "toestemming.withdraw('youtube.com')")
    await until('all are back', async () => (await waiting(page)) === 4)
    // Who answers for each has an answer for each.
    await run(page, "toestemming.save({ 'youtube.com': true, 'youtube-nocookie.com': false })")
    await until('one of them has gone', async () => (await waiting(page)) < 4)
    expect(await run(page, "['youtube.com', 'youtube-nocookie.com', 'youtu.be'].map((one) => toestemming.has(one))")).toEqual([
      true,
      false,
      false,
    ])
  })

  /** Two films, of which the first has been loaded once, and the provider of the second is always allowed. */
  const openTwo = async (...films: readonly [string, string]) => {
    const page = await open(films.map((src, n) => `<section id="film${n}">${film(src)}</section>`).join(''))
    await run(page, 'toestemming.rejectAll()')
    await until('both are drawn', async () => (await waiting(page)) === 2)
    await press(page, '#film0', 'load-once')
    await press(page, '#film1', 'load-always')
    await until('both have come', () => asked().length === 2)
    return page
  }

  test('what was loaded once or is always allowed of one provider is not of another that the page gives the frame', async () => {
    const page = await openTwo('https://www.youtube.com/embed/a', 'https://open.spotify.com/embed/b')
    // Of the same provider it may be anything.
    await run(page, "document.querySelector('#film0 iframe').src = 'https://www.youtube.com/embed/c'")
    await until('the next one has come', () => asked().length === 3)
    browser.web.clearLog()
    await run(page, "document.querySelector('#film0 iframe').src = 'https://player.vimeo.com/video/1'")
    await run(page, "document.querySelector('#film1 iframe').setAttribute('src', 'https://calendly.com/ik')")
    await until('both ask anew', async () => (await waiting(page)) === 2)
    const told = await Promise.all((await findAll(page, view('placeholder'))).map(textOf))
    expect(told.map((one) => one.match(/Vimeo|Calendly|YouTube|Spotify/)?.[0])).toEqual(['Vimeo', 'Calendly'])
    await quiet(browser.web)
    expect(asked()).toEqual([])
    await press(page, '#film0', 'load-once')
    await until('it has come', () => asked().length === 1)
    expect(asked()).toEqual(['player.vimeo.com/video/1'])
  })

  test.each(['load-once', 'load-always'])('nor in what came out of a template (%s)', async (name) => {
    const page = await open(template('<iframe src="https://www.youtube.com/embed/a" title="Film" width="480" height="270"></iframe>'))
    await run(page, 'toestemming.rejectAll()')
    await press(page, 'section', name)
    await until('it has come', () => asked().length === 1)
    browser.web.clearLog()
    await run(page, "document.querySelector('section iframe').src = 'https://player.vimeo.com/video/1'")
    await until('it asks anew', async () => (await waiting(page)) === 1)
    const [block] = await findAll(page, view('placeholder'))
    expect(block && (await textOf(block))).toContain('Vimeo')
    await quiet(browser.web)
    expect(asked()).toEqual([])
  })

  test('the scripts of a snippet run in its order, also where it is loaded once', async () => {
    browser.web.addPage('widget.example', '/a.js', 'window.order = ["first"]', { 'content-type': 'text/javascript' })
    const page = await open(
      template(
        '<div class="widget">Agenda</div><script data-src="https://widget.example/a.js"></script><script>(window.order ??= []).push("second")</script>',
      ),
    )
    await run(page, 'toestemming.rejectAll()')
    await press(page, 'section', 'load-once')
    await until('both have run', () => run(page, 'window.order?.length > 1'))
    expect(await run(page, 'order')).toEqual(['first', 'second'])
  })

  test('the next film that a page gives the frame is asked for as privately as the first', async () => {
    const page = await openTwo('https://www.youtube.com/embed/a', 'https://player.vimeo.com/video/1')
    browser.web.clearLog()
    await run(page, "document.querySelector('#film0 iframe').src = 'https://www.youtube.com/embed/b?autoplay=1'")
    await run(page, "document.querySelector('#film1 iframe').setAttribute('src', 'https://player.vimeo.com/video/2')")
    await until('the next ones have come', () => asked().length === 2)
    expect(browser.web.log.flatMap(({ url }) => url.match(/\/\/(\w+.youtube|player.vimeo).*/)?.[0] ?? []).sort()).toEqual([
      '//player.vimeo.com/video/2?dnt=1',
      '//www.youtube-nocookie.com/embed/b?autoplay=1',
    ])
  })

  test('what is withdrawn by one host of a provider goes at all its hosts, also what was loaded once', async () => {
    const page = await open(film('https://www.youtube-nocookie.com/embed/a'))
    await run(page, 'toestemming.rejectAll()')
    await until('it is drawn', async () => (await waiting(page)) === 1)
    await press(page, 'body', 'load-once')
    await until('it has come', () => asked().length === 1)
    await run(page, "toestemming.withdraw('youtube.com')")
    await until('it is back', async () => (await waiting(page)) === 1)
  })

  test('a provider has one switch in the preferences, which is for all its hosts', async () => {
    const films = ['https://www.youtube.com/embed/a', 'https://www.youtube-nocookie.com/embed/b', 'https://player.vimeo.com/video/1']
    const page = await open(films.map((src, index) => `<section id="film${index}">${film(src)}</section>`).join(''))
    await run(page, 'toestemming.rejectAll()')
    await until('all are drawn', async () => (await waiting(page)) === 3)
    await press(page, '#film0', 'load-always')
    await until('both have come', () => asked().length === 2)
    const switches = () =>
      run(
        page,
        `[...document.querySelector('toestemming-ui').shadowRoot.querySelectorAll('input[name^="social/"]')].map((one) => one.closest('label').textContent + ' ' + one.checked).sort()`,
      ) as Promise<string[]>
    const save = async (on: boolean) => {
      await openPreferences(page)
      await until('each has one', async () => (await switches()).join() === `Vimeo false,YouTube ${!on}`)
      await run(
        page,
        `{ const root = document.querySelector('toestemming-ui').shadowRoot; [...root.querySelectorAll('input[name^="social/"]')].find((one) => /YouTube/.test(one.closest('label').textContent)).click(); root.querySelector('[data-toestemming-action=save]').click() }`,
      )
    }
    await save(false)
    await until('both are back', async () => (await waiting(page)) === 3)
    expect(await run(page, "['youtube.com', 'youtube-nocookie.com'].map((one) => toestemming.has(one))")).toEqual([false, false])
    await page.$eval('toestemming-ui', (one) => one.shadowRoot?.querySelector<HTMLElement>('[data-toestemming-action=close]')?.click())
    await save(true)
    await until('both have come again', async () => (await waiting(page)) === 1)
    // Also where all is there and nothing waits, so that nobody has said whose it is.
    await page.reload()
    await openPreferences(page)
    await until('it still has one', async () => (await switches()).filter((one) => /youtube/i.test(one)).length === 1)
  })

  test('a post without its script can be loaded always, which holds on the next page', async () => {
    const post = '<blockquote class="twitter-tweet"><p>Tekst</p><a href="https://twitter.com/n/status/1">1 mei</a></blockquote>'
    const page = await open(template(post))
    await run(page, 'toestemming.rejectAll()')
    await press(page, 'section', 'load-always')
    await until('its script has come', () => asked().join() === 'platform.twitter.com/widgets.js')
    browser.web.clearLog()
    await page.reload()
    await until('its script has come again', () => asked().join() === 'platform.twitter.com/widgets.js')
    await run(page, "toestemming.withdraw('platform.twitter.com')")
    await until('it waits', async () => (await waiting(page)) === 1)
  })

  test('what is loaded once asks its own hosts for what it draws, though the owner lists it; nobody else does; nothing is kept of it, and it goes at once', async () => {
    const script = { 'content-type': 'text/javascript' }
    browser.web.addPage(
      'embed.typeform.com',
      '/next/embed.js',
      `window.draw = () => fetch('https://api.typeform.com/single-embed/1').then((answer) => answer.text(), () => 'refused').then((text) => {
        document.querySelector('[data-tf-live]').textContent = text })
      draw()`,
      script,
    )
    browser.web.addPage('api.typeform.com', '/single-embed/1', 'getekend')
    browser.web.addPage(
      'platform.twitter.com',
      '/widgets.js',
      "fetch('https://syndication.twitter.com/settings').catch(() => {}); const frame = document.createElement('iframe'); frame.hidden = true; frame.src = 'https://platform.twitter.com/widgets/settings.html'; document.body.append(frame)",
      script,
    )
    const post = '<blockquote class="twitter-tweet"><p>Tekst</p><a href="https://twitter.com/n/status/1">1 mei</a></blockquote>'
    const page = await visit(browser, {
      config: { owner: 'Voorbeeld BV', services: ['typeform', 'x', 'youtube'], withdrawal: 'ask' },
      body:
        template('<div data-tf-live="01HXYZ"></div><script data-src="//embed.typeform.com/next/embed.js"></script>').replace(
          '<section',
          '<section id="typeform"',
        ) +
        template(`${post}<script async data-src="https://platform.twitter.com/widgets.js"></script>`).replace(
          '<section',
          '<section id="x"',
        ),
    })
    await until('both are drawn', async () => (await waiting(page)) === 2)
    await run(page, 'toestemming.rejectAll()')
    // By whatever way it would be kept.
    const kept = () =>
      run(page, "JSON.stringify([document.cookie, ...['toestemming', 'toestemming:settings'].map((name) => localStorage.getItem(name))])")
    await until('the answer is kept', async () => `${await kept()}`.includes('toestemming='))
    const first = await kept()
    const before = (await recordOf(page)).answers
    expect(Object.values(before)).not.toContain('yes')
    await press(page, '#typeform', 'load-once')
    await until('it is drawn', () => run(page, "document.querySelector('[data-tf-live]')?.textContent === 'getekend'"))
    expect(asked()).toEqual(['api.typeform.com/single-embed/1', 'embed.typeform.com/next/embed.js'])
    await run(page, "fetch('https://www.youtube.com/x').catch(() => {}), fetch('https://syndication.twitter.com/x').catch(() => {})")
    await press(page, '#x', 'load-once')
    await until('all of X has come', () => asked().filter((one) => one.includes('twitter')).length === 3)
    await quiet(browser.web)
    expect(asked().filter((one) => one.includes('twitter'))).toEqual([
      'platform.twitter.com/widgets.js',
      'platform.twitter.com/widgets/settings.html',
      'syndication.twitter.com/settings',
    ])
    expect(asked().join()).not.toContain('youtube')
    expect(await run(page, "['typeform', 'x', 'social'].map((id) => toestemming.has(id))")).toEqual([false, false, false])
    expect((await recordOf(page)).answers).toEqual(before)
    expect(await kept()).toBe(first)
    // A later answer about something else keeps nothing of it either.
    await run(page, 'toestemming.save({ analytics: false })')
    expect(Object.values((await recordOf(page)).answers)).not.toContain('yes')
    expect(await run(page, "toestemming.has('typeform')")).toBe(false)

    browser.web.clearLog()
    await run(page, "toestemming.withdraw('typeform')")
    await run(page, 'draw().catch(() => {})')
    await run(page, "fetch('https://syndication.twitter.com/nog').catch(() => {})")
    await until('who was not withdrawn goes on', () => asked().length > 0)
    expect(asked()).toEqual(['syndication.twitter.com/nog'])
    await page.reload()
    await until('both wait again', async () => (await waiting(page)) === 2)
    await quiet(browser.web)
    expect(asked()).toEqual(['syndication.twitter.com/nog'])
  })

  test('share links keep what the owner has added', async () => {
    const page = await open(
      `${film('https://www.youtube.com/embed/a')}<a data-toestemming-share="x" href="https://x.com/intent/tweet?via=ik">x</a><a data-toestemming-share="mail" href="mailto:?subject=Lees%20dit">mail</a><a data-toestemming-share="linkedin" href="#">in</a>`,
    )
    const links = () => page.$$eval('a[data-toestemming-share]', (all) => all.map((one) => (one as HTMLAnchorElement).href))
    const [x, mail, linkedin] = await until('they are complete', async () => {
      const found = await links()
      return found.every((one) => /(url|body)=/.test(one)) && found
    })
    expect(x).toMatch(/^https:\/\/x\.com\/intent\/tweet\?via=ik&url=https/)
    expect(mail).toMatch(/^mailto:\?subject=Lees%20dit&body=https/)
    expect(linkedin).toMatch(/^https:\/\/www\.linkedin\.com\/sharing\/share-offsite\/\?url=https/)
  })

  test('share links that the browser reads late are completed with the rest', async () => {
    const link = '<a data-toestemming-share="linkedin" href="#">Deel</a>'
    const page = await visit(browser, { config: { owner: 'Voorbeeld BV' }, body: `${link}<p>Tekst</p><!--pause 1500-->${link}` })
    const complete = `[...document.querySelectorAll('a')].filter(({ host }) => host === 'www.linkedin.com').length`
    await until('both are complete', async () => (await run(page, complete)) === 2)
  })
})
