/** One harness: the same scenario runs in Chromium (over CDP) and in Firefox (over WebDriver BiDi), and where it is asked for in WebKit (webkit.ts). */

import { mkdirSync } from 'node:fs'
import type { BrowserContext, ElementHandle, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { type KeptBrowser, type Renewed, takeBrowser } from './keptBrowser.ts'
import { type BrowserName, type LaunchOptions, usual } from './launchBrowser.ts'
import { quiet, until } from './until.ts'
import type { Web } from './web.ts'

export type { BrowserName, LaunchOptions }

const names = (process.env.BROWSERS?.split(',') ?? ['chromium', 'firefox']) as BrowserName[]

export interface Message {
  /** As the console has it (`error`, `warn`, `log`, …), or `uncaught`. */
  readonly type: string
  readonly text: string
}

const messages = new WeakMap<Page, Message[]>()
/** What the page has said to the console, and what nobody caught, since it was opened. */
export const messagesOf = (page: Page): readonly Message[] => messages.get(page) ?? []
export const errorsOf = (page: Page): readonly string[] =>
  messagesOf(page)
    .filter(({ type }) => type === 'error' || type === 'uncaught')
    .map(({ text }) => text)

export interface OpenOptions {
  readonly width?: number
  readonly height?: number
  /** Runs in every document of this page before any of its scripts. */
  readonly before?: string
  /** What to wait for; default: `load`. */
  readonly wait?: 'load' | 'domcontentloaded'
  /** Milliseconds that the page's clock is off; negative is in the past. */
  readonly clock?: number
}

/** Pages that are not as they were when they were opened, whatever is cleared. */
const altered = new WeakSet<Page>()
const alter = ['createCDPSession', 'emulateMediaFeatures', 'exposeFunction', 'setRequestInterception'] as const
/** What runs in every document of a page. */
const scripts = new WeakMap<Page, string[]>()
const newPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  // What has come, Puppeteer hears in any case: to have Firefox listen for it as well, for each page anew, costs a tenth of what a page costs.
  const { browsingContext } = page.mainFrame() as unknown as {
    browsingContext?: { navigate(address: string, wait: string): Promise<void> }
  }
  if (browsingContext) {
    const { navigate } = browsingContext
    browsingContext.navigate = (address) =>
      navigate.call(browsingContext, address, 'none').catch((error: Error) => {
        // Of a frame in the page that is left, whose loading ends with it. Where it is the page itself, what waits for it says so.
        if (!error.message.includes('NS_BINDING_ABORTED')) throw error
      })
    const { goto } = page
    page.goto = async (address, options) => {
      const response = await goto.call(page, address, options)
      // So that it does not tell of a page that could not be had, either.
      const shown = await page.evaluate(() => document.documentURI).catch(() => '')
      if (shown.startsWith('about:neterror')) throw new Error(`${address} could not be opened: ${shown}`)
      return response
    }
  }
  for (const name of alter) {
    const native = page[name] as (...values: unknown[]) => Promise<never>
    page[name] = (...values: unknown[]) => {
      altered.add(page)
      return native.apply(page, values)
    }
  }
  const native = page.evaluateOnNewDocument as (...values: unknown[]) => ReturnType<Page['evaluateOnNewDocument']>
  page.evaluateOnNewDocument = async (...values: unknown[]) => {
    const script = await native.apply(page, values)
    scripts.set(page, [...(scripts.get(page) ?? []), script.identifier])
    return script
  }
  return page
}

/** Somebody with a browser of their own: cookies and storage are shared by the pages of one visitor and by nobody else. */
export class Visitor {
  readonly context: BrowserContext
  readonly pages: Page[] = []
  #unused: Page | undefined

  /** @param page of the context, as good as new */
  constructor(context: BrowserContext, page?: Page) {
    this.context = context
    this.#unused = page
  }

  /** Opens an address in a new tab. */
  async open(
    address: string,
    { width = usual.width, height = usual.height, before, clock, wait = 'load' }: OpenOptions = {},
  ): Promise<Page> {
    const page = this.#unused ?? (await newPage(this.context))
    this.#unused = undefined
    this.pages.push(page)
    const heard: Message[] = []
    messages.set(page, heard)
    page.on('console', (message) => heard.push({ type: message.type(), text: message.text() }))
    page.on('pageerror', (error) => heard.push({ type: 'uncaught', text: error instanceof Error ? error.message : String(error) }))
    page.setDefaultTimeout(20_000)
    if (width !== usual.width || height !== usual.height) await page.setViewport({ width, height })
    if (clock !== undefined) await page.evaluateOnNewDocument(shiftClock, clock)
    if (before !== undefined) await page.evaluateOnNewDocument(before)
    await page.goto(address, { waitUntil: wait })
    return page
  }
}

