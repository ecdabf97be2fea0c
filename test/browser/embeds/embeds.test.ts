/** Embeds, buttons and share links, on pages of our own making with vendors that have the real globals. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { violations } from '../../support/accessibility.ts'
import { action, count, errorsOf, find, gone, inEveryBrowser, pressInShadow, textOf, view } from '../../support/browser.ts'
import { thirdParties } from '../../support/observe.ts'
import { host, openPreferences, recordOf, run, startSite, visit } from '../../support/site.ts'
import { quiet, until } from '../../support/until.ts'

const widgets = `window.calls = ['run']
const load = (root = document) => { for (const one of root.querySelectorAll('.twitter-tweet:not([drawn])')) {
  one.setAttribute('drawn', one.dataset.dnt)
  const frame = document.createElement('iframe'); frame.title = 'X Post'; frame.src = 'https://platform.twitter.com/embed/' + one.id; one.append(frame) } }
window.twttr = { widgets: { load: (root) => { calls.push('load'); load(root) } } }
load()`
const post = (id: string) =>
  `<template data-consent="social"><blockquote class="twitter-tweet" id="${id}"><p>Tekst ${id}</p><a href="https://twitter.com/n/status/${id}">1 mei</a></blockquote><script async data-src="https://platform.twitter.com/widgets.js"></script></template>`
const film = (id: string, more = '') =>
  `<iframe data-consent="social" data-src="https://www.youtube.com/embed/${id}" title="Film ${id}" width="480" height="270" ${more}></iframe>`
const placeholders = view('placeholder')

inEveryBrowser(startSite, (browser) => {
  const asked = () => thirdParties(browser.web.log, host)
  const open = async (body: string, config: object = { owner: 'Voorbeeld BV', register: 'u' }) => {
    browser.web.addPage('platform.twitter.com', '/widgets.js', widgets, { 'content-type': 'text/javascript' })
    const page = await visit(browser, { config, body: `<main><h1>Proef</h1>${body}</main>` })
    await find(page, placeholders)
    await run(page, 'toestemming.rejectAll()')
    await gone(page, view('banner'))
    return page
  }
  const within = async (page: Page, title: string) => {
    const boxes = await page.$$(placeholders)
    for (const one of boxes) if ((await textOf(one)).startsWith(title)) return one
    throw new Error(`no ${title}`)
  }
  const press = async (page: Page, title: string, name: string) => {
    const button = await (await within(page, title)).evaluateHandle(
      (one, selector) => one.shadowRoot?.querySelector(selector),
      action(name),
    )
    await (button.asElement() as unknown as { press(key: string): Promise<void> }).press('Enter')
  }

  test('frames and templates wait in room of their size, with provider, policy and a way to the provider, and ask for nothing; axe finds nothing', async () => {
    const page = await open(
      `${film('aaa')}<div style="position:relative;height:0;padding-bottom:50%">${film('bbb', 'style="position:absolute;width:100%;height:100%"')}</div>
      ${post('1')}<template data-consent="social" data-service="facebook"><div class="fb-like" data-href="https://voorbeeld.example/"></div></template>
      <template data-consent="social"><img data-src="https://pixel.example/1.gif" width="1" height="1" alt=""></template>
      <iframe data-consent="social" data-src="https://onbekend.example/x"></iframe>
      <template data-consent="social"><p>Buiten</p><template data-consent="social"><p>Binnen</p></template></template>`,
    )
    await until('all are drawn', async () => (await count(page, placeholders)) === 6)
    const texts = await Promise.all((await page.$$(placeholders)).map((one) => textOf(one)))
    for (const [index, words] of [
      [
        0,
        [
          'Film aaa',
          'YouTube',
          'IP-adres',
          'Eén keer laden',
          'Altijd laden van YouTube',
          'Privacyverklaring van YouTube',
          'Openen bij YouTube',
        ],
      ],
      [2, ['Inhoud van X', 'Altijd laden van X']],
      [3, ['Deze knop is van Facebook']],
      [4, ['Inhoud van onbekend.example', 'Openen bij onbekend.example']],
      [5, ['Inhoud van een andere website', 'Eén keer laden']],
    ] as const)
      for (const one of words) expect(texts[index]).toContain(one)
    expect(texts.join()).not.toMatch(/\b(je|jij|jouw)\b/)
    const boxes = await page.$$eval(placeholders, (all) =>
      all.map((one) => ({
        height: one.getBoundingClientRect().height,
        place: getComputedStyle(one).position,
        top: one.getBoundingClientRect().top,
      })),
    )
    expect(boxes.every(({ place }) => place === 'static')).toBe(true)
    expect(boxes[0]?.height).toBeGreaterThanOrEqual(269)
    const [, wrapped] = boxes
    const wide = (await run(page, 'document.querySelector("main").clientWidth')) as number
    expect(Math.abs((wrapped?.height ?? 0) - wide / 2)).toBeLessThan(4)
    expect(boxes[3]?.height).toBeLessThan(190)
    expect(await page.$$eval(placeholders, (all) => [...(all[2]?.shadowRoot?.querySelectorAll('a') ?? [])].map((one) => one.href))).toEqual(
      ['https://twitter.com/n/status/1', 'https://x.com/nl/privacy'],
    )
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect(await violations(page)).toEqual([])
    expect(errorsOf(page)).toEqual([])
  })

  test('once is this one here, keeps through later saves, moves the focus, is said, and has the more private address', async () => {
    const page = await open(
      film('aaa') +
        film('bbb') +
        `<iframe data-consent="social" data-src="https://player.vimeo.com/video/7" title="Vimeofilm" width="480" height="270"></iframe>`,
    )
    await until('all are drawn', async () => (await count(page, placeholders)) === 3)
    await press(page, 'Film aaa', 'load-once')
    await until('the film is asked for', () => asked().length > 0)
    await press(page, 'Vimeofilm', 'load-once')
    await until('both are asked for', () => asked().length > 1)
    await quiet(browser.web)
    expect(browser.web.log.filter((one) => one.host !== host).map(({ url }) => url)).toEqual([
      'https://www.youtube-nocookie.com/embed/aaa',
      'https://player.vimeo.com/video/7?dnt=1',
    ])
    await until('the focus is in it', async () => (await run(page, 'document.activeElement.title')) === 'Vimeofilm')
    await until('it is said', () =>
      run(
        page,
        `[...document.querySelectorAll('toestemming-block')].some((one) => one.shadowRoot.querySelector('[role=status]')?.textContent.includes('Vimeo'))`,
      ),
    )
    await run(page, 'toestemming.save({ analytics: false })')
    await quiet(browser.web)
    expect(await count(page, placeholders)).toBe(1)
    expect(Object.values((await recordOf(page)).answers)).not.toContain('yes')
    await run(page, 'toestemming.withdraw()')
    await until('all are back', async () => (await count(page, placeholders)) === 3)
    browser.web.clearLog()
    await page.reload()
    await find(page, placeholders)
    await quiet(browser.web)
    expect(asked()).toEqual([])
  })

  test('the focus goes on to what a provider puts in the place of its own text, also when that comes later, and stays where the visitor has gone', async () => {
    const replacing = `window.draw = (wait) => { for (const one of document.querySelectorAll('.twitter-tweet')) {
      const drawn = document.createElement('div'); drawn.className = 'drawn'
      const frame = document.createElement('iframe'); frame.title = one.id; drawn.append(frame)
      if (!wait) return one.replaceWith(drawn)
      const place = document.createElement('p'); one.replaceWith(place); setTimeout(() => place.append(drawn), wait) } }`
    const page = await open(
      `<section>${post('1')}</section><section>${post('2')}</section><section>${post('3')}</section><button>Elders</button>`,
    )
    browser.web.addPage('platform.twitter.com', '/widgets.js', replacing, { 'content-type': 'text/javascript' })
    await until('all are drawn', async () => (await count(page, placeholders)) === 3)
    const load = async (id: string) => {
      await press(page, 'Inhoud van X', 'load-once')
      await until('the focus is in it', () => run(page, `!!document.activeElement.closest('[id="${id}"]') && typeof draw === 'function'`))
    }
    const focused = () => run(page, 'document.activeElement.title || document.activeElement.localName')
    await load('1')
    await run(page, 'draw()')
    await until('the frame has it', async () => (await focused()) === '1')
    await load('2')
    await run(page, 'draw(300)')
    await until('the frame that came later has it', async () => (await focused()) === '2')
    await load('3')
    await run(page, "document.querySelector('button').focus(), draw()")
    await until('the third is there', async () => (await count(page, '.drawn')) === 3)
    expect(await focused()).toBe('button')
  })

  test('a template keeps the room that its snippet says, and a placeholder tells of what its frame has become', async () => {
    const page = await open(
      `<style>main{width:800px}</style>
      <template data-consent="social"><div class="calendly-inline-widget" data-url="https://calendly.com/a/30min" style="min-width:320px;height:700px;"></div><script data-src="https://assets.calendly.com/assets/external/widget.js" async></script></template>
      <template data-consent="social"><div style="padding:56.25% 0 0 0;position:relative;"><iframe data-src="https://player.vimeo.com/video/76979871" style="position:absolute;top:0;left:0;width:100%;height:100%;" title="Film"></iframe></div></template>
      <template data-consent="social"><div style="max-width:400px"><iframe data-src="https://www.youtube.com/embed/a" title="Film" style="width:100%;aspect-ratio:16/9;border:0"></iframe></div></template>
      ${film('een')}`,
    )
    await until('all are drawn', async () => (await count(page, placeholders)) === 4)
    const sizes = await page.$$eval(placeholders, (all) =>
      all.map((one) => [one.getBoundingClientRect().width, one.getBoundingClientRect().height].map(Math.round)),
    )
    expect(sizes.slice(0, 2)).toEqual([
      [800, 700],
      [800, 450],
    ])
    expect([sizes[2]?.[0], (sizes[2]?.[1] ?? 0) >= 225]).toEqual([400, true])
    // As a framework does, one attribute after the other.
    await run(
      page,
      `const frame = document.querySelector('iframe'); frame.title = 'Film twee'; frame.setAttribute('data-src', 'https://player.vimeo.com/video/9')`,
    )
    await until('it is told', async () => (await textOf(await within(page, 'Film twee'))).includes('Altijd laden van Vimeo'))
    expect(await count(page, placeholders)).toBe(4)
    await press(page, 'Film twee', 'load-always')
    await until('it has come', () => asked().includes('player.vimeo.com/video/9'))
    expect(await run(page, "['player.vimeo.com', 'youtube.com'].map((id) => toestemming.has(id))")).toEqual([true, false])
    expect(errorsOf(page)).toEqual([])
  })

  test('the focus is in the frame of a template, the first that is loaded as well as the next', async () => {
    const wrapped = (id: string) =>
      `<template data-consent="social"><div style="padding:56.25% 0 0;position:relative"><iframe data-src="https://player.vimeo.com/video/${id}" title="Film ${id}" style="position:absolute;inset:0;width:100%;height:100%"></iframe></div><script data-src="https://player.vimeo.com/api/player.js"></script></template>`
    const page = await open(wrapped('1') + wrapped('2'))
    for (const id of ['1', '2']) {
      await press(page, `Film ${id}`, 'load-once')
      await until('it is asked for', () => browser.web.log.some(({ path }) => path === `/video/${id}`))
      await quiet(browser.web)
      expect(await run(page, 'document.activeElement.title')).toBe(`Film ${id}`)
    }
  })

  test('the focus is with the post, not with the empty place that its provider puts itself in', async () => {
    browser.web.addPage(
      'connect.facebook.net',
      '/nl_NL/sdk.js',
      `for (const place of ['#fb-root', '.fb-post']) { const frame = document.createElement('iframe'); frame.title = place; frame.style.visibility = 'hidden'; frame.src = 'https://www.facebook.com/plugins/post.php'; frame.onload = () => { frame.style.visibility = '' }; document.querySelector(place).append(frame) }
      window.FB = { XFBML: { parse() {} } }`,
      { 'content-type': 'text/javascript' },
    )
    const page = await open(
      '<template data-consent="social"><div id="fb-root"></div><script async defer crossorigin="anonymous" data-src="https://connect.facebook.net/nl_NL/sdk.js#xfbml=1&version=v23.0"></script><div class="fb-post" data-href="https://www.facebook.com/zuck/posts/102"></div></template>',
    )
    await press(page, 'Inhoud van Facebook', 'load-once')
    await until('the frame of the post has it', () => run(page, "document.activeElement.title === '.fb-post'"))
  })

  test('the script of a provider comes once with all that its snippet says, also where code puts it in, and a film that comes later is drawn by it', async () => {
    const script = { 'content-type': 'text/javascript' }
    const note = "(window.ran ??= []).push([document.currentScript.text, document.currentScript.dataset.pinHover ?? ''].join());"
    browser.web.addPage('platform.linkedin.com', '/in.js', `${note} window.IN = { parse() {} }`, script)
    browser.web.addPage('assets.pinterest.com', '/js/pinit.js', note, script)
    browser.web.addPage(
      'connect.facebook.net',
      '/nl_NL/sdk.js',
      "window.FB = { XFBML: { parse() { (window.parsed ??= []).push('parse') } } }",
      script,
    )
    browser.web.addPage(
      'www.tiktok.com',
      '/embed.js',
      "const render = (all) => { for (const one of all) one.append(Object.assign(document.createElement('iframe'), { className: 'film' })) }; render(document.querySelectorAll('.tiktok-embed')); window.tiktokEmbed = { lib: { render } }",
      script,
    )
    const tiktok = (id: number) =>
      `<template data-consent="social" title="Film ${id}"><blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/${id}" data-video-id="${id}"><section>x</section></blockquote><script async data-src="https://www.tiktok.com/embed.js"></script></template>`
    const page = await open(
      `<template data-consent="social" title="Volgen"><script data-src="https://platform.linkedin.com/in.js" type="text/javascript">lang: nl_NL</script><script type="IN/FollowCompany" data-id="1337"></script></template>
      <template data-consent="social" title="Bord"><a data-pin-do="embedBoard" href="https://www.pinterest.com/x/y/"></a><script async defer data-pin-hover="true" data-src="//assets.pinterest.com/js/pinit.js"></script></template>
      <template data-consent="social" title="Pagina"><div id="fb-root"></div><script>(function(d, s, id) { var js, fjs = d.getElementsByTagName(s)[0]; if (d.getElementById(id)) return; js = d.createElement(s); js.id = id; js.src = 'https://connect.facebook.net/nl_NL/sdk.js#xfbml=1&version=v3.2'; fjs.parentNode.insertBefore(js, fjs); }(document, 'script', 'facebook-jssdk'));</script><div class="fb-page" data-href="https://www.facebook.com/naam"></div></template>
      ${[1, 2, 3].map(tiktok).join('')}`,
    )
    await until('all are drawn', async () => (await count(page, placeholders)) === 6)
    for (const title of ['Volgen', 'Bord', 'Pagina', 'Film 1']) await press(page, title, 'load-once')
    await until('the first film is there', async () => (await count(page, '.film')) === 1)
    await press(page, 'Film 2', 'load-once')
    await press(page, 'Film 3', 'load-once')
    await until('the others are there', async () => (await count(page, '.film')) === 3)
    await until('the page is drawn', () => run(page, '!!window.parsed'))
    await until('both have run', () => run(page, 'window.ran?.length === 2'))
    await quiet(browser.web)
    expect([...((await run(page, 'ran')) as string[])].sort()).toEqual([',true', 'lang: nl_NL,'])
    expect(asked().sort()).toEqual([
      'assets.pinterest.com/js/pinit.js',
      'connect.facebook.net/nl_NL/sdk.js',
      'platform.linkedin.com/in.js',
      'www.tiktok.com/embed.js',
    ])
    expect(errorsOf(page)).toEqual([])
  })

  test('posts share one load of their script, which draws each by its own call; always holds on the next visit, is in the preferences, and goes', async () => {
    const page = await open(post('1') + post('2') + film('aaa'))
    await until('all are drawn', async () => (await count(page, placeholders)) === 3)
    await press(page, 'Inhoud van X', 'load-once')
    await until('the first post is there', () => asked().includes('platform.twitter.com/embed/1'))
    expect(await run(page, "document.querySelector('blockquote').getAttribute('drawn')")).toBe('true')
    await until('the focus is in it', () => run(page, "!!document.activeElement.closest('blockquote')"))
    await press(page, 'Inhoud van X', 'load-once')
    await until('the second post is there', () => asked().includes('platform.twitter.com/embed/2'))
    await quiet(browser.web)
    expect([...asked()].sort()).toEqual(['platform.twitter.com/embed/1', 'platform.twitter.com/embed/2', 'platform.twitter.com/widgets.js'])
    expect(await run(page, "calls.includes('load')")).toBe(true)
    browser.web.clearLog()
    await page.reload()
    await until('all are drawn', async () => (await count(page, placeholders)) === 3)
    expect(asked()).toEqual([])
    await press(page, 'Inhoud van X', 'load-always')
    await until('both are there', () => asked().includes('platform.twitter.com/embed/2'))
    expect(await count(page, placeholders)).toBe(1)
    browser.web.clearLog()
    await page.reload()
    await until(
      'both are there again',
      () => asked().includes('platform.twitter.com/embed/1') && asked().includes('platform.twitter.com/embed/2'),
    )
    expect(asked().filter((one) => one.endsWith('.js'))).toHaveLength(1)
    await openPreferences(page)
    const text = await textOf(await find(page, view('preferences')))
    expect(text).toContain('X')
    expect(text).toContain('YouTube')
    expect(await count(page, 'input[name="social/platform.twitter.com"]', { hidden: true })).toBe(1)
    await run(page, "toestemming.withdraw('platform.twitter.com')")
    await until('the page has its placeholders back', async () => (await count(page, placeholders)) === 3)
  })

  const loader = `window.twttr = (function(d, s, id) { var js, fjs = d.getElementsByTagName(s)[0], t = window.twttr || {}; if (d.getElementById(id)) return t; js = d.createElement(s); js.id = id; js.src = "https://platform.twitter.com/widgets.js"; fjs.parentNode.insertBefore(js, fjs); t._e = []; t.ready = function(f) { t._e.push(f); }; return t; }(document, "script", "twitter-wjs"))`
  test.each([
    ['code of the page’s own', `<script type="text/plain" data-consent="social">${loader}</script>`],
    [
      'a marked script of the page’s own',
      '<script type="text/plain" data-consent="social" async data-src="https://platform.twitter.com/widgets.js"></script>',
    ],
  ])('a post and %s share one load of the provider’s script, whatever comes first', async (name, other) => {
    const page = await open(`${post('1')}${other}${post('2')}`)
    browser.web.addPage('platform.twitter.com', '/widgets.js', `window.times = (window.times ?? 0) + 1; { ${widgets} }`, {
      'content-type': 'text/javascript',
    })
    const isDrawn = (posts: number) => until('they are drawn', async () => (await count(page, '.twitter-tweet iframe')) === posts)
    if (name.startsWith('code')) {
      await press(page, 'Inhoud van X', 'load-once')
      await isDrawn(1)
    }
    await run(page, 'toestemming.save({ social: true })')
    await isDrawn(2)
    await quiet(browser.web)
    expect(await run(page, 'times')).toBe(1)
  })

  test('in a window of the page’s over all else, what is said of what was loaded is in it', async () => {
    const page = await open(`<dialog>${film('a')}</dialog><p>${film('b')}</p>`)
    await run(page, "document.querySelector('dialog').showModal()")
    await find(page, `dialog ${placeholders}`)
    await press(page, 'Film a', 'load-once')
    const said = (where: string) =>
      until('it is said', () =>
        run(page, `document.querySelector('${where} > .said')?.shadowRoot.querySelector('[role=status]').textContent.includes('geladen')`),
      )
    await said('dialog')
    await run(page, "document.querySelector('dialog').close()")
    await press(page, 'Film b', 'load-once')
    await said('body')
  })

  test('a vendor that fails or hangs, and an embed that goes while it loads, leave a page that works', async () => {
    browser.web.addPage('www.instagram.com', '/embed.js', '', { ':status': '404' })
    const page = await open(
      `<template data-consent="social" data-service="instagram"><blockquote class="instagram-media"><a href="https://www.instagram.com/p/1/">Bericht</a></blockquote><script async data-src="https://www.instagram.com/embed.js"></script></template>
      <template data-consent="social" data-service="tiktok"><blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1">Filmpje</blockquote><script async data-src="https://www.tiktok.com/embed.js?hang"></script></template>
      <div class="weg"><template data-consent="social" data-service="pinterest"><a data-pin-do="embedPin" href="https://www.pinterest.com/pin/1/">Prikbord</a><script async data-src="https://assets.pinterest.com/js/pinit.js?delay=800"></script></template></div>
      ${film('weg')}<form><label>Naam <input></label></form>`,
    )
    await until('all are drawn', async () => (await count(page, placeholders)) === 4)
    await run(page, "window.problems = []; document.addEventListener('toestemming:problem', ({ detail }) => problems.push(detail.found))")
    await press(page, 'Inhoud van Instagram', 'load-once')
    await until('it is told', () => run(page, "problems.includes('https://www.instagram.com/embed.js')"))
    const failures = view('failure')
    const message = await textOf(await find(page, failures))
    expect(message).toBe('Inhoud van Instagram De inhoud van Instagram is nu niet bereikbaar. Opnieuw proberen Openen bij Instagram')
    expect(await run(page, "document.querySelector('[data-toestemming-view=failure]').shadowRoot.querySelector('a').href")).toBe(
      'https://www.instagram.com/p/1/',
    )
    await until('it is said', () =>
      run(
        page,
        "[...document.querySelectorAll('toestemming-block')].some((one) => one.shadowRoot.querySelector('[role=status]')?.textContent.includes('niet bereikbaar'))",
      ),
    )
    expect(await violations(page)).toEqual([])
    // Only now: what is said of one is said in place of what was said of another.
    await press(page, 'Inhoud van TikTok', 'load-once')
    await until('both are asked for', () => asked().length === 2)
    await until('the one that hangs is told as well', async () => (await count(page, failures)) === 2, 15_000)
    browser.web.addPage(
      'www.instagram.com',
      '/embed.js',
      "document.querySelector('.instagram-media').outerHTML = '<p id=\"getekend\">Getekend</p>'; window.instgrm = { Embeds: { process() {} } }",
      { 'content-type': 'text/javascript' },
    )
    await pressInShadow(page, action('retry'), { within: failures, key: 'Enter' })
    await find(page, '#getekend')
    await until('only the other is told of', async () => (await count(page, failures)) === 1)
    await press(page, 'Inhoud van Pinterest', 'load-once')
    await run(page, "document.querySelector('div.weg').remove()")
    await run(
      page,
      "const frame = document.querySelector('iframe[title=\"Film weg\"]'); document.querySelectorAll('[data-toestemming-view=placeholder]')[0].shadowRoot.querySelector('button').click(); frame.remove()",
    )
    await gone(page, placeholders)
    await page.type('input', 'Piet')
    expect(await run(page, "document.querySelector('.tiktok-embed').textContent")).toBe('Filmpje')
    await run(page, 'toestemming.withdraw()')
    await until('nothing is told of what is held', async () => (await count(page, failures)) === 0)
    expect(errorsOf(page).filter((one) => !/404|Failed to load/.test(one))).toEqual([])
  })

  test('a plug-in that sends frames off by itself (lazysizes) sends none that waits', async () => {
    // Each of them, as it is read.
    const sends = `<script>
const send = () => { for (const frame of document.querySelectorAll('iframe.lazyload[data-src]')) frame.contentWindow.location.replace(frame.dataset.src) }
new MutationObserver(send).observe(document, { childList: true, subtree: true })</script>`
    const page = await open(
      `${sends}${film('lui', 'class="lazyload"')}<iframe class="lazyload" data-src="/eigen" title="Van de site"></iframe>`,
    )
    await quiet(browser.web)
    expect([asked(), browser.web.log.some(({ path }) => path === '/eigen')]).toEqual([[], true])
    await press(page, 'Film lui', 'load-once')
    await until('it is loaded', () => asked().some((one) => one.includes('/embed/lui')))
    expect(await run(page, "document.querySelector('iframe').contentWindow.location.replace.name")).toBe('replace')
    expect(errorsOf(page)).toEqual([])
  })

  test('share links load nothing, name the page, and the device’s own way shows where there is one', async () => {
    const page = await open(
      `${film('a')}<a data-toestemming-share="linkedin" href="https://www.linkedin.com/sharing/share-offsite/">LinkedIn</a><a data-toestemming-share="facebook" href="https://www.facebook.com/sharer/sharer.php?u=eigen">Facebook</a><button type="button" hidden data-toestemming-share="device">Meer</button>
      <script>navigator.share = async (what) => { window.shared = what }</script>`,
    )
    await until('the button shows', () => run(page, "!document.querySelector('[data-toestemming-share=device]').hidden"))
    await page.click('[data-toestemming-share=device]')
    expect(await run(page, 'shared')).toEqual({ title: 'Proefpagina', url: `https://${host}/` })
    expect(await page.$$eval('a[data-toestemming-share]', (all) => all.map((one) => (one as HTMLAnchorElement).href))).toEqual([
      `https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2F${host}%2F`,
      'https://www.facebook.com/sharer/sharer.php?u=eigen',
    ])
    expect(asked()).toEqual([])
  })
})
