// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generate } from '../../../scripts/catalogue.mjs'
import { lean } from '../../../scripts/lean.mjs'
import { catalogueIds } from '../../../src/catalogue/ids.ts'
import * as constants from '../../../src/catalogue/index.ts'
import { loadService } from '../../../src/catalogue/loaders.ts'
import { checkConfiguration } from '../../../src/model/checkConfiguration.ts'
import { duration } from '../../../src/model/duration.ts'
import { createMatcher, placesOf } from '../../../src/model/match.ts'
import { pattern } from '../../../src/model/pattern.ts'
import { serviceCode } from '../../../src/model/serviceCode.ts'
import { shownName } from '../../../src/model/shownName.ts'
import type { Localised, Service, StoredItem } from '../../../src/model/types.ts'
import schema from '../../../src/schema/service.schema.json'
import { misfits } from '../../support/schema.ts'

type Documented = Omit<Service, 'cookies'> & {
  readonly cookies?: readonly (StoredItem & { readonly source: string; readonly verified: boolean })[]
}

const folder = 'src/catalogue'
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const read = (file: string): Documented => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
const all = files.map((file) => [file.replace('.json', ''), read(file)] as const)
const services = all.map(([, service]) => service)
const camelCase = (id: string) => id.replace(/-([a-z\d])/g, (_all, letter: string) => letter.toUpperCase())

