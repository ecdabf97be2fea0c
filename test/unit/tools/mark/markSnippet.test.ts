// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Service } from '../../../../src/model/types.ts'
import { markSnippet } from '../../../../src/tools/mark/markSnippet.ts'
import { snippets } from '../../../support/snippets.ts'

const catalogue: readonly Service[] = readdirSync('src/catalogue')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`src/catalogue/${name}`, 'utf8')))

const mark = (html: string, own: readonly Service[] = []) => markSnippet(html, [...own, ...catalogue])
/** Each part as `kind outcome services`. */
const found = (html: string, own?: readonly Service[]) =>
  mark(html, own).parts.map(({ kind, outcome, services, unknown }) =>
    [kind, outcome, ...services.map(({ id }) => id), ...unknown].join(' '),
  )

describe('known vendors', () => {
  it.each([
    ['analytics', ['script marked google-analytics', 'code marked google-analytics']],
    ['ads', ['script marked google-ads', 'code marked google-ads']],
    ['manager', ['code marked google-tag-manager', 'noscript removed google-tag-manager']],
    ['meta', ['code marked meta-pixel', 'noscript removed meta-pixel']],
    ['linkedin', ['code marked linkedin-insight', 'code marked linkedin-insight', 'noscript removed linkedin-insight']],
    ['hotjar', ['code marked hotjar']],
    ['clarity', ['code marked microsoft-clarity']],
    ['youtube', ['frame marked youtube']],
    ['maps', ['frame marked google-maps']],
    ['calendly', ['embed marked calendly']],
    ['tweet', ['embed marked x']],
    ['recaptcha', ['script marked google-recaptcha', 'form marked google-recaptcha']],
  ] as const)('%s is recognised', (name, parts) => {
    expect(found(snippets[name])).toEqual(parts)
  })

  it('a sign-up form of Mailchimp stays, and what checks it waits whole: its second part needs the first', () => {
    const form = '<form action="https://winkel.us21.list-manage.com/subscribe/post" method="post"><input name="EMAIL"></form>'
    const code = `<script src="//s3.amazonaws.com/downloads.mailchimp.com/js/mc-validate.js"></script><script>(function($) {window.fnames = new Array(); fnames[0]='EMAIL';}(jQuery));var $mcj = jQuery.noConflict(true);</script>`
    expect(found(form + code)).toEqual(['script marked mailchimp', 'code marked mailchimp'])
    expect(mark(form + code).html.startsWith(form)).toBe(true)
  })

  it('an address waits in data-src, with every other attribute as it was', () => {
    expect(mark(snippets.youtube).html).toBe(
      '<iframe data-consent="social" data-service="youtube" width="560" height="315" data-src="https://www.youtube.com/embed/a1b2c3d4e5f?si=Zz_1" title="YouTube video player" frameborder="0" allow="autoplay; encrypted-media" referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe>',
    )
    expect(mark(snippets.analytics).html).toContain(
      '<script type="text/plain" data-consent="analytics" data-service="google-analytics" async data-src="https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF"></script>',
    )
    expect(mark('<script type="module" src="https://plausible.io/js/a.js"></script>').html).toBe(
      '<script type="text/plain" data-consent="analytics" data-service="plausible" data-type="module" data-src="https://plausible.io/js/a.js"></script>',
    )
  })

  it('code keeps every letter', () => {
    const code = /<script[^>]*>([\s\S]*?)<\/script>/g
    for (const html of Object.values(snippets)) {
      const contents = (text: string) => [...text.matchAll(code)].map((match) => match[1])
      expect(contents(mark(html).html)).toEqual(contents(html))
    }
  })

  it('a noscript that asks a vendor for something is left out, and one that does not stays', () => {
    expect(mark(snippets.meta).html).not.toMatch(/noscript>|facebook\.com\/tr/)
    const words = '<noscript>Zet JavaScript aan. <a href="https://www.facebook.com/wij">Facebook</a></noscript>'
    expect(mark(words).html).toBe(words)
  })

  it('an embed that a script draws waits in a template, together with that script', () => {
    expect(mark(snippets.calendly).html).toBe(`<!-- Calendly inline widget begin -->
<template data-consent="social" data-service="calendly"><div class="calendly-inline-widget" data-url="https://calendly.com/naam/kennismaken" style="min-width:320px;height:700px;"></div>
<script data-src="https://assets.calendly.com/assets/external/widget.js" async></script></template>
<!-- Calendly inline widget end -->`)
    expect(mark(snippets.tweet).html).toMatch(/^<template data-consent="social" data-service="x"><blockquote .*<\/template>$/)
    expect(
      found(
        '<script src="https://platform.linkedin.com/in.js" type="text/javascript">lang: nl_NL</script>\n<script type="IN/Share" data-url="https://x.example"></script>',
      ),
    ).toEqual(['embed marked linkedin'])
  })

  it('the form of a robot check is marked too; where there is none, that is said', () => {
    expect(mark(snippets.recaptcha).html).toContain('<form data-consent-form="recaptcha" action="/contact" method="post">')
    const [script] = mark('<script src="https://www.google.com/recaptcha/api.js?render=6Lxxxx"></script>').parts
    expect(script?.notes).toEqual(['formless'])
  })

  const v3 = '<script src="https://www.google.com/recaptcha/api.js?render=6Lxxxx"></script>'
  const asking = (form: string) =>
    `<script>function toon(e) { grecaptcha.execute('6Lxxxx').then((token) => document.querySelector("${form}").submit()) }</script>`
  const marks = (html: string) =>
    [...mark(html).html.matchAll(/<form data-consent-form="(\w+)" (id=\w+|class="[^"]+")/g)].map(
      ([, category, which]) => `${category} ${which}`,
    )
  it.each([
    ['by its id in the code', asking('#een'), '<form id=een></form><form id=twee></form>', ['recaptcha id=een']],
    [
      'by its class in the code',
      asking('.wp-een'),
      '<form class="a wp-een"></form><form class="wp-een-b"></form>',
      ['recaptcha class="a wp-een"'],
    ],
    [
      'by the id of a field in the code',
      asking('#veld'),
      '<form id=een></form><form id=twee><input id="veld"></form>',
      ['recaptcha id=twee'],
    ],
    [
      'by the name of its function',
      asking('p'),
      '<form id=een></form><form id=twee><button onclick="toon(event)">Stuur</button></form>',
      ['recaptcha id=twee'],
    ],
    [
      'by the field for the answer',
      asking('p'),
      '<form id=een></form><form id=twee><input type="hidden" name="_recaptcha_antwoord"></form>',
      ['recaptcha id=twee'],
    ],
    ['as the only one but for a search', '', '<form id=zoek role="search"></form><form id=een></form>', ['recaptcha id=een']],
    ['never where it may be either', '', '<form id=een></form><form id=twee></form>', []],
    ['not by a word that is longer', asking('#een-twee'), '<form id=een></form><form id=twee></form>', []],
  ])('a form whose answer code asks for is found %s', (_, code, forms, expected) => {
    expect(marks(v3 + code + forms)).toEqual(expected)
    expect(mark(v3 + code + forms).parts[0]?.notes).toEqual(expected.length ? [] : ['formless'])
    // In whatever order it was pasted.
    expect(marks(forms + code + v3)).toEqual(expected)
  })

  it('a form with a widget leaves the others alone, and a form that is marked stays as it is', () => {
    const widget = '<form id=een><div class="g-recaptcha"></div></form><form id=twee></form>'
    expect(marks(v3 + widget)).toEqual(['recaptcha id=een'])
    const marked = `${v3.replace('src=', 'type="text/plain" data-consent="recaptcha" data-src=')}<form data-consent-form="recaptcha" id=een></form>`
    expect(mark(marked).html).toBe(marked)
  })

  it('curly quotation marks around code are told, and those in a text are not', () => {
    const notes = (html: string) => mark(html).parts[0]?.notes
    expect(notes('<script>gtag(‘js’, new Date()); gtag(‘config’, ‘G-AB12CD34EF’)</script>')).toEqual(['curly'])
    expect(notes('<script async src=“https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF”></script>')).toEqual(['curly'])
    expect(notes("<script>gtag('event', 'Zei je, “hallo”?')</script>")).toEqual([])
  })

  it('says where each part is in what comes out, a form up to its end', () => {
    const { html, parts } = mark(
      `<p>a</p>${snippets.youtube} b ${snippets.recaptcha}<noscript><img src="https://www.facebook.com/tr?id=1"></noscript>`,
    )
    expect(parts.map(({ kind, from, to }) => [kind, html.slice(from, from + 7), html.slice(to - 7, to)])).toEqual([
      ['frame', '<iframe', 'iframe>'],
      ['script', '<script', 'script>'],
      ['form', '<form d', '</form>'],
      ['noscript', '', '</form>'],
    ])
  })

  it('hints, pixels, stylesheets and media wait as well', () => {
    expect(
      found(`<link rel="preconnect" href="https://www.google-analytics.com"><link rel="preconnect" href="//fonts.gstatic.com" crossorigin>
        <link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Inter"><img src='https://www.facebook.com/tr?id=1&amp;ev=PageView' alt="">
        <video poster="https://i.ytimg.com/a.jpg"></video>`),
    ).toEqual([
      'hint marked google-analytics',
      'hint marked google-fonts',
      'stylesheet marked google-fonts',
      'image marked meta-pixel',
      'media marked youtube',
    ])
  })

  it('says what else its owner must know', () => {
    const notes = (html: string) => mark(html).parts.map((part) => part.notes)
    expect(notes(snippets.maps)).toEqual([['untitled']])
    expect(notes(snippets.youtube)).toEqual([[]])
    expect(notes(snippets.manager)[0]).toEqual(['manager'])
    expect(notes('<script>document.write("<script src=https://static.hotjar.com/a.js><\\/script>")</script>')).toEqual([['writes']])
    const both = mark(`<script>gtag('config', 'G-AB12CD34EF'); gtag('config', 'AW-123456789')</script>`)
    expect(both.parts[0]?.notes).toEqual(['several'])
    expect(both.html).toContain('data-consent="analytics tracking" data-service="google-analytics"')
  })
})

describe('what is not to be marked', () => {
  it.each([
    ['<script src="/js/menu.js"></script>', ['script own']],
    ['<script>document.querySelector("nav").hidden = false // zie //site</script>', ['code own']],
    ['<script type="application/ld+json">{"@context":"https://schema.org","logo":"https://beeld.voorbeeld.nl/a.png"}</script>', []],
    ['<a href="https://www.youtube.com/@wij">YouTube</a> <img src="/foto.jpg" alt="">', []],
    ['<script src="https://js.mollie.com/v1/mollie.js"></script>', ['script free mollie']],
    [
      '<script type="application/json" data-toestemming="config">{"services":["youtube"]}</script><script src="/toestemming/toestemming.js"></script>',
      [],
    ],
    ['<!-- <script src="https://static.hotjar.com/a.js"></script> --><p>1 < 2 & "3"</p>', []],
  ])('%s stays to the letter', (html, parts) => {
    expect(mark(html).html).toBe(html)
    expect(found(html)).toEqual(parts)
  })

  it('what no service has is told with its host, and stays until somebody says whose it is', () => {
    const html = '<script src="https://cdn.meetbureau.example.nl/m.js" defer></script>'
    expect(found(html)).toEqual(['script unknown cdn.meetbureau.example.nl'])
    expect(mark(html).html).toBe(html)
    const own: Service = { id: 'meetbureau', category: 'analytics', provider: 'Meetbureau', hosts: ['cdn.meetbureau.example.nl'] }
    expect(mark(html, [own]).html).toBe(
      '<script type="text/plain" data-consent="analytics" data-service="meetbureau" data-src="https://cdn.meetbureau.example.nl/m.js" defer></script>',
    )
  })

  it('the owner’s category goes before the catalogue’s', () => {
    const own = catalogue.filter(({ id }) => id === 'google-tag-manager').map((one) => ({ ...one, category: 'analytics' }))
    expect(mark(snippets.manager, own).html).toContain('data-consent="analytics"')
  })
})

describe('any snippet', () => {
  it.each(Object.entries(snippets))('%s: marking it twice changes nothing more, and nothing in it is asked for', (_, html) => {
    const once = mark(html).html
    expect(once).not.toBe(html)
    expect(mark(once).html).toBe(once)
    expect(once.replace(/<template [\s\S]*<\/template>/g, '')).not.toMatch(
      /<(script(?! type="text\/plain")|iframe|img|link)[^>]*\s(src|href)=/,
    )
  })

  it('several in one paste, with what stands around them', () => {
    const html = `<p>Vooraf</p>\n${Object.values(snippets).join('\n<p>Tussen</p>\n')}\n<p>Na</p>`
    const { html: marked, parts } = mark(html)
    expect(parts.every(({ outcome }) => outcome === 'marked' || outcome === 'removed')).toBe(true)
    expect(marked.match(/<p>(Vooraf|Tussen|Na)<\/p>/g)).toHaveLength(Object.keys(snippets).length + 1)
    expect(mark(marked).html).toBe(marked)
  })

  it.each([
    '',
    '<',
    '<script',
    '<script>gtag(',
    '<iframe src=https://www.youtube.com/embed/a',
    '<img src="https://www.facebook.com/tr',
    '</div></script>',
  ])('%j, which is no whole snippet, is read to its end', (html) => {
    expect(mark(mark(html).html).html).toBe(mark(html).html)
  })
})
