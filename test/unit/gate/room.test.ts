import { afterEach, expect, it, vi } from 'vitest'
import { keepRoom } from '../../../src/gate/room.ts'

interface Shape {
  readonly width?: number
  readonly height?: number
  readonly top?: number
  /** Of the parent. */
  readonly space?: number
  readonly styles?: Partial<CSSStyleDeclaration>
}

/** An element in a page that has been laid out so; without a size it is in a fold that is closed, or a template. */
function lay(html: string, { width, height, top = 0, space = 600, styles = {} }: Shape = {}): HTMLElement {
  document.body.innerHTML = `<div>${html}</div>`
  const element = document.body.firstElementChild?.firstElementChild as HTMLElement
  Object.defineProperty(element.parentElement, 'clientWidth', { configurable: true, value: space })
  vi.spyOn(element, 'getBoundingClientRect').mockReturnValue({ top, width: width ?? 0, height: height ?? 0 } as DOMRect)
  const all: Partial<CSSStyleDeclaration> & Record<string, unknown> = {
    position: 'static',
    aspectRatio: 'auto',
    display: 'inline',
    ...styles,
  }
  all.getPropertyValue = (name: string) => `${all[name] ?? ''}`
  vi.spyOn(window, 'getComputedStyle').mockReturnValue(all as CSSStyleDeclaration)
  return element
}
afterEach(() => vi.restoreAllMocks())

const content = (element: HTMLElement) => (element as HTMLTemplateElement).content as DocumentFragment | undefined
/** The size that ours gets. */
const taken = (html: string, shape?: Shape) => {
  const element = lay(html, shape)
  const host = document.createElement('i')
  keepRoom(element, content(element))?.take(host)
  const { width, minHeight, aspectRatio } = host.style
  return [width, minHeight, aspectRatio.replaceAll(' ', '')]
}

it.each<[string, string, Shape | undefined, string[]]>([
  ['a frame keeps its size', '<iframe></iframe>', { width: 480, height: 270 }, ['480px', '270px', '']],
  ['a frame as wide as there is room is as wide as that', '<iframe></iframe>', { width: 600, height: 300 }, ['100%', '300px', '']],
  [
    'a frame whose height follows from its width keeps its shape',
    '<iframe></iframe>',
    { width: 480, height: 270, styles: { aspectRatio: '16 / 9' } },
    ['480px', '', '480/270'],
  ],
  ['a small frame keeps its size', '<iframe></iframe>', { width: 120, height: 90 }, ['120px', '90px', '']],
  [
    'a template has the size of the frame in it',
    '<template><p></p><iframe width="420" height="240"></iframe></template>',
    undefined,
    ['420px', '240px', ''],
  ],
  [
    'a template has the height that its first element has by its own style',
    '<template><div class="x" style="min-width:320px;height:700px;"></div><script></script></template>',
    undefined,
    ['100%', '700px', ''],
  ],
  [
    'a template has the least height that its first element has by its own style',
    '<template><script></script><div class="x" style="min-height:40vh;width:100%"></div></template>',
    undefined,
    ['100%', '40vh', ''],
  ],
  [
    'a template has the shape that padding gives it, whatever the frame in that says of itself',
    '<template><div style="padding:56.25% 0 0 0;position:relative"><iframe width="560" height="315" style="position:absolute;width:100%;height:100%"></iframe></div></template>',
    undefined,
    ['100%', '', '100/56.25'],
  ],
  [
    'a template has the shape and the width of what is alone in its first element',
    '<template><div><iframe style="width:480px;aspect-ratio:16/9"></iframe></div><p>Tekst</p></template>',
    undefined,
    ['480px', '', '16/9'],
  ],
  [
    'a template has not the size of one thing of many in its first element',
    '<template><div class="x" style="padding:16px"><i style="height:40px"></i><i style="padding:19% 0"></i></div></template>',
    undefined,
    ['100%', '', ''],
  ],
  ['a template that says nothing is as wide as there is room', '<template><p>Tekst</p></template>', undefined, ['100%', '', '']],
])('%s', (_fact, html, shape, size) => {
  expect(taken(html, shape)).toEqual(size)
})

it('a small frame gets room to read in where there is any, and makes no row of the page longer', () => {
  const least = (display: string) => {
    const element = lay('<iframe></iframe>', { width: 120, height: 90, styles: { display } })
    const host = document.createElement('i')
    keepRoom(element, undefined)?.take(host)
    return host.style.minWidth
  }
  expect([least('block'), least('flex')]).toEqual(['min(240px,100%)', ''])
})

it.each<[string, string, Shape | undefined]>([
  ['a counting pixel', '<iframe></iframe>', { width: 1, height: 1 }],
  ['a frame in a fold that is closed', '<iframe width="400" height="225"></iframe>', undefined],
  ['a template with a counting pixel', '<template><img width="1" height="1"></template>', undefined],
  ['a template with something one pixel high', '<template><div class="x" style="height:1px"></div></template>', undefined],
  ['a template with only a script', '<template><script>1</script></template>', undefined],
])('%s gets no room', (_what, html, shape) => {
  const element = lay(html, shape)
  expect(keepRoom(element, content(element))).toBeUndefined()
})

it.each(['<p>Tekst</p>', '<div class="fb-post"></div>', '<script type="IN/Share"></script>', '<video></video>'])(
  'in a template, %s is something to be seen',
  (html) => {
    const element = lay(`<template>${html}</template>`)
    expect(keepRoom(element, content(element))).toBeDefined()
  },
)

it('a frame that lies in the padding of its parent gets room in the page itself, and the parent has its own back', () => {
  const element = lay('<iframe></iframe>', { width: 600, height: 300, top: 40, styles: { position: 'absolute' } })
  const parent = element.parentElement as HTMLElement
  parent.style.setProperty('padding-block', '0 50%', 'important')
  const host = document.createElement('i')
  const room = keepRoom(element, undefined)
  room?.take(host)
  parent.prepend(host)
  vi.spyOn(host, 'getBoundingClientRect').mockReturnValue({ top: 46 } as DOMRect)
  const giveBack = room?.settle(host)
  expect([host.style.aspectRatio.replaceAll(' ', ''), parent.style.getPropertyValue('padding-block'), parent.style.height]).toEqual([
    '600/300',
    '0',
    'auto',
  ])
  expect(host.style.marginTop).toBe('-1%')
  giveBack?.()
  expect([parent.style.getPropertyValue('padding-block'), parent.style.getPropertyPriority('padding-block'), parent.style.height]).toEqual([
    '0 50%',
    'important',
    '',
  ])
})

it.each<[string, Partial<CSSStyleDeclaration>, string[]]>([
  ['on its line of text', { display: 'inline', verticalAlign: 'baseline' }, ['inline-flex', '', '', '']],
  ['in the middle', { display: 'block', marginLeft: '80px', marginRight: '80px' }, ['', '', 'auto', '']],
  ['at the side', { display: 'block', marginLeft: '20px', marginRight: '80px', float: 'left' } as never, ['', '', '', 'left']],
])('a frame %s has something of ours in its place there', (_where, styles, place) => {
  const host = document.createElement('i')
  keepRoom(lay('<iframe></iframe>', { width: 300, height: 150, styles }), undefined)?.take(host)
  const { display, contain, marginInline, float } = host.style as CSSStyleDeclaration & { contain: string; float: string }
  // No layer of its own: it would lie over what the page has fixed.
  expect([display, contain, marginInline, float].map((one) => one ?? '')).toEqual(place)
})
