/** The command `toestemming check` as an owner runs it: built, on pages of this machine, in Chromium. */

import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, findShell } from '../../scripts/browsers.mjs'
import type { CheckReport } from '../../src/tools/check/gather.ts'
import { tell } from '../../src/tools/check/tell.ts'
import { html } from '../support/site.ts'

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'check-'))
const profiles = join(folder, 'profiles')

/** What the command writes and how it ends, in that browser. */
const runIn = (browser: string | undefined, args: readonly string[]) =>
  new Promise<{ status: number; out: string; error: string }>((resolve) => {
    const env = { ...process.env, CHROMIUM: browser, TMPDIR: profiles }
    execFile(process.execPath, [file('lib/tools/toestemming.js'), 'check', ...args], { env, maxBuffer: 2 ** 24 }, (failed, out, error) =>
      resolve({ status: failed ? Number(failed.code) : 0, out, error }),
    )
  })
/** As an owner has it. */
const runWhole = (...args: string[]) => runIn(findBrowser('chromium'), args)
const run = (...args: string[]) => runIn(findShell() ?? findBrowser('chromium'), args)
const reportOf = (out: string) => JSON.parse(out) as CheckReport
const told = ({ findings }: CheckReport, code: string) =>
  findings.filter((one) => one.code === code).map(({ level, figure, looks }) => `${level} ${figure.nl} (${looks.length})`)

const services = [
  {
    id: 'meter',
    provider: 'Meetbureau',
    category: 'analytics',
    purpose: 'Telt bezoeken.',
    hosts: ['meter.invalid'],
    cookies: [{ name: '_meter' }],
  },
  { id: 'film', provider: 'Filmhuis', category: 'social', purpose: 'Toont video.', hosts: ['film.invalid'] },
  { id: 'letters', provider: 'Lettergieter', category: 'functional', purpose: 'Toont letters.', hosts: ['letters.invalid'] },
]
const link = '<a href="/cookies" data-toestemming-action="open">Cookie-instellingen</a>'
const pages: Record<string, string> = {
  '/frame': '<!doctype html><title>Frame</title><img src="https://beeld.invalid/punt.gif" alt="">',
}

