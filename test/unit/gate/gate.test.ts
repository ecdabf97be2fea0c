import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGate } from '../../../src/gate/gate.ts'
import { placesOf } from '../../../src/model/match.ts'
import type { Blocks, Gate, Judge } from '../../../src/model/ports.ts'
import { service } from '../../properties/support.ts'

const places = placesOf([service('youtube', 'social', { hosts: ['youtube.com'] }), service('ga', 'analytics', { hosts: ['ga.example'] })])
let gate: Gate | undefined

/** A page with this in it, of which these words are granted. */
function createPage(html: string, ...granted: string[]) {
  document.body.innerHTML = html
  const updates: (readonly string[])[] = []
  const found: string[] = []
  const judge = {
    allows: vi.fn<Judge['allows']>((words) => words.length > 0 && words.every((word) => granted.includes(word))),
    found: (words: readonly string[], name: string | undefined) => void found.push([...words, name].join(' ')),
    grant: vi.fn<Judge['grant']>(),
    mounted: vi.fn<Judge['mounted']>(),
  }
  const blocks = vi.fn(async (): Promise<Blocks> => ({ update: (waiting) => void updates.push([...waiting].map((element) => element.id)) }))
  const made = createGate(judge, { places, blocks })
  gate = made
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  return {
    gate: made,
    judge,
    blocks,
    updates,
    found,
    grant(...words: string[]) {
      granted.push(...words)
      made.refresh()
    },
    withdraw(word: string) {
      granted.splice(granted.indexOf(word), 1)
      made.refresh()
    },
    /** The scripts that run, by their code or address. */
    running: () => all('script:not([type="text/plain"])').map((one) => one.getAttribute('src') ?? one.textContent),
    one: (selector: string) => document.querySelector(selector) as Element,
  }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

beforeEach(() => {
  document.head.replaceChildren()
  // Frames here load nothing but empty pages.
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { enableIframePageLoading: true })
})
afterEach(() => {
  gate?.stop()
  gate = undefined
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('what an element needs', () => {
  it.each([
    ['<img data-consent="analytics tracking">', ['analytics', 'tracking'], undefined],
    ['<img data-consent="  !social ">', ['!social'], undefined],
    ['<img data-consent="">', [], undefined],
    ['<form data-consent-form="recaptcha"></form>', ['recaptcha'], undefined],
    ['<img data-consent="social" data-service="mine" data-src="https://youtube.com/">', ['social'], 'mine'],
    ['<img data-consent="social" data-src="https://www.youtube.com/x">', ['social'], 'youtube'],
    ['<img data-consent="social" data-src="https://elsewhere.example/x">', ['social'], undefined],
    ['<iframe data-consent="social" data-src="https://www.elsewhere.example/x"></iframe>', ['social'], 'elsewhere.example'],
  ])('%s is told by its marks and its address', (html, words, name) => {
    const { gate, one } = createPage(html)
    expect(gate.needs(one('body > *'))).toEqual({ words, service: name })
  })
})

describe('a script', () => {
  it('waits, runs once when it is granted, and never again', () => {
    const page = createPage('<script type="text/plain" data-consent="analytics" id="a">1</script>')
    page.gate.refresh()
    expect(page.running()).toEqual([])
    page.grant('analytics')
    expect(page.running()).toEqual(['1'])
    const copy = page.one('#a')
    page.gate.refresh()
    page.withdraw('analytics')
    page.grant('analytics')
    expect(page.one('#a')).toBe(copy)
    expect(page.running()).toEqual(['1'])
    expect(page.gate.isCopy(copy)).toBe(true)
    expect(page.gate.ran).toEqual([{ words: ['analytics'], service: undefined }])
  })

  it('runs in its own place, with the others in order', () => {
    const script = (id: string) => `<script type="text/plain" data-consent="analytics">${id}</script>`
    const page = createPage(`<p>${script('1')}</p>${script('2')}<div>${script('3')}</div>`, 'analytics')
    page.gate.refresh()
    expect(page.running()).toEqual(['1', '2', '3'])
    expect(page.one('p').firstElementChild?.textContent).toBe('1')
    expect(page.one('div').firstElementChild?.textContent).toBe('3')
  })

  it('of which the consent is gone when its turn comes stays held', async () => {
    const page = createPage(
      '<script type="text/plain" data-consent="analytics" data-src="/a.js"></script><script type="text/plain" data-consent="social" id="b">2</script>',
    )
    // The first keeps the second waiting.
    const replace = vi.spyOn(page.one('script'), 'replaceWith')
    page.judge.allows.mockReturnValue(true)
    replace.mockImplementation((copy) => {
      page.judge.allows.mockReturnValue(false)
      ;(copy as Element).dispatchEvent(new Event('load'))
    })
    page.gate.refresh()
    await settle()
    expect(replace).toHaveBeenCalledOnce()
    expect(page.running()).toEqual([])
    page.judge.allows.mockReturnValue(true)
    page.gate.refresh()
    expect(page.running()).toContain('2')
  })

  it('cannot wipe the page', () => {
    const page = createPage('<script type="text/plain" data-consent="analytics">1</script>', 'analytics')
    const script = page.one('script')
    const before = document.write
    let during: unknown
    vi.spyOn(script, 'replaceWith').mockImplementation(() => {
      during = document.write
    })
    page.gate.refresh()
    expect(during).not.toBe(before)
    expect(document.write).toBe(before)
  })
})

describe('an embed', () => {
  it('waits, opens and closes', async () => {
    const page = createPage(
      '<img data-consent="tracking" data-src="/p.gif"><iframe id="f" data-consent="social" data-src="about:blank?x"></iframe>',
    )
    page.gate.refresh()
    expect(page.one('img').hasAttribute('src')).toBe(false)
    await settle()
    expect(page.updates).toEqual([['f']])
    page.grant('tracking', 'social')
    expect(page.one('img').getAttribute('src')).toBe('/p.gif')
    expect(page.one('iframe').getAttribute('src')).toBe('about:blank?x')
    await settle()
    expect(page.updates.at(-1)).toEqual([])
    page.withdraw('social')
    expect(page.one('iframe').hasAttribute('src')).toBe(false)
    expect(page.one('img').getAttribute('src')).toBe('/p.gif')
  })

  it('that was loaded once is open, without any grant', () => {
    const page = createPage('<iframe data-consent="social" data-src="about:blank?x"></iframe>')
    page.gate.once.add(page.one('iframe'))
    page.gate.refresh()
    expect(page.one('iframe').hasAttribute('src')).toBe(true)
    page.gate.once.clear()
    page.gate.refresh()
    expect(page.one('iframe').hasAttribute('src')).toBe(false)
  })

  it('inserted later by any means waits too', async () => {
    const page = createPage('', 'tracking')
    document.body.insertAdjacentHTML('beforeend', '<div><p><img data-consent="tracking" data-src="/a"></p></div>')
    const image = document.createElement('img')
    image.dataset.consent = 'social'
    image.src = '/b'
    document.body.append(image)
    await settle()
    expect(page.one('p img').getAttribute('src')).toBe('/a')
    expect(image.getAttribute('src')).toBeNull()
    expect(image.dataset.src).toBe('/b')
    expect(page.judge.mounted).toHaveBeenCalled()
  })

  it('marked later waits from then on', async () => {
    const page = createPage('<img src="/a">')
    page.one('img').setAttribute('data-consent', 'tracking')
    await settle()
    expect(page.one('img').outerHTML).toBe('<img data-consent="tracking" data-src="/a">')
  })
})

describe('a template', () => {
  it('unfolds when it is granted, once, and folds when that is withdrawn', () => {
    const page = createPage('<template data-consent="social"><b>post</b><script>1</script></template><i></i>')
    page.gate.refresh()
    expect(page.one('b')).toBeNull()
    page.grant('social')
    page.gate.refresh()
    expect(document.querySelectorAll('b')).toHaveLength(1)
    expect(page.running()).toEqual(['1'])
    page.withdraw('social')
    expect(page.one('b')).toBeNull()
    page.grant('social')
    expect(document.querySelectorAll('b')).toHaveLength(1)
  })
})

describe('a form', () => {
  it('that waits has a notice, and is not changed itself', async () => {
    const page = createPage('<form id="contact" data-consent-form="recaptcha" action="/send"><input></form>')
    page.gate.refresh()
    await settle()
    expect(page.updates).toEqual([['contact']])
    expect(page.one('form').getAttribute('action')).toBe('/send')
    page.grant('recaptcha')
    await settle()
    expect(page.updates.at(-1)).toEqual([])
  })
})

describe('the gate', () => {
  it('tells the core what it finds', () => {
    const page = createPage('<img data-consent="tracking"><iframe data-consent="social" data-src="//youtube.com/"></iframe>')
    page.gate.refresh()
    expect(page.found).toEqual(['tracking ', 'social youtube'])
  })

  it('looks on after a node that throws', () => {
    const report = vi.fn()
    vi.stubGlobal('reportError', report)
    const page = createPage(
      '<img id="a" data-consent="tracking" data-src="/a"><img id="b" data-consent="tracking" data-src="/b">',
      'tracking',
    )
    vi.spyOn(page.one('#a'), 'setAttribute').mockImplementation(() => {
      throw new Error('strange')
    })
    page.gate.refresh()
    expect(page.one('#b').getAttribute('src')).toBe('/b')
    expect(report).toHaveBeenCalledOnce()
  })

  it('has everything held, and tries again, when what stands in does not arrive', async () => {
    const page = createPage('<iframe id="f" data-consent="social" data-src="about:blank?x"></iframe>')
    page.blocks.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    page.gate.refresh()
    await settle()
    expect(page.updates).toEqual([])
    expect(page.one('iframe').hasAttribute('src')).toBe(false)
    page.gate.refresh()
    await settle()
    expect(page.updates).toEqual([['f']])
    expect(page.blocks).toHaveBeenCalledTimes(2)
  })

  it('loads nothing to stand in where nothing waits', async () => {
    const page = createPage(
      '<img data-consent="tracking" data-src="/a"><iframe data-consent="social" data-src="about:blank?x"></iframe>',
      'social',
    )
    page.gate.refresh()
    await settle()
    expect(page.blocks).not.toHaveBeenCalled()
  })

  it('looks after a root that it is given, and what is inserted there later', async () => {
    const page = createPage('<div id="host"></div>', 'tracking')
    const root = page.one('#host').attachShadow({ mode: 'open' })
    root.innerHTML = '<img data-consent="tracking" data-src="/a">'
    page.gate.refresh()
    expect(root.querySelector('img')?.hasAttribute('src')).toBe(false)
    page.gate.scan(root)
    expect(root.querySelector('img')?.getAttribute('src')).toBe('/a')
    expect(page.gate.roots).toEqual([document, root])
    root.append(Object.assign(document.createElement('section'), { innerHTML: '<img data-consent="tracking" data-src="/b">' }))
    await settle()
    expect(root.querySelector('section img')?.getAttribute('src')).toBe('/b')
  })

  it('that has stopped holds what it can, and looks at nothing new', async () => {
    const page = createPage('<img data-consent="tracking" data-src="/a">', 'tracking')
    page.gate.refresh()
    page.gate.stop()
    expect(page.one('img').hasAttribute('src')).toBe(false)
    document.body.insertAdjacentHTML('beforeend', '<p><img data-consent="tracking" data-src="/b"></p>')
    await settle()
    expect(page.one('p img').hasAttribute('src')).toBe(false)
  })
})
