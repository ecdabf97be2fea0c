/** The package as others get it: packed, installed in a fresh project, type-checked, built with Vite and opened in a browser. */

import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { action, bannerAppears, errorsOf, find, inEveryBrowser, noBanner, pressInShadow, view } from '../support/browser.ts'
import { ownRequests, thirdParties } from '../support/observe.ts'
import { quiet, until } from '../support/until.ts'
import { startWeb, types, type Web } from '../support/web.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const fixture = fileURLToPath(new URL('fixture/', import.meta.url))
const run = promisify(execFile)
const windows = process.platform === 'win32'
const npm = (cwd: string, ...args: string[]) => run('npm', args, { cwd, shell: windows, maxBuffer: 2 ** 24 })
const tool = (cwd: string, name: string, ...args: string[]) =>
  run(join(root, 'node_modules/.bin', name), args, { cwd, shell: windows, maxBuffer: 2 ** 24 }).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`${name} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`)
    },
  )
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

const folder = mkdtempSync(join(tmpdir(), 'toestemming-'))
const project = join(folder, 'project')
const installed = join(project, 'node_modules/toestemming')
let tarball = ''

beforeAll(async () => {
  const { stdout } = await npm(root, 'pack', '--json', '--pack-destination', folder)
  const [packed] = JSON.parse(stdout) as { filename: string }[]
  tarball = join(folder, packed?.filename ?? '')
  cpSync(fixture, project, { recursive: true })
  await npm(project, 'install', '--no-audit', '--no-fund', '--save', tarball)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the tarball', () => {
  test('holds what is built and what one reads first, and nothing else', () => {
    const files = filesIn(installed)
    for (const file of [
      'package.json',
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'dist/toestemming.js',
      'dist/ui.js',
      'lib/index.js',
      'lib/types/src/index.d.ts',
    ]) {
      expect(files).toContain(file)
    }
    const others = files.filter(
      (file) => !/^(package\.json|LICENSE|README\.md|CHANGELOG\.md)$|^dist\/[\w./-]+\.js(on)?$|^lib\/[\w./-]+(\.js|\.d\.ts)$/.test(file),
    )
    expect(others).toEqual([])
  })

  test('names no place on the machine where it was made, and has no maps', () => {
    for (const file of filesIn(installed)) {
      const text = readFileSync(join(installed, file), 'utf8')
      expect([file, /sourceMappingURL/.test(text), text.includes(root), text.includes(`${homedir()}/`), text.includes('file:///')]).toEqual(
        [file, false, false, false, false],
      )
    }
  })

  test('has no chunk that nothing imports', () => {
    const lib = join(installed, 'lib')
    const chunks = readdirSync(lib).filter((file) => file.endsWith('.js'))
    const reached = new Set<string>()
    const follow = (file: string) => {
      if (reached.has(file)) return
      reached.add(file)
      for (const [, name] of readFileSync(join(lib, file), 'utf8').matchAll(/["'`]\.\/([\w./-]+\.js)["'`]/g)) if (name) follow(name)
    }
    const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      exports: Record<string, { default?: string } | string>
    }
    for (const entry of Object.values(exports)) if (typeof entry === 'object' && entry.default) follow(basename(entry.default))
    expect(chunks.filter((file) => !reached.has(file))).toEqual([])
  })

  test('is the same script for a copied folder as was tested', () => {
    expect(filesIn(join(installed, 'dist'))).toEqual(filesIn(join(root, 'dist')))
    for (const file of filesIn(join(installed, 'dist')))
      expect(readFileSync(join(installed, 'dist', file), 'utf8')).toBe(readFileSync(join(root, 'dist', file), 'utf8'))
  })

  test('passes publint', async () => {
    const { publint } = await import('publint')
    const { messages } = await publint({ pkgDir: installed, pack: false, strict: true })
    expect(messages).toEqual([])
  })

  test('passes are-the-types-wrong', async () => {
    // Its exit status is its verdict.
    await tool(root, 'attw', tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--exclude-entrypoints', './dist/*')
  })
})

describe('in a fresh project', () => {
  test.each(['nodenext', 'bundler'])('its types hold with moduleResolution %s, and refuse what is wrong', async (resolution) => {
    await tool(project, 'tsc', '--project', `tsconfig.${resolution}.json`)
  })

  test('it can be imported where there is no page, and says so only when it is called', async () => {
    const { stdout } = await run(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `const { createConsent } = await import('toestemming')
         const catalogue = await import('toestemming/catalogue')
         try { createConsent({}) } catch (error) { console.log(JSON.stringify([Object.keys(catalogue).length > 0, error.message])) }`,
      ],
      { cwd: project },
    )
    expect(JSON.parse(stdout)).toEqual([true, expect.stringMatching(/toestemming.*(page|browser)/)])
  })

  test('the command writes the cookie table of a configuration, and says what is wrong with one', async () => {
    const write = (name: string, services: unknown[]) => writeFileSync(join(project, name), JSON.stringify({ services }))
    write('site.json', ['google-analytics'])
    write('wrong.json', ['gogle-analytics'])
    const command = (file: string) => run('npx', ['--no-install', 'toestemming', 'cookies', file], { cwd: project, shell: windows })
    expect((await command('site.json')).stdout).toMatch(/<th scope="row"><bdi>_ga<\/bdi><br>.*<td>2 jaar<\/td>/s)
    await expect(command('wrong.json')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('"google-analytics"') })
  })

  test('Vite builds it, with the interface in chunks of its own', async () => {
    await npm(project, 'run', 'build')
    const scripts = filesIn(join(project, 'out')).filter((file) => file.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(1)
    const page = readFileSync(join(project, 'out/index.html'), 'utf8')
    const [entry = ''] = /assets\/index-[\w-]+\.js/.exec(page) ?? []
    expect(readFileSync(join(project, 'out', entry), 'utf8')).not.toContain('Alles weigeren')
  })
})

const host = 'app.example'
const startApp = async (): Promise<Web> => {
  const web = await startWeb()
  const out = join(project, 'out')
  for (const file of filesIn(out)) {
    web.addPage(host, file === 'index.html' ? '/' : `/${file}`, readFileSync(join(out, file), 'utf8'), {
      'content-type': types[extname(file)] ?? 'text/html',
    })
  }
  return web
}

inEveryBrowser(startApp, (browser) => {
  const asked = () => thirdParties(browser.web.log, host)
  const evaluate = (page: Page, code: string) => page.evaluate(code)

  test('the built page shows the banner and asks nothing of anybody; accepting releases; a return visit draws nothing', async () => {
    const visitor = await browser.visitor()
    const page = await visitor.open(`https://${host}/`)
    const banner = await bannerAppears(page)
    expect(await banner.evaluate((element) => element.textContent)).toContain('Voorbeeld BV')
    await quiet(browser.web)
    expect(asked()).toEqual([])
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await until('the vendor is asked', () => asked().includes('meter.example/m.js'))
    await noBanner(page)
    expect(await evaluate(page, 'window.changes')).toEqual([true])
    const first = ownRequests(browser.web.log, host).length
    browser.web.clearLog()
    await page.reload()
    await until('the vendor is asked', () => asked().includes('meter.example/m.js'))
    await find(page, action('open'), { within: 'toestemming-ui' })
    await quiet(browser.web)
    expect(ownRequests(browser.web.log, host).length).toBeLessThan(first)
    expect(errorsOf(page)).toEqual([])
  })

  test('createConsent throws on a wrong configuration, with the key, what was found and what was meant', async () => {
    const page = await browser.open(`https://${host}/?wrong`)
    const messages = (await until('the errors are there', () => evaluate(page, 'window.mistakes') as Promise<string[]>)) as string[]
    expect(messages).toEqual([
      expect.stringMatching(/ownr.*Did you mean "owner"/s),
      expect.stringMatching(/register.*"jij".*"je"/s),
      expect.stringMatching(/services\[0\]\.category.*"analitics".*Did you mean "analytics"/s),
      expect.stringMatching(/services\[0\].*"gogle-analytics".*Did you mean "google-analytics"/s),
    ])
    await quiet(browser.web)
    expect(asked()).toEqual([])
  })
})
