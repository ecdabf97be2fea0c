/** What vendors really call their cookies and keys, as seen in browsers: after a withdrawal none of it is left, wherever it was set. */

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Service } from '../../src/model/types.ts'
import { inEveryBrowser } from '../support/browser.ts'
import { storageOf } from '../support/observe.ts'
import { host, html, run, startSite } from '../support/site.ts'
import { until } from '../support/until.ts'

/** Not taken from the catalogue: names with numbers, keys and codings as browsers have them. */
const left: Readonly<Record<string, { readonly cookies?: readonly string[]; readonly keys?: readonly string[] }>> = {
  'google-analytics': {
    cookies: ['_ga', '_ga_4KX91ZQ2LM', '_gid', '_gat_UA-1234567-1', '_gat_gtag_UA_1234567_1', '__utma', '__utmb', '__utmz'],
  },
  'google-ads': { cookies: ['_gcl_au', '_gcl_aw', '_gac_UA-1234567-1'], keys: ['_gcl_ls'] },
  'google-adsense': { cookies: ['__gads', '__gpi', '__eoi'] },
  'meta-pixel': { cookies: ['_fbp', '_fbc'] },
  'linkedin-insight': { cookies: ['li_fat_id', 'li_giant', 'ln_or'] },
  'x-pixel': { cookies: ['_twclid', '_twpid'] },
  'tiktok-pixel': { cookies: ['_ttp', '_tt_enable_cookie', 'ttcsid', 'ttcsid_C123ABC'] },
  'pinterest-tag': { cookies: ['_pin_unauth', '_epik'] },
  'snapchat-pixel': { cookies: ['_scid', '_scid_r'] },
  'reddit-pixel': { cookies: ['_rdt_uuid'] },
  'microsoft-advertising': { cookies: ['_uetsid', '_uetvid', '_uetmsclkid'] },
  'microsoft-clarity': { cookies: ['_clck', '_clsk'] },
  hotjar: { cookies: ['_hjSessionUser_1234567', '_hjSession_1234567', '_hjTLDTest'] },
  matomo: { cookies: ['_pk_id.3.1fff', '_pk_ses.3.1fff', '_pk_ref.3.1fff', 'mtm_cookie_consent'] },
  mixpanel: { cookies: ['mp_0123456789abcdef_mixpanel'] },
  posthog: { cookies: ['ph_phc_AbC123_posthog'], keys: ['ph_phc_AbC123_posthog'] },
  hubspot: { cookies: ['__hstc', 'hubspotutk', '__hssc', '__hssrc'] },
  intercom: { cookies: ['intercom-id-abcd1234', 'intercom-session-abcd1234', 'intercom-device-id-abcd1234'] },
  crisp: { cookies: ['crisp-client%2Fsession%2F0a1b2c3d-0000-4000-8000-000000000000'] },
  klaviyo: { cookies: ['__kla_id'] },
  activecampaign: { cookies: ['prism_12345678'] },
  leadinfo: { cookies: ['_li_id.1a2b', '_li_ses.1a2b'] },
}

const folder = new URL('../../src/catalogue/', import.meta.url)

/** A name of each pattern that no prefix makes one of. */
const examples: Readonly<Record<string, string>> = {
  '/^mp_.+_mixpanel$/': 'mp_0123_mixpanel',
  '/^ph_.+_posthog$/': 'ph_phc_0123_posthog',
  '/^ph_.+_(window_id|primary_window_exists)$/': 'ph_phc_0123_window_id',
  '/^.+_zldp$/': 'abc_zldp',
  '/^.+_zldt$/': 'abc_zldt',
  '/^.+_siqid$/': 'abc_siqid',
}

interface Left {
  readonly id: string
  readonly cookies: readonly string[]
  readonly local: readonly string[]
  readonly session: readonly string[]
}

/** Of every service that can be withdrawn, what its entry in the catalogue says that it leaves on the site itself. */
const everything = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Service)
  .filter(({ category }) => category !== 'functional')
  .map(({ id, cookies = [] }): Left => {
    const names = (kind: string) =>
      cookies
        .filter(({ storage = 'cookie', party }) => storage === kind && party !== 'third')
        .map(({ name }) => examples[name] ?? name.replace(/\*$/, 'A1b2'))
    return { id, cookies: names('cookie'), local: names('local'), session: names('session') }
  })
  .filter(({ cookies, local, session }) => cookies.length + local.length + session.length > 0)