describe('the catalogue', () => {
  it('has what Dutch small businesses use', () => {
    expect(services.length).toBeGreaterThanOrEqual(100)
    const named = [
      ...[
        'google-analytics',
        'google-tag-manager',
        'google-ads',
        'google-doubleclick',
        'google-adsense',
        'google-maps',
        'google-recaptcha',
      ],
      ...[
        'google-fonts',
        'google-calendar',
        'google-docs',
        'meta-pixel',
        'facebook',
        'instagram',
        'linkedin-insight',
        'linkedin',
        'x-pixel',
      ],
      ...['x', 'tiktok-pixel', 'tiktok', 'pinterest-tag', 'pinterest', 'snapchat-pixel', 'reddit-pixel', 'microsoft-advertising'],
      ...['microsoft-clarity', 'youtube', 'vimeo', 'spotify', 'soundcloud', 'hotjar', 'matomo', 'piwik-pro', 'plausible', 'fathom'],
      ...['simple-analytics', 'posthog', 'mixpanel', 'hubspot', 'intercom', 'zendesk', 'tawk-to', 'crisp', 'leadinfo', 'mailchimp'],
      ...['activecampaign', 'klaviyo', 'trustpilot', 'kiyoh', 'webwinkelkeur', 'stripe', 'paypal', 'mollie', 'cloudflare', 'turnstile'],
      ...['hcaptcha', 'wordpress', 'woocommerce', 'php-session', 'openstreetmap', 'calendly', 'typeform'],
    ]
    expect(named.filter((id) => !(catalogueIds as readonly string[]).includes(id))).toEqual([])
  })

  it('has lists, loaders, constants and a table that say the same as its files: run `npm run catalogue`', () => {
    for (const [path, text] of Object.entries(generate())) expect([path, readFileSync(path, 'utf8') === text]).toEqual([path, true])
  })

  it('has an id, a file, a loader and a constant for each service, and no more', async () => {
    expect([...catalogueIds].sort()).toEqual(all.map(([id]) => id).sort())
    expect(Object.keys(constants).sort()).toEqual(catalogueIds.map(camelCase).sort())
    for (const id of catalogueIds) {
      expect(await loadService(id)).toEqual(read(`${id}.json`))
      expect((constants as Record<string, unknown>)[camelCase(id)]).toEqual(read(`${id}.json`))
    }
  })

  it('has ids with different codes in the record', () => {
    expect(new Set(catalogueIds.map(serviceCode)).size).toBe(catalogueIds.length)
  })

  it('is right as a configuration, by id and written out', () => {
    const right = services.map(lean)
    const page = { hostname: 'www.voorbeeld.nl', catalogue: Object.fromEntries(right.map((one) => [one.id, one])) }
    const wrong = (services: unknown, catalogue: object) => checkConfiguration({ services }, { ...page, catalogue: { ...catalogue } })
    expect(wrong(catalogueIds, page.catalogue)).toEqual([])
    expect(wrong(right, {})).toEqual([])
  })

  it('gives each host and path to one service', () => {
    const hosts = services.flatMap(({ hosts = [] }) => hosts)
    expect(hosts.filter((host, index) => hosts.indexOf(host) !== index)).toEqual([])
  })

  it('knows whose these addresses are', () => {
    const find = createMatcher(placesOf(services))
    const table = {
      'https://s3.amazonaws.com/downloads.mailchimp.com/js/mc-validate.js': 'mailchimp',
      'https://www.googletagmanager.com/gtag/js?id=G-1': 'google-analytics',
      'https://www.googletagmanager.com/gtm.js?id=GTM-1': 'google-tag-manager',
      'https://region1.google-analytics.com/g/collect': 'google-analytics',
      'https://googleads.g.doubleclick.net/pagead/id': 'google-doubleclick',
      'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js': 'google-adsense',
      'https://www.google.com/maps/embed?pb=1': 'google-maps',
      'https://www.google.com/recaptcha/api.js': 'google-recaptcha',
      'https://www.google.com/search': undefined,
      'https://connect.facebook.net/en_US/fbevents.js': 'meta-pixel',
      'https://connect.facebook.net/nl_NL/sdk.js': 'facebook',
      'https://www.facebook.com/tr?id=1': 'meta-pixel',
      'https://www.facebook.com/plugins/post.php': 'facebook',
      'https://px.ads.linkedin.com/collect': 'linkedin-insight',
      'https://www.linkedin.com/embed/feed/update/1': 'linkedin',
      'https://platform.twitter.com/widgets.js': 'x',
      'https://static.ads-twitter.com/uwt.js': 'x-pixel',
      'https://analytics.twitter.com/i/adsct': 'x-pixel',
      'https://www.tiktok.com/embed/1': 'tiktok',
      'https://analytics.tiktok.com/i18n/pixel/events.js': 'tiktok-pixel',
      'https://assets.pinterest.com/js/pinit.js': 'pinterest',
      'https://s.pinimg.com/ct/core.js': 'pinterest-tag',
      'https://open.spotify.com/embed/track/1': 'spotify',
      'https://pixel.byspotify.com/ping.min.js': 'spotify-pixel',
      'https://challenges.cloudflare.com/turnstile/v0/api.js': 'turnstile',
      'https://www.youtube-nocookie.com/embed/1': 'youtube',
      'https://www.google.be/maps/embed?pb=1': 'google-maps',
      'https://khms1.google.com/kh?v=1': 'google-maps',
      'https://www.google.de/pagead/1p-user-list/1/': 'google-ads',
      'https://www.google.com/rmkt/collect/1/': 'google-ads',
      'https://www.google.nl/ads/ga-audiences?v=1': 'google-ads',
      'https://www.google.be/search': undefined,
      'https://js.hsleadflows.net/leadflows.js': 'hubspot',
      'https://api.hubapi.com/hs-script-loader-public/v1/config': 'hubspot',
      'https://connect.facebook.net/nl_BE/sdk.js': 'facebook',
      'https://connect.facebook.net/de_DE/sdk/xfbml.customerchat.js': 'facebook',
      'https://connect.facebook.net/de_DE/fbevents.js': 'meta-pixel',
      'https://leadbooster-chat.pipedrive.com/assets/loader.js': 'pipedrive',
      'https://webforms.pipedrive.com/f/loader': 'pipedrive',
      'https://salesiq.zohopublic.eu/widget?wc=1': 'zoho-salesiq',
      'https://us-an.gr-cdn.com/ga/1.js': 'getresponse',
      'https://cdn.jwplayer.com/libraries/1.js': 'jw-player',
      'https://navigator-analytics.tweakwise.com/bundles/scout.js': 'tweakwise',
      'https://gateway.tweakwisenavigator.com/navigation/1': undefined,
      'https://embed.email-provider.eu/e/1.js': 'laposta',
      'https://app.enormail.eu/subscribe/1': 'enormail',
      'https://widget.treatwell.nl/salon/1/menu/': 'treatwell',
      'https://static.resengo.com/ResengoWidget': 'resengo',
      'https://shop.eventix.io/build/integrate.js': 'weeztix',
      'https://v1.widget.shop.weeztix.com/injector.js': 'weeztix',
      'https://voorbeeld.webinargeek.com/voorbeeld.embed.js': 'webinargeek',
      'https://widget.thuiswinkel.org/script.js?id=1': 'thuiswinkel-waarborg',
      'https://gadgets.buienradar.nl/gadget/zoommap/?lat=52': 'buienradar',
      'https://pt1.beslist.nl/pt.js': 'beslist',
      'https://www.beslist.nl/': undefined,
      'https://api.myparcel.nl/delivery_options': 'myparcel',
      'https://static.pay.nl/payment_profiles/100x100/10.png': 'pay-nl',
      'https://cdn.myafterpay.com/elements/v1/build/afterpay-elements.esm.js': 'riverty',
      'https://primary.jwwb.nl/public/1.jpg': 'jouwweb',
      'https://x.klarnacdn.net/kp/lib/v1/api.js': 'klarna',
      'https://eu-library.klarnaservices.com/lib.js': 'klarna-messaging',
      'https://static.dhlecommerce.nl/components/servicepoint-locator-component@latest/servicepoint-locator-component.js': 'dhl-ecommerce',
      'https://api.postnl.nl/shipment/v2_1/locations/nearest': 'postnl',
      'https://cdn.myonlinestore.eu/bricks/icons/cart.svg': 'mijnwebwinkel',
      'https://voorbeeld.securearea.eu/': 'ccv-shop',
      'https://secure.leadforensics.com/js/1.js': 'lead-forensics',
      'https://cdn.guestplan.com/widget.js': 'guestplan',
      'https://widget.onlineafspraken.nl/iFrame/book/key/1': 'onlineafspraken',
      'https://voorbeeld.recras.nl/api/arrangementbeschikbaarheid/id/1': 'recras',
      'https://www.planyo.com/embed-calendar.php?resource_id=1': 'planyo',
      'https://static.sooqr.com/sooqr.js': 'sooqr',
      'https://tr.datatrics.com/': 'datatrics',
      'https://app-worker.visitor-analytics.io/main.js?s=1': 'twipla',
    }
    expect(Object.keys(table).map((address) => [address, find(new URL(address))])).toEqual(Object.entries(table))
  })

  it('has no two services that claim one cookie or key of the site, so that erasing and table are plain', () => {
    // The same program, on one's own server or on its maker's, and one that was made from it.
    const alike = ['matomo, matomo-cloud', 'matomo, piwik-pro', 'matomo-cloud, piwik-pro']
    const own = services.flatMap(({ id, cookies = [] }) =>
      cookies.filter(({ party }) => party !== 'third').map(({ name, storage = 'cookie' }) => ({ id, name, storage })),
    )
    const claims = own.flatMap((one) =>
      own
        .filter((other) => one.id !== other.id && one.storage === other.storage && pattern(one.name)?.(other.name.replace(/\*$/, '')))
        .map((other) => [one.id, other.id].sort().join(', ')),
    )
    expect([...new Set(claims)].filter((pair) => !alike.includes(pair))).toEqual([])
  })

  it('knows these cookies by the names that browsers have them under, and how long they stay', () => {
    const table: readonly (readonly [id: string, name: string, duration: string])[] = [
      ['crisp', 'crisp-client%2Fsession%2Fa47ae3dd-53d8-4b15-afae-fb4577f7bcd0', 'P6M'],
      ['piwik-pro', '_pk_id.0a1b2c3d.1fff', 'P13M'],
      ['piwik-pro', '_pk_ses.0a1b2c3d.1fff', 'PT30M'],
      ['piwik-pro', '_pk_cvar', 'PT30M'],
      ['piwik-pro', 'app_id', 'P365D'],
      ['piwik-pro', 'ppms_privacy_bar_0a1b2c3d', 'session'],
      ['wordpress', 'wp_consent_functional', 'P30D'],
      ['wordpress', 'wp_consent_statistics-anonymous', 'P30D'],
      ['google-analytics', '__utma', 'P2Y'],
      ['matomo', 'piwik_ignore', 'P2Y'],
      ['matomo-cloud', 'matomo_ignore', 'P30Y'],
      ['linkedin', 'li_mc', 'P6M'],
      ['linkedin-insight', 'li_mc', 'P6M'],
      ['microsoft-advertising', 'MUIDB', 'P390D'],
      ['x', 'ct0', 'PT6H'],
      ['x', 'gt', 'PT3H'],
      ['zoho-salesiq', 'voorbeeld-_zldp', 'P2Y'],
      ['zoho-salesiq', 'voorbeeld-_zldt', 'P1D'],
      ['klarna-messaging', 'ku1-vid', 'P540D'],
    ]
    const found = (id: string, candidate: string) =>
      services
        .find((one) => one.id === id)
        ?.cookies?.filter(({ name, storage }) => !storage && pattern(name)?.(candidate))
        // What is said of one name goes before what is said of all that begin like it.
        .sort((one, other) => other.name.length - one.name.length)[0]?.duration
    expect(table.map(([id, name]) => [id, name, found(id, name)])).toEqual(table)
  })

  it('asks consent for nothing that can be exempt, and exempts nothing: that is for the owner to say', () => {
    for (const service of services) expect(service).not.toHaveProperty('exempt')
    for (const id of ['stripe', 'mollie', 'php-session', 'wordpress', 'woocommerce', 'cloudflare'])
      expect([id, services.find((one) => one.id === id)?.category]).toEqual([id, 'functional'])
  })

  it('tells what a provider is to the owner only with where the provider says so, and to people alone (R-138)', () => {
    const told = services.map((one) => [one.id, one.role, (one as unknown as { roleSource?: string }).roleSource] as const)
    expect(told.filter(([, role, source]) => !role !== !source)).toEqual([])
    expect(told.filter(([, role]) => role).length).toBeGreaterThan(20)
    for (const [id, role] of [
      ['google-analytics', 'processor'],
      ['google-recaptcha', 'processor'],
      ['google-ads', 'controller'],
      ['linkedin-insight', 'controller'],
      ['meta-pixel', 'joint'],
    ] as const)
      expect(lean(services.find((one) => one.id === id) as Service)).toMatchObject({ id, role })
  })

  it('asks consent for advertising, also by who takes payments', () => {
    expect(services.find(({ id }) => id === 'klarna-messaging')?.category).toBe('tracking')
  })

  it('links no policy of Google’s for reCAPTCHA, which Google has run on behalf of the website since 2 April 2026', () => {
    const captcha = services.find(({ id }) => id === 'google-recaptcha')
    expect(captcha).not.toHaveProperty('privacy')
    expect(captcha?.purpose).toMatchObject({
      nl: expect.stringContaining('in opdracht van deze website'),
      en: expect.stringContaining('on behalf of this website'),
    })
  })

  it('says that nothing is kept where the vendor says so', () => {
    for (const id of ['adobe-fonts', 'google-fonts', 'openpanel', 'trusted-shops'])
      expect([id, services.find((one) => one.id === id)?.cookies]).toEqual([id, []])
  })

  it('says of what shows a sign-up form that it does', () => {
    for (const id of ['activecampaign', 'mailchimp'])
      expect([id, read(`${id}.json`).purpose]).toEqual([
        id,
        { nl: expect.stringMatching(/aanmeldformulieren/), en: expect.stringMatching(/sign-up forms/) },
      ])
  })

  it('says one thing in the same words everywhere, so that visitors read no difference where there is none', () => {
    const texts = services.flatMap(({ purpose, cookies = [] }) => [purpose, ...cookies.map((one) => one.purpose)] as Localised[])
    for (const [one, other] of [
      ['en', 'nl'],
      ['nl', 'en'],
    ] as const) {
      const words = new Map<string | undefined, string | undefined>()
      for (const text of texts) {
        const said = words.get(text[one]) ?? text[other]
        expect([text[one], text[other]]).toEqual([text[one], said])
        words.set(text[one], said)
      }
    }
  })
})

