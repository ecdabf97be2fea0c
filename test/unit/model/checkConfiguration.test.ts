import { describe, expect, it } from 'vitest'
import { checkConfiguration } from '../../../src/model/checkConfiguration.ts'
import { explain } from '../../../src/model/explain.ts'
import type { Configuration } from '../../../src/model/settings.ts'

const catalogue = { matomo: { id: 'matomo', category: 'analytics', provider: 'Matomo' }, gone: undefined }
const problems = (configuration: unknown) => checkConfiguration(configuration, { hostname: 'www.voorbeeld.nl', catalogue })
const message = (configuration: unknown) => explain(problems(configuration), ['matomo', 'meta-pixel', 'google-analytics'])
const survey = { id: 'survey', provider: 'Bureau X', category: 'analytics' }

describe('a right configuration', () => {
  const whole: Configuration = {
    $schema: './toestemming.schema.json',
    owner: 'Voorbeeld BV',
    locale: 'nl',
    register: 'u',
    revision: 2,
    updated: '2026-11-29',
    validDays: 400,
    links: { privacy: '/privacy', cookies: '/cookies', contact: '/contact' },
    categories: { crash: { title: 'Fouten', purpose: 'Meldt fouten.' }, social: {} },
    services: [
      'matomo',
      { use: 'matomo', id: 'second', exempt: 'Tw 11.7a lid 3 b' },
      {
        ...survey,
        category: 'crash',
        title: 'Enquête',
        purpose: { nl: 'Vraagt.', en: 'Asks.' },
        hosts: ['survey.example'],
        cookies: [{ name: '/^sv_/', duration: 'P3M', storage: 'local', party: 'first', purpose: 'Onthoudt.' }],
        privacy: 'https://survey.example/privacy',
        outsideEEA: true,
        role: 'processor',
      },
    ],
    signals: { google: 'basic', gpc: true },
    cookie: { name: 'toestemming', domain: null },
    records: { endpoint: null },
    withdrawal: 'ask',
    unlisted: 'hold',
    requests: 'wait',
    ui: { layout: 'bar', theme: 'auto', trigger: 'bottom-left' },
    texts: { 'banner.title': 'Cookies' },
  }

  it('has no problems, whole or empty', () => {
    expect(problems(whole)).toEqual([])
    expect(problems({})).toEqual([])
  })

  it('has no problems in any one of its keys', () => {
    for (const [key, value] of Object.entries(whole)) if (key !== 'services') expect([key, problems({ [key]: value })]).toEqual([key, []])
  })

  it.each(['voorbeeld.nl', 'www.voorbeeld.nl'])('may keep its cookie at %s', (domain) => {
    expect(problems({ cookie: { domain } })).toEqual([])
  })
})

