/**
 * `npm run screenshots`: every view of the built library, at four widths, in light and dark, as PNGs in `screenshots/` with one page to look at them
 * all. `--lang de` shows another language, `--accent "#c2185b"` an owner's colour, `--built` takes `dist/` as it is. `npm run screenshots -- peers`
 * shows ours beside the two libraries of the bench instead.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBrowsers } from './browsers.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'screenshots')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: 'string', default: 'nl' }, accent: { type: 'string' }, built: { type: 'boolean', default: false } },
})
const run = (...parts) => {
  if (spawnSync('npm', parts, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0) {
    console.error(`npm ${parts.join(' ')} failed: see above.`)
    process.exit(1)
  }
}
if (!existsSync(join(root, 'node_modules'))) run('ci', '--no-audit', '--no-fund')
if (!values.built || !existsSync(join(root, 'dist/toestemming.js'))) run('run', 'build', '--silent')
const { chromium } = ensureBrowsers()
if (positionals.includes('peers')) {
  const { fetchPeers } = await import('../bench/peers.mjs')
  const { takePictures } = await import('../bench/pictures.mjs')
  mkdirSync(folder, { recursive: true })
  const folders = { ...fetchPeers(join(root, '.cache/bench')), ours: join(root, 'dist') }
  for (const name of await takePictures({ chromium, folders, target: folder })) console.log(`Written: screenshots/${name}`)
  process.exit()
}
const { launch } = await import('puppeteer-core')

const widths = [
  [320, 568],
  [390, 844],
  [768, 1024],
  [1280, 800],
]
const themes = ['light', 'dark']
const shadow = (selector) => `document.querySelector('toestemming-ui')?.shadowRoot?.querySelector('${selector}')`
const refuse = 'toestemming.rejectAll()'

/** What is shown, and how one gets there. `until` is code that is true once it is. */
const views = {
  'banner-bar': { until: shadow('.banner') },
  'banner-box': { ui: { layout: 'box' }, until: shadow('.banner') },
  'banner-center': { ui: { layout: 'center' }, until: shadow('.banner') },
  preferences: { act: ["toestemming.open('preferences')"], until: shadow('dialog[open]') },
  'preferences-unfolded': {
    act: ["toestemming.open('preferences')", `for (const one of ${shadow('dialog')}.querySelectorAll('details')) one.open = true`],
    until: shadow('dialog[open]'),
  },
  trigger: { act: [refuse], until: shadow('[part=trigger]'), body: '<p>Een gewone pagina, na een keuze.</p>' },
  placeholders: {
    act: [refuse],
    until: "document.querySelectorAll('toestemming-block').length > 1 && document.querySelector('toestemming-block').offsetHeight",
    body: `<iframe data-consent="social" data-service="youtube" data-src="https://www.youtube.com/embed/x" title="Rondleiding door de winkel" width="560" height="315"></iframe>
      <iframe data-consent="social" data-service="google-maps" data-src="https://www.google.com/maps/embed?pb=x" title="Waar u ons vindt" width="300" height="200"></iframe>`,
  },
  form: {
    act: [refuse, "document.querySelector('form button').click()"],
    until: "document.querySelector('[data-toestemming-view=form]')",
    body: `<form data-consent-form="recaptcha"><p><label>Naam <input name="name" value="Sam"></label></p><p><label>Vraag <textarea name="question">Bent u zaterdag open?</textarea></label></p><button>Verstuur</button></form>`,
  },
  settings: {
    act: [refuse],
    until: "document.querySelector('[data-toestemming=settings] > div')?.shadowRoot?.querySelector('input')",
    body: '<div data-toestemming="settings"></div>',
    whole: true,
  },
  cookies: {
    act: ['toestemming.save({ analytics: true, social: false })'],
    until: "document.querySelector('[data-toestemming=cookies] > div')?.shadowRoot?.querySelector('table')",
    body: '<div data-toestemming="cookies"></div>',
    whole: true,
  },
}

