/** What a page asked of others and kept, held against its configuration and the catalogue. */

import { createMatcher, placesOf } from '../../model/match.ts'
import { pattern } from '../../model/pattern.ts'
import type { Service, Settings } from '../../model/types.ts'
import type { Both, Finding } from '../../review.ts'
import { ruleOf } from './rules.ts'
import type { StoredItem } from './visit.ts'

export interface Judged {
  readonly findings: readonly Finding[]
  /** What was there and may be, with why. */
  readonly allowed: readonly { readonly what: string; readonly why: Both }[]
}

/**
 * @param when before any choice, or after everything has been refused
 * @param address of the page
 */
export function judge(
  when: 'before' | 'after',
  address: string,
  requests: readonly string[],
  kept: readonly StoredItem[],
  settings: Settings,
  catalogue: readonly Service[],
): Judged {
  const { hostname } = new URL(address)
  const findings: Finding[] = []
  const allowed: { what: string; why: Both }[] = []
  const findDeclared = createMatcher(settings.places)
  const findLikely = createMatcher(placesOf(catalogue))
  const declared = (url: URL) => settings.services.find(({ id }) => id === findDeclared(url))
  const likely = (url: URL) => catalogue.find(({ id }) => id === findLikely(url))
  const moment: Both = when === 'before' ? { nl: 'vóór een keuze', en: 'before a choice' } : { nl: 'na weigeren', en: 'after a refusal' }
  const find = (level: Finding['level'], figure: Both, text: Both, remedy: Both) =>
    findings.push({ ...ruleOf(when === 'before' ? 'DP-8' : 'DP-9'), level, place: 'page', figure, text, remedy })

  for (const [host, urls] of byHost(requests, address)) {
    const [first] = urls
    if (!first) continue
    const service = urls.map(declared).find(Boolean)
    if (!service && isOwn(first.hostname, hostname, settings.cookie.domain)) continue
    if (service && isFree(service)) {
      allowed.push({ what: host, why: { nl: reason(service, 'nl'), en: reason(service, 'en') } })
      continue
    }
    const known = service ?? urls.map(likely).find(Boolean)
    const example = `${first.origin}${first.pathname}`.slice(0, 120)
    const figure = { nl: `${urls.length} × ${host} (${example})`, en: `${urls.length} × ${host} (${example})` }
    if (known && !isFree(known))
      find(
        'error',
        figure,
        {
          nl: `De pagina vraagt ${moment.nl} iets op bij ${nameOf(known)}.`,
          en: `The page asks something of ${nameOf(known)} ${moment.en}.`,
        },
        {
          nl: `Laat wat dit ophaalt wachten: data-consent="${known.category}" data-service="${known.id}", met data-src in plaats van src${service ? '' : `; en zet "${known.id}" bij "services"`}.`,
          en: `Have what fetches this wait: data-consent="${known.category}" data-service="${known.id}", with data-src for src${service ? '' : `; and add "${known.id}" to "services"`}.`,
        },
      )
    else
      find(
        'warning',
        figure,
        {
          nl: `De pagina vraagt ${moment.nl} iets op bij een ander: ${known ? nameOf(known) : host}.`,
          en: `The page asks something of another ${moment.en}: ${known ? nameOf(known) : host}.`,
        },
        {
          nl: `Kan de site niet zonder? Zet de dienst dan met deze host bij "services", als "functional" of met een reden bij "exempt". Zet het bestand anders op je eigen server, of laat het wachten met data-consent.`,
          en: `If the site cannot do without, list the service with this host under "services", as "functional" or with a reason under "exempt". Otherwise put the file on your own server, or have it wait with data-consent.`,
        },
      )
  }

  const strangers: string[] = []
  for (const item of kept) {
    const what = stored(item, hostname)
    if (isOwnRecord(item, settings) && when === 'after') {
      allowed.push({ what, why: { nl: 'de keuze zelf', en: 'the choice itself' } })
      continue
    }
    const service = settings.services.find((one) => keeps(one, item, hostname)) ?? catalogue.find((one) => keeps(one, item, hostname))
    if (service && isFree(service)) allowed.push({ what, why: { nl: reason(service, 'nl'), en: reason(service, 'en') } })
    else if (service)
      find(
        'error',
        { nl: what, en: what },
        {
          nl: `${nameOf(service)} bewaart ${moment.nl} iets in de browser.`,
          en: `${nameOf(service)} keeps something in the browser ${moment.en}.`,
        },
        {
          nl: `Laat wachten wat dit bewaart: data-consent="${service.category}" data-service="${service.id}".`,
          en: `Have what keeps this wait: data-consent="${service.category}" data-service="${service.id}".`,
        },
      )
    else strangers.push(what)
  }
  if (strangers.length)
    find(
      'warning',
      { nl: strangers.join(', '), en: strangers.join(', ') },
      {
        nl: `De pagina bewaart ${moment.nl} iets dat in de configuratie niet staat.`,
        en: `The page keeps something ${moment.en} that the configuration does not list.`,
      },
      {
        nl: 'Kan de site niet zonder? Zet het dan bij "services" als "functional", met "cookies". Laat anders wachten wat het bewaart.',
        en: 'If the site cannot do without, list it under "services" as "functional", with "cookies". Otherwise have what keeps it wait.',
      },
    )
  return { findings, allowed }
}

