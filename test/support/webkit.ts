/**
 * WebKit, which Safari is built on, over WebDriver: Debian's `webkit2gtk-driver`, whose MiniBrowser draws on a display of its own. A page of it has what
 * scenarios need of Puppeteer's that are about what leaves a page: it is opened and asked.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Browser, BrowserContext, Page } from 'puppeteer-core'
import { until } from './until.ts'

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Runs in the page. Code as text is evaluated there, so that what it declares is the page's. */
const evaluate = `const [code, given, done] = arguments
if (given) window.toestemmingGiven = given
new Promise((resolve) => resolve((0, eval)(code))).then(
  (value) => done({ value: value === undefined ? null : value, isNothing: value === undefined }),
  (error) => done({ error: String(error) }),
)`

interface Driver {
  send<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>
}

const startSession = async (at: string, proxy: string): Promise<Driver> => {
  const request = async <T>(method: string, address: string, body?: unknown): Promise<T> => {
    const response = await fetch(address, { method, ...(body !== undefined && { body: JSON.stringify(body) }) })
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`)
    return value
  }
  const { sessionId } = await request<{ sessionId: string }>('POST', `${at}/session`, {
    capabilities: {
      alwaysMatch: {
        acceptInsecureCerts: true,
        pageLoadStrategy: 'normal',
        'webkitgtk:browserOptions': { args: ['--automation', `--proxy=http://${proxy}`] },
      },
    },
  })
  return { send: (method, path, body) => request(method, `${at}/session/${sessionId}${path}`, body) }
}

/** What an element is called by, which a script has given or is given. https://www.w3.org/TR/webdriver2/#elements */
const reference = 'element-6066-11e4-a52e-4f735466cecf'
const keys: Readonly<Record<string, string>> = { Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C' }

const pageOf = ({ send }: Driver, end: () => void): Page => {
  let isClosed = false
  const ask = async (code: string, given?: unknown) => {
    const found = await send<{ value?: unknown; isNothing?: boolean; error?: string }>('POST', '/execute/async', {
      script: evaluate,
      args: [code, given ?? null],
    })
    if (found.error) throw new Error(found.error)
    return found.isNothing ? undefined : found.value
  }
  const act = (...actions: readonly { readonly type: string; readonly [key: string]: unknown }[]) => send('POST', '/actions', { actions })
  const handleOf = (value: unknown): unknown => {
    const isElement = !!value && Object.hasOwn(value, reference)
    const handle = {
      asElement: () => (isElement ? handle : null),
      evaluate: (code: (...values: unknown[]) => unknown, ...values: unknown[]) =>
        ask(`(${code})(${['window.toestemmingGiven', ...values.map((one) => JSON.stringify(one))]})`, value),
      getProperties: async () => new Map(Array.isArray(value) ? value.map((one, index) => [String(index), handleOf(one)]) : []),
    }
    return handle
  }
  const page = {
    async goto(address: string) {
      await send('POST', '/url', { url: address })
    },
    evaluate: (code: string | ((...values: unknown[]) => unknown), ...values: unknown[]) =>
      ask(typeof code === 'string' ? code : `(${code})(...${JSON.stringify(values)})`),
    evaluateHandle: async (code: string) => handleOf(await ask(code)),
    mouse: {
      click: (x: number, y: number) =>
        act({
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        }),
    },
    keyboard: {
      press: (key: string) =>
        act({ type: 'key', id: 'keyboard', actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] ?? key })) }),
    },
    url: () => send<string>('GET', '/url'),
    reload: () => send('POST', '/refresh', {}),
    async close() {
      if (isClosed) return
      isClosed = true
      await send('DELETE', '').finally(end)
    },
    isClosed: () => isClosed,
    on: () => page,
    removeAllListeners: () => page,
    setDefaultTimeout() {},
    mainFrame: () => ({}),
    async bringToFront() {},
    async screenshot() {
      return Buffer.from(await send<string>('GET', '/screenshot'), 'base64')
    },
  }
  return page as unknown as Page
}

/** Ends a process and all that it has started; a display takes its lock away with it. */
const kill = ({ pid }: ChildProcess) => {
  try {
    if (pid) process.kill(-pid, 'SIGTERM')
  } catch {
    // It is not there any more.
  }
}

/** Starts WebKit behind the proxy. Each page is a browser of its own, of which nothing is kept: a driver has one at a time. */
export const launchWebKit = async (proxyPort: number): Promise<Browser> => {
  const started = new Set<ChildProcess>()
  const start = (program: string, args: readonly string[], env = {}) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true, env: { ...process.env, ...env } })
    child.on('error', () => {})
    started.add(child)
    return child
  }
  const end = () => {
    for (const one of started) kill(one)
    started.clear()
  }
  process.once('exit', end)
  const display = `:${await freePort()}`
  const socket = `/tmp/.X11-unix/X${display.slice(1)}`
  start('Xvfb', [display, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'])
  await until('the display is there (`npm test -- webkit` installs what this needs, or says it)', () => existsSync(socket))

  const newPage = async () => {
    const port = await freePort()
    const at = `http://127.0.0.1:${port}`
    const driver = start('WebKitWebDriver', [`--port=${port}`], { DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' })
    await until('WebKit answers', () => fetch(`${at}/status`).then(({ ok }) => ok))
    return pageOf(await startSession(at, `127.0.0.1:${proxyPort}`), () => {
      kill(driver)
      started.delete(driver)
    })
  }
  const browser = {
    connected: true,
    async createBrowserContext() {
      const pages: Page[] = []
      const context = {
        async newPage() {
          const page = await newPage()
          pages.push(page)
          return page
        },
        pages: async () => pages,
        async close() {
          for (const page of pages) await page.close()
        },
      }
      return context as unknown as BrowserContext
    },
    async close() {
      browser.connected = false
      end()
    },
    process: () => null,
  }
  return browser as unknown as Browser
}
