import { beforeEach, describe, expect, it } from 'vitest'
import { readAhead } from '../../../src/gate/readAhead.ts'

/** In the order in which they came: the newest is the first in the page. */
const links = () => [...document.querySelectorAll('link')].reverse()
const said = () => links().map((link) => `${link.rel} ${new URL(link.href).pathname}`)
const held = (html: string) => {
  const script = document.createElement('script')
  script.type = 'text/plain'
  for (const one of html.split(' ')) {
    const [name = '', value = ''] = one.split('=')
    script.setAttribute(name, value)
  }
  return script
}

beforeEach(() => {
  for (const link of links()) link.remove()
})

describe('scripts whose turn comes later', () => {
  it('are downloaded, each by the same request, and once', () => {
    const ours = new WeakMap<Element, Element>()
    const ordered = [held('data-src=/b integrity=sha256-x crossorigin=anonymous referrerpolicy=no-referrer')]
    const deferred = [held('data-src=/d data-type=module')]
    readAhead([ordered, deferred], () => true, ours)
    readAhead([ordered, deferred], () => true, ours)
    expect(said()).toEqual(['preload /b', 'modulepreload /d'])
    const [link] = links()
    expect(link).toMatchObject({ as: 'script', integrity: 'sha256-x', crossOrigin: 'anonymous', referrerPolicy: 'no-referrer' })
    for (const one of links()) expect(ours.has(one)).toBe(true)
  })

  it('are first in the page, before what tells how far the browser has read', () => {
    readAhead([[held('data-src=/e')]], () => true, new WeakMap())
    expect(document.documentElement.firstChild).toBe(links()[0])
  })

  it('that have come, or have failed, leave no link', () => {
    readAhead([[held('data-src=/f'), held('data-src=/g'), held('data-src=/h')]], () => true, new WeakMap())
    for (const [path, name] of [
      ['/f', 'load'],
      ['/g', 'error'],
    ] as const) {
      const runner = document.createElement('script')
      runner.type = 'text/none'
      runner.src = path
      document.head.append(runner)
      runner.dispatchEvent(new Event(name))
      runner.remove()
    }
    expect(said()).toEqual(['preload /h'])
  })

  it('that are allowed no longer are not asked for', () => {
    const denied = held('data-src=/j')
    readAhead([[held('data-src=/i'), denied]], (one) => one !== denied, new WeakMap())
    expect(said()).toEqual(['preload /i'])
  })

  it('without an address, or that no browser of today asks for, have none', () => {
    readAhead([[held('id=inline'), held('data-src=/old nomodule'), held('data-src=')]], () => true, new WeakMap())
    expect(said()).toEqual([])
  })
})
