import { afterEach, expect, it } from 'vitest'
import { checkForms } from '../../../src/debug/checkForms.ts'
import { contextOf, lines, showPage } from './support.ts'

afterEach(() => document.body.replaceChildren())

const check = (html: string) => {
  showPage(html)
  return lines(checkForms(contextOf()))
}
const script = '<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/api.js"></script>'

it.each([
  ['a mark on what is no form', '<div data-consent-form="recaptcha"></div>', /^error: .* belongs on a <form>/],
  ['an empty mark', '<form data-consent-form action="/"><button></button></form>', /^error: .* empty data-consent-form/],
  [
    'an unknown category',
    '<form data-consent-form="recapcha" action="/"><button></button></form>',
    /^error: .* can never be sent.*Did you mean "recaptcha"\?/,
  ],
  ['no action', `<form data-consent-form="recaptcha"><button></button></form>${script}`, /^note: .* has no action/],
  ['no button', `<form data-consent-form="recaptcha" action="/"></form>${script}`, /^warning: .* no submit button/],
  [
    'no spam check',
    '<form data-consent-form="recaptcha" action="/"><button></button></form>',
    /^warning: .* nothing on this page loads one.* \| <script type="text\/plain"/,
  ],
])('a form with %s is told', (_what, html, words) => {
  expect(check(html)).toEqual([expect.stringMatching(words)])
})

it('a right form is told nothing of', () => {
  expect(check(`<form data-consent-form="recaptcha" action="/"><button>x</button></form>${script}`)).toEqual([])
  expect(check('<form data-consent-form="recaptcha" action="/"><i data-sitekey="x"></i><button>x</button></form>')).toEqual([])
  expect(check(`<form data-consent-form="recaptcha" action="/"><button>x</button></form><template>${script}</template>`)).toEqual([])
})
