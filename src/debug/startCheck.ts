/** Starts the watching and the checks, and keeps them going. Nothing here is sent anywhere, and nothing it does may stop the page. */

import type { Consent } from '../core/consent.ts'
import { explain } from '../model/explain.ts'
import type { Service } from '../model/types.ts'
import { checkForms } from './checkForms.ts'
import { checkMarks } from './checkMarks.ts'
import { checkViolation } from './checkPolicy.ts'
import { checkRequest } from './checkRequests.ts'
import { checkServices } from './checkServices.ts'
import { checkStored, readStored } from './checkStorage.ts'
import { checkTag } from './checkTag.ts'
import { checkUnmarked } from './checkUnmarked.ts'
import { type Context, createContext } from './context.ts'
import { createHistory, type History } from './history.ts'
import { countOf, createNotebook, tellFindings } from './notebook.ts'
import { readConfiguration } from './readConfiguration.ts'
import { createReport, type Report, showReport } from './report.ts'
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

export interface CheckPorts {
  /** The library's object, once the page is there; nothing when the library is not. */
  consent(): Consent | undefined
  /** The configuration as the owner wrote it. */
  configuration(): unknown
  catalogue(): Promise<readonly Service[]>
  /** Where the library's own files are, with a slash at the end; empty when a bundler has put them among the page's. */
  readonly folder: string
  /** Whether the library is in the page by a tag. */
  readonly byTag: boolean
}

/** How long the page must be quiet before it is looked at again, and how often storage is read; milliseconds. */
const calm = 300
const often = 1500

export function startCheck(ports: CheckPorts): Debug {
  const started = performance.now()
  const before = readStored()
  const requests: Request[] = []
  const violations: Violation[] = []
  const told = new Set<string>()
  const undo: (() => void)[] = []
  const notebook = createNotebook(tellFindings)
  let context: Context | undefined
  let history: History | undefined
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let judged = 0
  let heard = 0

  const later = () => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(look, calm)
  }
  const marks = watchMarks(later)
  const writes = watchWrites(later)
  undo.push(
    marks.stop,
    writes.stop,
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
    const [known, past] = [context, history]
    if (!known || !past || stopped) return
    attempt(() => notebook.add(...checkMarks(known, marks)))
    attempt(() => notebook.add(...checkForms(known)))
    attempt(() => notebook.add(...checkUnmarked(known)))
    for (const violation of violations.slice(heard)) attempt(() => notebook.add(checkViolation(violation, known)))
    heard = violations.length
    for (const request of requests.slice(judged)) {
      attempt(() => {
        const found = checkRequest(request, known, past, marks, started)
        // The page itself has told how to hold it.
        const id = /^(let through|undeclared) (.*)/.exec(found?.key ?? '')?.[2]
        if (!id || !notebook.findings.some(({ key }) => key.startsWith(`unmarked ${id} `))) notebook.add(found)
      })
    }
    judged = requests.length
    attempt(() => notebook.add(...checkStored(readStored(), before, known, past, writes, told)))
  }

  const begin = async () => {
    const consent = ports.consent()
    attempt(() => ports.byTag && notebook.add(...checkTag(!!consent)))
    if (!consent) return
    const catalogue = await ports.catalogue().catch((): readonly Service[] => {
      console.info('[toestemming debug] The catalogue did not arrive: vendors that are not in the configuration are not recognised.')
      return []
    })
    const { settings, problems } = readConfiguration(await ports.configuration(), catalogue)
    if (problems.length)
      notebook.add({
        level: 'error',
        topic: 'Configuration',
        key: 'configuration',
        text: `The configuration is wrong, so everything stays held, and here only the page is checked. ${explain(
          problems,
          catalogue.map(({ id }) => id),
        ).replace('[toestemming] ', '')}`,
      })
    else await ready(consent)
    if (stopped) return
    const known = createContext(consent, settings, catalogue, ports.folder)
    context = known
    history = createHistory(
      consent,
      [...settings.categories, ...settings.services].map(({ id }) => id),
    )
    attempt(() => notebook.add(...checkServices(known)))
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
    if (!context || stopped) return
    const { granted, denied, elements } = createReport(context, marks, notebook.findings, [])
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
    createReport(
      context,
      marks,
      notebook.findings,
      requests.map(({ url }) => url),
    )
  return {
    report,
    show() {
      const found = report()
      if (found) showReport(found)
      else console.info('[toestemming debug] The settings have not been read yet.')
    },
    stop() {
      stopped = true
      for (const one of undo) one()
    },
  }
}

/** Waits until the library has its settings: until then it has no answers by id. Not for ever, because a part may not arrive. */
async function ready({ record, has }: Consent): Promise<void> {
  if (has('functional') || record.id) return
  await new Promise<void>((resolve) => {
    document.addEventListener('toestemming:ready', () => resolve(), { once: true })
    setTimeout(resolve, 5000)
  })
}
