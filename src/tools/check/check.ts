/** `toestemming check`: a page as new visitors get it, measured in a real browser. */

import type { Configuration } from '../../model/settings.ts'
import type { Service } from '../../model/types.ts'
import type { Both } from '../../review.ts'
import type { Browser } from './browser.ts'
import { gather } from './gather.ts'
import type { Served } from './serve.ts'
import { sideBySide } from './sideBySide.ts'
import { tell } from './tell.ts'
import { type Look, type Visit, visit } from './visit.ts'

/** What the command asks of the machine. */
export interface CheckMachine {
  /** The text of a file, without a byte order mark. */
  read(path: string): string
  /** A module of `dist/`. */
  load(name: string): Promise<unknown>
  /** The text of `dist/review.js`. */
  review(): string
  /** Where a browser is; throws when the one that was named is not there. */
  browser(): string | undefined
  start(path: string): Promise<Browser>
  serve(file: string, root: string | undefined): Promise<Served>
  out(text: string): void
  error(text: string): void
}

export const checkUsage = `Usage: toestemming check <url | file.html> [--lang nl|en] [--format text|json] [--root folder] [--config configuration.json] [--accept]

Opens the page in Chromium, Chrome, Edge or Brave as a new visitor, on a phone (360 px) and on a desk (1280 px), in light and in dark, and measures the
banner, the preferences and the page around them. Then refuses, and looks what the page still asks of others and keeps. Accepts nothing, but with --accept.
Exit status: 0 nothing found, 1 something found, 2 it could not be checked.

--root     for a file: the folder that addresses such as /toestemming/toestemming.js begin at. Default: the file's own.
--config   the configuration, where it is not in the page (npm).
--accept   accepts everything in one more visit, and holds what is asked and kept then against the configuration. Providers get that visit.
CHROMIUM   in the environment: the path of the browser.`

const looks: readonly Look[] = [
  { width: 360, height: 640, theme: 'light' },
  { width: 360, height: 640, theme: 'dark' },
  { width: 1280, height: 800, theme: 'light' },
  { width: 1280, height: 800, theme: 'dark' },
]
/** How many are looked at at once: a page is measured as it is drawn, and more of them draw late on a small machine. */
const most = 2

/** Ends the visits to a page without the library. */
const absent = Symbol('absent')

/** Where everything is accepted: what providers get then does not hang on the look. */
const desk: Look = { width: 1280, height: 800, theme: 'light' }

const choices: Readonly<Record<string, readonly string[] | undefined>> = {
  '--lang': ['nl', 'en'],
  '--format': ['text', 'json'],
  '--root': undefined,
  '--config': undefined,
  '--accept': [],
}

const says = {
  browser: {
    nl: `Er is geen Chromium, Chrome, Edge of Brave gevonden. Installeer er een, of zeg waar hij staat:
  Debian of Ubuntu:  sudo apt install chromium
  macOS:             brew install --cask google-chrome
  Windows:           winget install Google.Chrome
  ergens anders:     CHROMIUM=/pad/naar/chromium npx toestemming check …`,
    en: `No Chromium, Chrome, Edge or Brave was found. Install one, or say where it is:
  Debian or Ubuntu:  sudo apt install chromium
  macOS:             brew install --cask google-chrome
  Windows:           winget install Google.Chrome
  elsewhere:         CHROMIUM=/path/to/chromium npx toestemming check …`,
  },
  named: { nl: 'Daar staat geen browser', en: 'There is no browser there' },
  started: { nl: 'De browser wil niet starten', en: 'The browser does not start' },
  visited: { nl: 'De pagina is niet te openen', en: 'The page cannot be opened' },
  absent: {
    nl: 'Op deze pagina is Toestemming niet gevonden. Staat toestemming.js in de <head>, en komt het bestand aan? Kijk in de netwerkweergave van je browser (F12).',
    en: 'Toestemming was not found on this page. Is toestemming.js in the <head>, and does the file arrive? Look in the network view of your browser (F12).',
  },
  config: { nl: 'Geen leesbare JSON', en: 'Not readable as JSON' },
} satisfies Record<string, Both>

export async function check(args: readonly string[], machine: CheckMachine): Promise<0 | 1 | 2> {
  const given: Record<string, string> = {}
  const targets: string[] = []
  const fail = (text: string): 2 => {
    machine.error(text)
    return 2
  }
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? ''
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? []
    if (!(name in choices)) {
      if (name.startsWith('-')) return fail(`There is no ${name}. Use one of: ${Object.keys(choices).join(', ')}.\n\n${checkUsage}`)
      targets.push(word)
      continue
    }
    const allowed = choices[name]
    if (allowed && !allowed.length) {
      if (inline !== undefined) return fail(`${name}: found "${inline}". It stands by itself.`)
      given[name] = ''
      continue
    }
    const value = inline ?? args[++index] ?? ''
    if (allowed ? !allowed.includes(value) : !value)
      return fail(`${name}: found "${value}". It should be ${allowed ? `one of ${allowed.join(', ')}` : 'a path'}.`)
    given[name] = value
  }
  const [target] = targets
  if (!target || targets.length > 1) return fail(checkUsage)
  const lang = (given['--lang'] ?? 'nl') as keyof Both
  const problem = (kind: keyof typeof says, detail?: unknown) =>
    fail(detail === undefined ? says[kind][lang] : `${says[kind][lang]}: ${detail instanceof Error ? detail.message : detail}`)

  let configuration: Configuration | undefined
  const path = given['--config']
  if (path)
    try {
      configuration = JSON.parse(machine.read(path))
    } catch (error) {
      return problem('config', error)
    }
  let browserPath: string | undefined
  try {
    browserPath = machine.browser()
  } catch (error) {
    return problem('named', error)
  }
  if (!browserPath) return problem('browser')

  const isAddress = /^https?:\/\//i.test(target)
  let served: Served | undefined
  let browser: Browser | undefined
  let visits: readonly Visit[] = []
  let accepting: Visit | undefined
  try {
    try {
      if (!isAddress) served = await machine.serve(target, given['--root'])
    } catch (error) {
      return problem('visited', error)
    }
    try {
      browser = await machine.start(browserPath)
    } catch (error) {
      return problem('started', error)
    }
    const source = machine.review()
    const opened = browser
    try {
      // What is asked after a refusal does not hang on the theme. Those visits take longest, so that they begin first.
      const refusing = looks.filter(({ theme }) => theme === 'light')
      const order = [...new Set([...refusing, ...looks])]
      const seen = await sideBySide(order, most, async (look) => {
        const one = await visit(opened, served?.address ?? target, look, source, refusing.includes(look) ? 'reject' : 'none')
        if (!one.present) throw absent
        return one
      })
      visits = [...seen].sort((one, other) => looks.indexOf(one.look) - looks.indexOf(other.look))
      if ('--accept' in given) accepting = await visit(opened, served?.address ?? target, desk, source, 'accept')
    } catch (error) {
      if (error === absent) return problem('absent')
      return problem('visited', `${target}: ${error instanceof Error ? error.message : error}`)
    }
  } finally {
    await browser?.close()
    await served?.close()
  }
  const { catalogueIndex } = (await machine.load('catalogue-index')) as { catalogueIndex: readonly Service[] }
  const report = gather({ visits, accepting, configuration, catalogue: catalogueIndex })
  machine.out(given['--format'] === 'json' ? `${JSON.stringify(report, null, 2)}\n` : tell(report, lang))
  return report.findings.length ? 1 : 0
}
