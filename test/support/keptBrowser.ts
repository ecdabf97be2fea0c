/**
 * Browsers that stay between test files: to start one costs as much as many a file. Each test worker keeps one of each kind, in this
 * module, which `isolate: false` in vitest.config.ts leaves alone. Of its visitors nothing stays, and of its webs neither.
 */

import { rmSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'puppeteer-core'
import { type BrowserName, type LaunchOptions, launchBrowser } from './launchBrowser.ts'
import { type Switchboard, startSwitchboard } from './switchboard.ts'
import type { Web } from './web.ts'

/** An empty page in a context of which nothing is left. */
export interface Renewed {
  readonly context: BrowserContext
  readonly page: Page
}

interface Kept {
  readonly browser: Browser
  readonly switchboard: Switchboard
  renewed?: Renewed | undefined
}

export interface KeptBrowser {
  readonly browser: Browser
  /** Of the last visitor to the browser, for the next. */
  readonly renewed: Renewed | undefined
  /** Ends every connection, so that nothing of visitors who have left can arrive any more. */
  cutOff(): void
  /** Ends its use. Where something went wrong, nobody gets it again. */
  giveBack(sound: boolean, renewed: Renewed | undefined): Promise<void>
}

const idle = new Map<string, Kept>()

const start = async (name: BrowserName, options: LaunchOptions): Promise<Kept> => {
  const switchboard = await startSwitchboard()
  return { switchboard, browser: await launchBrowser(name, switchboard.port, options) }
}

/** Each has its profile in a folder of its own. */
const removeProfile = (browser: Browser) => {
  const [profile] =
    browser
      .process()
      ?.spawnargs.flatMap((one, at, all) => one.match(/^--user-data-dir=(.+)/)?.[1] ?? (all[at - 1] === '--profile' ? one : [])) ?? []
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
}

const end = async ({ browser, switchboard }: Kept) => {
  switchboard.close()
  await browser.close()
  removeProfile(browser)
}

/** A signal to a browser and all that it has started: what was started here may be a script around it. */
const signal = (browser: Browser, name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => {
  const { pid } = browser.process() ?? {}
  try {
    if (pid) process.kill(process.platform === 'win32' ? pid : -pid, name)
  } catch {
    // It is not there any more.
  }
}
/** One that waits for the next test file stands still: a browser with an empty page to show is busy all the same. */
const rest = (browser: Browser, still: boolean) => {
  if (process.platform !== 'win32') signal(browser, still ? 'SIGSTOP' : 'SIGCONT')
}

/** A worker that has no more to do has half a second left, in which a browser on a busy machine has not ended by itself. */
process.once('SIGTERM', () => {
  for (const { browser } of idle.values()) {
    // WebKit is more than one process, and ends them all.
    if (!browser.process()) browser.close()
    signal(browser, 'SIGKILL')
    removeProfile(browser)
  }
})

/** Firefox keeps the pages that were left in any case. */
const isOrdinary = (name: BrowserName, { unused, reducedMotion, pageCache }: LaunchOptions) =>
  !unused && !reducedMotion && (!pageCache || name === 'firefox')

/** A browser whose every request goes to this web: the one that is kept, or a new one. */
export const takeBrowser = async (name: BrowserName, web: Web, options: LaunchOptions): Promise<KeptBrowser> => {
  const ordinary = isOrdinary(name, options)
  const kind = options.whole && name === 'chromium' ? 'whole' : name
  const found = ordinary ? idle.get(kind) : undefined
  if (found) {
    idle.delete(kind)
    rest(found.browser, false)
  }
  const taken = found?.browser.connected ? found : await start(name, options)
  taken.switchboard.connect(web)
  return {
    browser: taken.browser,
    renewed: taken.renewed,
    cutOff: () => taken.switchboard.connect(web),
    async giveBack(sound, renewed) {
      taken.renewed = renewed
      if (!ordinary || !sound || idle.has(kind)) return end(taken)
      taken.switchboard.connect(undefined)
      idle.set(kind, taken)
      rest(taken.browser, true)
    },
  }
}
