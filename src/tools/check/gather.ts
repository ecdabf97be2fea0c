/** Joins the visits into one report. */

import type { Configuration } from '../../model/settings.ts'
import { completeSettings } from '../../model/settings.ts'
import type { Service, Settings } from '../../model/types.ts'
import { ruleOf as reviewRule } from '../../review/rules.ts'
import type { Both, Finding, Rule, Unmeasured } from '../../review.ts'
import { compare } from './declared.ts'
import { type Judged, judge, nameOf } from './judge.ts'
import { ruleOf, type VisitCode, visitCodes } from './rules.ts'
import type { Look, Visit } from './visit.ts'

/** A finding and at which widths and themes it was seen. */
export interface Seen extends Finding {
  readonly looks: readonly Look[]
}

export interface CheckReport {
  readonly address: string
  readonly looks: readonly Look[]
  /** Whether the banner was there. */
  readonly banner: boolean
  readonly findings: readonly Seen[]
  readonly kept: readonly Rule[]
  readonly unmeasured: readonly Unmeasured[]
  readonly unseen: readonly Unmeasured[]
  /** What was asked of others or kept, and may be. */
  readonly allowed: Judged['allowed']
  /** Names of services in the configuration of which nothing was seen after everything was accepted; nothing where it was not. */
  readonly unused: readonly string[] | undefined
}

export interface Gathered {
  readonly visits: readonly Visit[]
  /** The visit in which everything was accepted, if one was asked for. */
  readonly accepting: Visit | undefined
  /** What is in the page where it was not given. */
  readonly configuration: Configuration | undefined
  readonly catalogue: readonly Service[]
}

export function gather({ visits, accepting, configuration: given, catalogue }: Gathered): CheckReport {
  const [first] = visits
  const configuration = given ?? first?.configuration
  const findings: Seen[] = []
  const allowed = new Map<string, Both>()
  const kept = new Map<string, Rule>()
  const unmeasured = new Map<string, Unmeasured>()
  const address = first?.address ?? ''
  const settings = settingsOf(configuration, new URL(address).hostname, catalogue)

  const add = (look: Look, found: readonly Finding[]) => {
    for (const one of found) {
      const index = findings.findIndex(
        (other) =>
          other.code === one.code && other.place === one.place && other.text.nl === one.text.nl && other.figure.nl === one.figure.nl,
      )
      const same = findings[index]
      if (!same) findings.push({ ...one, looks: [look] })
      else if (!same.looks.includes(look)) findings[index] = { ...same, looks: [...same.looks, look] }
    }
  }
  const measured = new Set<VisitCode>(['DP-8', 'DP-24'])
  for (const { look, before, dead, after, asked } of visits) {
    add(
      look,
      dead.map(([href, status]) => ({
        ...linkRule,
        level: 'error',
        place: 'banner',
        figure: { nl: `${href}: ${status || 'geen antwoord'}, nodig 200`, en: `${href}: ${status || 'no answer'}, needs 200` },
        text: {
          nl: 'Een link in de banner leidt naar een pagina die er niet is.',
          en: 'A link in the banner leads to a page that is not there.',
        },
        remedy: { nl: 'Verbeter het adres bij "links" in de configuratie.', en: 'Correct the address under "links" in the configuration.' },
      })),
    )
    for (const [when, moment] of [
      ['before', before],
      ['after', after],
    ] as const) {
      if (!moment) continue
      add(look, moment.review.findings)
      for (const rule of moment.review.kept) kept.set(rule.code, rule)
      for (const rule of moment.review.unmeasured) unmeasured.set(rule.code, rule)
      const judged = judge(when, address, moment.requests, moment.stored, settings, catalogue)
      add(look, judged.findings)
      for (const { what, why } of judged.allowed) allowed.set(what, why)
    }
    if (!after) continue
    measured.add('DP-9').add('DP-13')
    if (asked)
      add(look, [
        {
          ...ruleOf('DP-13'),
          level: 'error',
          place: 'banner',
          figure: { nl: '1 keer herladen: de banner is er weer', en: '1 reload: the banner is back' },
          text: { nl: 'Na weigeren wordt meteen opnieuw gevraagd.', en: 'After a refusal the question is asked again at once.' },
          remedy: {
            nl: 'Wist je site de cookie of localStorage "toestemming"? Of verandert "revision" bij elk bezoek?',
            en: 'Does your site erase the cookie or localStorage "toestemming"? Or does "revision" change at each visit?',
          },
        },
      ])
  }
  compareControls(visits, add)
  let unused: readonly string[] | undefined
  if (accepting?.accepted && configuration) {
    const compared = compare(address, accepting.accepted, settings, catalogue)
    add(accepting.look, compared.findings)
    unused = compared.unseen.map(nameOf)
    measured.add('R-136')
  }
  const failed = new Set<string>(findings.map(({ code }) => code))
  for (const code of visitCodes) if (measured.has(code)) kept.set(code, ruleOf(code))
  for (const code of visitCodes)
    if (!measured.has(code)) unmeasured.set(code, { ...ruleOf(code), why: code === 'R-136' ? whyNot(accepting) : nothing.refuse })
  return {
    address,
    looks: visits.map(({ look }) => look),
    banner: visits.some(({ before }) => before.review.shown.includes('banner')),
    findings: [...findings].sort((one, other) => Number(one.level === 'warning') - Number(other.level === 'warning')),
    kept: [...kept.values()].filter(({ code }) => !failed.has(code)),
    unmeasured: [...unmeasured.values()].filter(({ code }) => !failed.has(code) && !kept.has(code)),
    unseen: first?.before.review.unseen ?? [],
    allowed: [...allowed].map(([what, why]) => ({ what, why })),
    unused,
  }
}

