/** All that is measured: per group what to do for one contender in one round, and the rows of the table that its figures fill. */
import { measureAccept, slowNetwork } from './accept.mjs'
import { measureIdle, works } from './idle.mjs'
import { external, inline } from './page.mjs'
import { measureStartup } from './startup.mjs'
import { weighContender } from './weigh.mjs'

const asking = ['least', 'ours', 'vanilla', 'klaro']
const libraries = ['ours', 'vanilla', 'klaro']

const paint = (title) => ({ figure: 'paint', title: `accept to next paint, ${title}`, unit: 'ms' })
const ran = (title) => ({ figure: 'ran', title: `accept until all have run, ${title}`, unit: 'ms' })
const longest = (title) => ({ figure: 'longest', title: `longest task after accept (50 at least), ${title}`, unit: 'ms' })

const accept = (title, scripts, rows, more = {}) => ({
  title: `accept, ${title}`,
  contenders: asking,
  rows: rows.map((row) => row(title)),
  ...more,
  measure: (browser, server, contender) => measureAccept(browser, server, contender, { scripts, network: more.network }),
})

const startupRows = [
  { figure: 'bannerPainted', title: 'first visit, from navigation until the banner is painted', unit: 'ms' },
  { figure: 'firstScript', title: 'first visit, script', unit: 'ms' },
  { figure: 'firstTask', title: 'first visit, main thread', unit: 'ms' },
  { figure: 'returnScript', title: 'return visit, script', unit: 'ms', problems: 'returnProblems' },
  { figure: 'returnTask', title: 'return visit, main thread', unit: 'ms', problems: 'returnProblems' },
  { figure: 'returnRan', title: 'return visit, from navigation until all have run', unit: 'ms', problems: 'returnProblems' },
]

const idleRows = works.flatMap((kind) =>
  ['before', 'after'].flatMap((when) => {
    const figure = `${kind} ${when}`
    const title = `1,000 × ${kind}, ${when} a choice`
    return [
      { figure, title, unit: 'ms' },
      { figure, title: `${title}: beyond a page without`, unit: 'ms', beyond: 'none' },
    ]
  }),
)

export const groups = {
  accept: [
    accept('no scripts', [], [paint]),
    accept('1 inline', inline(1), [ran]),
    accept('10 inline', inline(10), [ran]),
    accept('100 inline', inline(100), [paint, ran]),
    accept('1,000 inline', inline(1000), [paint, ran, longest]),
    accept('100 inline of 2 ms', inline(100, { burn: 2 }), [paint, ran, longest]),
  ],
  external: [
    accept('1 external', external(1), [ran]),
    accept('10 external', external(10), [ran]),
    accept('100 external', external(100), [paint, ran]),
    accept('200 external', external(200), [ran], { contenders: ['least', 'ours'] }),
    accept('1 external of 40 ms', external(1, { latency: 40 }), [ran]),
    accept('10 external of 40 ms', external(10, { latency: 40 }), [ran]),
    accept('100 external of 40 ms', external(100, { latency: 40 }), [ran]),
    accept('200 external of 40 ms', external(200, { latency: 40 }), [ran], { contenders: ['least', 'ours'] }),
    accept('10 external on slow 4G', external(10), [ran], { network: slowNetwork }),
  ],
  startup: [{ title: 'first and return visit', contenders: ['none', ...asking], rows: startupRows, measure: measureStartup }],
  idle: [{ title: 'idle', contenders: ['none', ...libraries], rows: idleRows, measure: measureIdle }],
  bytes: [
    {
      title: 'bytes',
      contenders: libraries,
      once: true,
      rows: [
        { figure: 'firstBytes', title: 'first visit, bytes of its own files until the banner is shown', unit: 'B' },
        { figure: 'returnBytes', title: 'return visit, bytes of its own files', unit: 'B' },
      ],
      measure: weighContender,
    },
  ],
}
