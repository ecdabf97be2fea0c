/** What a widget costs a page that goes on by itself: elements that come and change, and requests to its own host. */
import { pause, visit } from './browser.mjs'
import { mixed, pageFor } from './page.mjs'
import { median } from './statistics.mjs'

export const works = ['appendChild', 'innerHTML', 'setAttribute', 'fetch']
const repeats = 3

/**
 * A thousand of one kind of work, ten at a time, each ten followed by what observers do about it. Runs in the page, in a place that is not
 * drawn, so that layout does not drown it. @returns milliseconds of the calls themselves
 */
const work = async (kind) => {
  const place = document.querySelector('#place')
  const batches = 100
  const size = 10
  place.textContent = ''
  if (kind === 'setAttribute') for (let index = 0; index < size; index++) place.append(document.createElement('span'))
  const html = '<span class="a">tekst</span>'.repeat(size)
  const elements = [...place.children]
  await new Promise((resolve) => setTimeout(resolve, 50))
  const begin = performance.now()
  if (kind === 'fetch') {
    const answers = []
    // A tenth of the others, since each is a request.
    for (let index = 0; index < batches; index++) answers.push(fetch('/tiny'))
    const spent = performance.now() - begin
    await Promise.all(answers)
    return spent * size
  }
  for (let batch = 0; batch < batches; batch++) {
    if (kind === 'appendChild')
      for (let index = 0; index < size; index++) {
        const element = document.createElement('span')
        element.className = 'a'
        place.appendChild(element)
      }
    else if (kind === 'innerHTML') place.innerHTML = html
    else for (const element of elements) element.setAttribute('data-batch', batch)
    // Observers are called before this goes on.
    await null
  }
  return performance.now() - begin
}

/** Milliseconds per thousand, by kind of work. */
const measureWorks = async (tab) => {
  const figures = {}
  await tab.throttle()
  for (const kind of works) {
    await tab.page.evaluate(work, kind)
    const spent = []
    for (let round = 0; round < repeats; round++) {
      spent.push(await tab.page.evaluate(work, kind))
    }
    figures[kind] = median(spent)
  }
  await tab.throttle(1)
  return figures
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
