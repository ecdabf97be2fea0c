import { afterEach, expect, it } from 'vitest'
import { checkRequest } from '../../../src/debug/checkRequests.ts'
import type { Configuration } from '../../../src/index.ts'
import { contextOf, held, lines, meter, never, noMarks, showPage } from './support.ts'

afterEach(() => document.body.replaceChildren())

interface Case {
  readonly address: string
  readonly kind?: string
  readonly html?: string
  readonly configuration?: Configuration
  readonly granted?: readonly string[]
  readonly history?: typeof never
  readonly marks?: typeof noMarks
  readonly time?: number
}
const check = ({ address, kind = 'script', html = '', configuration, granted, history = never, marks = noMarks, time = 500 }: Case) => {
  showPage(html)
  return lines([checkRequest({ url: new URL(address), kind, time }, contextOf(configuration, granted), history, marks, 100)])[0]
}
const address = 'https://meter.example/m.js'

it.each([
  [
    'an unmarked element',
    { html: `<script src="${address}"></script>` },
    /It came from <script .*no mark.*Mark it: \| <script type="text\/plain"/,
  ],
  ['an element whose address did not wait', { html: `<img data-consent="analytics" src="${address}">` }, /whose address does not wait/],
  ['a style sheet', { kind: 'css' }, /url\(\) or @import, which no script can hold.* \| <link rel="stylesheet" data-consent="analytics"/],
  ['code in the page', { html: '<script>/* meter.example */</script>' }, /Code in the page itself names that host/],
  ['what came before the library', { time: 50 }, /before toestemming\.js was there/],
  ['a frame', { kind: 'iframe' }, /A frame asked for it/],
  ['nobody can tell what', { kind: 'fetch' }, /from a worker, from import\(\)/],
] as const)('a request without consent is told with what let it through: %s', (_what, given, words) => {
  const found = check({ address, ...given })
  expect(found).toMatch(/^error: Meetbureau was asked without consent \(meter\.example\/m\.js\)/)
  expect(found).toMatch(words)
})

it('what the visitor loaded one time is not told', () => {
  expect(check({ address, html: `<img data-consent="analytics" src="${address}">`, marks: held })).toBeUndefined()
})

it('a request is judged by what stood when it was made', () => {
  expect(check({ address, history: { ...never, grantedAt: () => true } })).toBeUndefined()
  expect(check({ address, granted: ['meter'] })).toMatch(/^error/)
})

it('a request after a withdrawal is told where the page is not reloaded at once', () => {
  const history = { ...never, withdrawn: () => true }
  expect(check({ address, history })).toBeUndefined()
  expect(check({ address, history, configuration: { services: [meter], withdrawal: 'ask' } })).toMatch(/^warning: .*after the withdrawal/)
})

it('what is functional or exempt, the library’s own, and what a mark has let go are not told', () => {
  expect(check({ address, configuration: { services: [{ ...meter, category: 'functional' }] }, granted: ['meter'] })).toBeUndefined()
  expect(check({ address: 'https://cdn.example/toestemming/ui.js' })).toBeUndefined()
  const html = '<script data-consent="analytics" src="https://other.example/m.js"></script>'
  expect(check({ address: 'https://other.example/m.js', html, marks: held })).toBeUndefined()
})

it('a vendor that no service declares is named, with the line to add', () => {
  const youtube = 'https://www.youtube.com/embed/a'
  expect(check({ address: youtube, kind: 'iframe' })).toMatch(
    /^error: www\.youtube\.com was asked \(www\.youtube\.com\/embed\/a, by a frame\), most likely for YouTube\..* \| "services": \[ …, "youtube" \]/,
  )
  expect(check({ address: youtube, granted: ['social'] })).toMatch(/^warning: /)
})

it('a host that nobody lists is told, with a service to fill in', () => {
  expect(check({ address: 'https://beeld.example:8443/a.gif', kind: 'img' })).toMatch(
    /^warning: beeld\.example:8443 was asked .* by an image\), and no service lists it.*"unlisted": "hold".* \| "services": \[ …, {"id":"beeld-example","category":"functional","provider":"…","hosts":\["beeld\.example:8443"\]} \]$/,
  )
  expect(check({ address: 'https://beeld.example/', configuration: { unlisted: 'hold' } })).not.toContain('"unlisted"')
})