/** What is wrong; what the message says of it, in order: key, finding, remedy. */
const table: readonly (readonly [wrong: unknown, ...says: string[]])[] = [
  [null, 'configuration', 'null', 'an object'],
  [[], 'configuration', '[]', 'an object'],
  ['x', 'configuration', '"x"', 'an object'],
  [{ onwer: 'Voorbeeld BV' }, 'onwer', 'no key "onwer"', 'Did you mean "owner"?', 'Use one of: $schema, owner,'],
  [{ Register: 'u' }, 'Register', 'no key', 'Did you mean "register"?'],
  [JSON.parse('{ "__proto__": {} }'), '__proto__', 'no key "__proto__"', 'Use one of'],
  [{ constructor: 1 }, 'constructor', 'no key "constructor"', 'Use one of'],
  [{ owner: 5 }, 'owner', 'found 5', 'a text between quotes'],
  [{ owner: null }, 'owner', 'found null', 'a text between quotes'],
  [{ locale: true }, 'locale', 'found true', 'a text between quotes'],
  [{ register: 'jij' }, 'register', '"jij"', 'Did you mean "je"?', 'one of "je", "u"'],
  [{ revision: 0 }, 'revision', 'found 0', 'a whole number from 1 to 999999'],
  [{ revision: '2' }, 'revision', 'found "2"', 'a whole number from 1 to 999999'],
  [{ services: [{ ...survey, role: 'procesor' }] }, 'services[0].role', '"procesor"', 'Did you mean "processor"?', '"controller", "joint"'],
  [{ validDays: 30 }, 'validDays', 'found 30', 'a whole number from 180 to 400'],
  [{ validDays: 401 }, 'validDays', 'found 401', '180 to 400'],
  [{ links: '/privacy' }, 'links', '"/privacy"', 'an object'],
  [{ links: { privcy: '/privacy' } }, 'links.privcy', 'no key "privcy"', 'Did you mean "privacy"?', 'privacy, cookies, contact'],
  [{ links: { contact: 1 } }, 'links.contact', 'found 1', 'a text between quotes'],
  [{ categories: ['crash'] }, 'categories', '["crash"]', 'an object'],
  [{ categories: { Crash: {} } }, 'categories.Crash', '"Crash"', 'small letters, digits and hyphens only'],
  [JSON.parse('{ "categories": { "__proto__": {} } }'), 'categories.__proto__', '"__proto__"', 'small letters'],
  [{ categories: { crash: { titel: 'Fouten' } } }, 'categories.crash.titel', 'no key "titel"', 'Did you mean "title"?'],
  [{ categories: { crash: 'Fouten' } }, 'categories.crash', '"Fouten"', 'an object'],
  [{ services: 'matomo' }, 'services', '"matomo"', 'a list'],
  [{ services: [null] }, 'services[0]', 'null', 'an object'],
  [{ services: ['matomo', 'meta-pixle'] }, 'services[1]', '"meta-pixle"', 'Did you mean "meta-pixel"?', 'id of a service in the catalogue'],
  [{ services: ['toString'] }, 'services[0]', '"toString"', 'catalogue'],
  [{ services: ['gone'] }, 'services[0]', '"gone"', 'catalogue'],
  [{ services: [{ use: 'matomoo' }] }, 'services[0].use', '"matomoo"', 'Did you mean "matomo"?', 'catalogue'],
  [{ services: [{ ...survey, catgory: 'social' }] }, 'services[0].catgory', 'no key "catgory"', 'Did you mean "category"?'],
  [
    { services: [{ ...survey, category: 'analytcs' }] },
    'services[0].category',
    '"analytcs"',
    'Did you mean "analytics"?',
    'functional, analytics',
  ],
  [{ services: [{ ...survey, category: 'toString' }] }, 'services[0].category', '"toString"', 'Use one of: functional'],
  [{ services: [{ id: 'survey', provider: 'X' }] }, 'services[0].category', 'Use one of: functional, analytics'],
  [{ services: [{ ...survey, provider: '' }] }, 'services[0].provider', '""', 'a text between quotes'],
  [{ services: [{ id: 'survey', category: 'social' }] }, 'services[0].provider', 'found nothing', 'a text between quotes'],
  [{ services: [{ ...survey, id: 'Survey!' }] }, 'services[0].id', '"Survey!"', 'small letters, digits and hyphens only'],
  [{ services: [survey, survey] }, 'services[1].id', '"survey"', 'choose another one'],
  [{ services: ['matomo', { use: 'matomo' }] }, 'services[1].id', '"matomo"', 'choose another one'],
  [{ services: [{ ...survey, id: 'social' }] }, 'services[0].id', '"social"', 'choose another one'],
  [{ services: [{ ...survey, hosts: 'survey.example' }] }, 'services[0].hosts', '"survey.example"', 'a list'],
  [
    { services: [{ ...survey, hosts: ['https://survey.example'] }] },
    'services[0].hosts[0]',
    '"https://survey.example"',
    'without https://',
  ],
  [{ services: [{ ...survey, cookies: [{ name: '_ga', storage: 'locl' }] }] }, 'cookies[0].storage', '"locl"', 'Did you mean "local"?'],
  [{ services: [{ ...survey, cookies: [{ name: '/ga/' }] }] }, 'services[0].cookies[0].name', '"/ga/"', 'anchored pattern'],
  [{ services: [{ ...survey, cookies: [{ name: '/^sv$_/' }] }] }, 'cookies[0].name', '"/^sv$_/"', 'neither everything nor nothing'],
  [{ services: [{ ...survey, cookies: [{ name: '/^sv^_/' }] }] }, 'cookies[0].name', '"/^sv^_/"', 'neither everything nor nothing'],
  [{ services: [{ ...survey, cookies: [{ name: '/^sv(?!)/' }] }] }, 'cookies[0].name', '"/^sv(?!)/"', 'neither everything nor nothing'],
  [{ services: [{ ...survey, cookies: [{ name: '/^sv[]/' }] }] }, 'cookies[0].name', '"/^sv[]/"', 'neither everything nor nothing'],
  [{ services: [{ ...survey, cookies: [{ name: '*_sv' }] }] }, 'cookies[0].name', '"*_sv"', 'a "prefix*"'],
  [{ services: [{ ...survey, cookies: [{ name: '_sv_<id>' }] }] }, 'cookies[0].name', '"_sv_<id>"', '"_ga_*" for "_ga_<id>"'],
  [{ services: [{ ...survey, cookies: [{ name: '_pk_id.#' }] }] }, 'cookies[0].name', '"_pk_id.#"', '"_ga_*" for "_ga_<id>"'],
  [{ services: [{ ...survey, cookies: [{ name: 'sv id' }] }] }, 'cookies[0].name', '"sv id"', 'a name without spaces'],
  [{ services: [{ ...survey, cookies: [{ name: '/^\\w+/' }] }] }, 'cookies[0].name', '"/^\\w+/"', 'neither everything nor nothing'],
  [{ services: [{ ...survey, cookies: [{ name: 'sv', duration: '1 jaar' }] }] }, 'cookies[0].duration', '"1 jaar"', 'such as P1Y'],
  [{ services: [{ ...survey, cookies: [{ name: 'sv', duration: 'P1H' }] }] }, 'cookies[0].duration', '"P1H"', 'such as P1Y'],
  [{ services: [{ ...survey, cookies: [{ name: 'sv', duration: 'P' }] }] }, 'cookies[0].duration', '"P"', 'ISO 8601'],
  [{ services: [{ ...survey, cookies: ['_ga'] }] }, 'services[0].cookies[0]', '"_ga"', 'an object'],
  [{ services: [{ ...survey, exempt: true }] }, 'services[0].exempt', 'found true', 'a text between quotes'],
  [{ services: [{ ...survey, outsideEEA: 'ja' }] }, 'services[0].outsideEEA', '"ja"', 'true or false'],
  [{ services: [{ ...survey, purpose: { de: 'Zählt' } }] }, 'services[0].purpose.de', 'no key "de"', 'nl, en'],
  [{ signals: { google: 'basis' } }, 'signals.google', '"basis"', 'Did you mean "basic"?', '"basic", "advanced", "off"'],
  [{ signals: { matomo: 'cookies' } }, 'signals.matomo', '"cookies"', 'Did you mean "cookie"?'],
  [{ services: [{ ...survey, signal: 'gogle' }] }, 'services[0].signal', '"gogle"', 'Did you mean "google"?'],
  [{ signals: { gpc: 'aan' } }, 'signals.gpc', '"aan"', 'true or false'],
  [{ cookie: { name: 'mijn koekje' } }, 'cookie.name', '"mijn koekje"', 'small letters, digits and hyphens only'],
  [{ cookie: { domain: 'elders.nl' } }, 'cookie.domain', '"elders.nl"', 'this site’s own host name or a parent of it'],
  [{ cookie: { domain: 'beeld.nl' } }, 'cookie.domain', '"beeld.nl"', 'own host name'],
  [{ cookie: { domain: '.voorbeeld.nl' } }, 'cookie.domain', '".voorbeeld.nl"', 'own host name'],
  [{ cookie: { domain: false } }, 'cookie.domain', 'false', 'or null'],
  [{ records: { endpoint: 5 } }, 'records.endpoint', 'found 5', 'or null'],
  [{ withdrawal: 'reloaad' }, 'withdrawal', '"reloaad"', 'Did you mean "reload"?'],
  [{ unlisted: 'holt' }, 'unlisted', '"holt"', 'Did you mean "hold"?', '"allow", "hold"'],
  [{ unlisted: true }, 'unlisted', 'found true', '"allow", "hold"'],
  [{ requests: 'fails' }, 'requests', '"fails"', 'Did you mean "fail"?', '"fail", "wait"'],
  [{ requests: null }, 'requests', 'found null', '"fail", "wait"'],
  [{ ui: { theme: 'drak' } }, 'ui.theme', '"drak"', 'Did you mean "dark"?', '"light", "dark", "auto"'],
  [{ ui: { trigger: true } }, 'ui.trigger', 'found true', '"bottom-left"'],
  [{ texts: { 'banner.title': null } }, 'texts.banner.title', 'null', 'a text between quotes'],
]

