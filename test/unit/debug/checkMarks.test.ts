import { afterEach, expect, it } from 'vitest'
import { checkMarks } from '../../../src/debug/checkMarks.ts'
import type { Configuration } from '../../../src/index.ts'
import { contextOf, held, lines, meter, noMarks, showPage } from './support.ts'

afterEach(() => document.body.replaceChildren())

const check = (html: string, configuration?: Configuration, granted?: readonly string[], marks = noMarks) => {
  showPage(html)
  return lines(checkMarks(contextOf(configuration, granted), marks))
}

it('nothing is said of a button that waits for an act, nor of what came out of it', () => {
  const button = 'data-consent="functional !functional" data-service="meter"'
  expect(check(`<template ${button}><b>x</b></template>`)).toEqual([])
  const out = `<div ${button}></div><script ${button} src="https://meter.example/m.js"></script><script type="IN/Share" data-service="meter">1</script>`
  expect(check(out, undefined, [], held)).toEqual([])
  // What never waited does not.
  expect(check(out).filter((line) => line?.startsWith('error'))).toHaveLength(2)
})

it('nothing is said of a host by which the library calls what nobody has named', () => {
  const mark = 'data-consent="social" data-service="assets.calendly.com"'
  expect(check(`<template ${mark}><div class="calendly-inline-widget"></div></template>`)).toEqual([])
  expect(check(`<blockquote ${mark} class="tiktok-embed"></blockquote>`, undefined, ['social'], held)).toEqual([])
})

it('a picture for a placeholder is told when another host has it, which a video’s own may', () => {
  const frame = (poster: string) =>
    check(
      `<iframe data-consent="analytics" data-src="https://meter.example/1" title="t" width="9" height="9" data-poster="${poster}"></iframe>`,
    )
  expect(frame('https://i.ytimg.com/vi/a/hq.jpg')).toEqual([
    expect.stringMatching(
      /^warning: <iframe .* has data-poster="https:\/\/i\.ytimg\.com\/vi\/a\/hq\.jpg", which is not on your own host: it is not shown/,
    ),
  ])
  expect(frame('https://[kapot')).toHaveLength(1)
  expect(frame('/hq.jpg')).toEqual([])
  expect(check('<template data-consent="social" data-poster="https://i.ytimg.com/a.jpg"><p>x</p></template>')).toHaveLength(1)
  expect(
    check('<video data-consent="analytics" data-poster="https://meter.example/a.jpg" data-src="https://meter.example/a"></video>'),
  ).toEqual([])
})

