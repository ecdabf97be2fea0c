import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { copyScript } from '../../../src/gate/copyScript.ts'
import { createScriptQueue, runs } from '../../../src/gate/scripts.ts'

/** A queue, and copies that are nowhere, so that nothing is fetched: each says by its id that it was let go. */
function createPage(refuse: (id: string) => boolean = () => false) {
  const order: string[] = []
  const copies = new Map<string, HTMLScriptElement>()
  const queue = createScriptQueue((held) => {
    if (held.id === 'strange') throw new Error('a node that cannot be placed')
    if (refuse(held.id)) return undefined
    const runner = held.type === 'text/plain' ? copyScript(held) : held
    copies.set(held.id, runner)
    order.push(held.id)
    const { takes } = held.dataset
    now += Number(takes ?? 0)
    return runner
  })
  return {
    order,
    queue,
    copy: (id: string) => copies.get(id) as HTMLScriptElement,
    /** Adds scripts by words: an id, then attributes. */
    add(...scripts: readonly string[]) {
      for (const words of scripts) {
        const [id = '', ...attributes] = words.split(' ')
        const held = document.createElement('script')
        held.id = id
        held.type = 'text/plain'
        for (const one of attributes) {
          const [name = '', value = ''] = one.split('=')
          held.setAttribute(name, value)
        }
        queue.add(held)
      }
      queue.run()
    },
    run: queue.run,
    load: (id: string) => copies.get(id)?.dispatchEvent(new Event('load')),
    fail: (id: string) => copies.get(id)?.dispatchEvent(new Event('error')),
  }
}
/** The page's own clock, which moves only while a script runs. */
let now = 0
const readyState = (state: DocumentReadyState) => vi.spyOn(document, 'readyState', 'get').mockReturnValue(state)

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  document.head.replaceChildren()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('scripts', () => {
  it('run in the order of the document, each when the one before is done', () => {
    const page = createPage()
    page.add('a data-src=/a', 'b', 'c data-src=/c', 'd')
    expect(page.order).toEqual(['a'])
    page.load('a')
    expect(page.order).toEqual(['a', 'b', 'c'])
    page.load('c')
    expect(page.order).toEqual(['a', 'b', 'c', 'd'])
  })

  it('go on after one that fails', () => {
    const page = createPage()
    page.add('a data-src=/a', 'b')
    page.fail('a')
    expect(page.order).toEqual(['a', 'b'])
  })

  it('go on after one that hangs, when patience is over, and it may still run', () => {
    const page = createPage()
    page.add('a data-src=/a', 'b data-src=/b', 'c')
    vi.advanceTimersByTime(4999)
    expect(page.order).toEqual(['a'])
    vi.advanceTimersByTime(1)
    expect(page.order).toEqual(['a', 'b'])
    // What comes late lets nothing pass that waits for another.
    page.load('a')
    expect(page.order).toEqual(['a', 'b'])
    page.load('b')
    expect(page.order).toEqual(['a', 'b', 'c'])
  })

  it('go on after one that cannot be placed, or may not run any more', () => {
    const page = createPage((id) => id === 'refused')
    page.add('strange data-src=/s', 'refused data-src=/r', 'c')
    expect(page.order).toEqual(['c'])
  })

  it('are asked for consent again at their turn', () => {
    let withdrawn = false
    const page = createPage(() => withdrawn)
    page.add('a data-src=/a', 'b data-src=/b', 'c')
    withdrawn = true
    page.load('a')
    expect(page.order).toEqual(['a'])
  })

  it('that are async wait for nobody, and nobody for them', () => {
    const page = createPage()
    page.add('a data-src=/a', 'b data-src=/b async', 'c data-src=/c async', 'd')
    expect(page.order).toEqual(['b', 'c', 'a'])
  })

  it('that are inline are never async', () => {
    const page = createPage()
    page.add('a data-src=/a', 'b async')
    expect(page.order).toEqual(['a'])
  })

  it('that are deferred, and modules, come after the rest, and when the page has been read', () => {
    const page = createPage()
    const state = readyState('loading')
    page.add('a data-src=/a defer', 'b data-type=module', 'c', 'd data-src=/d data-type=module async')
    expect(page.order).toEqual(['d', 'c'])
    state.mockReturnValue('interactive')
    page.run()
    page.load('a')
    expect(page.order).toEqual(['d', 'c', 'a', 'b'])
  })

  it('that are inline are not deferred', () => {
    const page = createPage()
    readyState('loading')
    page.add('a defer')
    expect(page.order).toEqual(['a'])
  })

  it('that browsers of today pass over hold nobody up', () => {
    const page = createPage()
    page.add('a data-src=/a nomodule', 'b')
    expect(page.order).toEqual(['a', 'b'])
  })

  it('are told of while they wait for their turn, and only then', () => {
    const page = createPage()
    const waiting = () => page.queue.waiting.flat().map(({ id }) => id)
    page.add('a data-src=/a', 'b data-src=/b', 'c data-src=/c data-type=module', 'd')
    expect(waiting()).toEqual(['b', 'd', 'c'])
    page.load('a')
    expect(waiting()).toEqual(['d', 'c'])
    page.load('b')
    page.load('c')
    expect(waiting()).toEqual([])
  })
})

describe('the visitor', () => {
  it('has a turn when scripts have run for forty milliseconds, and then the next ones run', () => {
    const page = createPage()
    page.add('a data-takes=15', 'b data-takes=25', 'c data-takes=1', 'd data-takes=40', 'e')
    expect(page.order).toEqual(['a', 'b'])
    page.run()
    expect(page.order).toEqual(['a', 'b'])
    vi.advanceTimersToNextTimer()
    expect(page.order).toEqual(['a', 'b', 'c', 'd'])
    vi.advanceTimersToNextTimer()
    expect(page.order).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('waits for no turn while scripts are short', () => {
    const page = createPage()
    page.add('a data-takes=13', 'b data-takes=13', 'c data-takes=13', 'd')
    expect(page.order).toEqual(['a', 'b', 'c', 'd'])
  })

  it('who withdraws in that turn has the next ones stay', () => {
    let withdrawn = false
    const page = createPage(() => withdrawn)
    page.add('a data-takes=40', 'b')
    withdrawn = true
    vi.runAllTimers()
    expect(page.order).toEqual(['a'])
  })
})

describe('a browser of today', () => {
  const typed = (type: string) => Object.assign(document.createElement('script'), { type })

  it.each([
    '',
    'text/javascript',
    'application/javascript',
    'TEXT/JAVASCRIPT',
    'module',
    ' module ',
    'text/ecmascript',
    'text/jscript',
    'text/livescript',
  ])('runs a script of type "%s"', (type) => {
    expect(runs(typed(type))).toBe(true)
  })

  it.each([
    'text/plain',
    'application/json',
    'importmap',
    'speculationrules',
    'text/template',
    'text/x-typescript2',
    'application/ld+json',
  ])('runs no script of type "%s"', (type) => {
    expect(runs(typed(type))).toBe(false)
  })
})
