/** From what was measured to a table: medians, and what did not do what was measured says so. */
import { median } from './statistics.mjs'

/** One figure of one contender, over all rounds. @returns `{ value, problem }` */
const summarise = (samples, others, row) => {
  const values = samples.flatMap(({ figures }, round) => {
    const base = row.beyond ? others?.[round]?.figures?.[row.figure] : 0
    const value = figures?.[row.figure]
    return Number.isFinite(value) && Number.isFinite(base) ? [Math.round((value - base) * 100) / 100] : []
  })
  const found = samples.flatMap((sample) => [
    ...new Set([...(sample.failure ? [sample.failure] : []), ...(sample[row.problems ?? 'problems'] ?? [])]),
  ])
  const counts = [...new Set(found)].map((problem) => `${problem} (${found.filter((one) => one === problem).length} of ${samples.length})`)
  if (values.length === 0 && counts.length === 0) return undefined
  return {
    value: values.length > 0 ? median(values) : null,
    values,
    ...(counts.length > 0 && { problem: counts.join(', ') }),
  }
}

/** @param measured `[{ scenario, samples: { <contender>: […] } }]` */
export const toRows = (measured) =>
  measured.flatMap(({ scenario, samples }) =>
    scenario.rows.map((row) => {
      const results = {}
      for (const [key, own] of Object.entries(samples)) {
        if (row.beyond === key) continue
        const summary = summarise(own, samples[row.beyond], row)
        if (summary) results[key] = summary
      }
      return { title: row.title, unit: row.unit, ...(row.beyond && { beyond: row.beyond }), results }
    }),
  )

const digits = (value, unit) => (unit === 'B' ? String(Math.round(value)) : value.toFixed(Math.abs(value) < 100 ? 1 : 0))

const cell = (result, unit) => {
  if (!result) return '–'
  const figure = result.value === null ? '' : digits(result.value, unit)
  return result.problem ? `${result.problem}${figure && `; ${figure} for that`}` : figure
}

/** How many times ours it is; only of two figures that stand. */
const ratio = (result, ours, row) =>
  result && ours && !result.problem && !ours.problem && !row.beyond && ours.value > 0 && result.value > 0
    ? `${(result.value / ours.value).toFixed(2)}×`
    : '–'

/** Whether ours is ahead of every peer that did what was measured. */
const verdict = ({ results }, peers) => {
  const { ours } = results
  if (!ours) return ''
  if (ours.problem) return 'no'
  const ahead = peers.every((key) => !results[key] || results[key].problem || ours.value <= results[key].value)
  return ahead ? 'yes' : 'no'
}

export const columns = ['none', 'least', 'ours', 'vanilla', 'klaro']
const compared = ['vanilla', 'klaro']

/** The table as lists of texts, heading first. */
export const toTable = (rows, contenders) => [
  [
    'measured',
    ...columns.map((key) => contenders[key].title),
    ...compared.map((key) => `${contenders[key].title.split(' ')[0]} ÷ ours`),
    'ours ahead',
  ],
  ...rows.map((row) => [
    `${row.title} (${row.unit})`,
    ...columns.map((key) => cell(row.results[key], row.unit)),
    ...compared.map((key) => ratio(row.results[key], row.results.ours, row)),
    verdict(row, compared),
  ]),
]

export const toText = (table) => {
  const limit = 34
  const short = (text, column) => (column > 0 && text.length > limit ? `${text.slice(0, limit - 1)}…` : text)
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => short(line[column], column).length)))
  return table
    .map((line) =>
      line.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : short(text, column).padStart(widths[column]))).join('  '),
    )
    .join('\n')
}

const markdownRow = (line) => `| ${line.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`

export const toMarkdown = (table, facts) => `# Measured

${facts.date}, ${facts.browser}, main thread ${facts.slowdown}× slower, ${facts.rounds} rounds, median. Less is better everywhere. Made by \`npm run bench\`; how each
thing is measured is said in \`bench/\`.

${markdownRow(table[0])}
|${table[0].map((_, column) => (column === 0 ? ' --- ' : ' --: ')).join('|')}|
${table.slice(1).map(markdownRow).join('\n')}

- *by hand* is the least that can be written: a banner whose button puts all scripts into the page at once, with \`async = false\`. It
  remembers nothing.
- *not in order* and the like: what was measured did not happen as the page's author wrote it, so there is no figure to compare.
- *beyond a page without*: the difference to the page without a widget in the same round.
`
