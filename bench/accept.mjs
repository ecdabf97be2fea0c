/**
 * What a visitor notices of *accept*, pressed with the mouse: when the next picture is there, when all that waited has run, and how long
 * the page was deaf meanwhile.
 */
import { problemsWith, visit, within } from './browser.mjs'
import { pageFor } from './page.mjs'

/** Lighthouse's "slow 4G", in bytes per second. */
export const slowNetwork = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }

/**
 * The longest of the interaction's events, from the press until the frame after its handlers was presented: INP as Event Timing has it, read from
 * the browser's trace because the interface in the page rounds it to 8 milliseconds.
 */
const interactionToNextPaint = (trace) => {
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString())
  const begun = new Map()
  let longest
  for (const { name, ph, id2, id, ts, args } of traceEvents.filter((one) => one.name === 'EventTiming').sort((a, b) => a.ts - b.ts)) {
    const key = `${name} ${id2?.local ?? id}`
    if (ph === 'b') begun.set(key, { ts, args })
    const start = ph === 'e' && begun.get(key)
    if (!start || !start.args.data.interactionId) continue
    if (/^(pointerup|click)$/.test(start.args.data.type)) longest = Math.max(longest ?? 0, (ts - start.ts) / 1000)
  }
  return longest
}

/** @returns `{ figures, problems }` of one press on *accept* by a new visitor */
export const measureAccept = (browser, server, contender, { scripts, network }) =>
  visit(browser, async (open) => {
    const expected = scripts.length
    const tab = await open(expected)
    const { page, client } = tab
    await page.goto(server.put('/accept', pageFor(contender, scripts)))
    await tab.whenShown(contender.banner)
    const early = (await tab.recording()).ran.length > 0 ? ['ran before consent'] : []
    await tab.pointAt(contender.accept)
    await tab.throttle()
    if (network) {
      await client.send('Network.enable')
      await client.send('Network.emulateNetworkConditions', network)
    }
    await page.tracing.start({ categories: ['-*', 'devtools.timeline'] })
    await tab.press()
    if (expected > 0) await tab.whenRan()
    // The trace has the interaction only once its frame was presented.
    await within(
      20_000,
      'a frame is painted',
      page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)))),
    )
    const paint = interactionToNextPaint(await page.tracing.stop())
    await tab.throttle(1)
    await page.waitForFunction((path) => !window.recording.find(path), { timeout: 3000 }, contender.banner).catch(() => {})
    const { ran, errors, longest, clicked, ranAll } = await tab.recording()
    const problems = [
      ...early,
      ...problemsWith(ran, expected),
      ...((await tab.isShown(contender.banner)) ? ['banner stays'] : []),
      ...(paint === undefined ? ['no paint seen'] : []),
      ...errors.map((message) => `error: ${message}`),
    ]
    // The browser tells of tasks of 50 milliseconds and more.
    return { figures: { paint, ran: ranAll - clicked, longest: Math.max(50, longest) }, problems }
  })
