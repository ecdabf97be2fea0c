/** What a widget costs while a page loads: to somebody new, until the banner is shown, and to somebody who has chosen. */
import { pause, problemsWith, visit, within } from './browser.mjs'
import { mixed, pageFor } from './page.mjs'
import { watchBanner } from './recorder.mjs'

/** Long enough for every contender to be done; nothing is asked of the page meanwhile, since that would be script too. */
const rest = 1500

/** Milliseconds of script, and of all work of the main thread, from the navigation until the page is at rest. */
const load = async (tab, address) => {
  await tab.throttle()
  const before = await tab.metrics()
  await tab.page.goto(address)
  await pause(rest)
  const after = await tab.metrics()
  await tab.throttle(1)
  const spent = (name) => (after[name] - before[name]) * 1000
  return { script: spent('ScriptDuration'), task: spent('TaskDuration') }
}

/** @returns `{ figures, problems }` of a first visit and a return visit */
export const measureStartup = async (browser, server, contender) => {
  const scripts = mixed()
  const address = server.put('/startup', pageFor(contender, scripts))
  const empty = server.put('/empty', '<!doctype html><title>Leeg</title>')

  const visits = await visit(browser, async (open) => {
    const openAt = async () => {
      const tab = await open(scripts.length)
      // In the process that the page will have, so that the browser's own counters go on.
      await tab.page.goto(empty)
      return tab
    }
    const problems = []
    const tab = await openAt()
    const first = await load(tab, address)
    if (contender.banner && !(await tab.isShown(contender.banner))) problems.push('no banner')
    if ((await tab.recording()).ran.length > 0) problems.push('ran before consent')
    if (!contender.banner || contender.forgets) return { figures: { firstScript: first.script, firstTask: first.task }, problems }
    await tab.whenShown(contender.banner)
    await tab.accept(contender)
    await tab.whenRan()
    await tab.page.close()

    const later = await openAt()
    const second = await load(later, address)
    const { ran, ranAll, errors } = await later.recording()
    const again = await later.isShown(contender.banner)
    return {
      figures: {
        firstScript: first.script,
        firstTask: first.task,
        returnScript: second.script,
        returnTask: second.task,
        returnRan: ranAll,
      },
      problems,
      returnProblems: [
        ...problemsWith([...ran].sort(), scripts.length),
        ...(again ? ['asks again'] : []),
        ...errors.map((message) => `error: ${message}`),
      ],
    }
  })
  if (!contender.banner) return visits

  const bannerPainted = await visit(browser, async (open) => {
    const tab = await open(scripts.length)
    await tab.page.goto(empty)
    await tab.page.evaluateOnNewDocument(watchBanner, contender.banner)
    await tab.throttle()
    await tab.page.goto(address)
    await within(
      20_000,
      'the banner is painted',
      tab.page.evaluate(() => window.recording.shown),
    )
    return (await tab.recording()).bannerPainted
  })
  return { ...visits, figures: { ...visits.figures, bannerPainted } }
}