let server: Server
let address = ''
beforeAll(async () => {
  mkdirSync(profiles)
  cpSync(file('dist'), join(folder, 'toestemming'), { recursive: true })
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const script = path.startsWith('/toestemming/')
    const body = script ? undefined : pages[path]
    if (script) response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(folder, path)))
    else response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(body ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('toestemming check', { timeout: 150_000 }, () => {
  test('finds nothing on a right page, a file here, says what no machine sees, and leaves no browser and no profile behind', async () => {
    mkdirSync(join(folder, 'nl'))
    const page = join(folder, 'nl', 'index.html')
    // A frame that does not come is no page that does not.
    writeFileSync(
      page,
      html({
        config: { owner: 'Winkel BV', links: { privacy: 'index.html' }, services },
        body: `<main><h1>Winkel</h1><p>Welkom.</p></main>${link}<img src="https://letters.invalid/a.png" alt="">
          <iframe data-consent="social" data-src="https://film.invalid/" title="Film"></iframe><iframe src="/weg" title="Weg"></iframe>`,
      }),
    )
    const { status, out, error } = await runWhole(page, '--root', folder)
    expect([status, error]).toEqual([0, ''])
    expect(out).toContain('Niets gevonden dat beter moet.')
    expect(out).toMatch(/Gemeten en in orde \(39\): DP-1, /)
    expect(out).toContain('- letters.invalid: functioneel: Lettergieter')
    expect(out).toContain('Dit kan geen machine zien')
    expect(out).toMatch(/- R-136\. .*: Alleen met --accept/)
    expect(readdirSync(profiles)).toEqual([])
  })

  test('finds what a page does wrong, before a choice and after a refusal, at the width and in the theme where it is so', async () => {
    // Another host of this machine is another site, with a process of its own.
    const other = address.replace('127.0.0.1', 'localhost')
    pages['/wrong'] = html({
      config: { owner: 'Winkel BV', links: { privacy: '/weg' }, services, texts: { 'action.accept': 'Prima!' } },
      // Before the library reads what was chosen.
      first: "<script>document.cookie = 'toestemming=; max-age=0; path=/'; localStorage.clear()</script>",
      head: `<style>
        @media (max-width: 600px) { main { overflow-wrap: anywhere } html { overflow: hidden } }
        @media (prefers-color-scheme: dark) { :root { --toestemming-accent: #333; --toestemming-on-accent: #444 } }
      </style>`,
      body: `<main style="height: 3000px"><h1>Winkel</h1></main>${link}
        <img src="https://meter.invalid/tel.gif" alt=""><iframe src="${other}/frame" title="Kader"></iframe>
        <script>
          document.cookie = '_meter=1; path=/'
          sessionStorage.setItem('mand', '1')
          if (innerWidth < 600) setInterval(() => {
            const button = document.querySelector('toestemming-ui')?.shadowRoot?.querySelector('[data-toestemming-action=preferences]')
            if (button) button.textContent = 'Meer'
          }, 20)
        </script>`,
    })
    const { status, out, error } = await run(`${address}/wrong`, '--format', 'json')
    expect([status, error]).toEqual([1, ''])
    const report = reportOf(out)
    expect(report.looks.map(({ width, theme }) => `${width} ${theme}`)).toEqual(['360 light', '360 dark', '1280 light', '1280 dark'])
    expect(told(report, 'DP-8')).toEqual(
      expect.arrayContaining([
        'error 1 × meter.invalid (https://meter.invalid/tel.gif) (4)',
        'error cookie “_meter” (4)',
        'warning 1 × beeld.invalid (https://beeld.invalid/punt.gif) (4)',
        'warning sessionStorage “mand” (4)',
      ]),
    )
    expect(told(report, 'DP-9')).toEqual(
      expect.arrayContaining(['error 1 × meter.invalid (https://meter.invalid/tel.gif) (2)', 'error cookie “_meter” (2)']),
    )
    expect(told(report, 'DP-13')).toEqual(['error 1 keer herladen: de banner is er weer (2)'])
    expect(told(report, 'DP-12')).toEqual(['error “Prima!” (4)', 'error “Prima!” (4)'])
    expect(told(report, 'R-10')).toEqual([`error ${address}/weg: 404, nodig 200 (2)`])
    // At the other width, and seen from the first look on.
    expect(told(report, 'DP-24')).toEqual(['error banner: preferences “Zelf kiezen”; banner: preferences “Meer” (2)'])
    const english = tell(report, 'en')
    expect(english).toContain('ERROR DP-24. At each width there are the same controls')
    expect(english).toContain('“Zelf kiezen”; banner: preferences “Meer” (banner, 1280 px light, 1280 px dark)')
    expect(english).toContain('Look at it yourself')
    // Only on a phone, and only in the dark.
    const seen = (code: string) => [
      ...new Set(
        report.findings.filter((one) => one.code === code).flatMap(({ looks }) => looks.map(({ width, theme }) => `${width} ${theme}`)),
      ),
    ]
    expect(seen('DP-15')).toEqual(['360 light', '360 dark'])
    expect(seen('DP-4')).toEqual(['360 dark', '1280 dark'])
    expect(readdirSync(profiles)).toEqual([])
  })

  test('with --accept it accepts, and says what was asked and kept that no service lists, and what was listed and not seen', async () => {
    pages['/accepted'] = html({
      config: { owner: 'Winkel BV', links: { privacy: '/accepted' }, services },
      body: `<main><h1>Winkel</h1><p>Welkom.</p></main>${link}
          <script type="text/plain" data-consent="analytics" data-service="meter">
            document.cookie = '_meter=1; path=/'
            document.cookie = '_vreemd=1; path=/'
            new Image().src = 'https://meter.invalid/tel.gif'
            new Image().src = 'https://onbekend.invalid/tel.gif'
          </script>`,
    })
    const { status, out, error } = await run(`${address}/accepted`, '--accept', '--format', 'json')
    expect([status, error]).toEqual([1, ''])
    const report = reportOf(out)
    expect(report.findings.map(({ code }) => code)).toEqual(['R-136', 'R-136'])
    expect(told(report, 'R-136')).toEqual([
      // As it begins, and on the page loaded once more.
      'warning 2 × onbekend.invalid (https://onbekend.invalid/tel.gif) (1)',
      'warning cookie “_vreemd” (1)',
    ])
    expect(report.unused).toEqual(['Filmhuis', 'Lettergieter'])
    expect(tell(report, 'nl')).toContain(
      'was hier na accepteren niet te zien. Gebruikt geen enkele pagina het meer? Haal het dan weg:\n- Filmhuis',
    )

    expect(readdirSync(profiles)).toEqual([])
  })

  test('says that it could not check where there is no library, no page, no file or no answer', async () => {
    pages['/without'] = '<!doctype html><title>Zonder</title><p>Niets.</p>'
    const missingFile = join(folder, 'none.html')
    const [without, missing, file, silent] = await Promise.all([
      run(`${address}/without`),
      run(`${address}/none`),
      run(missingFile),
      run('http://127.0.0.1:9/', '--lang', 'en'),
    ])
    expect([without.status, without.out]).toEqual([2, ''])
    expect(without.error).toContain('is Toestemming niet gevonden')
    expect([missing.status, missing.error.trim()]).toEqual([2, `De pagina is niet te openen: ${address}/none: HTTP 404`])
    expect([file.status, file.error.trim()]).toEqual([2, `De pagina is niet te openen: ${missingFile}`])
    expect([silent.status, silent.error]).toEqual([2, expect.stringMatching(/^The page cannot be opened: .*net::ERR_/)])
    expect(readdirSync(profiles)).toEqual([])
  })
})