describe('a wrong configuration', () => {
  it.each(table.map(([wrong, ...says]) => [wrong, says] as const))(
    '%j is answered with the key, what was found and what to do',
    (wrong, says) => {
      const [heading, ...more] = message(wrong).split('\n')
      expect(more).toEqual([])
      let rest = heading ?? ''
      expect(rest).toMatch(/^\[toestemming\] /)
      for (const part of says) {
        expect(rest).toContain(part)
        rest = rest.slice(rest.indexOf(part) + part.length)
      }
    },
  )

  it('is answered with a line for everything that is wrong', () => {
    expect(message({ owner: 5, ui: { theme: 'red', x: 1 } }).split('\n')).toHaveLength(4)
  })

  it('is answered for two services that would have the same code in the record', () => {
    const [one, other] = sameCode()
    const found = problems({
      services: [
        { ...survey, id: one },
        { ...survey, id: other },
      ],
    })
    expect(found).toEqual([{ path: 'services[1].id', found: other, expected: 'code' }])
  })

  it.each(['session', 'persistent', 'P2Y', 'P50M', 'PT30M', 'P1DT12H', 'P2W'])('has nothing against a time of %s', (duration) => {
    expect(problems({ services: [{ ...survey, cookies: [{ name: 'sv', duration }] }] })).toEqual([])
  })

  it('has nothing against a storage key with a space', () => {
    expect(problems({ services: [{ ...survey, cookies: [{ name: 'sv id', storage: 'local' }] }] })).toEqual([])
  })

  it('is answered for a service without an id', () => {
    expect(message({ services: [{ provider: 'X', category: 'social' }] })).toContain('services[0].id: found nothing')
  })

  it('is answered for a cookie without a name', () => {
    expect(message({ services: [{ ...survey, cookies: [{ duration: 'P1Y' }] }] })).toContain('services[0].cookies[0].name: found nothing')
  })

  it('is answered for a purpose that has no Dutch', () => {
    expect(problems({ services: [{ ...survey, purpose: { en: 'Asks.' } }] }).map(({ path }) => path)).toEqual(['services[0].purpose.nl'])
  })

  it('is answered for a cookie name that is empty', () => {
    expect(problems({ cookie: { name: '' } }).map(({ path }) => path)).toEqual(['cookie.name'])
  })

  it('never throws, whatever is given', () => {
    for (const odd of [undefined, 0, () => {}, Symbol('x'), { services: [[]] }, { services: [{ use: null }] }, { categories: null }])
      expect(problems(odd)).not.toEqual([])
  })
})

/** Two ids with one code, found by trying. */
function sameCode(): [string, string] {
  const seen = new Map<number, string>()
  for (let count = 0; ; count++) {
    const id = `s${count}`
    let sum = 0
    for (const one of id) sum = (sum * 131 + one.charCodeAt(0)) % 36 ** 5
    const other = seen.get(sum)
    if (other) return [other, id]
    seen.set(sum, id)
  }
}
