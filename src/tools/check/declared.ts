/** What a page asked of others and kept once everything was accepted, held against what its configuration lists (R-136). */

import { createMatcher, placesOf } from '../../model/match.ts'
import type { Service, Settings } from '../../model/types.ts'
import type { Both, Finding } from '../../review.ts'
import { byHost, isFree, isOwn, isOwnRecord, stored as itemText, keeps, nameOf } from './judge.ts'
import { ruleOf } from './rules.ts'
import type { Accepted } from './visit.ts'

export interface Compared {
  readonly findings: readonly Finding[]
  /** Services of the configuration of which nothing was seen: on another page, in another country, or no longer in use. */
  readonly unseen: readonly Service[]
}

/** @param address of the page */
export function compare(address: string, accepted: Accepted, settings: Settings, catalogue: readonly Service[]): Compared {
  const { hostname } = new URL(address)
  const findings: Finding[] = []
  const seen = new Set<Service>()
  const findDeclared = createMatcher(settings.places)
  const findLikely = createMatcher(placesOf(catalogue))
  const serviceAt = (url: URL) => settings.services.find(({ id }) => id === findDeclared(url))
  const find = (level: Finding['level'], figure: string, text: Both, remedy: Both) =>
    findings.push({ ...ruleOf('R-136'), level, place: 'page', figure: { nl: figure, en: figure }, text, remedy })
  const list = ({ id }: Service): Both => ({ nl: `Zet "${id}" bij "services".`, en: `Add "${id}" to "services".` })

  const undeclared: string[] = []
  for (const { url, page } of accepted.requests) {
    if (!URL.canParse(url)) continue
    // What a provider's own frame fetches is that provider's.
    const frame = URL.canParse(page) ? new URL(page) : undefined
    const elsewhere = frame && !isOwn(frame.hostname, hostname, settings.cookie.domain) ? frame : undefined
    const service = serviceAt(new URL(url)) ?? (elsewhere && serviceAt(elsewhere))
    if (service) seen.add(service)
    else undeclared.push(url)
  }
  for (const [host, urls] of byHost(undeclared, address)) {
    if (isOwn(new URL(`https://${host}`).hostname, hostname, settings.cookie.domain)) continue
    const [first] = urls
    const known = catalogue.find(({ id }) => urls.some((url) => findLikely(url) === id))
    const figure = `${urls.length} × ${host} (${`${first?.origin}${first?.pathname}`.slice(0, 120)})`
    if (known)
      find(
        isFree(known) ? 'warning' : 'error',
        figure,
        {
          nl: `Na accepteren wordt iets opgevraagd bij ${nameOf(known)}, en dat staat niet in de configuratie.`,
          en: `After acceptance something is asked of ${nameOf(known)}, which the configuration does not list.`,
        },
        list(known),
      )
    else
      find(
        'warning',
        figure,
        {
          nl: `Na accepteren wordt iets opgevraagd bij ${host}, en dat staat bij geen enkele dienst.`,
          en: `After acceptance something is asked of ${host}, which no service lists.`,
        },
        {
          nl: 'Hoort dit bij een dienst, zet de host dan bij "hosts" van die dienst. Zet anders een dienst met deze host bij "services".',
          en: 'If it belongs to a service, add the host to its "hosts". Otherwise list a service with this host under "services".',
        },
      )
  }

  for (const item of accepted.stored) {
    if (isOwnRecord(item, settings)) continue
    const keepers = settings.services.filter((one) => keeps(one, item, hostname))
    for (const service of keepers) seen.add(service)
    if (keepers.length) continue
    const known = catalogue.find((one) => keeps(one, item, hostname))
    const listed = known && settings.services.find(({ id }) => id === known.id)
    find(
      known && !isFree(known) ? 'error' : 'warning',
      itemText(item, hostname),
      {
        nl: `Na accepteren wordt iets bewaard dat ${known ? `van ${nameOf(known)} is en ` : ''}bij geen enkele dienst staat.`,
        en: `After acceptance something is kept that ${known ? `is ${nameOf(known)}’s, and ` : ''}no service lists.`,
      },
      known && !listed
        ? list(known)
        : {
            nl: 'Zet de naam bij "cookies" van de dienst die dit bewaart, met hoelang en waarvoor.',
            en: 'Add the name to the "cookies" of the service that keeps it, with how long and what for.',
          },
    )
  }
  return { findings, unseen: settings.services.filter((one) => !seen.has(one)) }
}
