/** What a widget costs a page that goes on by itself: elements that come and change, and calls that ask its own host. */
import { pause, visit } from './browser.mjs'
import { mixed, pageFor } from './page.mjs'
import { median } from './statistics.mjs'

export const works = ['appendChild', 'innerHTML', 'setAttribute', 'fetch']
const repeats = 3

/**
 * A thousand of one kind of work, ten at a time, each ten followed by what observers do about it. Runs in the page, in a place that is not
 * drawn, so that layout does not drown it.
 */
const work = async (kind) => {
  const place = document.querySelector('#place')
  const batches = 100
  const size = 10
  const html = '<span class="a">tekst</span>'.repeat(size)
  const elements = [...place.children].slice(0, size)
  const signal = AbortSignal.abort()
  const ignore = () => {}
  for (let batch = 0; batch < batches; batch++) {
    if (kind === 'appendChild')
      for (let index = 0; index < size; index++) {
        const element = document.createElement('span')
        element.className = 'a'
        place.appendChild(element)
      }
    else if (kind === 'innerHTML') place.innerHTML = html
    else if (kind === 'setAttribute') for (const element of elements) element.setAttribute('data-batch', batch)
    // Taken back before it leaves, so that the call is measured and not the network.
    else if (kind === 'fetch') for (let index = 0; index < size; index++) fetch('/tiny', { signal }).catch(ignore)
    // Observers are called before this goes on.
    await null
  }
}

/** Fills the place with ten elements, and waits until nothing of that is left to do. Runs in the page. */
const prepare = async () => {
  const place = document.querySelector('#place')
  place.replaceChildren(...Array.from({ length: 10 }, () => document.createElement('span')))
  await new Promise((resolve) => setTimeout(resolve, 60))
}

/** Milliseconds of the main thread's own clock, read once it is at rest: observers may put off what they do. */
const measureWork = async (tab, kind) => {
  await tab.page.evaluate(prepare)
  const { TaskDuration: before } = await tab.metrics()
  await tab.page.evaluate(work, kind)
  await pause(60)
  const { TaskDuration: after } = await tab.metrics()
  return (after - before) * 1000
}

/** Milliseconds per thousand, by kind of work, less what asking for nothing takes. */
const measureWorks = async (tab) => {
  const spent = Object.fromEntries(['nothing', ...works].map((kind) => [kind, []]))
  await tab.throttle()
  for (let repeat = 0; repeat <= repeats; repeat++)
    for (const [kind, times] of Object.entries(spent)) {
      const time = await measureWork(tab, kind)
      // The first time everything is new to the browser.
      if (repeat > 0) times.push(time)
    }
  await tab.throttle(1)
  const overhead = median(spent.nothing)
  return Object.fromEntries(works.map((kind) => [kind, median(spent[kind]) - overhead]))
}

/** @returns `{ figures, problems }`, before a choice and after it */
export const measureIdle = (browser, server, contender) =>
  visit(browser, async (open) => {
    const scripts = mixed()
    const tab = await open(scripts.length)
    const problems = []
    await tab.page.goto(server.put('/idle', pageFor(contender, scripts)))
    if (contender.banner) await tab.whenShown(contender.banner)
    else await pause(600)
    const before = await measureWorks(tab)
    if (contender.accept) {
      await tab.accept(contender)
      await tab.whenRan()
      await pause(700)
      if (await tab.isShown(contender.banner)) problems.push('banner stays')
    }
    const after = await measureWorks(tab)
    const named = (figures, when) => Object.fromEntries(Object.entries(figures).map(([kind, value]) => [`${kind} ${when}`, value]))
    return { figures: { ...named(before, 'before'), ...named(after, 'after') }, problems }
  })
