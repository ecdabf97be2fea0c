/** The report in words, to read on a terminal. */

import type { Both } from '../../review.ts'
import type { CheckReport, Seen } from './gather.ts'
import type { Look } from './visit.ts'

type Lang = keyof Both

const words = {
  title: { nl: 'Controle van', en: 'Check of' },
  looked: {
    nl: 'Bekeken in een echte browser, als nieuwe bezoeker, licht en donker, op een breedte van',
    en: 'Looked at in a real browser, as a new visitor, in light and dark, at a width of',
  },
  clean: { nl: 'Niets gevonden dat beter moet.', en: 'Found nothing to put right.' },
  silent: {
    nl: 'Er was geen banner: op deze pagina is nu niets om toestemming voor te vragen.',
    en: 'There was no banner: on this page there is nothing to ask consent for now.',
  },
  one: { nl: '1 ding gevonden:', en: 'Found 1 thing:' },
  more: { nl: 'dingen gevonden:', en: 'things found:' },
  error: { nl: 'FOUT', en: 'ERROR' },
  warning: { nl: 'LET OP', en: 'WARNING' },
  found: { nl: 'Gemeten', en: 'Found' },
  source: { nl: 'Regel', en: 'Rule' },
  remedy: { nl: 'Doe dit', en: 'Do this' },
  light: { nl: 'licht', en: 'light' },
  dark: { nl: 'donker', en: 'dark' },
  kept: { nl: 'Gemeten en in orde', en: 'Measured and kept' },
  unmeasured: { nl: 'Niet te meten op deze pagina', en: 'Could not be measured on this page' },
  allowed: { nl: 'Mocht zonder toestemming', en: 'Allowed without consent' },
  unused: {
    nl: 'Staat in de configuratie, en was hier na accepteren niet te zien. Gebruikt geen enkele pagina het meer? Haal het dan weg',
    en: 'In the configuration, and not seen here after acceptance. If no page uses it any more, take it out',
  },
  unseen: {
    nl: 'Dit kan geen machine zien. Kijk er zelf naar',
    en: 'This no machine can see. Look at it yourself',
  },
  advice: {
    nl: 'Dit is een meting, geen juridisch advies.',
    en: 'This is a measurement, not legal advice.',
  },
} satisfies Record<string, Both>

const places: Readonly<Record<string, Both>> = {
  banner: { nl: 'banner', en: 'banner' },
  preferences: { nl: 'voorkeuren', en: 'preferences' },
  settings: { nl: 'keuzes op de pagina', en: 'preferences in the page' },
  trigger: { nl: 'knop om terug te komen', en: 'trigger' },
  page: { nl: 'pagina', en: 'page' },
}

export function tell(report: CheckReport, lang: Lang): string {
  const say = (key: keyof typeof words) => words[key][lang]
  const { findings, kept, unmeasured, unseen, allowed, unused } = report
  const amount = groups(findings).length
  const widths = [...new Set(report.looks.map(({ width }) => width))]
  const lines = [
    `${say('title')} ${report.address}`,
    `${say('looked')} ${widths.join(lang === 'nl' ? ' en ' : ' and ')} px.`,
    ...(report.banner ? [] : [say('silent')]),
    '',
    findings.length ? (amount === 1 ? say('one') : `${amount} ${say('more')}`) : say('clean'),
  ]
  for (const group of groups(findings)) {
    const [{ code, level, rule, source, text, remedy }] = group
    lines.push('', `${say(level)} ${code}. ${rule[lang]}`, `  ${text[lang]}`)
    for (const { place, figure, looks } of group) {
      const where = looks.length < report.looks.length ? `, ${looks.map((look) => lookText(look, lang)).join(', ')}` : ''
      lines.push(`  ${say('found')}: ${figure[lang]} (${places[place]?.[lang] ?? place}${where})`)
    }
    lines.push(`  ${say('source')}: ${source[lang]}`, `  ${say('remedy')}: ${remedy[lang]}`)
  }
  lines.push('', `${say('kept')} (${kept.length}): ${kept.map(({ code }) => code).join(', ')}`)
  if (allowed.length) lines.push('', `${say('allowed')}:`, ...allowed.map(({ what, why }) => `- ${what}: ${why[lang]}`))
  if (unused?.length) lines.push('', `${say('unused')}:`, ...unused.map((name) => `- ${name}`))
  for (const [title, rules] of [
    [say('unmeasured'), unmeasured],
    [say('unseen'), unseen],
  ] as const)
    if (rules.length) lines.push('', `${title}:`, ...rules.map(({ code, rule, why }) => `- ${code}. ${rule[lang]}: ${why[lang]}`))
  return `${[...lines, '', say('advice')].join('\n')}\n`
}

const lookText = ({ width, theme }: Look, lang: Lang) => `${width} px ${words[theme][lang]}`

/** What has one remedy is told once, with all that was measured. */
function groups(findings: readonly Seen[]): (readonly [Seen, ...Seen[]])[] {
  const found = new Map<string, [Seen, ...Seen[]]>()
  for (const one of findings) {
    const key = [one.code, one.level, one.text.nl, one.remedy.nl].join('|')
    const group = found.get(key)
    if (group) group.push(one)
    else found.set(key, [one])
  }
  return [...found.values()]
}
