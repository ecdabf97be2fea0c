/** One Chromium, slowed down where it is measured; each visit is somebody new. */
import { launch } from 'puppeteer-core'
import { recorder } from './recorder.mjs'
import { site, vendor } from './server.mjs'

/** How many times slower than the machine: as a cheap telephone. */
export const slowdown = 4

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** @returns what `promise` gives, or an error that says what was waited for */
export const within = (milliseconds, fact, promise) => {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not so within ${milliseconds} ms: ${fact}`)), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

export const launchChromium = (executablePath, port) =>
  launch({
    executablePath,
    headless: true,
    protocolTimeout: 90_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--ignore-certificate-errors',
      // The two hosts are on this machine, and there are no others.
      `--host-resolver-rules=MAP ${site} 127.0.0.1:${port}, MAP ${vendor} 127.0.0.1:${port}, MAP * ~NOTFOUND`,
    ],
  })

/** One tab of a visitor. */
class Tab {
  constructor(page, client) {
    this.page = page
    this.client = client
  }

  throttle(rate = slowdown) {
    return this.client.send('Emulation.setCPUThrottlingRate', { rate })
  }

  /** Seconds that the main thread was busy until now, by what it did. Of its own clock: what other programs took is not in it. */
  async metrics() {
    const { metrics } = await this.client.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }

  /** What the recorder noted. */
  recording() {
    return this.page.evaluate(() => {
      const { ran, errors, longest, clicked, ranAll, bannerPainted } = window.recording
      return { ran, errors, longest, clicked, ranAll, bannerPainted }
    })
  }

  isShown(path) {
    return this.page.evaluate((selectors) => Boolean(window.recording.find(selectors)), path)
  }

  /** Waits until something can be seen and has come to rest. */
  async whenShown(path) {
    await this.page.waitForFunction((selectors) => Boolean(window.recording.find(selectors)), { timeout: 20_000 }, path)
    // Some banners slide in.
    await pause(600)
  }

  /** Moves the mouse over a control, and sees to it that a press would reach it. */
  async pointAt(path) {
    const place = await this.page.evaluate((selectors) => {
      const element = window.recording.find(selectors)
      if (!element) return undefined
      const { left, top, width, height } = element.getBoundingClientRect()
      const x = left + width / 2
      const y = top + height / 2
      const hit = element.getRootNode().elementFromPoint(x, y)
      return hit && element.contains(hit) ? { x, y } : undefined
    }, path)
    if (!place) throw new Error(`${path.join(' ')} cannot be pressed.`)
    await this.page.mouse.move(place.x, place.y)
    await pause(100)
  }

  /** As long as a finger takes; so the press has its own paint, and is not counted with the click's. */
  async press() {
    await this.page.mouse.down()
    await pause(80)
    await this.page.mouse.up()
  }

  async accept({ accept }) {
    await this.pointAt(accept)
    await this.press()
  }

  /** Waits until all scripts that waited have run, and a moment more for what should not happen. */
  async whenRan() {
    await within(
      60_000,
      'all scripts ran',
      this.page.evaluate(() => window.recording.finished),
    )
    await pause(300)
  }
}

/** Somebody who was never here: gives `body` a function that opens tabs, and forgets all afterwards. */
export const visit = async (browser, body) => {
  const context = await browser.createBrowserContext()
  const open = async (expected) => {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.setViewport({ width: 1280, height: 800 })
    const client = await page.createCDPSession()
    await client.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.evaluateOnNewDocument(recorder, expected)
    return new Tab(page, client)
  }
  try {
    return await body(open)
  } finally {
    await context.close().catch(() => {})
  }
}

/** What is wrong with what ran: nothing, when every script ran once and in order. */
export const problemsWith = (ran, expected) => {
  if (ran.length < expected) return [`${ran.length} of ${expected} scripts ran`]
  if (ran.length > expected) return ['scripts ran twice']
  return ran.every((one, index) => one === index) ? [] : ['not in order']
}