/** What was asked of others, by host. */
export function byHost(requests: readonly string[], address: string): ReadonlyMap<string, readonly URL[]> {
  const { host: site } = new URL(address)
  const hosts = new Map<string, URL[]>()
  for (const request of requests) {
    const url = URL.canParse(request) ? new URL(request) : undefined
    if (!url || !/^(https?|wss?):$/.test(url.protocol) || url.host === site) continue
    hosts.set(url.host, [...(hosts.get(url.host) ?? []), url])
  }
  return hosts
}

/** How a report calls what is kept. */
export function stored({ storage, name, domain }: StoredItem, site: string): string {
  const elsewhere = domain && !isOwn(domain.replace(/^\./, ''), site, null)
  return `${storage === 'cookie' ? 'cookie' : `${storage}Storage`} “${name}”${elsewhere ? ` (${domain})` : ''}`
}

/** What the library itself keeps. */
export const isOwnRecord = ({ name }: StoredItem, { cookie }: Settings) =>
  name === cookie.name || /^toestemming:(settings|network)$/.test(name)

/** The site itself, its subdomains, and what it is a subdomain of. */
export function isOwn(host: string, site: string, domain: string | null): boolean {
  const bare = (domain ?? site).replace(/^(www)?\./, '')
  return host === bare || host.endsWith(`.${bare}`) || (bare.endsWith(`.${host}`) && host.includes('.'))
}

export const isFree = ({ category, exempt }: Service) => category === 'functional' || !!exempt

export function keeps({ cookies = [], hosts = [] }: Service, { storage, name, domain }: StoredItem, site: string): boolean {
  const elsewhere = domain !== undefined && !isOwn(domain.replace(/^\./, ''), site, null)
  if (elsewhere && !hosts.some((host) => isOwn((domain ?? '').replace(/^\./, ''), host.replace(/^\*\.|[:/].*$/g, ''), null))) return false
  return cookies.some(
    (item) => (item.storage ?? 'cookie') === storage && (elsewhere || item.party !== 'third') && pattern(item.name)?.(name),
  )
}

export function nameOf({ title, provider }: Service): string {
  return !title ? provider : title.includes(provider) ? title : `${title} (${provider})`
}

function reason(service: Service, lang: 'nl' | 'en'): string {
  if (service.exempt) return service.exempt
  return lang === 'nl' ? `functioneel: ${nameOf(service)}` : `functional: ${nameOf(service)}`
}
