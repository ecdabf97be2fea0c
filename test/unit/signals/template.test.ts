import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encode } from '../../../src/model/codec.ts'
import { moment } from '../../properties/support.ts'

const parts = Object.fromEntries(
  readFileSync('gtm/toestemming.tpl', 'utf8')
    .split(/^___(?=[A-Z])/m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('___')), part.slice(part.indexOf('___') + 3)] as const),
)

/** Runs the template as Tag Manager would, with what it may require. */
function fire(cookies: readonly string[]) {
  const heard: unknown[][] = []
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void heard.push([name, ...values])
  let listener: (change: { granted: string[] }) => void = () => {}
  const tools: Readonly<Record<string, unknown>> = {
    callInWindow: (path: string, event: string, given: typeof listener) => {
      heard.push([path, event])
      listener = given
    },
    getCookieValues: () => cookies,
    getTimestampMillis: () => moment + 1000,
    gtagSet: note('set'),
    makeNumber: Number,
    setDefaultConsentState: note('default'),
    setInWindow: note('here'),
    updateConsentState: note('update'),
  }
  const data = { cookie: 'toestemming', validDays: '180', wait: '500', gtmOnSuccess: note('done') }
  new Function('require', 'data', parts.SANDBOXED_JS_FOR_WEB_TEMPLATE ?? '')((name: string) => tools[name], data)
  return { heard, change: (granted: string[]) => listener({ granted }) }
}
const kept = (yes: readonly string[], decided = moment) =>
  encode({
    id: 'x'.repeat(22),
    decided,
    oldest: decided,
    revision: 1,
    source: 'banner',
    answers: new Map(yes.map((id) => [id, 'yes'])),
  })
const states = (ads: string, statistics: string) => ({
  ad_storage: ads,
  ad_user_data: ads,
  ad_personalization: ads,
  analytics_storage: statistics,
  personalization_storage: ads,
  functionality_storage: 'granted',
  security_storage: 'granted',
})

describe('the Tag Manager template', () => {
  it('has the sections that Tag Manager reads, as JSON', () => {
    for (const name of ['INFO', 'TEMPLATE_PARAMETERS', 'WEB_PERMISSIONS']) expect(JSON.parse(parts[name] ?? '')).toBeTruthy()
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['TERMS_OF_SERVICE', 'SANDBOXED_JS_FOR_WEB_TEMPLATE', 'TESTS', 'NOTES']))
  })

  it('denies first, then says what is kept, then follows', () => {
    const { heard, change } = fire([kept(['analytics'])])
    change(['functional', 'tracking'])
    expect(heard).toEqual([
      ['here', 'toestemmingTemplate', true, true],
      ['default', { ...states('denied', 'denied'), wait_for_update: 500 }],
      ['set', { ads_data_redaction: true, url_passthrough: false }],
      ['update', states('denied', 'granted')],
      ['toestemming.on', 'change'],
      ['done'],
      ['update', states('granted', 'denied')],
    ])
  })

  it.each([
    ['no cookie', []],
    ['two cookies that may differ', [kept(['analytics']), kept([])]],
    ['something else', ['analytics']],
    ['a choice that is too old', [kept(['analytics'], moment - 181 * 864e5)]],
    ['a choice of the future', [kept(['analytics'], moment + 9e5)]],
  ])('grants nothing for %s', (_name, cookies) => {
    expect(fire(cookies).heard.map(([name]) => name)).toEqual(['here', 'default', 'set', 'toestemming.on', 'done'])
  })
})
