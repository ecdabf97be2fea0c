import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../support/selectors.ts'
import { createGate } from '../../../src/gate/gate.ts'
import { intercept } from '../../../src/gate/intercept.ts'
import { prepare } from '../../../src/gate/otherAddress.ts'
import { runs } from '../../../src/gate/scripts.ts'
import { createRelease } from '../../../src/gate/template.ts'
import { held, placed } from '../../../src/gate/touched.ts'
import { placesOf } from '../../../src/model/match.ts'
import type { Blocks, Gate, GateTools, Judge, Later } from '../../../src/model/ports.ts'
import { service } from '../../properties/support.ts'

const places = placesOf([service('youtube', 'social', { hosts: ['youtube.com'] }), service('ga', 'analytics', { hosts: ['ga.example'] })])
const category: Readonly<Record<string, string>> = { youtube: 'social', ga: 'analytics' }
let gate: Gate | undefined

/** Scripts that were put in to run, in order: what they are, and where. */
let started: { readonly name: string; readonly parent: string }[] = []
const watcher = new MutationObserver((records) => {
  for (const { addedNodes, target } of records)
    for (const node of addedNodes) {
      const script = node as HTMLScriptElement
      if (script.localName === 'script' && runs(script))
        started.push({ name: script.getAttribute('src') ?? script.text, parent: target.nodeName })
    }
})

/** In place of the browser's own, before anything stands in for it. */
const written = vi.fn()
Object.defineProperty(Document.prototype, 'write', { value: written, configurable: true, writable: true })
const readyState = (state: DocumentReadyState) => vi.spyOn(document, 'readyState', 'get').mockReturnValue(state)

/** How this page differs; gone after each test. */
let rest: Partial<GateTools> = {}

