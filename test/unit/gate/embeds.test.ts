import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressesIn, addressesOf, isFrame, setEmbed, urlOf } from '../../../src/gate/embeds.ts'

const make = (html: string) => {
  document.body.innerHTML = html
  return document.body.firstElementChild as HTMLElement
}
// Frames here load nothing but empty pages.
beforeEach(() => {
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { enableIframePageLoading: true })
})
afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the addresses', () => {
  it.each([
    ['<img data-srcset="//a/3 1x, //b/4 2x">', ['', '//a/3', '//b/4']],
    ['<link data-href="//a/5">', ['//a/5']],
    ['<object data-data="//a/6"></object>', ['//a/6']],
    ['<video data-poster="//a/7"></video>', ['//a/7']],
    ['<iframe data-srcdoc="<script src=\'https://a/12\'></script><img src=//b/13>"></iframe>', ['', 'https://a/12', '//b/13']],
    ['<div></div>', []],
  ])('of %s are %j', (html, addresses) => {
    expect(addressesOf(make(html))).toEqual(addresses)
  })

  it.each([
    ['href', 'a,b', ['a,b']],
    ['srcset', 'https://a/1 1x,https://b/2 2x', ['', 'https://a/1', 'https://b/2']],
    ['srcset', '/1 1x', ['']],
    ['html', '<b>//a/1</b><img src="http://b/2">', ['', '//a/1', 'http://b/2']],
    ['src', 'data:text/html,<img src=//a/1>', ['', '//a/1']],
    ['src', 'javascript:fetch("https://a/1")', ['', 'https://a/1']],
    ['data', 'DATA:text/html,<img src=HTTPS://a/1>', ['', 'HTTPS://a/1']],
  ])('in %s of %s are %j', (name, value, addresses) => {
    expect(addressesIn(name, value)).toEqual(addresses)
  })

  // Not so yet: `addressesIn` reads `src` as it reads markup. When it no longer does, these are `it.each`.
  it.each([
    ['<iframe data-src="//a/1"></iframe>', ['//a/1']],
    ['<embed src="//a/2">', ['//a/2']],
    ['<video data-poster="//a/8" data-src="//b/9"></video>', ['//a/8', '//b/9']],
    ['<img src="/stand-in" data-src="//a/10">', ['//a/10']],
    ['<img src="//a/11" data-src="">', ['//a/11']],
    ['<img src="/own?from=//a/12">', ['/own?from=//a/12']],
    ['<img src="ht\ntps://vendor\t.example/13">', ['ht\ntps://vendor\t.example/13']],
  ])('of %s are one, whatever it holds: %j', (html, addresses) => {
    expect(addressesOf(make(html))).toEqual(addresses)
  })

  it('are read as the browser reads them, or are none', () => {
    expect(urlOf(' //A.example/x ')?.host).toBe('a.example')
    expect(urlOf('')?.href).toBe(document.baseURI)
    expect(urlOf('https://')).toBeUndefined()
    expect(urlOf(Symbol('x'))).toBeUndefined()
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
    expect(element.hasAttribute(`data-${attribute}`)).toBe(false)
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
    expect(element.dataset.src).toBe('/x')
  })

  it.each(['/own.svg', 'own.svg?a', 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E'])(
    'keeps %s, which is the page’s own, while it waits',
    (own) => {
      const element = make('<img data-src="//a/x">')
      element.setAttribute('src', own)
      setEmbed(element, false)
      expect([element.getAttribute('src'), element.dataset.src]).toEqual([own, '//a/x'])
    },
  )

  it.each(['//b/y', 'https://b/y?a,b'])('keeps no %s, which is another host’s, while it waits', (foreign) => {
    const element = make('<img data-src="//a/x">')
    element.setAttribute('src', foreign)
    setEmbed(element, false)
    expect([element.getAttribute('src'), element.dataset.src]).toEqual([null, '//a/x'])
  })

  it.each(['javascript:run()', ' JavaScript:run()', 'java\nscript:run()'])('that waits for code, %j, never runs it', (code) => {
    const element = make('<embed>')
    element.dataset.src = code
    setEmbed(element, true)
    expect([element.getAttribute('src'), element.dataset.src]).toEqual([null, code])
  })

  it('that waits for nothing asks for nothing', () => {
    const element = make('<img data-src="" alt="">')
    setEmbed(element, false)
    expect(element.outerHTML).toBe('<img data-src="" alt="">')
  })

  it('takes text for what runs from a policy, where the page has trusted types', async () => {
    const asked: string[] = []
    const rule = (kind: string) => (text: string) => {
      asked.push(`${kind} ${text}`)
      return text
    }
    vi.stubGlobal('trustedTypes', {
      createPolicy: () => ({ createHTML: rule('html'), createScript: rule('script'), createScriptURL: rule('url') }),
    })
    vi.resetModules()
    const { setEmbed } = await import('../../../src/gate/embeds.ts')
    setEmbed(make('<embed data-src="/x">'), true)
    setEmbed(make('<iframe data-srcdoc="<b>y</b>"></iframe>'), true)
    expect(asked).toEqual(['url /x', 'html <b>y</b>'])
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
    const source = player.firstElementChild as HTMLElement
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