const text =
  `<h1>Fietsenmaker De Ketting</h1><p>Wij maken elke fiets, op maandag ook de uwe. Breng hem voor tienen langs, dan is hij dezelfde dag klaar.</p>
  <p>Een bandje plakken doen we terwijl u wacht. Voor een elektrische fiets maken we een afspraak: dan hebben we de onderdelen in huis.</p>`.repeat(
    3,
  )
const page = (name, theme) => {
  const { ui, body = '' } = views[name]
  const config = {
    owner: 'Fietsenmaker De Ketting',
    links: { privacy: '/privacy', cookies: '/cookies', contact: '/contact' },
    services: ['google-analytics', 'meta-pixel', 'youtube', 'google-maps', 'google-recaptcha'],
    ui: { theme, ...ui },
  }
  const style = `body { margin: 0; padding: 16px; font: 16px/1.6 Georgia, serif; color-scheme: ${theme}; background: Canvas; color: CanvasText } iframe, toestemming-block { max-width: 100% } ${values.accent ? `:root { --toestemming-accent: ${values.accent} }` : ''}`
  return `<!doctype html><html lang="${values.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>
<script type="application/json" data-toestemming="config">${JSON.stringify(config)}</script><script src="/toestemming/toestemming.js"></script>
<style>${style}</style><body>${body || text}${body ? text.slice(0, text.length / 3) : ''}</body></html>`
}

const dist = join(root, 'dist')
const types = { '.js': 'text/javascript; charset=utf-8' }
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const file = normalize(join(dist, pathname.replace('/toestemming/', '')))
  const found = file.startsWith(dist + sep) && existsSync(file)
  const known = Object.hasOwn(views, pathname.slice(1))
  response.writeHead(found || known ? 200 : 404, { 'content-type': types[extname(file)] ?? 'text/html; charset=utf-8' })
  response.end(known ? page(pathname.slice(1), searchParams.get('theme')) : found ? readFileSync(file) : '')
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
const browser = await launch({
  executablePath: chromium,
  headless: true,
  // Nothing but the pages of this machine.
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ],
})
const problems = []
for (const theme of themes)
  for (const [width, height] of widths)
    for (const [name, { act = [], until, whole = false }] of Object.entries(views)) {
      const context = await browser.createBrowserContext()
      const tab = await context.newPage()
      await tab.setViewport({ width, height, hasTouch: width < 700 })
      await tab.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: theme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ])
      const file = `${name}-${width}-${theme}.png`
      try {
        await tab.goto(`http://127.0.0.1:${server.address().port}/${name}?theme=${theme}`)
        await tab.waitForFunction(shadow('.banner'), { timeout: 30_000 })
        for (const step of act) {
          await tab.evaluate(step)
          await new Promise((resolve) => setTimeout(resolve, 250))
        }
        await tab.waitForFunction(until, { timeout: 30_000 })
        await new Promise((resolve) => setTimeout(resolve, 250))
        await tab.screenshot({ path: join(folder, file), fullPage: whole })
      } catch (error) {
        problems.push(`${file}: ${error.message}`)
      }
      await context.close()
    }
await browser.close()
server.close()

const sheet = Object.keys(views).map(
  (name) =>
    `<h2>${name}</h2>${themes.map((theme) => `<p>${widths.map(([width]) => `<img src="${name}-${width}-${theme}.png" width="${width / 2}" alt="${name}, ${width} pixels, ${theme}">`).join(' ')}</p>`).join('')}`,
)
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every view</title><style>body { font: 16px system-ui; background: #888 } img { vertical-align: top; outline: 1px solid #000 }</style>${sheet.join('')}</html>\n`,
)
for (const problem of problems) console.error(problem)
console.log(
  `Written: ${Object.keys(views).length * widths.length * themes.length - problems.length} screenshots. Look at screenshots/index.html.`,
)
process.exitCode = problems.length ? 1 : 0
