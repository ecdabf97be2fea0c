import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { focusIn } from '../../../src/gate/focusIn.ts'

/** Nothing is laid out here: what has something in it can be seen. */
beforeEach(() => {
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { enableIframePageLoading: true })
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return { height: this.hasChildNodes() || this.localName === 'iframe' ? 20 : 0 } as DOMRect
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

const put = (html: string) => {
  document.body.innerHTML = html
  focusIn([...document.body.childNodes])
}
const focused = () => document.activeElement?.id
const changed = () => new Promise((resolve) => setTimeout(resolve, 20))
const draw = (id: string, place: string) => {
  const frame = document.createElement('iframe')
  frame.id = id
  document.querySelector(place)?.append(frame)
}

it.each([
  ['what takes it', '<p id="a">Tekst</p><a id="b" href="/x">Tekst</a>', 'b'],
  ['nothing that cannot be seen', '<a id="a" href="/x"></a><p id="b">Tekst</p>', 'b'],
  ['what can be seen, after what is empty', '<div id="a"></div><p id="b">Tekst</p>', 'b'],
  ['what a provider draws in, where nothing can be seen yet', '<div id="a"></div><script></script><div id="b" class="fb-post"></div>', 'b'],
  ['the first thing, where there is nothing better', '<div id="a"></div><div id="b"></div>', 'a'],
])('the focus moves to %s', (_what, html, id) => {
  put(html)
  expect(focused()).toBe(id)
})

it('goes on to the frame that is drawn in what was empty, and to none that is drawn elsewhere', async () => {
  put('<div id="fb-root"></div><div id="post" class="fb-post"></div>')
  draw('hidden', '#fb-root')
  await changed()
  expect(focused()).toBe('post')
  draw('drawn', '#post')
  await changed()
  expect(focused()).toBe('drawn')
})

it('goes on to a frame that is out of sight until it has loaded, unless the visitor has gone elsewhere', async () => {
  put('<div id="post" class="fb-post"></div><button id="elders"></button>')
  expect(focused()).toBe('post')
  const focus = vi.spyOn(HTMLElement.prototype, 'focus').mockImplementationOnce(() => {})
  draw('drawn', '#post')
  await changed()
  expect(focused()).toBe('drawn')
  focus.mockRestore()
  put('<div id="post" class="fb-post"></div><p><button id="elders">x</button></p>')
  document.getElementById('elders')?.focus()
  draw('drawn', '#post')
  await changed()
  expect(focused()).toBe('elders')
})
