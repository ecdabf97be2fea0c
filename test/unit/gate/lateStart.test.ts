import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { represent, startLate } from '../../../src/gate/lateStart.ts'
import type { Change, Native } from '../../../src/model/ports.ts'

type Stand = Parameters<Change>[2]
/** What stands in for what, by name, as `change` would put it there. */
const stands = new Map<string, Stand>()
const released = new WeakMap<Element, Element>()
startLate((_owners, keys, stand) => {
  for (const key of `${keys}`.split(',')) stands.set(key, stand)
}, released)

/** As the browser's, which reads the type that an event was made with, whatever it says of itself. */
class PageEvent {
  static readonly made = new WeakMap<object, string>()
  target: unknown
  declare readonly type: string
  constructor(type: string) {
    PageEvent.made.set(this, type)
    Object.defineProperty(this, 'type', { value: type, configurable: true })
  }
}
type Handler = ((event: PageEvent) => void) | { handleEvent(event: PageEvent): void }
class PageTarget {
  currentScript: unknown
  private listeners: { type: string; handler: Handler; capture: boolean; once: boolean }[] = []
  private find(type: string, handler: Handler, capture: boolean) {
    return this.listeners.find((one) => one.type === type && one.handler === handler && one.capture === capture)
  }
  addEventListener(type: string, handler: Handler, options?: boolean | { capture?: boolean; once?: boolean }) {
    const { capture = false, once = false } = typeof options === 'object' ? options : { capture: options }
    if (!this.find(type, handler, !!capture)) this.listeners.push({ type, handler, capture: !!capture, once })
  }
  removeEventListener(type: string, handler: Handler, options?: boolean | { capture?: boolean }) {
    const found = this.find(type, handler, !!(typeof options === 'object' ? options.capture : options))
    this.listeners = this.listeners.filter((one) => one !== found)
  }
  dispatchEvent(event: PageEvent) {
    event.target = this
    for (const one of this.listeners.filter(({ type }) => type === PageEvent.made.get(event))) {
      if (one.once) this.listeners = this.listeners.filter((other) => other !== one)
      if (typeof one.handler === 'function') one.handler.call(this, event)
      else one.handler.handleEvent(event)
    }
  }
}
const real = document
let page: PageTarget
let view: PageTarget
const native = (name: 'addEventListener' | 'removeEventListener'): Native =>
  function (this: EventTarget, ...values) {
    ;(this[name] as Native).apply(this, values)
  }
const call = (name: string, real: Native, own: unknown, ...values: readonly unknown[]) =>
  stands.get(name)?.(real, own as never, [...values], name)
const add = (target: unknown, ...values: readonly unknown[]) => call('addEventListener', native('addEventListener'), target, ...values)
const remove = (target: unknown, ...values: readonly unknown[]) =>
  call('removeEventListener', native('removeEventListener'), target, ...values)

/** The times at which things have happened on this page: all, unless they are 0. */
const timing: Record<string, number> = {}

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(timing, { domContentLoadedEventStart: 5, domComplete: 8, loadEventStart: 9 })
  Object.defineProperty(performance, 'timing', { value: timing, configurable: true })
  const running = document.createElement('script')
  released.set(running, running)
  ;[page, view] = [new PageTarget(), new PageTarget()]
  page.currentScript = running
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', view)
  vi.stubGlobal('Event', PageEvent)
})
afterEach(() => {
  // What was stubbed is put back as it was then: before the timers are.
  vi.unstubAllGlobals()
  vi.useRealTimers()
  Reflect.deleteProperty(performance, 'timing')
})

describe('a handler that a released script adds for what has happened', () => {
  it.each([
    ['DOMContentLoaded', () => page],
    ['DOMContentLoaded', () => view],
    ['readystatechange', () => page],
    ['load', () => view],
  ] as const)('such as %s is called once, a moment later, as the browser would', (type, find) => {
    const target = find()
    const heard: unknown[] = []
    add(target, type, function (this: unknown, event: Event) {
      heard.push([this === target, event.type, (event.target as unknown) === target])
    })
    expect(heard).toEqual([])
    vi.runAllTimers()
    expect(heard).toEqual([[true, type, true]])
    target.dispatchEvent(new PageEvent(type))
    vi.runAllTimers()
    expect(heard).toHaveLength(1)
  })

  it('may be an object, or be for the window without saying so', () => {
    const heard: unknown[] = []
    const object = {
      handleEvent(event: PageEvent) {
        heard.push([this === object, event.type])
      },
    }
    add(view, 'load', object)
    add(undefined, 'load', () => heard.push('global'))
    vi.runAllTimers()
    expect(heard).toEqual([[true, 'load'], 'global'])
  })

  it('is called in the order in which things happen', () => {
    const heard: string[] = []
    for (const [target, type] of [
      [view, 'load'],
      [page, 'readystatechange'],
      [page, 'DOMContentLoaded'],
    ] as const)
      add(target, type, () => heard.push(type))
    vi.runAllTimers()
    expect(heard).toEqual(['DOMContentLoaded', 'readystatechange', 'load'])
  })

  it('is called in that order also where the code that adds it is slow', () => {
    const heard: string[] = []
    const timers: (() => void)[] = []
    vi.stubGlobal('setTimeout', (task: () => void) => timers.push(task))
    for (const [target, type] of [
      [view, 'load'],
      [page, 'DOMContentLoaded'],
    ] as const)
      add(target, type, () => heard.push(type))
    // That of what was added first is due first.
    for (const timer of timers) timer()
    expect(heard).toEqual(['DOMContentLoaded', 'load'])
  })

  it('is called once though it was added twice, and not when it was taken away', () => {
    const [twice, gone, other] = [vi.fn(), vi.fn(), vi.fn()]
    add(view, 'load', twice)
    add(view, 'load', twice)
    add(view, 'load', gone)
    remove(view, 'load', gone)
    add(view, 'load', other, true)
    remove(view, 'load', other, false)
    vi.runAllTimers()
    expect([twice, gone, other].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 1])
  })

  it('is not heard by those of anyone else', () => {
    const own = vi.fn()
    view.addEventListener('load', own)
    add(view, 'load', () => {})
    vi.runAllTimers()
    expect(own).not.toHaveBeenCalled()
    view.removeEventListener('load', own)
  })
})

