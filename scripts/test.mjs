/**
 * `npm test`: everything that must hold, on a machine that may have neither node_modules nor browsers. Built-in modules only.
 * Without arguments all steps run, whatever fails; `npm test -- unit browser` runs those named. Scenarios in WebKit run where they are
 * named only. The last line is always `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { ensureBrowsers, ensureWebKit } from './browsers.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const output = join(root, 'test/.output')
const windows = process.platform === 'win32'
const environment = { ...process.env, FORCE_COLOR: process.env.FORCE_COLOR ?? (process.stdout.isTTY ? '1' : '0'), NO_UPDATE_NOTIFIER: '1' }
if (environment.FORCE_COLOR === '0') environment.NO_COLOR = '1'

const run = (command, ...args) => {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  })
  if (error) console.error(`${command}: ${error.message}`)
  return status === 0
}
/** A tool of node_modules, without asking npx, which may go looking for it elsewhere. */
const tool = (name, ...args) => run(join(root, 'node_modules/.bin', name), ...args)

/** One check that is right or wrong. */
const check = (succeeds) => () => (succeeds() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** One project of vitest, or all whose name begins like this, counted by test. */
const suite =
  (project, name = project, ...folders) =>
  () => {
    const report = join(output, `${name.replace('*', '')}.json`)
    rmSync(report, { force: true })
    const succeeded = tool(
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...folders,
    )
    const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
    const passed = found?.numPassedTests ?? 0
    const failed = found?.numFailedTests ?? 0
    const skipped = (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0)
    // A file that cannot be loaded, an error outside a test, or no tests at all: a failure without a failed test.
    return { passed, failed: succeeded ? failed : Math.max(failed, 1), skipped }
  }

/** From nothing, so that no file of an earlier build is tested or packed. */
const build = () => {
  for (const folder of ['dist', 'lib', 'site']) rmSync(join(root, folder), { recursive: true, force: true })
  return tool('rollup', '--config')
}

/** The budgets name locales to stand for all: none that they leave out may weigh more. */
const heaviestLocaleHasBudget = () => {
  const budgets = readFileSync(join(root, '.size-limit.json'), 'utf8')
  return ['dist/locales', 'dist/locales/panels', 'dist/locales/table'].every((folder) => {
    const weigh = (file) => gzipSync(readFileSync(join(root, file)), { level: 9 }).length
    const files = readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `${folder}/${name}`)
    const most = Math.max(...files.map(weigh))
    const heaviest = files.filter((file) => weigh(file) === most)
    const fits = heaviest.some((file) => budgets.includes(`"${file}"`))
    if (!fits) console.error(`${heaviest[0] ?? folder} is the heaviest of its kind and has no budget: name it in .size-limit.json.`)
    return fits
  })
}

const steps = {
  lint: { title: 'Lint', run: check(() => tool('biome', 'check', '--error-on-warnings', '.')) },
  types: { title: 'Types', run: check(() => tool('tsc', '--noEmit')) },
  unit: { title: 'Unit tests', run: suite('unit*') },
  properties: { title: 'Property tests', run: suite('properties') },
  build: { title: 'Build', run: check(build) },
  size: { title: 'Size budgets', needsBuild: true, run: check(() => tool('size-limit') && heaviestLocaleHasBudget()) },
  browser: { title: 'Browser scenarios', needsBuild: true, needsBrowsers: true, run: suite('browser') },
  webkit: {
    title: 'WebKit scenarios',
    needsBuild: true,
    run: () => {
      if (!named.includes('webkit')) {
        console.log(
          'Not run: a browser for every page takes four minutes more. `npm test -- webkit` runs them, and as root on Debian installs what they need.',
        )
        return { passed: 0, failed: 0, notRun: true }
      }
      try {
        ensureWebKit()
      } catch (error) {
        console.error(error.message)
        return { passed: 0, failed: 1 }
      }
      const { BROWSERS } = environment
      environment.BROWSERS = 'webkit'
      const result = suite('browser', 'webkit', 'test/browser/vectors')()
      if (BROWSERS === undefined) delete environment.BROWSERS
      else environment.BROWSERS = BROWSERS
      return result
    },
  },
  package: { title: 'Package checks', needsBuild: true, needsBrowsers: true, run: suite('package') },
}

