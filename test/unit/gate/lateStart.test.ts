import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startLate } from '../../../src/gate/lateStart.ts'
import type { Change, Native } from '../../../src/model/ports.ts'

type Stand = Parameters<Change>[2]
/** What stands in for what, by name, as `change` would put it there. */
const stands = new Map<string, Stand>()
const released = new WeakSet<Element>()
startLate((_owners, keys, stand) => {
  for (const key of keys.split(' ')) stands.set(key, stand)
}, released)
const native = (name: 'addEventListener' | 'removeEventListener'): Native =>
  function (this: EventTarget, ...values) {
    EventTarget.prototype[name].apply(this, values as never)
  }
const call = (name: string, real: Native, own: unknown, ...values: readonly unknown[]) =>
  stands.get(name)?.(real, own as never, [...values], name)
const add = (target: unknown, ...values: readonly unknown[]) => call('addEventListener', native('addEventListener'), target, ...values)
const remove = (target: unknown, ...values: readonly unknown[]) =>
  call('removeEventListener', native('removeEventListener'), target, ...values)

/** The times at which things have happened on this page: all, unless they are 0. */
const timing: Record<string, number> = {}
let running: HTMLScriptElement | null

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(timing, { domContentLoadedEventStart: 5, domComplete: 8, loadEventStart: 9 })
  Object.defineProperty(performance, 'timing', { value: timing, configurable: true })
  running = document.createElement('script')
  released.add(running)
  Object.defineProperty(document, 'currentScript', { get: () => running, configurable: true })
})
afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(document, 'currentScript')
  Reflect.deleteProperty(performance, 'timing')
})

describe('a handler that a released script adds for what has happened', () => {
  it.each([
    ['DOMContentLoaded', () => document],
    ['DOMContentLoaded', () => window],
    ['readystatechange', () => document],
    ['load', () => window],
  ] as const)('such as %s is called once, a moment later, as the browser would', (type, find) => {
    const target = find()
    const heard: unknown[] = []
    add(target, type, function (this: unknown, event: Event) {
      heard.push([this === target, event.type, event.target === target])
    })
    expect(heard).toEqual([])
    vi.runAllTimers()
    expect(heard).toEqual([[true, type, true]])
    target.dispatchEvent(new Event(type))
    vi.runAllTimers()
    expect(heard).toHaveLength(1)
  })

  it('may be an object, or be for the window without saying so', () => {
    const heard: unknown[] = []
    const object = {
      handleEvent(event: Event) {
        heard.push([this === object, event.type])
      },
    }
    add(window, 'load', object)
    add(undefined, 'load', () => heard.push('global'))
    vi.runAllTimers()
    expect(heard).toEqual([[true, 'load'], 'global'])
  })

  it('is called in the order in which things happen', () => {
    const heard: string[] = []
    for (const [target, type] of [
      [window, 'load'],
      [document, 'readystatechange'],
      [document, 'DOMContentLoaded'],
    ] as const)
      add(target, type, () => heard.push(type))
    vi.runAllTimers()
    expect(heard).toEqual(['DOMContentLoaded', 'readystatechange', 'load'])
  })

  it('is called once though it was added twice, and not when it was taken away', () => {
    const [twice, gone, other] = [vi.fn(), vi.fn(), vi.fn()]
    add(window, 'load', twice)
    add(window, 'load', twice)
    add(window, 'load', gone)
    remove(window, 'load', gone)
    add(window, 'load', other, true)
    remove(window, 'load', other, false)
    vi.runAllTimers()
    expect([twice, gone, other].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 1])
  })

  it('is not heard by those of anyone else', () => {
    const own = vi.fn()
    window.addEventListener('load', own)
    add(window, 'load', () => {})
    vi.runAllTimers()
    expect(own).not.toHaveBeenCalled()
    window.removeEventListener('load', own)
  })
})

describe('the browser’s own is left alone', () => {
  const isCalled = (target: EventTarget, type: string) => {
    const handler = vi.fn()
    add(target, type, handler)
    vi.runAllTimers()
    expect(handler).not.toHaveBeenCalled()
    target.dispatchEvent(new Event(type))
    expect(handler).toHaveBeenCalledOnce()
    remove(target, type, handler)
    target.dispatchEvent(new Event(type))
    expect(handler).toHaveBeenCalledOnce()
  }

  it.each([
    ['DOMContentLoaded', 'domContentLoadedEventStart'],
    ['readystatechange', 'domComplete'],
    ['load', 'loadEventStart'],
  ])('by %s when it has not happened yet', (type, time) => {
    timing[time] = 0
    isCalled(document, type)
  })

  it('by a script of the page itself, and by code that runs later', () => {
    running = document.createElement('script')
    isCalled(window, 'load')
    running = null
    isCalled(window, 'load')
  })

  it('by other events, and on other elements', () => {
    isCalled(document, 'click')
    isCalled(window, 'pageshow')
    isCalled(document.createElement('img'), 'load')
  })
})

describe('a handler that is set', () => {
  it.each([
    ['onload', () => window],
    ['onreadystatechange', () => document],
  ] as const)('as %s is called too, and is there to be read', (name, find) => {
    const [set, handler] = [vi.fn(), vi.fn()]
    call(name, set, find(), handler)
    expect(set.mock.calls).toEqual([[handler]])
    vi.runAllTimers()
    expect(handler).toHaveBeenCalledOnce()
  })

  it('by the page itself is not called', () => {
    running = null
    const [set, handler] = [vi.fn(), vi.fn()]
    call('onload', set, window, handler)
    vi.runAllTimers()
    expect(set).toHaveBeenCalledOnce()
    expect(handler).not.toHaveBeenCalled()
  })
})