describe('the browser’s own is left alone', () => {
  const isCalled = (target: PageTarget, type: string) => {
    const handler = vi.fn()
    add(target, type, handler)
    vi.runAllTimers()
    expect(handler).not.toHaveBeenCalled()
    target.dispatchEvent(new PageEvent(type))
    expect(handler).toHaveBeenCalledOnce()
    remove(target, type, handler)
    target.dispatchEvent(new PageEvent(type))
    expect(handler).toHaveBeenCalledOnce()
  }

  it.each([
    ['DOMContentLoaded', 'domContentLoadedEventStart'],
    ['readystatechange', 'domComplete'],
    ['load', 'loadEventStart'],
  ])('by %s when it has not happened yet', (type, time) => {
    timing[time] = 0
    isCalled(page, type)
  })

  it('by a script of the page itself, and by code that runs later', () => {
    page.currentScript = {}
    isCalled(view, 'load')
    page.currentScript = null
    isCalled(view, 'load')
  })

  it('by other events, and on other elements', () => {
    isCalled(page, 'click')
    isCalled(view, 'pageshow')
    isCalled(new PageTarget(), 'load')
  })
})

describe('a handler that is set', () => {
  it.each([
    ['onload', () => view],
    ['onreadystatechange', () => page],
  ] as const)('as %s is called too, and is there to be read', (name, find) => {
    const [set, handler] = [vi.fn(), vi.fn()]
    call(name, set, find(), handler)
    expect(set.mock.calls).toEqual([[handler]])
    vi.runAllTimers()
    expect(handler).toHaveBeenCalledOnce()
  })

  it('by the page itself is not called', () => {
    page.currentScript = null
    const [set, handler] = [vi.fn(), vi.fn()]
    call('onload', set, view, handler)
    vi.runAllTimers()
    expect(set).toHaveBeenCalledOnce()
    expect(handler).not.toHaveBeenCalled()
  })
})

describe('a script that was replaced', () => {
  const node = (name: string) => real.createElement(name)
  /** In a list of three: what a framework made, of which the middle was replaced by what runs. */
  const replaced = () => {
    const [list, first, script, last, runner] = [node('ul'), node('i'), node('script'), node('b'), node('script')]
    list.append(first, script, last)
    released.set(script, runner).set(runner, runner)
    script.replaceWith(runner)
    represent(script, runner)
    return { list, first, script, last, runner }
  }
  const children = (list: Element) => [...list.children]
  const insertBefore = Node.prototype.insertBefore as unknown as Native

  it('is found where what replaced it is', () => {
    const { list, first, script, last, runner } = replaced()
    expect(children(list)).toEqual([first, runner, last])
    expect([script.parentNode, script.nextSibling]).toEqual([list, last])
    first.before(runner)
    expect(script.nextSibling).toBe(first)
    runner.remove()
    expect([script.parentNode, script.nextSibling]).toEqual([null, null])
  })

  it('takes what replaced it away when it is removed', () => {
    const one = replaced()
    call('remove', Element.prototype.remove as Native, one.script)
    expect(children(one.list)).toEqual([one.first, one.last])
    const other = replaced()
    call('removeChild', Node.prototype.removeChild as unknown as Native, other.list, other.script)
    expect(children(other.list)).toEqual([other.first, other.last])
  })

  it('moves what replaced it, and is a place to put others', () => {
    const { list, first, script, last, runner } = replaced()
    call('insertBefore', insertBefore, list, script, first)
    expect(children(list)).toEqual([runner, first, last])
    const more = node('u')
    call('insertBefore', insertBefore, list, more, script)
    expect(children(list)).toEqual([more, runner, first, last])
    call('replaceChild', Node.prototype.replaceChild as unknown as Native, list, node('s'), script)
    expect(children(list).map(({ localName }) => localName)).toEqual(['u', 's', 'i', 'b'])
  })

  it('is itself in another place', () => {
    const { script } = replaced()
    const elsewhere = node('p')
    call('insertBefore', insertBefore, elsewhere, script, null)
    expect(children(elsewhere)).toEqual([script])
  })

  it('by the page itself is as the browser has it', () => {
    const { list, last } = replaced()
    const [own, other] = [node('script'), node('script')]
    list.append(own)
    own.replaceWith(other)
    expect([own.parentNode, own.nextSibling]).toEqual([null, null])
    call('remove', Element.prototype.remove as Native, last)
    expect(last.isConnected).toBe(false)
    expect(children(list)).toHaveLength(3)
  })
})