/** Whether node_modules holds what the lock file asks for. */
const isInstalled = () => {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const found = JSON.parse(readFileSync(installed, 'utf8')).packages
  const asked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(asked).every(
    ([path, { version, optional, peer }]) => path === '' || found[path]?.version === version || (!found[path] && (optional || peer)),
  )
}

const heading = (title) => console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`)
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`
const rows = []
const record = (title, since, { passed, failed, skipped = 0, notRun = false }) => {
  const time = seconds(since)
  rows.push({ title, passed, failed, skipped, notRun, time })
  console.log(`${failed > 0 ? 'FAILED' : notRun ? 'not run' : 'passed'}: ${title} (${time})`)
}
const finish = () => {
  heading('Result')
  const width = Math.max(...rows.map(({ title }) => title.length))
  for (const { title, passed, failed, skipped, notRun, time } of rows) {
    const counts = notRun
      ? '      not run'
      : `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed${skipped > 0 ? ` ${skipped} skipped` : ''}`
    console.log(`${title.padEnd(width)} ${time.padStart(9)} ${counts}`)
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
  process.exitCode = sum('failed') > 0 ? 1 : 0
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !Object.hasOwn(steps, name))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`)
  process.exit(2)
}
const chosen = Object.entries(steps).filter(([name]) => named.length === 0 || named.includes(name))
const begun = Date.now()
mkdirSync(output, { recursive: true })

const setUp = async (title, action) => {
  const since = Date.now()
  heading(title)
  try {
    await action()
    console.log(`ready (${seconds(since)})`)
    return true
  } catch (error) {
    console.error(error.message)
    record(title, since, { passed: 0, failed: 1 })
    return false
  }
}

const log = join(output, 'browsers.log')
/** Begun at once: browsers come from far, and the first steps do without. */
const fetchBrowsers = () => {
  const file = openSync(log, 'w')
  return once(spawn(process.execPath, [join(root, 'scripts/browsers.mjs'), '--shell'], { stdio: ['ignore', file, file] }), 'exit')
}
const fetched = chosen.some(([, step]) => step.needsBrowsers) && fetchBrowsers()
let browsersReady
const setUpBrowsers = () =>
  setUp('Set-up: browsers', async () => {
    await fetched
    console.log(readFileSync(log, 'utf8').trim())
    const { chromium, shell, firefox } = ensureBrowsers({ shell: true })
    // So that no test has to look for them again.
    Object.assign(environment, { CHROMIUM: chromium, CHROMIUM_SHELL: shell ?? chromium, FIREFOX: firefox })
    if (!shell) console.log('No headless shell: all scenarios run in the whole Chromium, and take longer.')
  })

const installed = await setUp('Set-up: packages', () => {
  if (!isInstalled() && !run('npm', 'ci', '--no-audit', '--no-fund')) throw new Error('npm ci failed: see above.')
})
if (installed) {
  let buildFailed = false
  for (const [name, { title, needsBuild, needsBrowsers, run: runStep }] of chosen) {
    if (needsBrowsers) browsersReady ??= await setUpBrowsers()
    const since = Date.now()
    heading(title)
    const obstacle =
      needsBuild && buildFailed
        ? 'Not run: the build failed.'
        : needsBuild && !existsSync(join(root, 'dist/toestemming.js'))
          ? 'Not run: there is no dist/. Build first: npm run build'
          : needsBrowsers && !browsersReady
            ? 'Not run: a browser is missing.'
            : undefined
    if (obstacle) console.error(obstacle)
    const result = obstacle ? { passed: 0, failed: 1 } : runStep()
    if (name === 'build') buildFailed = result.failed > 0
    record(title, since, result)
  }
}
console.log(`\nEverything: ${seconds(begun)}`)
finish()
