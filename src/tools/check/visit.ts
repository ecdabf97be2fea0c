/** One visit by somebody new: what the page asks of others and keeps, before a choice and after a refusal, and what the review says of it. */

import type { Configuration } from '../../model/settings.ts'
import type { Review } from '../../review.ts'
import { type Browser, type Message, wait } from './browser.ts'

export interface Look {
  readonly width: number
  readonly height: number
  readonly theme: 'light' | 'dark'
}

export interface StoredItem {
  readonly storage: 'cookie' | 'local' | 'session'
  readonly name: string
  /** Of a cookie. */
  readonly domain?: string
}

/** What is there at one moment of a visit. */
export interface Moment {
  readonly requests: readonly string[]
  readonly stored: readonly StoredItem[]
  readonly review: Review
}

/** What was there after *accept*, until then and on the page loaded once more. */
export interface Accepted {
  /** Each with the document that asked. */
  readonly requests: readonly { readonly url: string; readonly page: string }[]
  readonly stored: readonly StoredItem[]
}

/** What the visitor presses. */
export type Answer = 'none' | 'reject' | 'accept'

export interface Visit {
  readonly look: Look
  /** Of the page after redirections. */
  readonly address: string
  /** Whether the library is in the page, or something of it is drawn. */
  readonly present: boolean
  readonly configuration: Configuration | undefined
  readonly before: Moment
  /** Links of the banner within the site that do not answer as they should, with the status. */
  readonly dead: readonly (readonly [address: string, status: number])[]
  /** After *reject* and a new load; nothing where there was none to press, or it was not asked for. */
  readonly after: Moment | undefined
  /** Whether the banner came back after the refusal. */
  readonly asked: boolean
  /** After *accept*; nothing where there was none to press, or it was not asked for. */
  readonly accepted: Accepted | undefined
}

/** Milliseconds: how long a page may take to load; how long it must be silent then; how long that may take; how long the banner may. */
const patience = { load: 30_000, silence: 1000, settle: 12_000, banner: 5000 }

/** @param source the text of `dist/review.js` */
export async function visit(browser: Browser, address: string, look: Look, source: string, answer: Answer): Promise<Visit> {
  const { browserContextId } = await browser.send('Target.createBrowserContext')
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId })
  const { sessionId } = (await browser.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
  const ask = (method: string, params = {}) => browser.send(method, params, sessionId)
  const sessions = new Set([sessionId])
  let requests: { url: string; page: string }[] = []
  let heard = Date.now()
  let loaded = 0
  let failed = ''

  const follow = async (session: string) => {
    await browser.send('Network.enable', {}, session).catch(() => {})
    await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, session).catch(() => {})
    await browser.send('Runtime.runIfWaitingForDebugger', {}, session).catch(() => {})
  }
  const undo = browser.listen(({ method, params, session }: Message) => {
    if (!session || !sessions.has(session)) return
    if (method === 'Network.requestWillBeSent')
      requests.push({ url: (params.request as { url: string }).url, page: params.documentURL as string })
    else if (method === 'Network.webSocketCreated') requests.push({ url: params.url as string, page: '' })
    else if (method === 'Page.javascriptDialogOpening') void ask('Page.handleJavaScriptDialog', { accept: false }).catch(() => {})
    else if (method === 'Page.loadEventFired' && session === sessionId) loaded++
    else if (method === 'Network.responseReceived' && session === sessionId) {
      const { status } = params.response as { status: number }
      // Of the page itself: a frame within the site answers for itself alone.
      if (params.requestId === params.loaderId && params.frameId === targetId && status >= 400) failed = `HTTP ${status}`
    } else if (method === 'Target.attachedToTarget') {
      // Frames of other sites and workers are targets of their own.
      sessions.add(params.sessionId as string)
      void follow(params.sessionId as string)
    }
    if (method.startsWith('Network.')) heard = Date.now()
  })

  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = (await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
      result: { value?: unknown }
      exceptionDetails?: { exception?: { description?: string }; text: string }
    }
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  const until = async (expression: string, time: number): Promise<boolean> => {
    for (const end = Date.now() + time; Date.now() < end; await wait(100)) if (await evaluate(expression).catch(() => false)) return true
    return false
  }
  /** Loads, and waits until nothing more comes. */
  const load = async (go: () => Promise<unknown>) => {
    requests = []
    failed = ''
    const before = loaded
    await go()
    for (const end = Date.now() + patience.load; loaded === before && Date.now() < end; ) await wait(50)
    if (failed) throw new Error(failed)
    await settle()
    await until(drawn, patience.banner)
  }
  const kept = async (): Promise<readonly StoredItem[]> => {
    const { cookies } = (await browser.send('Storage.getCookies', { browserContextId })) as {
      cookies: readonly { name: string; domain: string }[]
    }
    return [
      ...cookies.map(({ name, domain }) => ({ storage: 'cookie', name, domain }) as const),
      ...((await evaluate(keys)) as readonly StoredItem[]),
    ]
  }
  const moment = async (open: boolean): Promise<Moment> => ({
    requests: requests.map(({ url }) => url),
    stored: await kept(),
    review: JSON.parse((await evaluate(reviewing(source, open))) as string),
  })
  /** As a visitor does; gives whether there was one to press. */
  const press = async (action: string) => (await evaluate(pressing(action))) && (await until(`!(${banner})`, patience.banner))
  /** Until nothing more comes. */
  const settle = async () => {
    for (const end = Date.now() + patience.settle; Date.now() < end && Date.now() - heard < patience.silence; ) await wait(50)
  }

  try {
    await Promise.all([ask('Page.enable'), follow(sessionId)])
    await ask('Emulation.setDeviceMetricsOverride', {
      width: look.width,
      height: look.height,
      deviceScaleFactor: 1,
      mobile: look.width < 600,
    })
    // Beside others this page may have no focus, and is to look and act as if it were alone.
    await ask('Emulation.setFocusEmulationEnabled', { enabled: true })
    await ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: look.theme }] })
    await load(async () => {
      const { errorText } = await ask('Page.navigate', { url: address })
      if (errorText) throw new Error(failed || String(errorText))
    })
    const before = await moment(true)
    const present = before.review.shown.length > 0 || ((await evaluate("typeof window.toestemming?.has === 'function'")) as boolean)
    const configuration = (await evaluate(configured)) as string
    const there = (await evaluate('location.href')) as string
    const dead = answer === 'reject' ? ((await evaluate(links)) as Visit['dead']) : []
    let after: Moment | undefined
    let asked = false
    let accepted: Accepted | undefined
    if (answer === 'reject' && (await press('reject-all'))) {
      // What is on its way still belongs to the page before.
      await wait(patience.silence)
      await load(() => ask('Page.reload'))
      asked = (await evaluate(`!!(${banner})`)) as boolean
      after = await moment(false)
    }
    if (answer === 'accept' && (await press('accept-all'))) {
      await wait(patience.silence)
      await settle()
      const first = requests
      const found = await kept()
      await load(() => ask('Page.reload'))
      accepted = { requests: [...first, ...requests], stored: unique([...found, ...(await kept())]) }
    }
    return { look, address: there, present, configuration: parsed(configuration), before, dead, after, asked, accepted }
  } finally {
    undo()
    await browser.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {})
  }
}

