import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { checkFailure } from '../../../src/debug/checkFailure.ts'
import { type Failure, watchFailures } from '../../../src/debug/watchFailures.ts'
import { showPage } from './support.ts'

let found: Failure[] = []
let stop: () => void
beforeEach(() => {
  vi.useFakeTimers()
  found = []
  stop = watchFailures((failure) => found.push(failure))
})
afterEach(() => {
  stop()
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.restoreAllMocks()
})
const told = () => found.map((one) => checkFailure(one)).map(({ level, topic, text }) => `${level} ${topic}: ${text}`)
const problem = (detail: object) => document.dispatchEvent(new CustomEvent('toestemming:problem', { detail }))
/** What observes the page hears of it in a moment. */
const settle = (milliseconds = 1) => vi.advanceTimersByTimeAsync(milliseconds)
const put = (html: string) => {
  showPage(html)
  return document.body.firstElementChild as HTMLElement
}
const script = '<script data-consent="analytics" src="https://meter.example/m.js"></script>'

it('a marked script that the browser cannot get is told, with what becomes of the page', () => {
  const element = put(script)
  found = []
  element.dispatchEvent(new Event('error'))
  expect(told()).toEqual([expect.stringMatching(/^warning Requests: <script .*meter\.example.* did not come: .*The page goes on/)])
  expect(checkFailure(found[0] as Failure).element).toBe(element)
})

it('what nobody marked is not', () => {
  put('<img src="https://elders.example/a.png">').dispatchEvent(new Event('error'))
  expect(told()).toEqual([])
})

it.each([
  ['has not answered in half a minute', '', 1],
  ['has come', 'load', 0],
])('a marked script that %s is told of %s %i times', async (_how, event, times) => {
  const element = put(script)
  // Here it is found loaded at once; what counts is the event.
  await settle()
  stop()
  found = []
  stop = watchFailures((failure) => found.push(failure))
  element.remove()
  document.body.append(element)
  if (event) element.dispatchEvent(new Event(event))
  await settle(30_000)
  expect(told()).toHaveLength(times)
})

it('a frame that is taken away while it loads is told; one that had loaded, or is put back, is not', async () => {
  // Frames are not loaded here, which is an error of its own.
  const removed = () => told().filter((one) => one.startsWith('note'))
  const frame = '<iframe data-consent="social" src="about:blank#film"></iframe>'
  const moved = put(frame)
  moved.remove()
  document.body.append(moved)
  await settle()
  expect(removed()).toEqual([])
  moved.dispatchEvent(new Event('load'))
  moved.remove()
  await settle()
  expect(removed()).toEqual([])
  const taken = put(frame.replace('film', 'kaart'))
  stop()
  stop = watchFailures((failure) => found.push(failure))
  taken.remove()
  await settle()
  expect(removed()).toEqual([expect.stringMatching(/^note Requests: <iframe .* was taken out of the page while it was loading/)])
})

it('an embed whose script does not come, and a share link to nowhere, are told as the library says', () => {
  problem({ path: 'embed', found: 'https://platform.twitter.com/widgets.js', expected: 'an answer' })
  problem({ path: 'data-toestemming-share', found: 'linkdin', expected: ['linkedin', 'x', 'device'] })
  expect(told()).toEqual([
    expect.stringMatching(/^warning Requests: https:\/\/platform\.twitter\.com\/widgets\.js did not come/),
    'error Page: data-toestemming-share="linkdin" does nothing. Did you mean "linkedin"? Use one of: linkedin, x, device.',
  ])
})

it('after it has stopped nothing is heard', () => {
  stop()
  problem({ path: 'embed', found: 'x', expected: 'y' })
  expect(found).toEqual([])
})
