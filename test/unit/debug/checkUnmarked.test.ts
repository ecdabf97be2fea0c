import { afterEach, expect, it } from 'vitest'
import { checkUnmarked } from '../../../src/debug/checkUnmarked.ts'
import type { Configuration } from '../../../src/index.ts'
import { contextOf, lines, meter, showPage } from './support.ts'

afterEach(() => document.body.replaceChildren())

const check = (html: string, configuration?: Configuration, granted?: readonly string[]) => {
  showPage(html)
  return lines(checkUnmarked(contextOf(configuration, granted)))
}

it.each([
  [
    'a script of the catalogue',
    '<script async src="https://www.googletagmanager.com/gtag/js?id=G-1&amp;l=x"></script>',
    /^error: Google Analytics is in the page without a mark.* \| <script type="text\/plain" data-consent="analytics" data-service="google-analytics" async data-src="https:\/\/www\.googletagmanager\.com\/gtag\/js\?id=G-1&amp;l=x"><\/script>\n"services": \[ …, "google-analytics" \]$/,
  ],
  [
    'code in the page',
    '<script>t.src="https://connect.facebook.net/en_US/fbevents.js"</script>',
    /^warning: Code in the page names a host of Meta.* \| <script type="text\/plain" data-consent="tracking" data-service="meta-pixel"> …the same code… <\/script>/,
  ],
  [
    'a frame',
    '<iframe src="//www.youtube.com/embed/a" title="Film"></iframe>',
    /\| <iframe data-consent="social" data-service="youtube" data-src="\/\/www\.youtube\.com\/embed\/a" title="Film"><\/iframe>/,
  ],
  ['a preconnect', '<link rel="preconnect" href="https://www.youtube.com">', /This alone gives the visitor’s address to the vendor/],
  ['a noscript', '<noscript>&lt;img src="https://www.facebook.com/tr?id=1"&gt;</noscript>', /^error: A <noscript> asks Meta/],
])('%s without a mark is told', (_what, html, words) => {
  expect(check(html)).toEqual([expect.stringMatching(words)])
})

it('a service of the configuration needs no line for it, and once granted its own code may put in what it likes', () => {
  const html = '<script src="https://meter.example/m.js"></script>'
  expect(check(html)).toEqual([
    expect.stringMatching(/^error: Meetbureau .*data-service="meter" data-src="https:\/\/meter\.example\/m\.js"><\/script>$/),
  ])
  expect(check(html, { services: [meter] }, ['meter'])).toEqual([])
  expect(check(html, { services: [{ ...meter, exempt: 'A reason.' }] })).toEqual([])
})

it('what is marked, held, plain text, a link to follow, or of nobody known is not told', () => {
  expect(
    check(`<script type="text/plain" data-consent="analytics" data-src="https://meter.example/m.js"></script>
      <img data-toestemming="held" data-src="https://meter.example/a.gif" alt="">
      <script type="application/json">"https://meter.example/"</script>
      <a href="https://www.youtube.com/">Ons kanaal</a>
      <script src="https://cdn.example/x.js"></script>`),
  ).toEqual([])
})
