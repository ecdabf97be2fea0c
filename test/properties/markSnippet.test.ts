/** Whatever is pasted: nothing of it is lost, and marking it twice is marking it once. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as constants from '../../src/catalogue/index.ts'
import { markSnippet } from '../../src/tools/mark/markSnippet.ts'
import { textOf, tokensOf } from '../../src/tools/mark/tokens.ts'
import './seed.ts'

const catalogue = Object.values(constants)
const mark = (html: string) => markSnippet(html, catalogue).html

const pieces = fc.constantFrom(
  '<script src="https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF" async></script>',
  "<script>fbq('init', '1')</script>",
  '<script>',
  '</script>',
  '<script src=//snap.licdn.com/a.js>',
  '<noscript><img src="https://www.facebook.com/tr?id=1"></noscript>',
  '<noscript>',
  '</noscript>',
  '<iframe src="https://www.youtube.com/embed/a" title=\'a "b"\'></iframe>',
  '<blockquote class="twitter-tweet">',
  '</blockquote>',
  '<script async src="https://platform.twitter.com/widgets.js"></script>',
  '<div class="calendly-inline-widget" data-url="https://calendly.com/a">',
  '</div>',
  '<template data-consent="social">',
  '</template>',
  '<form action="/a">',
  '<div class="g-recaptcha">',
  '</form>',
  '<link rel="preconnect" href="https://fonts.gstatic.com" crossorigin>',
  '<img src="https://cdn.onbekend.nl/a.gif" alt>',
  '<!--',
  '-->',
  '<',
  '"',
  '\n',
  ' tekst & meer ',
)
const snippets = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((some) => some.join('')),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 12 }).map((some) => some.join('')),
)

describe('a snippet of any kind', () => {
  it('is the same text again when its pieces are put together', () => {
    fc.assert(fc.property(snippets, (html) => void expect(tokensOf(html).map(textOf).join('')).toBe(html)))
  })

  it('is marked once, however often it is marked', () => {
    fc.assert(
      fc.property(snippets, (html) => void expect(mark(mark(html))).toBe(mark(html))),
      { numRuns: 1000 },
    )
  })
})
