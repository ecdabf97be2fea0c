/** Starts the watching and the checks, and keeps them going. Nothing here is sent anywhere, and nothing it does may stop the page. */

import type { Consent } from '../core/contract.ts'
import type { Configuration } from '../model/settings.ts'
import type { Service } from '../model/types.ts'
import type { review } from '../review.ts'
import type { Context } from './context.ts'
import { createHistory, type History } from './history.ts'
import { countOf, createNotebook, tellFindings } from './notebook.ts'
import { readStored } from './readStored.ts'
import type { Report } from './report.ts'
import { type Failure, watchFailures } from './watchFailures.ts'
import { watchMarks } from './watchMarks.ts'
import { type Request, type Violation, watchRequests } from './watchRequests.ts'
import { watchWrites } from './watchWrites.ts'

/** What a developer gets to ask with. */
export interface Debug {
  /** How things stand now, as plain data; nothing until the settings have been read. */
  report(): Report | undefined
  /** The same, as tables on the console. */
  show(): void
  /** Stops watching. */
  stop(): void
}

type Checks = typeof import('./checks.ts')

export interface CheckPorts {
  /** The library's object, once the page is there; nothing when the library is not. */
  consent(): Consent | undefined
  /** The configuration as the owner wrote it. */
  configuration(): Configuration | Promise<Configuration>
  checks(): Promise<Checks>
  catalogue(): Promise<readonly Service[]>
  /** What measures the banner. */
  review(): Promise<{ readonly review: typeof review }>
  /** Where the library's own files are, with a slash at the end; empty when a bundler has put them among the page's. */
  readonly folder: string
  /** Whether the library is in the page by a tag. */
  readonly byTag: boolean
}

/** How long the page must be quiet before it is looked at again, and how often storage is read; milliseconds. */
const calm = 300
const often = 1500
/** How long the library may take to read its configuration, milliseconds. */
const patience = 3000

