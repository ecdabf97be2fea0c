/** What vendors really call their cookies and keys, as seen in browsers: after a withdrawal none of it is left, wherever it was set. */

import { expect, test } from 'vitest'
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
})
