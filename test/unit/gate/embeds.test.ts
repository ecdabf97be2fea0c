import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf, isFrame, setEmbed } from '../../../src/gate/embeds.ts'

const make = (html: string) => {
  document.body.innerHTML = html
  return document.body.firstElementChild as Element
}
// Frames here load nothing but empty pages.
beforeEach(() => {
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { enableIframePageLoading: true })
})
afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

describe('the address', () => {
  it.each([
    ['<iframe data-src="//a/1"></iframe>', '//a/1'],
    ['<embed src="//a/2">', '//a/2'],
    ['<img data-srcset="//a/3 1x, //b/4 2x">', '//a/3 1x, //b/4 2x'],
    ['<link data-href="//a/5">', '//a/5'],
    ['<object data-data="//a/6"></object>', '//a/6'],
    ['<video data-poster="//a/7"></video>', '//a/7'],
    ['<video data-poster="//a/8" data-src="//b/9"></video>', '//b/9'],
    ['<div></div>', ''],
  ])('of %s is "%s"', (html, address) => {
    expect(addressOf(make(html))).toBe(address)
  })
})

describe('an embed', () => {
  it.each([
    ['img', 'src'],
    ['img', 'srcset'],
    ['link', 'href'],
    ['object', 'data'],
    ['video', 'poster'],
    ['embed', 'src'],
    ['source', 'srcset'],
  ])('%s asks for what its %s waits for, and gives it back', (name, attribute) => {
    const element = make(`<${name} data-${attribute}="/x" class="own"></${name}>`)
    setEmbed(element, true)
    expect(element.getAttribute(attribute)).toBe('/x')
    setEmbed(element, false)
    expect(element.hasAttribute(attribute)).toBe(false)
    expect(element.getAttribute(`data-${attribute}`)).toBe('/x')
    expect(element.className).toBe('own')
  })

  it('is asked for once', () => {
    const element = make('<img data-src="/x">')
    const set = vi.spyOn(element, 'setAttribute')
    for (let time = 0; time < 3; time++) setEmbed(element, true)
    expect(set).toHaveBeenCalledOnce()
  })

  it('that did not wait is made to', () => {
    const element = make('<img src="/late" srcset="/late 2x">')
    setEmbed(element, false)
    expect(element.outerHTML).toBe('<img data-src="/late" data-srcset="/late 2x">')
  })

  it('keeps what stands in for it while it waits', () => {
    const element = make('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" data-src="/x">')
    setEmbed(element, false)
    expect(element.getAttribute('src')).toMatch(/^data:/)
    setEmbed(element, true)
    expect(element.getAttribute('src')).toBe('/x')
    setEmbed(element, false)
    expect(element.hasAttribute('src')).toBe(false)
  })

  it('follows an address that is changed while it is open', () => {
    const element = make('<img data-src="/x">')
    setEmbed(element, true)
    element.setAttribute('data-src', '/y')
    setEmbed(element, true)
    expect(element.getAttribute('src')).toBe('/y')
  })

  it('in a player has the player read its sources again', () => {
    const player = make('<video><source data-src="/x"></video>') as HTMLVideoElement
    const load = vi.spyOn(player, 'load').mockReturnValue()
    const source = player.firstElementChild as Element
    setEmbed(source, true)
    setEmbed(source, true)
    setEmbed(source, false)
    expect(load).toHaveBeenCalledTimes(2)
  })
})

describe('a frame', () => {
  it('is put back in its place anew when it closes, so that the old page is gone', () => {
    const frame = make('<iframe data-src="about:blank?x" title="Video"></iframe><p></p>')
    setEmbed(frame, true)
    const remove = vi.spyOn(frame, 'remove')
    setEmbed(frame, false)
    setEmbed(frame, false)
    expect(remove).toHaveBeenCalledOnce()
    expect(document.body.firstElementChild).toBe(frame)
    expect(document.body.children).toHaveLength(2)
  })

  it('that is nowhere closes without error', () => {
    const frame = make('<iframe src="about:blank?x"></iframe>')
    frame.remove()
    setEmbed(frame, false)
    expect(frame.hasAttribute('src')).toBe(false)
    expect(isFrame(frame)).toBe(true)
  })
})