it.each([
  [
    'a category that does not exist',
    '<img data-consent="analitics" data-src="/a.gif">',
    /^error: data-consent="analitics" is never released: there is no such category\. Did you mean "analytics"\? Use one of: functional, analytics/,
  ],
  [
    'a service where a category belongs',
    '<img data-consent="youtube" data-src="/a.gif">',
    /"youtube" is a service.*Write data-consent="social" data-service="youtube"/,
  ],
  ['an empty mark', '<img data-consent="" data-src="/a.gif">', /^error: <img .*> has an empty data-consent, so it is never released/],
  [
    'a script without type="text/plain"',
    '<script data-consent="analytics" src="https://meter.example/m.js" async></script>',
    /^error: .* the browser runs it at once: .* \| <script type="text\/plain" data-consent="analytics" data-src="https:\/\/meter\.example\/m\.js" async><\/script>$/,
  ],
  [
    'a script without type="text/plain" whose address waits',
    '<script data-consent="analytics" data-src="/m.js"></script>',
    /runs it at once with nothing in it/,
  ],
  [
    'a module without type="text/plain"',
    '<script type="module" data-consent="analytics" src="/m.js"></script>',
    /\| <script type="text\/plain" data-consent="analytics" data-type="module" data-src="\/m\.js"><\/script>$/,
  ],
  [
    'a script with nothing in it',
    '<script type="text/plain" data-consent="analytics" data-source="/m.js"></script>',
    /^warning: .* holds nothing/,
  ],
  ['an image with nothing in it', '<img data-consent="analytics" data-scr="/a.gif">', /^warning: .* holds nothing: it has no data-src/],
  [
    'an element that cannot wait',
    '<div data-consent="social">x</div>',
    /^error: <div data-consent="social"> cannot wait.* \| <template data-consent="social"> … <\/template>$/,
  ],
  [
    'a frame without a title',
    '<iframe data-consent="social" data-src="https://film.example/" width="1" height="1"></iframe>',
    /^warning: .* has no title/,
  ],
  [
    'a frame without a size',
    '<iframe data-consent="social" data-src="https://film.example/" title="Film"></iframe>',
    /^note: .* has no size, so 300 × 150/,
  ],
  [
    'a template in a template',
    '<template data-consent="social"><p>x</p><template><b></b></template></template>',
    /^warning: .* has a template in it/,
  ],
  ['an empty template', '<template data-consent="social"></template>', /^warning: .* is empty/],
  [
    'an address in a template that is not data-src',
    '<template data-consent="social"><img src="https://film.example/a.gif"></template>',
    /^warning: In a template is .*Firefox.* \| <img data-src="https:\/\/film\.example\/a\.gif">$/,
  ],
  [
    'an address that is code',
    '<img data-consent="social" data-src="javascript:alert(1)">',
    /^warning: .* begins with "javascript:"\. Such an address is never used/,
  ],
  [
    'a service that is not configured, from the catalogue',
    '<img data-consent="social" data-service="youtube" data-src="/a.gif">',
    /^warning: data-service="youtube" is in the catalogue, but not in the configuration.* \| "services": \[ …, "youtube" \]$/,
  ],
  [
    'a service that nobody knows',
    '<img data-consent="social" data-service="youtub" data-src="/a.gif">',
    /^warning: .*neither.*Did you mean "youtube"\? .* \| .*"id":"youtub","category":"social"/,
  ],
  [
    'a mark of another category than the service',
    '<img data-consent="social" data-src="https://meter.example/a.gif">',
    /^note: .* waits for social and for Meetbureau, which is in analytics: it needs both/,
  ],
  [
    'a tracker that is marked functional',
    '<img data-consent="functional" data-src="https://www.facebook.com/tr?id=1">',
    /^error: .* is marked functional.* looks like Meta.* Write data-consent="tracking"/,
  ],
  [
    'a service without a category',
    '<iframe data-service="youtube" src="/x" title="x"></iframe>',
    /^warning: .* has data-service and no data-consent/,
  ],
  [
    'a control that does nothing',
    '<button data-toestemming-action="acceptall"></button>',
    /^error: data-toestemming-action="acceptall" does nothing\. Did you mean "accept-all"\?/,
  ],
  [
    'a control for what does not exist',
    '<button data-toestemming-action="grant:metre"></button>',
    /^error: .* names "metre", which does not exist\. Did you mean "meter"\?/,
  ],
])('%s is told', (_what, html, words) => {
  expect(check(html)).toEqual([expect.stringMatching(words)])
})

it('an address that did not wait is told, with the element as it should be', () => {
  showPage('<iframe data-consent="social" data-src="https://film.example/" title="Film" width="1" height="1"></iframe>')
  const outright = new Set([document.querySelector('iframe') as HTMLElement])
  expect(lines(checkMarks(contextOf(), { ...noMarks, outright }))).toEqual([
    expect.stringMatching(
      /^error: A marked <iframe> has its address in src, .* \| <iframe data-consent="social" data-src="https:\/\/film\.example\/"/,
    ),
  ])
})

it('no other way to the choice than a trigger that is left out is told', () => {
  expect(check('', { ui: { trigger: 'none' } })).toEqual([expect.stringMatching(/^error: ui\.trigger is "none".* \| <a .*"open"/)])
  expect(check('<a data-toestemming-action="open"></a>', { ui: { trigger: 'none' } })).toEqual([])
})

it('right marks are told nothing of, held or released', () => {
  const html = `
    <script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js" async></script>
    <script type="text/plain" data-consent="tracking">code</script>
    <iframe data-consent="social" data-src="https://film.example/" title="Film" width="1" height="1"></iframe>
    <img data-consent="!social" data-src="/poster.gif" alt="">
    <template data-consent="social"><img data-src="https://film.example/a.gif" alt=""></template>
    <a data-toestemming-action="withdraw:meter">Stop</a>`
  expect(check(html)).toEqual([])
  // What the gate has let go runs, because it may.
  expect(check('<script data-consent="analytics">1</script>', { services: [meter] }, ['analytics'], held)).toEqual([])
})

it('what the library puts beside an embed that does not come is its own', () => {
  expect(check('<template data-consent="" data-toestemming="failed"><p></p></template>')).toEqual([])
})