export function startCheck(ports: CheckPorts): Debug {
  const started = performance.now()
  const before = readStored()
  const requests: Request[] = []
  const violations: Violation[] = []
  const failures: Failure[] = []
  const told = new Set<string>()
  const undo: (() => void)[] = []
  const notebook = createNotebook(tellFindings)
  let checks: Checks | undefined
  let context: Context | undefined
  let history: History | undefined
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let judged = 0
  let heard = 0
  let failed = 0
  let measuring = false

  const later = () => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(look, calm)
  }
  const marks = watchMarks(later)
  const writes = watchWrites(later)
  undo.push(
    marks.stop,
    writes.stop,
    watchFailures((failure) => {
      failures.push(failure)
      later()
    }),
    watchRequests(
      (request) => {
        requests.push(request)
        later()
      },
      (violation) => {
        violations.push(violation)
        later()
      },
    ),
  )

  /** A check that fails stops no other, nor the page. */
  const attempt = (check: () => void) => {
    try {
      check()
    } catch (error) {
      if (!told.has('failed')) console.info('[toestemming debug] One of the checks failed, and is left out:', error)
      told.add('failed')
    }
  }

  const look = () => {
    const [known, past, all] = [context, history, checks]
    if (!known || !past || !all || stopped) return
    attempt(() => notebook.add(...all.checkMarks(known, marks)))
    attempt(() => notebook.add(...all.checkForms(known)))
    attempt(() => notebook.add(...all.checkUnmarked(known)))
    for (const violation of violations.slice(heard)) attempt(() => notebook.add(all.checkViolation(violation, known)))
    heard = violations.length
    for (const failure of failures.slice(failed)) attempt(() => notebook.add(all.checkFailure(failure)))
    failed = failures.length
    for (const request of requests.slice(judged)) {
      attempt(() => {
        const found = all.checkRequest(request, known, past, marks, started)
        // The page itself has told how to hold it.
        const id = /^(let through|undeclared) (.*)/.exec(found?.key ?? '')?.[2]
        if (!id || !notebook.findings.some(({ key }) => key.startsWith(`unmarked ${id} `))) notebook.add(found)
      })
    }
    judged = requests.length
    attempt(() => notebook.add(...all.checkStored(readStored(), before, known, past, writes, told)))
    if (!measuring) void measure(all, known)
  }

  const measure = async (all: Checks, known: Context) => {
    measuring = true
    const found = await all.checkBanner(ports.review, known).catch((error): [] => {
      attempt(() => {
        throw error
      })
      return []
    })
    if (!stopped) notebook.add(...found)
    measuring = false
  }

  const begin = async () => {
    const consent = ports.consent()
    const all = await ports.checks()
    checks = all
    attempt(() => ports.byTag && notebook.add(...all.checkTag(!!consent)))
    if (!consent) return
    const catalogue = await ports.catalogue().catch((): readonly Service[] => {
      console.info('[toestemming debug] The catalogue did not arrive: vendors that are not in the configuration are not recognised.')
      return []
    })
    const right = await isReady(consent)
    if (!right)
      notebook.add({
        level: 'error',
        topic: 'Configuration',
        key: 'configuration',
        text: 'The library has no settings, so everything stays held, and here only the page is checked. Look for its own error on this console, or in the network view for a file of the library that did not arrive.',
      })
    const settings = all.settingsOf(right ? await ports.configuration() : {}, catalogue)
    if (stopped) return
    const known = all.createContext(consent, settings, catalogue, ports.folder)
    context = known
    history = createHistory(
      consent,
      [...settings.categories, ...settings.services].map(({ id }) => id),
    )
    attempt(() => notebook.add(...all.checkServices(known)))
    undo.push(consent.on('decision', ({ source }) => setTimeout(() => tellDecision(source), 1000)))
    undo.push(
      consent.on('change', ({ added, removed }) => {
        if (added.length || removed.length)
          console.info(
            `[toestemming debug] ${[added.length && `Granted: ${added.join(', ')}.`, removed.length && `Withdrawn: ${removed.join(', ')}.`].filter(Boolean).join(' ')}`,
          )
        later()
      }),
    )
    const interval = setInterval(() => document.hidden || look(), often)
    undo.push(() => clearInterval(interval))
    look()
    setTimeout(() => {
      const { findings } = notebook
      const end = 'toestemmingDebug.show() shows what is held, and why.'
      if (!stopped)
        console.info(
          findings.length
            ? `[toestemming debug] Found: ${countOf(findings)}. ${end}`
            : `[toestemming debug] Nothing to put right so far. ${end}`,
        )
    }, calm * 4)
  }

  const tellDecision = (source: string) => {
    if (!context || !checks || stopped) return
    const { granted, denied, elements } = checks.createReport(context, marks, notebook.findings, [])
    const amount = (state: string) => elements.filter((one) => one.state === state).length
    console.info(
      `[toestemming debug] Decision (${source}). Granted: ${granted.join(', ') || 'nothing'}. Not granted: ${denied.join(', ') || 'nothing'}. Marked elements: ${amount('released')} released, ${amount('held')} held.`,
    )
    const { name, domain } = context.settings.cookie
    if (!readStored().some((one) => one.storage === 'cookie' && one.name === name))
      notebook.add({
        level: 'warning',
        topic: 'Cookies and storage',
        key: 'record',
        text: `The choice was made, but there is no cookie "${name}": ${domain ? `the browser may refuse cookie.domain "${domain}"; or` : ''} cookies are blocked. Without it the visitor is asked again.`,
      })
    else if (document.cookie.split('; ').filter((pair) => pair.startsWith(`${name}=`)).length > 1)
      notebook.add({
        level: 'warning',
        topic: 'Cookies and storage',
        key: 'record twice',
        text: `There are two cookies "${name}", of this host and of a parent domain: cookie.domain was changed, or another site of yours has the library too. Give all of them the same cookie.domain, or this one another cookie.name.`,
      })
  }

  // What the page is, one sees when it is there.
  const whenLoaded = () => void begin().catch((error) => console.info('[toestemming debug] The check could not start:', error))
  if (document.readyState === 'complete') setTimeout(whenLoaded)
  else addEventListener('load', () => setTimeout(whenLoaded), { once: true })

  const report = () =>
    context &&
    checks?.createReport(
      context,
      marks,
      notebook.findings,
      requests.map(({ url }) => url),
    )
  return {
    report,
    show() {
      const found = report()
      if (found) checks?.showReport(found)
      else console.info('[toestemming debug] The settings have not been read yet.')
    },
    stop() {
      stopped = true
      for (const one of undo) one()
    },
  }
}

/** Whether the library has its settings, which it only has of a configuration that is right. They may still be on their way. */
async function isReady({ has }: Consent): Promise<boolean> {
  if (!has('functional'))
    await new Promise<void>((resolve) => {
      document.addEventListener('toestemming:ready', () => resolve(), { once: true })
      setTimeout(resolve, patience)
    })
  return has('functional')
}
