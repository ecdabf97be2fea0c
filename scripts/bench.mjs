/**
 * `npm run bench`: measures ours beside two other libraries, a page without a widget and a banner written by hand, in one run, taking turns.
 * `--quick` does few rounds, `--rounds 5` so many, `--only accept,idle` some groups, `--built` takes `dist/` as it is.
 * A full run is written to `bench/results.md` and `bench/results.json`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBrowsers } from './browsers.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'

const fail = (message) => {
  console.error(message)
  process.exit(1)
}
const run = (command, ...parts) => {
  if (spawnSync(command, parts, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: windows }).status !== 0)
    fail(`${command} ${parts.join(' ')} failed: see above.`)
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string' },
    built: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds ?? (values.quick ? 3 : 9))
if (!Number.isInteger(rounds) || rounds < 1) fail(`--rounds: found "${values.rounds}", expected a whole number from 1.`)

if (!existsSync(join(root, 'node_modules'))) run('npm', 'ci', '--no-audit', '--no-fund')
const script = join(root, 'dist/toestemming.js')
if (values.built && !existsSync(script)) fail('--built: there is no dist/toestemming.js. Leave the flag away to build.')
if (!values.built) {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  run('npm', 'run', 'build', '--silent')
}
const { chromium } = ensureBrowsers()

// Only now: they need node_modules.
const { fetchPeers, peers } = await import('../bench/peers.mjs')
const { createContenders } = await import('../bench/contenders.mjs')
const { startServer } = await import('../bench/server.mjs')
const { launchChromium, slowdown } = await import('../bench/browser.mjs')
const { groups } = await import('../bench/plan.mjs')
const { toMarkdown, toRows, toTable, toText } = await import('../bench/report.mjs')

const names = values.only?.split(',') ?? Object.keys(groups)
const unknown = names.filter((name) => !Object.hasOwn(groups, name))
if (unknown.length > 0) fail(`--only: there is no ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.`)

const folders = { ...fetchPeers(join(root, '.cache/bench')), ours: join(root, 'dist') }
const contenders = createContenders(folders)
const server = await startServer(contenders)
const measured = names.flatMap((name) => groups[name]).map((scenario) => ({ scenario, samples: {} }))

/** A browser that stumbles may try again; what is wrong with a contender is in its sample, and stays. */
const measure = async (browser, scenario, contender) => {
  let failure
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await scenario.measure(browser, server, contender)
    } catch (error) {
      failure = error.message.split('\n')[0]
    }
  }
  return { failure }
}

const begun = Date.now()
let version = ''
for (let round = 0; round < rounds; round++) {
  // A browser of its own for each round, so that no round pays for an earlier one.
  const browser = await launchChromium(chromium, server.port)
  version = await browser.version()
  for (const { scenario, samples } of measured) {
    if (scenario.once && round > 0) continue
    const { contenders: keys } = scenario
    // Everyone begins as often as everyone else.
    for (let turn = 0; turn < keys.length; turn++) {
      const key = keys[(turn + round) % keys.length]
      const sample = await measure(browser, scenario, contenders[key])
      if (!samples[key]) samples[key] = []
      samples[key].push(sample)
    }
  }
  await browser.close()
  console.log(`Round ${round + 1} of ${rounds} (${Math.round((Date.now() - begun) / 1000)} s)`)
}
server.close()

const rows = toRows(measured)
const table = toTable(rows, contenders)
console.log(`\n${toText(table)}\n`)

const facts = {
  date: new Date().toISOString().slice(0, 10),
  browser: version.replace(/^Headless/, ''),
  slowdown,
  rounds,
  versions: {
    toestemming: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    ...Object.fromEntries(Object.values(peers).map(({ name, version: at }) => [name, at])),
  },
}
if (values.quick || values.only) console.log('Not written: only a full run is.')
else {
  const files = measured.find(({ scenario }) => scenario.once)?.samples
  const own = Object.fromEntries(Object.entries(files ?? {}).map(([key, [sample]]) => [key, sample.files]))
  writeFileSync(join(root, 'bench/results.json'), `${JSON.stringify({ ...facts, files: own, rows }, null, 2)}\n`)
  writeFileSync(join(root, 'bench/results.md'), toMarkdown(table, facts))
  console.log('Written: bench/results.md and bench/results.json')
}
