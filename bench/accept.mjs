/**
 * What a visitor notices of *accept*, pressed with the mouse: when the next picture is there, when all that waited has run, and how long
 * the page was deaf meanwhile.
 */
import { pause, problemsWith, visit, within } from './browser.mjs'
import { pageFor } from './page.mjs'

/** Lighthouse's "slow 4G", in bytes per second. */
export const slowNetwork = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }

/**
 * The longest of the interaction's events, from the press until the main thread has handed over the frame that follows its handlers: interaction to
 * next paint as Event Timing has it, but for what the compositor adds, which is alike for all. Read from the browser's trace, because
 * the interface in the page rounds to 8 milliseconds, and because without a screen a frame counts as presented only when another follows.
 */
const interactionToNextPaint = (trace) => {
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString())
  const times = traceEvents
    .filter(({ name, ph }) => name === 'EventTiming' && ph === 'b')
    .map(({ args }) => args.data)
    .filter(({ type, interactionId, commitFinishTime }) => /^(pointerup|click)$/.test(type) && interactionId > 0 && commitFinishTime > 0)
    .map(({ timeStamp, commitFinishTime }) => commitFinishTime - timeStamp)
  return times.length > 0 ? Math.max(...times) : undefined
}

/** A few frames that differ, so that the one before them is told of. Runs in the page, after all that is measured. */
const drawFrames = async () => {
  for (let frame = 0; frame < 6; frame++) {
    document.body.style.background = frame % 2 === 0 ? 'silver' : 'white'
    await new Promise(requestAnimationFrame)
  }
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
    else await pause(500)
    await tab.throttle(1)
    await within(20_000, 'frames are drawn', page.evaluate(drawFrames))
    await pause(100)
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
