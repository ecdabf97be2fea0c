import { afterEach, expect, it } from 'vitest'
import { checkForms } from '../../../src/debug/checkForms.ts'
import type { Configuration } from '../../../src/index.ts'
import { contextOf, lines, showPage } from './support.ts'

afterEach(() => document.body.replaceChildren())

const links = { contact: '/bellen' }
const check = (html: string, configuration: Configuration = { links }) => {
  showPage(html)
  return lines(checkForms(contextOf(configuration)))
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
  expect(check('<form data-consent-form="recaptcha" data-sitekey="x" action="/"><button>x</button></form>')).toEqual([])
})

it('a form without another way to get in touch is told, unless it is exempt', () => {
  const form = (inside = '', rest = '') =>
    `<form data-consent-form="recaptcha" data-sitekey="x" ${rest} action="/">${inside}<button>x</button></form>`
  const told = /^warning: .* no other way to get in touch .*"links".* \| <p data-consent-contact hidden>/
  expect(check(form(), {})).toEqual([expect.stringMatching(told)])
  expect(check(form('<p data-consent-contact hidden>Bel 010</p>'), {})).toEqual([])
  const login = { id: 'login', category: 'recaptcha', provider: 'Google', exempt: 'Houdt robots tegen.' }
  expect(check(form('', 'data-service="login"'), { services: [login] })).toEqual([])
})

it('of two forms, the one without a place for the check is told, and a place with the id of another', () => {
  const form = (inside: string, rest = '') => `<form data-consent-form="recaptcha" action="/" ${rest}>${inside}<button>x</button></form>`
  const place = '<div class="g-recaptcha" id="check" data-sitekey="x"></div>'
  expect(check(form(place) + form('') + script)).toEqual([
    expect.stringMatching(/^warning: .* has no place for the spam check, and another form has.* \| <div class="g-recaptcha"/),
  ])
  expect(check(form(place) + form(place))).toEqual([expect.stringMatching(/^warning: id="check" is in two forms/)])
  expect(check(form(place) + form('', 'data-sitekey="x"') + script)).toEqual([])
  expect(check(form('') + form('') + script)).toEqual([])
})

it('a form whose check did not come is told', () => {
  showPage(`<form data-consent-form="recaptcha" action="/"><toestemming-block></toestemming-block><button>x</button></form>${script}`)
  const root = document.querySelector('toestemming-block')?.attachShadow({ mode: 'open' })
  expect(lines(checkForms(contextOf({ links })))).toEqual([])
  root?.append(Object.assign(document.createElement('button'), { type: 'button' }))
  root?.querySelector('button')?.setAttribute('data-toestemming-action', 'retry')
  expect(lines(checkForms(contextOf({ links })))).toEqual([
    expect.stringMatching(/^warning: The spam check of <form .* did not come within 10 seconds/),
  ])
})
