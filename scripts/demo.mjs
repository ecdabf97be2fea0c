/**
 * Starts the demo: `npm run demo`. Installs and builds first when that was not done yet.
 * `--port 5000` starts at another port; `--check` asks for each site once, prints "ok" and stops.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const options = { port: { type: 'string', default: '4700' }, check: { type: 'boolean', default: false } }
const { values } = parse()
const port = Number(values.port)
if (!Number.isInteger(port) || port < 1024 || port > 65_000)
  fail(`--port: found "${values.port}", expected a whole number from 1024 to 65000.`)

/** What was asked for; of what there is not, it is said what there is. */
function parse() {
  try {
    return parseArgs({ options })
  } catch {
    return fail(
      'npm run demo -- [--port 4700] [--check]\n  --port   where the demo is served\n  --check  starts it, sees that it answers, and stops',
    )
  }
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

/** @returns whether it succeeded */
function npm(...parts) {
  console.log(`> npm ${parts.join(' ')}`)
  return spawnSync('npm', parts, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
}

/** The time of the last change of any file in these places. */
function lastChange(...places) {
  let latest = 0
  for (const place of places) {
    const path = join(root, place)
    if (!existsSync(path)) continue
    const state = statSync(path)
    const time = state.isDirectory() ? lastChange(...readdirSync(path).map((name) => join(place, name))) : state.mtimeMs
    latest = Math.max(latest, time)
  }
  return latest
}

if (!existsSync(join(root, 'node_modules'))) {
  // A lock file made on one kind of machine can lack what another needs; installing without it still gives a working demo.
  const installed = npm('ci') || npm('install', '--no-package-lock')
  if (!installed) fail('Installing the dependencies failed; see above.')
}

const script = join(root, 'dist/toestemming.js')
const isBuilt = existsSync(script) && existsSync(join(root, 'site/configurator/index.html'))
if (!isBuilt || statSync(script).mtimeMs < lastChange('src', 'locales', 'demo/configurator', 'rollup.config.mjs')) {
  const succeeded = npm('run', 'build')
  if (!succeeded && (!isBuilt || values.check)) fail('Building failed; see above.')
  if (!succeeded) console.warn('Building failed; the demo shows the build that was there.')
}

const { startDemo } = await import('../demo/server.mjs')
const demo = await startDemo({ port }).catch((error) => fail(error.message))

if (values.check) await check()
else announce()

function announce() {
  if (demo.port !== port) console.log(`Port ${port} is in use by another program, so the demo took ${demo.port}.`)
  console.log(`\nToestemming: the demo runs at  ${demo.url}\n`)
  console.log('Everything stays on this machine: the vendors are imitated. Press Ctrl+C to stop.')
}

async function check() {
  for (const address of [
    ...['/', '/configurator/', '/configurator/configurator.js', '/toestemming/toestemming.js'].map((path) => demo.url + path),
    ...Object.values(demo.sites).flatMap((site) => [`${site}/`, `${site}/toestemming/toestemming.js`]),
  ]) {
    const response = await fetch(address)
    if (!response.ok) fail(`${address} answered ${response.status}.`)
  }
  demo.close()
  console.log('ok')
}