describe('what is loaded of a service', () => {
  it('has nothing that is only for those who keep the catalogue', () => {
    for (const service of services) {
      const text = JSON.stringify(lean(service))
      expect([service.id, /"(\$schema|sources|source|verified|mayBeExempt|roleSource)":/.test(text)]).toEqual([service.id, false])
      expect(lean(service)).toMatchObject({ id: service.id, provider: service.provider, purpose: service.purpose })
    }
  })
})

describe.each(all)('%s', (id, service) => {
  const cookies = service.cookies ?? []
  const purposes = [service.purpose, ...cookies.map((one) => one.purpose)] as (Localised | undefined)[]

  it('fits the schema, under its own name', () => {
    expect(misfits(service, schema)).toEqual([])
    expect(service.id).toBe(id)
  })

  it('names each cookie and key once, by a pattern that fits it and not everything', () => {
    for (const { name } of cookies) {
      expect([name, typeof pattern(name)]).toEqual([name, 'function'])
      if (!name.startsWith('/')) expect([name, pattern(name)?.(name.replace('*', 'x'))]).toEqual([name, true])
      for (const common of ['session', 'PHPSESSID', 'cart', 'toestemming', 'csrf', 'x'])
        if (name !== common) expect([name, common, pattern(name)?.(common)]).toEqual([name, common, false])
    }
    const names = cookies.map(({ name, storage = 'cookie' }) => `${storage} ${name}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('names what is more than one name so that a visitor reads two letters of it at least', () => {
    for (const { name } of cookies) expect([name, /^[^*]+$|[\w-]{2}/.test(shownName(name))]).toEqual([name, true])
  })

  it('has keys that last as long as their storage, in words that can be read aloud', () => {
    for (const { name, storage, duration: time = '' } of cookies) {
      if (!['session', 'persistent'].includes(time)) expect([name, duration(time, 'nl')]).not.toEqual([name, time])
      if (storage === 'session') expect([name, time]).toEqual([name, 'session'])
      if (storage === 'local') expect([name, time]).not.toEqual([name, 'session'])
      if (!storage || storage === 'cookie') expect([name, time]).not.toEqual([name, 'persistent'])
    }
  })

  it('is verified exactly where the vendor or a look says so', () => {
    for (const { name, source, verified } of cookies)
      expect([name, verified]).toEqual([name, ['documentation', 'observation'].includes(source)])
    if (cookies.some(({ source }) => source === 'documentation'))
      expect((service as unknown as { sources: unknown[] }).sources).not.toEqual([])
  })

  it('says what each is for in Dutch and English, in neither register', () => {
    for (const purpose of purposes) {
      expect(purpose?.nl).not.toMatch(/(?<!\p{L})(je|jij|jou|jouw|jullie|u|uw)(?!\p{L})/iu)
      expect(purpose?.nl).not.toBe(purpose?.en)
    }
  })
})