const nothing = {
  refuse: { nl: 'Er was niets om te weigeren.', en: 'There was nothing to refuse.' },
  accept: { nl: 'Er was niets om te accepteren.', en: 'There was nothing to accept.' },
  asked: { nl: 'Alleen met --accept: dan wordt alles geaccepteerd.', en: 'Only with --accept, which accepts everything.' },
  listed: {
    nl: 'De configuratie staat niet in de pagina: geef die met --config.',
    en: 'The configuration is not in the page: give it with --config.',
  },
} satisfies Record<string, Both>

const whyNot = (accepting: Visit | undefined): Both => (!accepting ? nothing.asked : accepting.accepted ? nothing.listed : nothing.accept)

/** The statement that a banner links to is there. */
const linkRule = reviewRule('R-10')

/** Only what can be read; a configuration that is wrong holds everything, and says so itself. */
function settingsOf(configuration: Configuration | undefined, hostname: string, catalogue: readonly Service[]): Settings {
  const surroundings = { hostname, catalogue: Object.fromEntries(catalogue.map((one) => [one.id, one])) }
  try {
    return completeSettings(configuration ?? {}, surroundings)
  } catch {
    return completeSettings({}, surroundings)
  }
}

function compareControls(visits: readonly Visit[], add: (look: Look, found: readonly Finding[]) => void): void {
  const written = ({ before }: Visit) => before.review.controls.map(({ place, action, label }) => `${place}: ${action} “${label}”`)
  const [first] = visits
  if (!first) return
  const wanted = written(first)
  for (const visit of visits) {
    const found = written(visit)
    if (found.join() === wanted.join()) continue
    const differ = [...found.filter((one) => !wanted.includes(one)), ...wanted.filter((one) => !found.includes(one))]
    const figure = differ.slice(0, 4).join('; ')
    add(visit.look, [
      {
        ...ruleOf('DP-24'),
        level: 'error',
        place: 'banner',
        figure: { nl: figure || 'andere volgorde', en: figure || 'another order' },
        text: {
          nl: `Hier staan andere knoppen dan op ${first.look.width} px.`,
          en: `The controls here are not those at ${first.look.width} px.`,
        },
        remedy: { nl: 'Haal het script weg dat de knoppen verandert.', en: 'Take away the script that changes the controls.' },
      },
    ])
  }
}