/** A page with this in it, of which these words are granted. */
function createPage(html: string, ...granted: string[]) {
  document.body.innerHTML = html
  const updates: (readonly string[])[] = []
  const found: string[] = []
  const judge = {
    allows: vi.fn<Judge['allows']>((words) => words.length > 0 && words.every((word) => granted.includes(word))),
    has: vi.fn<Judge['has']>((name) => granted.includes(category[name] ?? '')),
    categoryOf: (name: string) => category[name] ?? '',
    met: (words: readonly string[], name: string | undefined) => void found.push([...words, name].join(' ')),
    grant: vi.fn<Judge['grant']>(),
    mounted: vi.fn<Judge['mounted']>(),
  }
  const blocks = vi.fn(async (): Promise<Blocks> => ({ update: (waiting) => void updates.push([...waiting].map((element) => element.id)) }))
  const startLate = vi.fn()
  const represent = vi.fn<Later['represent']>()
  const readAhead = vi.fn()
  const renderEmbeds = vi.fn()
  const later = vi.fn<GateTools['later']>(async () => ({
    startLate,
    represent,
    releaseTemplate: createRelease(async () => ({ renderEmbeds, describe: () => ({}) })),
    prepare,
    readAhead,
  }))
  const made = createGate(judge, { places, unlisted: 'allow', requests: 'fail', later, blocks, ...rest })
  gate = made
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  return {
    gate: made,
    judge,
    blocks,
    later,
    startLate,
    represent,
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
    /** The scripts that were let run, by their code or address, once what is loaded for them is here. */
    async running() {
      await settle()
      return started.map(({ name }) => name)
    },
    all,
    one: (selector: string) => document.querySelector(selector) as HTMLElement,
  }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

beforeEach(() => {
  // All scripts have their turn in one slice, however slow the machine is.
  vi.spyOn(Date, 'now').mockReturnValue(0)
  document.head.replaceChildren()
  started = []
  watcher.observe(document.body, { subtree: true, childList: true })
  // Frames here load nothing but empty pages.
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { enableIframePageLoading: true })
})
afterEach(() => {
  watcher.disconnect()
  gate?.stop()
  gate = undefined
  rest = {}
  held.clear()
  intercept({ decide: () => 0, passes: () => true, changed() {} })
  written.mockClear()
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
  const script = (id: string, more = '') => `<script type="text/plain" data-consent="analytics" ${more}>${id}</script>`

  it('waits, runs once when it is granted, and never again', async () => {
    const page = createPage(script('1', 'id="a"'))
    page.gate.refresh()
    expect(await page.running()).toEqual([])
    page.grant('analytics')
    expect(await page.running()).toEqual(['1'])
    page.gate.refresh()
    page.withdraw('analytics')
    page.grant('analytics')
    expect(await page.running()).toEqual(['1'])
    expect(page.gate.copies.has(page.one('#a'))).toBe(true)
    expect(page.gate.ran).toEqual([{ words: ['analytics'], service: undefined }])
  })

  it('is replaced by the copy that runs, which is known by it', async () => {
    const page = createPage(`<p><i></i>${script('1', 'id="a"')}<b></b></p>`, 'analytics')
    const before = page.one('#a')
    page.gate.refresh()
    expect(await page.running()).toEqual(['1'])
    const copy = page.one('#a')
    expect([...page.one('p').children].map(({ localName }) => localName)).toEqual(['i', 'script', 'b'])
    expect(before.isConnected).toBe(false)
    const released = page.startLate.mock.calls[0]?.[1] as WeakMap<Element, Element>
    expect([released.get(before), released.get(copy)]).toEqual([copy, copy])
  })

  it('runs in its own place, with the others in order', async () => {
    const page = createPage(`<p>${script('1')}</p>${script('2')}<div>${script('3')}</div>`, 'analytics')
    const before = page.all('script')
    page.gate.refresh()
    expect(await page.running()).toEqual(['1', '2', '3'])
    expect(started.map(({ parent }) => parent)).toEqual(['P', 'BODY', 'DIV'])
    expect(page.represent.mock.calls.map(([old, copy]) => [old, copy.textContent])).toEqual(
      before.map((old, index) => [old, `${index + 1}`]),
    )
    expect(page.all('script')).toEqual(page.represent.mock.calls.map(([, copy]) => copy))
  })

  it('that runs while the page is being read is a copy in its place, at once', () => {
    readyState('loading')
    const page = createPage(`<p>${script('1', 'id="a"')}</p>${script('2')}<i></i>`, 'analytics')
    const before = page.one('#a')
    page.gate.refresh()
    expect(page.all('script').map((one) => [one.getAttribute('type'), one.textContent, page.gate.copies.has(one)])).toEqual([
      [null, '1', true],
      [null, '2', true],
    ])
    expect(before.isConnected).toBe(false)
    const copy = page.one('#a')
    page.gate.refresh()
    expect(page.one('#a')).toBe(copy)
    expect(page.later).not.toHaveBeenCalled()
  })

  it('of which the parser has not read the end waits for it', () => {
    const state = readyState('loading')
    // The parser of this window puts in what it reads by the functions that scripts use.
    const byScripts = new Set<unknown>()
    vi.spyOn(placed, 'has').mockImplementation((node) => byScripts.has(node))
    const add = (html: string) => document.body.insertAdjacentHTML('beforeend', html)
    const page = createPage('', 'analytics')
    add(script('1'))
    page.gate.refresh()
    expect(page.gate.ran).toHaveLength(0)
    // What a script adds behind it tells nothing of how far the browser has read.
    const more = [new Text('more'), document.createElement('i')]
    document.body.append(...more)
    for (const node of more) byScripts.add(node)
    page.gate.refresh()
    expect(page.gate.ran).toHaveLength(0)
    add('<p></p>')
    page.gate.refresh()
    expect(page.gate.ran).toHaveLength(1)
    add(script('2'))
    page.gate.refresh()
    expect(page.gate.ran).toHaveLength(1)
    state.mockReturnValue('interactive')
    page.gate.refresh()
    expect(page.gate.ran).toHaveLength(2)
  })

  it('of which the consent is gone when its turn comes stays held', async () => {
    const page = createPage(script('', 'data-src="/a.js"') + script('2', 'id="b"'))
    // The first keeps the second waiting.
    page.judge.allows.mockReturnValue(true)
    page.represent.mockImplementation((_, copy) => {
      page.judge.allows.mockReturnValue(false)
      setTimeout(() => copy.dispatchEvent(new Event('load')))
    })
    page.gate.refresh()
    await settle()
    expect(page.represent).toHaveBeenCalledOnce()
    expect(await page.running()).toEqual(['/a.js'])
    page.judge.allows.mockReturnValue(true)
    page.gate.refresh()
    expect(await page.running()).toEqual(['/a.js', '2'])
  })

  it('that is gone when its turn comes does not run', async () => {
    const page = createPage(script('1'), 'analytics')
    page.gate.refresh()
    page.one('script').remove()
    expect(await page.running()).toEqual([])
    expect(page.gate.ran).toEqual([])
  })

  it('cannot wipe the page', async () => {
    const page = createPage(script('1'), 'analytics')
    const write = () => Document.prototype.write.call(document, '<p></p>')
    vi.spyOn(page.one('script'), 'replaceWith').mockImplementation((runner) => {
      // What a browser says while the code of a script runs.
      vi.spyOn(document, 'currentScript', 'get').mockReturnValueOnce(runner as HTMLScriptElement)
      write()
    })
    page.gate.refresh()
    await settle()
    expect(page.gate.ran).toHaveLength(1)
    expect(written).not.toHaveBeenCalled()
    write()
    expect(written).toHaveBeenCalledOnce()
  })

  it('that comes late waits for what lets it find what it has missed, which is loaded once', async () => {
    const page = createPage(script('1') + script('2'), 'analytics')
    page.gate.refresh()
    page.gate.refresh()
    expect(page.gate.ran).toEqual([])
    expect(await page.running()).toEqual(['1', '2'])
    expect(page.later).toHaveBeenCalledOnce()
    expect(page.startLate).toHaveBeenCalledOnce()
    const [change, released] = page.startLate.mock.calls[0] as [unknown, WeakMap<Element, Element>]
    expect(change).toBeTypeOf('function')
    expect(released.has(page.one('script'))).toBe(true)
  })

  it('that is not granted has nothing loaded for it', async () => {
    const page = createPage(script('1'))
    page.gate.refresh()
    await settle()
    expect(page.later).not.toHaveBeenCalled()
  })

  it('runs though what is loaded for it does not arrive', async () => {
    rest = { later: () => Promise.reject(new TypeError('Failed to fetch')) }
    const page = createPage(script('1'), 'analytics')
    page.gate.refresh()
    expect(await page.running()).toEqual(['1'])
  })

  it('of which the consent goes while that is loaded does not run', async () => {
    const page = createPage(script('1'), 'analytics')
    page.gate.refresh()
    page.withdraw('analytics')
    expect(await page.running()).toEqual([])
  })

  it('that was never held is left alone', async () => {
    const page = createPage('<script data-consent="analytics" data-src="/a">1</script>', 'analytics')
    const { innerHTML } = document.body
    page.gate.refresh()
    await settle()
    expect(document.body.innerHTML).toBe(innerHTML)
    expect(page.gate.ran).toEqual([])
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
    expect(page.updates.at(-1)).toEqual(['f'])
    page.grant('tracking', 'social')
    expect(page.one('img').getAttribute('src')).toBe('/p.gif')
    // A frame may have a more private address, which is looked up first.
    await settle()
    expect(page.one('iframe').getAttribute('src')).toBe('about:blank?x')
    await settle()
    expect(page.updates.at(-1)).toEqual([])
    page.withdraw('social')
    expect(page.one('iframe').hasAttribute('src')).toBe(false)
    expect(page.one('img').getAttribute('src')).toBe('/p.gif')
  })

  it('that was loaded once is open, without any grant', async () => {
    const page = createPage('<iframe data-consent="social" data-src="about:blank?x"></iframe>')
    page.gate.once.add(page.one('iframe'))
    page.gate.refresh()
    await settle()
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
  it('unfolds when it is granted, once, and folds when that is withdrawn', async () => {
    const page = createPage('<template data-consent="social"><b>post</b><script>1</script></template><i></i>')
    page.gate.refresh()
    expect(page.one('b')).toBeNull()
    page.grant('social')
    await settle()
    page.gate.refresh()
    expect(page.all('b')).toHaveLength(1)
    expect(await page.running()).toEqual(['1'])
    page.withdraw('social')
    expect(page.one('b')).toBeNull()
    page.grant('social')
    expect(page.all('b')).toHaveLength(1)
  })

  it('waits for what unfolds it while the page is being read, and what comes after it in the page does too', async () => {
    readyState('loading')
    const page = createPage(
      '<template data-consent="social"><script>1</script></template><script type="text/plain" data-consent="social">2</script><i></i>',
      'social',
    )
    page.gate.refresh()
    expect(page.later).toHaveBeenCalledOnce()
    expect(await page.running()).toEqual(['1', '2'])
  })

  it('stays folded when what unfolds it does not arrive, and all else goes on', async () => {
    rest = { later: () => Promise.reject(new TypeError('Failed to fetch')) }
    const page = createPage(
      '<template data-consent="social"><b></b></template><script type="text/plain" data-consent="social">2</script>',
      'social',
    )
    page.gate.refresh()
    expect(await page.running()).toEqual(['2'])
    expect(page.one('b')).toBeNull()
  })
})

describe('a form', () => {
  it('is given to what draws, whether it waits or not, and is not changed itself', async () => {
    const page = createPage('<form id="contact" data-consent-form="recaptcha" action="/send"><input></form>')
    page.gate.refresh()
    await settle()
    expect(page.updates.at(-1)).toEqual(['contact'])
    expect(page.one('form').getAttribute('action')).toBe('/send')
    // What it has to say with consent is not the gate's.
    page.grant('recaptcha')
    await settle()
    expect(page.updates.at(-1)).toEqual(['contact'])
  })
})

describe('the script of a robot check', () => {
  it('waits for a form that is used, also with consent', async () => {
    const page = createPage('<script id="a" type="text/plain" data-consent="recaptcha">1</script>', 'recaptcha')
    page.gate.refresh()
    expect(await page.running()).toEqual([])
    page.gate.once.add(page.one('#a'))
    page.gate.refresh()
    expect(await page.running()).toEqual(['1'])
  })

  it('stays held without consent', async () => {
    const page = createPage('<script type="text/plain" data-consent="recaptcha">1</script>')
    page.gate.refresh()
    expect(await page.running()).toEqual([])
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
    expect([...page.gate.roots]).toEqual([document, root])
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

describe('what nobody marked', () => {
  const address = 'https://www.youtube.com/x'
  const image = (src = address) => {
    const made = document.createElement('img')
    made.src = src
    return made
  }
  const marks = (made: HTMLElement) => [made.getAttribute('src'), made.dataset.src, made.dataset.toestemming]

  it('waits at the host of a service that is not granted, is asked for, and opens with it', async () => {
    const page = createPage('')
    const made = image()
    expect(marks(made)).toEqual([null, address, 'held'])
    document.body.append(made)
    await settle()
    expect(page.found).toContain('social youtube')
    expect(page.gate.needs(made)).toEqual({ words: ['social'], service: 'youtube' })
    page.grant('social')
    expect(marks(made)).toEqual([address, undefined, 'held'])
    page.withdraw('social')
    expect(marks(made)).toEqual([null, address, 'held'])
  })

  it('opens though it is nowhere in the page', () => {
    const page = createPage('')
    const made = image()
    page.grant('social')
    expect(marks(made)).toEqual([address, undefined, 'held'])
  })

  it('is the page’s own affair at the host of one that is granted', () => {
    createPage('', 'social')
    expect(marks(image())).toEqual([address, undefined, undefined])
  })

  it.each([
    ['allow', ['https://other.example/x', undefined, undefined]],
    ['hold', [null, 'https://other.example/x', 'held']],
  ] as const)('at a host that nobody lists is treated as the owner says: %s', async (unlisted, expected) => {
    rest = { unlisted }
    const page = createPage('', 'social', 'analytics')
    const made = image('https://other.example/x')
    document.body.append(made)
    page.gate.refresh()
    await settle()
    expect(marks(made)).toEqual(expected)
  })

  it('of the page’s own is left alone whatever the owner says', () => {
    rest = { unlisted: 'hold' }
    createPage('')
    expect(marks(image('/own'))).toEqual(['/own', undefined, undefined])
  })

  it('and was held before the settings were here opens where unlisted hosts are allowed', () => {
    intercept({ decide: () => 2, passes: () => false, changed() {} })
    const made = image('https://other.example/x')
    expect(marks(made)).toEqual([null, 'https://other.example/x', 'held'])
    createPage('').gate.refresh()
    expect(marks(made)).toEqual(['https://other.example/x', undefined, 'held'])
  })

  it('as a script runs itself once it is granted, and counts as having run', async () => {
    const page = createPage('')
    const script = document.createElement('script')
    script.src = address
    document.body.append(script)
    await settle()
    expect(marks(script)).toEqual([null, address, 'held'])
    expect(page.gate.ran).toEqual([])
    // Here it would be fetched.
    const set = vi.spyOn(script, 'setAttribute').mockImplementation(() => {})
    page.grant('social')
    await settle()
    expect(set.mock.calls).toEqual([['src', address]])
    expect(script.isConnected).toBe(true)
    expect(page.gate.ran).toEqual([{ words: ['social'], service: 'youtube' }])
    page.gate.refresh()
    await settle()
    expect(set).toHaveBeenCalledOnce()
  })

  it('as a script runs once it is granted, though a thousand pixels came after it', async () => {
    const page = createPage('')
    const script = document.createElement('script')
    script.src = address
    document.body.append(script)
    for (let index = 0; index < 1100; index++) image(`${address}${index}`)
    await settle()
    expect(held.has(script)).toBe(false)
    const set = vi.spyOn(script, 'setAttribute').mockImplementation(() => {})
    page.grant('social')
    await settle()
    expect(set.mock.calls).toEqual([['src', address]])
  })

  it('but is put in by a mark of its own follows that mark', async () => {
    const page = createPage('', 'analytics')
    const made = document.createElement('img')
    made.dataset.consent = 'analytics'
    made.src = address
    expect(marks(made)).toEqual([address, undefined, undefined])
    page.withdraw('analytics')
    const other = document.createElement('img')
    other.dataset.consent = 'analytics'
    other.src = 'https://www.youtube.com/y'
    expect(marks(other)).toEqual([null, 'https://www.youtube.com/y', 'held'])
  })

  it('in a frame that was loaded once may ask for more', () => {
    const page = createPage('')
    const frame = document.createElement('iframe')
    page.gate.once.add(frame)
    frame.src = address
    expect(frame.getAttribute('src')).toBe(address)
  })

  it.each(['fail', 'wait'] as const)('and is a request does as the owner says: %s', async (requests) => {
    rest = { requests }
    const native = vi.fn(async () => 'answer')
    vi.stubGlobal('fetch', native)
    vi.resetModules()
    const { createGate } = await import('../../../src/gate/gate.ts')
    const granted = new Set<string>()
    const judge = {
      allows: () => false,
      has: (name: string) => granted.has(name),
      categoryOf: () => 'social',
      met() {},
      grant() {},
      mounted() {},
    }
    const tools = { places, unlisted: 'allow', later: vi.fn(), blocks: vi.fn() } as const
    const made = createGate(judge, { ...tools, requests })
    const heard = vi.fn()
    void fetch(address).then(heard)
    await settle()
    expect(native.mock.calls).toEqual(requests === 'fail' ? [['https://0:1', undefined]] : [])
    granted.add('youtube')
    made.refresh()
    await settle()
    expect(native.mock.calls.at(-1)).toEqual(requests === 'fail' ? ['https://0:1', undefined] : [address])
    expect(heard).toHaveBeenCalledOnce()
    made.stop()
  })

  it('has its own turn again when the gate has stopped: all is held', () => {
    const page = createPage('')
    const made = image()
    document.body.append(made)
    page.grant('social')
    page.gate.stop()
    expect(marks(made)).toEqual([null, address, 'held'])
  })
})
