/** A site of our own making on `site.example`, with the built library under `/toestemming/` as an owner would copy it there. */

import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import type { Page } from 'puppeteer-core'
import { action, count, find, type OpenOptions, pressInShadow, type TestBrowser, view } from './browser.ts'
import { until } from './until.ts'
import { startWeb, types, type Web } from './web.ts'

export const host = 'site.example'
export const address = `https://${host}`

const dist = new URL('../../dist/', import.meta.url).pathname

/** The built files by name, read once by each worker. */
let built: ReadonlyMap<string, string> | undefined
const readBuilt = () =>
  new Map(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(dist, file), readFileSync(file, 'utf8')]),
  )

/** Puts the built files under `/toestemming/` of a host, but for one that then answers 404. */
export const addLibrary = (web: Web, at: string, without?: string) => {
  built ??= readBuilt()
  for (const [name, text] of built) {
    const type = types[extname(name)]
    web.addPage(at, `/toestemming/${name}`, text, {
      ...(type && { 'content-type': type }),
      ...(name === without && { ':status': '404' }),
    })
  }
}

export const startSite = async (): Promise<Web> => {
  const web = await startWeb()
  for (const name of [host, `www.${host}`, `shop.${host}`]) addLibrary(web, name)
  web.addPage(host, '/empty', '<!doctype html><html lang="nl"><title>Leeg</title></html>')
  return web
}

export const tag = '<script src="/toestemming/toestemming.js"></script>'

export interface PageParts {
  /** Written before the tag, as JSON; a text is written as it is. */
  readonly config?: unknown
  /** Before the configuration and the tag. */
  readonly first?: string
  readonly tag?: string
  readonly head?: string
  readonly body?: string
  /** Of `<html>`; null leaves it out. */
  readonly lang?: string | null
}

export const html = ({ config, first = '', tag: own = tag, head = '', body = '', lang = 'nl' }: PageParts): string => {
  const json = typeof config === 'string' ? config : JSON.stringify(config)
  const inline = config === undefined ? '' : `<script type="application/json" data-toestemming="config">${json}</script>`
  return `<!doctype html>
<html${lang === null ? '' : ` lang="${lang}"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Proefpagina</title>
${first}${inline}
${own}
${head}</head>
<body>${body}</body>
</html>`
}

/** Puts a page on the site and gives its address. */
export const put = (web: Web, path: string, parts: PageParts, headers: Readonly<Record<string, string>> = {}): string => {
  web.addPage(host, path, html(parts), headers)
  return address + path
}

/** A fresh visitor on a fresh page. */
export const visit = (browser: TestBrowser, parts: PageParts, options?: OpenOptions): Promise<Page> =>
  browser.open(put(browser.web, '/', parts), options)

/** Another page in the same tab, of a visitor who has stored nothing: to come as somebody new costs much more. */
export const revisit = async (
  browser: TestBrowser,
  page: Page,
  parts: PageParts,
  viewport?: { readonly width: number; readonly height: number },
): Promise<void> => {
  if (viewport) await page.setViewport(viewport)
  await page.goto(put(browser.web, '/', parts), { waitUntil: 'load' })
}

/** Code in the page; a promise is waited for. */
export const run = (page: Page, code: string): Promise<unknown> => page.evaluate(code)

/** The addresses of the vendors' scripts that ran, in order, with whatever else the page noted there. */
export const ran = async (page: Page): Promise<string[]> => ((await run(page, 'window.ran')) as string[] | undefined) ?? []

export interface RecordSeen {
  readonly id: string | null
  readonly decided: number | null
  readonly revision: number | null
  readonly source: string | null
  readonly answers: Readonly<Record<string, 'yes' | 'no' | 'never asked'>>
}
/** What is not there is null; `functional` is never asked, and left out. */
export const recordOf = async (page: Page): Promise<RecordSeen> => {
  const { answers, ...rest } = (await run(page, 'JSON.parse(JSON.stringify(toestemming.record))')) as RecordSeen
  const { functional: _, ...asked } = answers
  return {
    id: rest.id || null,
    decided: rest.decided ?? null,
    revision: rest.revision ?? null,
    source: rest.source ?? null,
    answers: asked,
  }
}

/** Opens the preferences with the lasting trigger or with the banner's third button, whichever is there. */
export const openPreferences = async (page: Page) => {
  const [control, within] = await until('there is a way to the preferences', async () => {
    for (const way of [
      [action('preferences'), view('banner')],
      [action('open'), 'toestemming-ui'],
    ] as const)
      if ((await count(page, way[0], { within: way[1] })) > 0) return way
    return undefined
  })
  await pressInShadow(page, control, { within })
  return find(page, view('preferences'))
}

/** Four optional categories with a service each, two in one of them. */
export const configuration = {
  owner: 'Voorbeeld BV',
  links: { privacy: '/privacy', cookies: '/cookies', contact: '/contact' },
  services: [
    {
      id: 'meter',
      provider: 'Meetbureau',
      category: 'analytics',
      purpose: 'Telt bezoeken.',
      hosts: ['meter.example'],
      cookies: [{ name: '_meter', duration: 'P1Y' }],
      privacy: 'https://meter.example/privacy',
    },
    { id: 'adverteerder', provider: 'Adverteerder', category: 'tracking', purpose: 'Toont advertenties.', hosts: ['ads.example'] },
    {
      id: 'film',
      provider: 'Filmhuis',
      category: 'social',
      purpose: 'Toont video.',
      hosts: ['film.example'],
      privacy: 'https://film.example/privacy',
    },
    { id: 'bericht', provider: 'Berichtendienst', category: 'social', purpose: 'Toont berichten.', hosts: ['bericht.example'] },
    { id: 'spamcontrole', provider: 'Spamcontrole BV', category: 'recaptcha', purpose: 'Houdt robots tegen.', hosts: ['spam.example'] },
  ],
} as const

/** Has the visitor be somebody new, once the page is opened again: what the library has stored is gone. The cookie comes last, so it is waited for. */
export const forget = async (page: Page): Promise<void> => {
  if ((await recordOf(page)).decided) await until('the choice is kept', () => run(page, "document.cookie.includes('toestemming=')"))
  await run(page, "document.cookie = 'toestemming=; Max-Age=0; Path=/'; localStorage.clear()")
}