const emptyPath = '/toestemming/leeg'
/** Without any script, and with an icon, for which a browser would ask by itself. */
const addEmptyPage = (web: Web, origin: string, body = '') =>
  web.addPage(new URL(origin).hostname, emptyPath, `<link rel="icon" href="data:,">${body}`)

/**
 * Leaves nothing of a visitor but an empty page, where that can be done: to open a context and a page anew costs a browser as much again as most of what a
 * scenario does in it. Gives the page.
 *
 * @param wasBehind whether somebody else's page may have been in front of it
 */
const renew = async ({ context, pages }: Visitor, web: Web, wasBehind: boolean): Promise<Page | undefined> => {
  const page = pages.find((one) => !one.isClosed() && !altered.has(one))
  if (!page) return undefined
  for (const other of await context.pages()) if (other !== page) await other.close()
  // Keys go to the tab in front.
  if (pages.length > 1 || wasBehind) await page.bringToFront()
  // With Tab one may have gone on to the browser's own controls.
  if (!(await page.evaluate(() => document.hasFocus()))) return undefined
  page.removeAllListeners('console').removeAllListeners('pageerror')
  for (const script of scripts.get(page) ?? []) await page.removeScriptToEvaluateOnNewDocument(script)
  scripts.delete(page)
  const { width, height } = page.viewport() ?? usual
  if (width !== usual.width || height !== usual.height) await page.setViewport(usual)
  const { origins } = web
  if (origins.size === 0) await page.goto('about:blank')
  const seen = [...origins.keys()]
  const whole = seen.filter((origin) => origins.get(origin))
  const framed = whole.length > 0 ? seen.filter((origin) => !origins.get(origin)) : []
  for (const origin of framed) addEmptyPage(web, origin)
  for (const [at, origin] of (whole.length > 0 ? whole : seen).entries()) {
    // What a frame keeps it keeps for the page it is in.
    const frames = at ? [] : framed.map((one) => `<iframe src="${one}${emptyPath}"></iframe>`)
    addEmptyPage(web, origin, frames.join(''))
    await page.goto(origin + emptyPath, { timeout: 5000 })
    for (const frame of page.frames())
      await frame.evaluate(() => {
        localStorage.clear()
        sessionStorage.clear()
      })
  }
  origins.clear()
  await context.deleteCookie(...(await context.cookies()))
  return page
}