/** As many services at a time as a browser keeps cookies of. */
const most = 50
const groups: Left[][] = []
for (const one of everything) {
  const last = groups.at(-1)
  if (last && [...last, one].flatMap(({ cookies }) => cookies).length <= most) last.push(one)
  else groups.push([one])
}

inEveryBrowser(startSite, (browser) => {
  test.each(Object.entries(left))('nothing of %s is left on this host or on the domain above it; other names stay', async (id, all) => {
    const { cookies = [], keys = [] } = all
    browser.web.addPage(`www.${host}`, '/', html({ config: { owner: 'Voorbeeld BV', services: [id] }, body: '<p>Hier.' }))
    const page = await browser.open(`https://www.${host}/`)
    await until('the library is there', async () => (await run(page, "typeof toestemming.has === 'function'")) === true)
    await run(page, 'toestemming.acceptAll()')
    await until('all is granted', async () => (await run(page, `toestemming.has('${id}')`)) === true)
    await run(
      page,
      `for (const name of ${JSON.stringify(cookies)})
         for (const place of ['', '; Domain=${host}']) document.cookie = name + '=1; Path=/; Secure; Max-Age=999' + place
       document.cookie = 'x_ga=1; Path=/'; document.cookie = 'winkelwagen=1; Path=/; Domain=${host}'
       for (const name of ${JSON.stringify(keys)}) localStorage.setItem(name, '1')
       localStorage.setItem('winkelwagen', '1')`,
    )
    const names = async () =>
      ((await run(page, "document.cookie.split('; ').map((one) => one.split('=')[0]).sort()")) as string[]).filter(Boolean)
    // Each twice, or the test would prove nothing.
    expect((await names()).filter((name) => cookies.includes(name))).toHaveLength(cookies.length * 2)
    await run(page, 'toestemming.withdraw()')
    await until('it is withdrawn', async () => (await run(page, `toestemming.has('${id}')`)) === false)
    const expected = ['toestemming', 'winkelwagen', 'x_ga']
    await until('all is gone', async () => (await names()).every((name) => expected.includes(name))).catch(() => {})
    expect(await names()).toEqual(expected)
    expect(Object.keys((await storageOf(page)).local).filter((name) => !name.startsWith('toestemming'))).toEqual(['winkelwagen'])
  })

  test.each(groups.map((group) => [`${group[0]?.id} to ${group.at(-1)?.id}`, group] as const))(
    'what the catalogue lists is gone from this host, from the domain above it and from storage: %s',
    async (_, group) => {
      const of = (kind: 'cookies' | 'local' | 'session') => [...new Set(group.flatMap((one) => one[kind]))].sort()
      const ids = group.map(({ id }) => id)
      browser.web.addPage(`www.${host}`, '/', html({ config: { owner: 'Voorbeeld BV', services: ids }, body: '<p>Hier.' }))
      const page = await browser.open(`https://www.${host}/`)
      await until('the library is there', async () => (await run(page, "typeof toestemming.has === 'function'")) === true)
      await run(page, 'toestemming.acceptAll()')
      await until('all is granted', () => run(page, `${JSON.stringify(ids)}.every((id) => toestemming.has(id))`) as Promise<boolean>)
      await run(
        page,
        `for (const name of ${JSON.stringify(of('cookies'))})
           for (const place of ['', '; Domain=${host}']) document.cookie = name + '=1; Path=/; Secure; Max-Age=999' + place
         for (const name of ${JSON.stringify(of('local'))}) localStorage.setItem(name, '1')
         for (const name of ${JSON.stringify(of('session'))}) sessionStorage.setItem(name, '1')`,
      )
      const names = async () => {
        const { local, session } = await storageOf(page)
        const cookies = (await run(page, "document.cookie.split('; ').map((one) => one.split('=')[0]).sort()")) as string[]
        const others = (all: object) =>
          Object.keys(all)
            .filter((name) => !name.startsWith('toestemming'))
            .sort()
        return { cookies: cookies.filter((name) => name && name !== 'toestemming'), local: others(local), session: others(session) }
      }
      expect(await names()).toEqual({
        cookies: of('cookies').flatMap((name) => [name, name]),
        local: of('local'),
        session: of('session'),
      })
      await run(page, 'toestemming.withdraw()')
      const nothing = { cookies: [], local: [], session: [] }
      await until('all is gone', async () => Object.values(await names()).flat().length === 0).catch(() => {})
      expect(await names()).toEqual(nothing)
    },
  )
})