const banner = `document.querySelector('toestemming-ui')?.shadowRoot?.querySelector('[data-toestemming-view=banner]')`
const drawn = `document.querySelector('toestemming-ui')?.shadowRoot?.querySelector('[data-toestemming-action]')`

/** Each link of the banner within the site is asked for, and those given that answer with an error. */
const links = `Promise.all([...(${banner}?.querySelectorAll('a[href]') ?? [])]
  .filter(({ origin }) => origin === location.origin)
  .map(async ({ href }) => [href, await fetch(href).then(({ status }) => status, () => 0)]))
  .then((all) => all.filter(([, status]) => status === 0 || status >= 400))`

const pressing = (action: string) =>
  `(() => { const button = ${banner}?.querySelector('[data-toestemming-action=${action}]'); button?.click(); return !!button })()`

const unique = (items: readonly StoredItem[]) => [...new Map(items.map((one) => [JSON.stringify(one), one])).values()]

/** Names of what the page keeps, beside cookies. Blocked storage throws when touched: nothing is in it. */
const keys = `['local', 'session'].flatMap((storage) => {
  try { return Object.keys(window[storage + 'Storage']).map((name) => ({ storage, name })) } catch { return [] }
})`

/** The configuration as the tag reads it; nothing where it is in a bundle. */
const configured = `(async () => {
  const tag = [...document.scripts].find(({ src }) => /\\/toestemming\\.js([?#]|$)/.test(src))
  const path = tag?.dataset.config
  if (path) return (await fetch(path)).text()
  return document.querySelector('[data-toestemming=config]')?.textContent || (tag ? '{}' : '')
})()`

function parsed(text: string): Configuration | undefined {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** The review as an expression: a module may not be imported where the page's policy forbids it. */
export function reviewing(source: string, open: boolean): string {
  const [end, name] = /export\s*\{\s*([\w$]+)(?:\s+as\s+review)?\s*\}\s*;?\s*$/.exec(source) ?? []
  if (end === undefined) throw new Error('review.js does not end in its export.')
  return `(async () => {
    ${source.slice(0, -end.length)}
    const { findings, ...rest } = await ${name}(document, { open: ${open} })
    return JSON.stringify({ ...rest, findings: findings.map(({ element, ...one }) => one) })
  })()`
}