const shiftClock = (offset: number) => {
  const Present = Date
  const now = () => Present.now() + offset
  window.Date = new Proxy(Present, {
    construct: (target, values, newTarget) => Reflect.construct(target, values.length > 0 ? values : [now()], newTarget),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
}

export class TestBrowser<W extends Web = Web> {
  readonly name: BrowserName
  #kept: KeptBrowser | undefined
  #web: W | undefined
  #sound = true
  #newcomers = false
  #visitors: Visitor[] = []
  /** Of somebody who has left, for the next. */
  #renewed: Renewed | undefined

  constructor(name: BrowserName) {
    this.name = name
  }

  get web(): W {
    if (!this.#web) throw new Error('The web has not been started: use it inside a test.')
    return this.#web
  }

  async start(startWeb: () => Promise<W>, options: LaunchOptions) {
    this.#web = await startWeb()
    this.#newcomers = options.newcomers ?? false
    this.#kept = await takeBrowser(this.name, this.#web, options)
    if (this.#newcomers) await this.#kept.renewed?.context.close().catch(() => {})
    else this.#renewed = this.#kept.renewed
  }

  async stop() {
    await this.#kept?.giveBack(this.#sound, this.#renewed)
    await this.#web?.close()
  }

  /** A fresh visitor, gone after the test. */
  async visitor(): Promise<Visitor> {
    if (!this.#kept) throw new Error('The browser has not been started: use it inside a test.')
    const { context = await this.#kept.browser.createBrowserContext(), page } = this.#renewed ?? {}
    this.#renewed = undefined
    const visitor = new Visitor(context, page)
    this.#visitors.push(visitor)
    return visitor
  }

  /** A fresh visitor's first page. */
  async open(address: string, options?: OpenOptions): Promise<Page> {
    return (await this.visitor()).open(address, options)
  }

  async leave(failedTest: string | undefined) {
    const visitors = this.#visitors
    this.#visitors = []
    if (failedTest !== undefined) this.#sound = false
    if (failedTest !== undefined) for (const { pages } of visitors) await picture(pages, `${this.name} ${failedTest}`)
    const [first, ...others] = visitors
    const close = async ({ context }: Visitor) => {
      await context.close().catch(() => {
        this.#sound = false
      })
    }
    for (const other of others) await close(other)
    if (first) {
      const page =
        failedTest === undefined && !this.#newcomers ? await renew(first, this.web, others.length > 0).catch(() => {}) : undefined
      if (page) this.#renewed = { context: first.context, page }
      else await close(first)
    }
    // What was on its way when the page closed belongs to this test.
    if (this.#web) await quiet(this.#web, 50)
    // What comes later still, from a machine that is busy, may not be taken for the next visitor's.
    this.#kept?.cutOff()
  }
}

const folder = new URL('../.output/', import.meta.url).pathname
const picture = async (pages: readonly Page[], name: string) => {
  mkdirSync(folder, { recursive: true })
  for (const [index, page] of pages.entries()) {
    const path = `${folder}${name.replace(/[^\w-]+/g, '-').slice(0, 120)}-${index + 1}.png` as const
    // A tab in the background is never painted.
    await page.bringToFront().catch(() => {})
    await Promise.race([page.screenshot({ path }).catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5000))])
  }
}

/** Runs the scenarios of `body` in each browser, each with a web of its own. */
export const inEveryBrowser = <W extends Web>(
  startWeb: () => Promise<W>,
  body: (browser: TestBrowser<W>) => void,
  options: LaunchOptions = {},
) => {
  describe.each(names)('%s', options.retry === undefined ? {} : { retry: options.retry }, (name) => {
    const browser = new TestBrowser<W>(name)
    beforeAll(() => browser.start(startWeb, options))
    beforeEach(() => browser.web.clearLog())
    afterEach(({ task }) => browser.leave(task.result?.state === 'fail' ? task.name : undefined))
    afterAll(() => browser.stop())
    body(browser)
  })
}

/** The same where what the browser itself does round the pages is part of it, and for the five sites as visitors see them. */
export const inWholeBrowsers = <W extends Web>(startWeb: () => Promise<W>, body: (browser: TestBrowser<W>) => void) =>
  inEveryBrowser(startWeb, body, { whole: true })

export interface FindOptions {
  /** Only inside elements that match this. */
  readonly within?: string
  readonly timeout?: number
  /** Also what cannot be seen. Default: no. */
  readonly hidden?: boolean
}

/**
 * Looks through every open shadow root for elements that match, in document order, and again for at most `wait` milliseconds until there are some or
 * none, as is wanted. Runs in the page: to look there ten times costs a browser less than to be asked twice.
 */
const look = async (
  selector: string,
  within: string | null,
  hidden: boolean,
  wanted: 'some' | 'none',
  wait: number,
): Promise<Element[]> => {
  const visible = (element: Element) => {
    const box = element.getBoundingClientRect()
    return element.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0
  }
  const end = performance.now() + wait
  for (;;) {
    const found: Element[] = []
    const walk = (root: ParentNode, inside: boolean) => {
      for (const element of root.querySelectorAll('*')) {
        const here = inside || within === null || Element.prototype.closest.call(element, within) !== null
        if (here && Element.prototype.matches.call(element, selector) && (hidden || visible(element))) found.push(element)
        if (element.shadowRoot) walk(element.shadowRoot, here)
      }
    }
    walk(document, false)
    if (found.length > 0 === (wanted === 'some') || performance.now() >= end) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** One look as code for the page, with what is to become of the elements. */
const lookCode = (
  selector: string,
  { within, hidden = false }: FindOptions,
  answer: string,
  wanted: 'some' | 'none' = 'some',
  wait = 0,
): string => {
  const values = [selector, within ?? null, hidden, wanted, wait].map((value) => JSON.stringify(value))
  return `(${look})(${values.join()}).then(${answer})`
}

/** How long one look lasts, in milliseconds: a page that goes away meanwhile is asked again. */
const glance = 500

/** What the page answers, unless its clock stands still. */
const inTime = <T>(answer: Promise<T>): Promise<T> => {
  let late: NodeJS.Timeout | undefined
  const nothing = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('the page does not answer')), 6 * glance)
  })
  return Promise.race([answer, nothing]).finally(() => clearTimeout(late))
}

/** Every element that matches now, through open shadow roots. */
export const findAll = async (page: Page, selector: string, options: FindOptions = {}): Promise<ElementHandle<Element>[]> => {
  const list = await page.evaluateHandle(lookCode(selector, options, '(all) => all'))
  const handles = [...(await list.getProperties()).values()].map((handle) => handle.asElement())
  return handles.filter((handle) => handle !== null) as ElementHandle<Element>[]
}

export const count = (page: Page, selector: string, options: FindOptions = {}): Promise<number> =>
  page.evaluate(lookCode(selector, options, '(all) => all.length')) as Promise<number>

const named = (selector: string, { within }: FindOptions) => `${selector}${within ? ` within ${within}` : ''}`

/** The first element that matches, as soon as there is one that can be seen. */
export const find = async (page: Page, selector: string, options: FindOptions = {}): Promise<ElementHandle<HTMLElement>> =>
  until(
    `${named(selector, options)} is on the page`,
    async () => {
      const first = await inTime(
        page.evaluateHandle(lookCode(selector, options, '([first]) => first', 'some', Math.min(glance, options.timeout ?? glance))),
      )
      return first.asElement() as ElementHandle<HTMLElement> | null
    },
    options.timeout,
  )

/** All text inside an element, through open shadow roots, but for styles and scripts. */
export const textOf = (handle: ElementHandle<Element>): Promise<string> =>
  handle.evaluate((element) => {
    const words: string[] = []
    const walk = (node: Node) => {
      if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) words.push(node.textContent.trim())
      if (node instanceof Element && /^(style|script|template)$/.test(node.localName)) return
      if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot)
      node.childNodes.forEach(walk)
    }
    walk(element)
    return words.join(' ')
  })

/** Waits until nothing visible matches. */
export const gone = (page: Page, selector: string, options: FindOptions = {}): Promise<true> =>
  until(
    `${named(selector, options)} is gone`,
    async () =>
      (await inTime(
        page.evaluate(lookCode(selector, options, '(all) => all.length === 0', 'none', Math.min(glance, options.timeout ?? glance))),
      )) as true,
    options.timeout,
  )

export type PressOptions = FindOptions & { readonly key?: 'Enter' | 'Space' }

/** Where an element is to be pressed, what lies over it there, or nothing when it does not stay. Runs in the page. */
const aim = async (target: HTMLElement, focused: boolean) => {
  const middle = () => {
    const { left, top, width, height } = target.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }
  const before = middle()
  // What has just been drawn may be drawn once more, or be moved by what is drawn before it.
  await new Promise((resolve) => setTimeout(resolve, 30))
  if (!target.isConnected) return null
  const after = middle()
  if (after.x !== before.x || after.y !== before.y) return null
  if (focused) {
    target.focus()
    // Where what is done after an earlier press takes the focus elsewhere, a key would go there.
    await new Promise((resolve) => setTimeout(resolve, 30))
    return (target.getRootNode() as ShadowRoot).activeElement === target ? {} : null
  }
  const label = (hit: Element | null) => target instanceof HTMLInputElement && [...(target.labels ?? [])].some((one) => one.contains(hit))
  const covering = () => {
    const { x, y } = middle()
    const at = (root: DocumentOrShadowRoot) => root.elementFromPoint(x, y)
    let hit = at(document)
    for (let inner = hit; inner?.shadowRoot; ) {
      inner = at(inner.shadowRoot)
      if (inner === hit) break
      if (inner) hit = inner
    }
    return hit && (target.contains(hit) || label(hit)) ? undefined : (hit?.outerHTML.slice(0, 200) ?? 'nothing')
  }
  if (covering() !== undefined) target.scrollIntoView({ block: 'center', behavior: 'instant' })
  const over = covering()
  return over === undefined ? middle() : { over }
}

/** Presses a control as a visitor does: with the mouse, in its middle, when nothing lies over it; or with a key. */
export const pressInShadow = async (page: Page, selector: string, { key, ...options }: PressOptions = {}): Promise<void> => {
  const { element, at } = await until(`${named(selector, options)} stays where it is`, async () => {
    const element = await find(page, selector, options)
    const at: { readonly x?: number; readonly y?: number; readonly over?: string } | null = await inTime(
      element.evaluate(aim, key !== undefined),
    )
    return at && { element, at }
  })
  const { x = 0, y = 0, over } = at
  if (over !== undefined) throw new Error(`${selector} cannot be pressed: over it lies ${over}`)
  if (key) await page.keyboard.press(key === 'Space' ? ' ' : key)
  else if (page.mouse) await page.mouse.click(x, y)
  // A frame has no mouse of its own.
  else await element.click()
}

/** One of the library's own controls, by its action. */
export const action = (name: string) => `[data-toestemming-action="${name}"]`
export const view = (name: string) => `[data-toestemming-view="${name}"]`

export const bannerAppears = (page: Page, timeout?: number) => find(page, view('banner'), timeout === undefined ? {} : { timeout })
export const noBanner = (page: Page) => gone(page, view('banner'))
