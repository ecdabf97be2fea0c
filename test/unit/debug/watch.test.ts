import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { checkViolation } from '../../../src/debug/checkPolicy.ts'
import type { Finding } from '../../../src/debug/finding.ts'
import { createHistory } from '../../../src/debug/history.ts'
import { createNotebook, tellFindings } from '../../../src/debug/notebook.ts'
import { caller, watchWrites } from '../../../src/debug/watchWrites.ts'
import { contextOf, lines, meter } from './support.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const finding: Finding = { level: 'warning', topic: 'Page', key: 'a', text: 'A text.' }

it('findings are told together, each once', () => {
  const tell = vi.fn()
  const notebook = createNotebook(tell)
  notebook.add(finding, undefined, finding)
  notebook.add({ ...finding, key: 'b' })
  vi.runAllTimers()
  expect(tell).toHaveBeenCalledTimes(1)
  expect(tell.mock.lastCall?.[0]).toHaveLength(2)
  notebook.add(finding)
  vi.runAllTimers()
  expect(tell).toHaveBeenCalledTimes(1)
})

it('the console has a group per topic, the worst first, with what to copy and the element', () => {
  const [group, error, warn] = (['group', 'error', 'warn'] as const).map((name) => vi.spyOn(console, name).mockReturnValue())
  const element = document.createElement('i')
  tellFindings([finding, { ...finding, level: 'error', paste: '<b>', element }])
  expect(group?.mock.calls).toEqual([['[toestemming debug] Page: 1 error, 1 warning']])
  expect(error?.mock.calls).toEqual([['A text.\n\n<b>\n', element]])
  expect(warn?.mock.calls).toEqual([['A text.']])
})

it('what was granted when is remembered', () => {
  let granted = false
  const listeners: (() => void)[] = []
  const on = ((_name: string, listener: () => void) => listeners.push(listener)) as never
  const history = createHistory({ has: () => granted, on }, ['meter'])
  vi.advanceTimersByTime(100)
  const before = performance.now()
  vi.advanceTimersByTime(100)
  granted = true
  for (const listener of listeners) listener()
  expect(history.grantedAt('meter', before)).toBe(false)
  expect(history.grantedAt('meter', performance.now())).toBe(true)
  expect(history.withdrawn('meter')).toBe(false)
  granted = false
  expect(history.withdrawn('meter')).toBe(true)
})

it('who writes a key is noted, and it is written all the same', () => {
  const changed = vi.fn()
  const { setItem } = Storage.prototype
  const writes = watchWrites(changed)
  localStorage.setItem('one', '1')
  expect(localStorage.getItem('one')).toBe('1')
  expect(changed).toHaveBeenCalledTimes(1)
  expect(writes.writerOf('local', 'one')).toEqual(expect.any(String))
  expect(writes.writerOf('local', 'two')).toBeUndefined()
  writes.stop()
  expect(Storage.prototype.setItem).toBe(setItem)
  localStorage.clear()
})

it.each([
  ['Chromium', 'Error\n    at keep (https://a.example/debug.js:1:2)\n    at https://b.example/m.js?x=1:3:4'],
  ['Firefox', 'keep@https://a.example/debug.js:1:2\nset@https://a.example/debug.js:1:9\n@https://b.example/m.js?x=1:3:4'],
])('the script that wrote is read from a stack of %s', (_browser, stack) => {
  expect(caller(stack)).toBe('https://b.example/m.js?x=1')
})

const violation = { url: undefined, blocked: 'inline', directive: 'script-src-elem', time: 1 }
it.each([
  [
    'a part of the library',
    { ...violation, url: new URL('https://cdn.example/toestemming/ui.js') },
    /^error: \/toestemming\/ui\.js of the library is blocked.*script-src-elem.* \| script-src https:\/\/cdn\.example$/,
  ],
  ['the library’s policy', { ...violation, directive: 'trusted-types' }, /^error: .* \| trusted-types toestemming$/],
  [
    'a vendor that is granted',
    { ...violation, url: new URL('https://meter.example/m.js') },
    /^warning: Meetbureau is granted, but meter\.example is blocked/,
  ],
  ['inline code', violation, /^note: Inline code was blocked/],
])('a policy that stops %s is told', (_what, given, words) => {
  expect(lines([checkViolation(given, contextOf({ services: [meter] }, ['meter']))])).toEqual([expect.stringMatching(words)])
})

it('a policy that stops what is not granted is a good one', () => {
  expect(checkViolation({ ...violation, url: new URL('https://meter.example/m.js') }, contextOf())).toBeUndefined()
})
