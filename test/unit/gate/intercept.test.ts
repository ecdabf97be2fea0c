import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../support/selectors.ts'
import { askAgain, change, intercept } from '../../../src/gate/intercept.ts'
import { held, ours } from '../../../src/gate/touched.ts'

const host = 'vendor.example'
const vendor = `https://${host}`
/** What nobody can connect to, so that a request there fails as the browser has it fail. */
const nowhere = 'https://0:1'

/** Hosts that are granted, elements that may ask for what they like, and what becomes of requests to all else. */
const granted = new Set<string>()
const free = new Set<Element>()
let requests: 1 | 2 = 1
const decide = vi.fn((url: URL) => (granted.has(url.host) ? 0 : requests))
const changed = vi.fn()
const begin = () => intercept({ decide, passes: (element) => free.has(element), changed })

/** In place of the browser's own: what reaches it, reaches this. */
const sent: string[] = []
class FakeRequest {
  address = ''
  open(...given: readonly unknown[]) {
    this.address = given.join(' ')
  }
  send(body = '') {
    sent.push(`${this.address} ${body}`.trim())
  }
}
class FakeSocket {
  static readonly OPEN = 1
  readonly given: readonly unknown[]
  constructor(...given: readonly [address: string, options?: unknown]) {
    this.given = given
  }
}
class FakeSource extends FakeSocket {}
const fetched = vi.fn(async function fetch(address: unknown, _options?: unknown) {
  return `answer of ${address}`
})
const beacon = vi.fn((_address: string, _data?: string) => true)
const written = vi.fn()
const define = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, configurable: true, writable: true })
define(window, 'fetch', fetched)
define(window, 'XMLHttpRequest', FakeRequest)
define(window, 'WebSocket', FakeSocket)
define(window, 'EventSource', FakeSource)
define(Navigator.prototype, 'sendBeacon', beacon)
define(Document.prototype, 'write', written)
const { appendChild } = Node.prototype
begin()

/** As another parser would make it: with addresses that nobody has looked at. */
const make = (html: string) => {
  granted.add(host)
  const template = document.createElement('template')
  template.innerHTML = html
  const made = template.content.firstElementChild as HTMLElement
  made.remove()
  granted.delete(host)
  decide.mockClear()
  return made
}
const element = (name: string) => document.createElement(name)
/** The document here has another one, which nothing stands in for. */
const write = (...markup: readonly string[]) => Document.prototype.write.call(document, ...markup)
const settle = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  // Frames here load nothing but empty pages.
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { enableIframePageLoading: true })
  granted.clear()
  free.clear()
  held.clear()
  requests = 1
  sent.length = 0
  vi.clearAllMocks()
  begin()
})
afterEach(() => {
  document.body.replaceChildren()
  document.head.replaceChildren()
})

const properties = [
  ['script', 'src'],
  ['img', 'src'],
  ['img', 'srcset'],
  ['iframe', 'src'],
  ['link', 'href'],
  ['video', 'src'],
  ['audio', 'src'],
  ['source', 'src'],
  ['source', 'srcset'],
  ['track', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
  ['input', 'src'],
] as const
const attributes = [...properties, ['video', 'poster']] as const

describe('an address that is set', () => {
  it.each(properties)('on %s by its property %s waits', (name, key) => {
    const made = element(name) as HTMLElement & Record<string, string>
    made[key] = `${vendor}/x`
    expect(made.hasAttribute(key)).toBe(false)
    expect(made.dataset).toMatchObject({ toestemming: 'held', [key]: `${vendor}/x` })
    expect([...held]).toEqual([made])
  })

  it.each(attributes)('on %s by its attribute %s waits', (name, key) => {
    const made = element(name)
    made.setAttribute(key, `${vendor}/x`)
    expect(made.hasAttribute(key)).toBe(false)
    expect(made.dataset).toMatchObject({ toestemming: 'held', [key]: `${vendor}/x` })
    expect([...held]).toEqual([made])
  })

  it('in capitals, or in a namespace, waits too', () => {
    const made = element('img')
    made.setAttribute('SRC', `${vendor}/x`)
    expect(made.outerHTML).toBe(`<img data-toestemming="held" data-src="${vendor}/x">`)
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    drawing.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', `${vendor}/y`)
    expect(drawing.outerHTML).toBe(`<image data-toestemming="held" data-href="${vendor}/y"></image>`)
  })

  it('in markup waits with all of it', () => {
    const frame = element('iframe') as HTMLIFrameElement
    const markup = `<p>Own</p><script src="${vendor}/x"></script>`
    frame.srcdoc = markup
    expect(frame.hasAttribute('srcdoc')).toBe(false)
    expect(frame.dataset.srcdoc).toBe(markup)
    const image = element('img') as HTMLImageElement
    image.srcset = `/own 1x, ${vendor}/x 2x`
    expect([image.hasAttribute('srcset'), image.dataset.srcset]).toEqual([false, `/own 1x, ${vendor}/x 2x`])
  })

  it.each(['a', 'area', 'base'])('on %s asks nothing of anyone, and is left alone', (name) => {
    const made = element(name)
    made.setAttribute('href', `${vendor}/x`)
    expect(made.outerHTML).toContain(`<${name} href="${vendor}/x">`)
    document.head.append(made)
    expect(made.getAttribute('href')).toBe(`${vendor}/x`)
    expect(decide).not.toHaveBeenCalled()
    expect(held.size).toBe(0)
  })

  it.each(['title', 'alt', 'data-src', 'data-href', 'action', 'class'])('as %s is none', (name) => {
    const made = element('img')
    made.setAttribute(name, `${vendor}/x`)
    expect(made.getAttribute(name)).toBe(`${vendor}/x`)
    expect(held.size).toBe(0)
  })

  it('of a host that is granted is the browser’s', () => {
    granted.add(host)
    const made = element('img') as HTMLImageElement
    made.src = `${vendor}/x`
    expect(made.outerHTML).toBe(`<img src="${vendor}/x">`)
    expect(decide.mock.calls.map(([url]) => `${url}`)).toContain(`${vendor}/x`)
    expect(held.size).toBe(0)
  })

  it.each([
    '/own',
    'own?a#b',
    './',
    '',
    '#id',
    `http://${location.host}/x`,
    `https://${location.host.toUpperCase()}/x`,
    'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
    'blob:nodedata:1',
    'about:blank',
    'https://',
  ])('of the page’s own, such as "%s", is never asked about', (own) => {
    const made = element('img')
    made.setAttribute('src', own)
    expect(made.getAttribute('src')).toBe(own)
    expect(decide).not.toHaveBeenCalled()
  })

  it('of the page’s own host at another port is another host’s', () => {
    const made = element('img')
    made.setAttribute('src', `${location.protocol}//${location.hostname}:9/x`)
    expect(made.hasAttribute('src')).toBe(false)
  })

  it('waits as it is now, because the page’s base may change', () => {
    const base = element('base')
    base.setAttribute('href', `${vendor}/deep/`)
    document.head.append(base)
    const made = element('img') as HTMLImageElement
    made.src = 'x.gif'
    base.remove()
    expect(made.outerHTML).toBe(`<img data-toestemming="held" data-src="${vendor}/deep/x.gif">`)
  })

  it('on an element that may ask for what it likes is the browser’s', () => {
    const made = element('img') as HTMLImageElement
    free.add(made)
    made.src = `${vendor}/x`
    expect(made.outerHTML).toBe(`<img src="${vendor}/x">`)
  })

  it('instead of one that waits has that one forgotten', () => {
    const made = element('img') as HTMLImageElement
    made.src = `${vendor}/x`
    made.src = '/own'
    expect([made.getAttribute('src'), made.dataset.src]).toEqual(['/own', undefined])
    made.src = `${vendor}/y`
    expect(made.dataset.src).toBe(`${vendor}/y`)
  })

  it('is decided by the rules that were given last', () => {
    const other = vi.fn(() => 0 as const)
    intercept({ decide: other, passes: () => false, changed })
    const made = element('img') as HTMLImageElement
    made.src = `${vendor}/x`
    expect(made.getAttribute('src')).toBe(`${vendor}/x`)
    expect(other).toHaveBeenCalled()
    expect(decide).not.toHaveBeenCalled()
  })

  it('in a marked frame that a plug-in would send off by its window has no window to send', () => {
    document.body.innerHTML = `<iframe class="wide lazyload" data-consent="social" data-src="${vendor}/1"></iframe><iframe class="lazyload" data-src="/own"></iframe>`
    const [waiting, own] = document.querySelectorAll('iframe') as unknown as [HTMLIFrameElement, HTMLIFrameElement]
    const { contentWindow } = waiting
    expect(contentWindow).not.toBe(document.defaultView?.frames[0])
    expect(() => contentWindow?.location.replace(`${vendor}/1`)).not.toThrow()
    expect(own.contentWindow?.document).toBeDefined()
    waiting.removeAttribute('data-src')
    expect(waiting.contentWindow?.document).toBeDefined()
  })

  it('in the document of a frame without a page of its own waits', () => {
    const frame = element('iframe') as HTMLIFrameElement
    document.body.append(frame)
    const made = frame.contentDocument?.createElement('img') as HTMLImageElement
    made.src = `${vendor}/x`
    expect(made.outerHTML).toBe(`<img data-toestemming="held" data-src="${vendor}/x">`)
  })

  // Not so yet: `addressesIn` reads `src` as it reads markup. When it no longer does, these are `it.each`.
  it.each([`/own?from=${vendor}/`, `http://${location.host}/own?a=1,${vendor}`, `/proxy/ ${vendor}/x`])(
    'of the page’s own that names another host, such as %s, is never asked about',
    (own) => {
      const made = element('img')
      made.setAttribute('src', own)
      expect(made.getAttribute('src')).toBe(own)
    },
  )

  it.each([`ht\ntps://${host.slice(0, 3)}\t${host.slice(3)}/x`, `https://someone:secret,@${host}/x`, `https://a"b@${host}/x`])(
    'of another host is found however it is written, as in %j',
    (foreign) => {
      const made = element('img')
      made.setAttribute('src', foreign)
      expect(decide.mock.calls.map(([url]) => url.host)).toContain(host)
    },
  )
})

describe('an element that is put in the page', () => {
  const ways: readonly (readonly [name: string, put: (made: HTMLElement, place: HTMLElement) => void])[] = [
    ['appendChild', (made, place) => place.appendChild(made)],
    ['insertBefore', (made, place) => place.insertBefore(made, place.firstChild)],
    ['replaceChild', (made, place) => place.replaceChild(made, place.firstChild as Node)],
    ['append', (made, place) => place.append('text', made)],
    ['prepend', (made, place) => place.prepend(made)],
    ['replaceChildren', (made, place) => place.replaceChildren(made)],
    ['before', (made, place) => place.firstElementChild?.before(made)],
    ['after', (made, place) => place.firstElementChild?.after(made)],
    ['replaceWith', (made, place) => place.firstElementChild?.replaceWith(made)],
    ['insertAdjacentElement', (made, place) => place.insertAdjacentElement('beforeend', made)],
    ['before of text', (made, place) => place.firstChild?.before(made)],
  ]
  it.each(ways)('by %s is held, with all that is in it', (_name, put) => {
    const place = element('div')
    place.append('first', element('b'))
    document.body.append(place)
    const made = make(`<p><img src="${vendor}/1"><span><embed src="${vendor}/2" class="own"></span><i></i></p>`)
    put(made, place)
    expect(made.isConnected).toBe(true)
    expect(made.innerHTML).toBe(
      `<img data-toestemming="held" data-src="${vendor}/1"><span><embed class="own" data-toestemming="held" data-src="${vendor}/2"></span><i></i>`,
    )
    expect([...held].map(({ localName }) => localName)).toEqual(['img', 'embed'])
  })

  it('is held itself', () => {
    const made = make(`<img src="${vendor}/1">`)
    document.body.append(made)
    expect(made.outerHTML).toBe(`<img data-toestemming="held" data-src="${vendor}/1">`)
  })

  it('by an attribute is held, though more is said than is asked for', () => {
    const made = element('img')
    Reflect.apply(made.setAttribute, made, ['src', `${vendor}/x`, 0])
    expect([made.hasAttribute('src'), made.dataset.src]).toEqual([false, `${vendor}/x`])
  })

  it('is held in a template too', () => {
    const made = make(`<div><template><img src="${vendor}/1"></template></div>`)
    document.body.append(made)
    expect(made.querySelector('template')?.innerHTML).toBe(`<img data-toestemming="held" data-src="${vendor}/1">`)
  })

  it('keeps what is the page’s own, and its links', () => {
    const html = `<p><img src="/own"><a href="${vendor}/link">link</a><b title="${vendor}"></b></p>`
    const made = make(html)
    document.body.append(made)
    expect(made.outerHTML).toBe(html)
    expect(held.size).toBe(0)
  })

  it('that may ask for what it likes does', () => {
    const made = make(`<img src="${vendor}/1">`)
    free.add(made)
    document.body.append(made)
    expect(made.outerHTML).toBe(`<img src="${vendor}/1">`)
  })

  it('that is a form with fields of any name is looked at', () => {
    const made = make(`<form src="${vendor}/1"><input name="attributes"><input name="dataset2"></form>`)
    document.body.append(made)
    expect(made.dataset.src).toBe(`${vendor}/1`)
  })

  it('as a copy of one that is held is held', () => {
    const made = element('img') as HTMLImageElement
    made.src = `${vendor}/x`
    const copy = made.cloneNode(true) as HTMLImageElement
    expect(copy.outerHTML).toBe(made.outerHTML)
    expect([...held]).toEqual([made, copy])
  })

  it('is given back as it is by every method', () => {
    const made = make(`<img src="${vendor}/1">`)
    expect(document.body.appendChild(made)).toBe(made)
    expect(document.body.insertBefore(made, null)).toBe(made)
    expect(document.body.insertAdjacentElement('beforeend', made)).toBe(made)
  })
})

describe('markup', () => {
  const html = `<p><img src="${vendor}/1" alt="x"></p><a href="${vendor}/2">link</a>`
  const waits = `<p><img alt="x" data-toestemming="held" data-src="${vendor}/1"></p><a href="${vendor}/2">link</a>`

  it('in innerHTML waits', () => {
    document.body.innerHTML = html
    expect(document.body.innerHTML).toBe(waits)
    expect(held.has(document.querySelector('img') as HTMLElement)).toBe(true)
  })

  it('in outerHTML and insertAdjacentHTML waits', () => {
    const place = element('div')
    document.body.append(place)
    place.insertAdjacentHTML('beforebegin', html)
    expect(document.body.innerHTML).toBe(`${waits}<div></div>`)
    place.outerHTML = html
    expect(document.body.innerHTML).toBe(waits + waits)
    expect(held.has(document.querySelectorAll('img')[1] as HTMLElement)).toBe(true)
  })

  it('in a shadow root waits', () => {
    document.body.innerHTML = '<div></div>'
    const root = (document.body.firstElementChild as HTMLElement).attachShadow({ mode: 'open' })
    root.innerHTML = html
    expect(root.innerHTML).toBe(waits)
  })

  it('that is the page’s own, or all granted, is left as it is', () => {
    const own = '<P ID=a><img  src="/own">&amp;'
    const setter = vi.spyOn(HTMLTemplateElement.prototype, 'innerHTML', 'set')
    document.body.innerHTML = own
    granted.add(host)
    document.body.innerHTML = html
    expect(document.body.innerHTML).toBe(html)
    expect(setter).not.toHaveBeenCalled()
    setter.mockRestore()
  })

  it('has its scripts left alone, for they never run', () => {
    const place = element('div')
    place.innerHTML = `<script src="${vendor}/1"></script><img src="${vendor}/2">`
    expect(place.innerHTML).toBe(`<script src="${vendor}/1"></script><img data-toestemming="held" data-src="${vendor}/2">`)
  })

  it('that a script of ours writes wipes nothing', () => {
    const script = document.createElement('script')
    ours.set(script, script)
    vi.spyOn(document, 'currentScript', 'get').mockReturnValueOnce(script)
    write(`<p>wiped</p>`)
    expect(written).not.toHaveBeenCalled()
    write('<p>own</p>')
    expect(written.mock.calls).toEqual([['<p>own</p>']])
  })

  it('that a script of ours writes in a frame is written, for it wipes nothing', () => {
    const script = document.createElement('script')
    ours.set(script, script)
    const current = vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script)
    Document.prototype.write.call(document.implementation.createHTMLDocument(), '<p>ad</p>')
    current.mockRestore()
    expect(written.mock.calls).toEqual([['<p>ad</p>']])
  })

  it('with words such as “helder” and “iframe” has nothing looked for around it', () => {
    const place = document.body.appendChild(element('div'))
    const look = vi.spyOn(Element.prototype, 'querySelector')
    place.innerHTML = '<b>helder</b>, in an iframe'
    expect(look.mock.contexts).not.toContain(document.body)
    place.innerHTML = `<img src="${vendor}/1">`
    expect(look.mock.contexts).toContain(document.body)
    look.mockRestore()
  })

  it('that is written waits, with its scripts, which do run', () => {
    write(`<script src="${vendor}/1"></script>`, '<p>own</p>')
    expect(written.mock.calls).toEqual([[`<script data-toestemming="held" data-src="${vendor}/1"></script>`, '<p>own</p>']])
  })

  it.each([
    ['ends what was open before', `<IMG  SRC="${vendor}/1"></a><B>1`, `<img data-toestemming="held" data-src="${vendor}/1"></a><B>1`],
    [
      'is a page',
      `<!doctype html><body class=x><img src=${vendor}/1>`,
      `<!doctype html><body class=x><img data-toestemming="held" data-src="${vendor}/1">`,
    ],
    [
      'leaves an element open',
      `<p title="//">1<object data="${vendor}/1">`,
      `<p title="//">1<object data-toestemming="held" data-data="${vendor}/1">`,
    ],
    [
      'has a tag that is no tag by itself',
      `<img alt=">" src="${vendor}/1"><B>`,
      `<img alt=">" data-toestemming="held" data-src="${vendor}/1"><b></b>`,
    ],
  ])('that is written and %s waits, and all else is as it was', (_what, markup, waits) => {
    write(markup)
    expect(written.mock.calls).toEqual([[waits]])
  })

  it('that is written in pieces is looked at once it is whole, in each document by itself', () => {
    const other = document.implementation.createHTMLDocument()
    write('<p>1</p><script src="https:', '//vend')
    Document.prototype.write.call(other, '<b')
    write('or.example/1"')
    write('></script><p>2</p></')
    Document.prototype.write.call(other, '>')
    write('div>')
    expect(written.mock.calls).toEqual([
      ['<p>1</p>', ''],
      [''],
      [''],
      ['<script data-toestemming="held" data-src="https://vendor.example/1"></script><p>2</p>'],
      ['<b>'],
      ['</div>'],
    ])
  })

  it('that is less than something is no tag', () => {
    write('1 < 2', 'a <= b', 'I <3 you', '')
    expect(written.mock.calls).toEqual([['1 < 2', 'a <= b', 'I <3 you', '']])
  })

  it('that is no text is written as text into the tag that is open', () => {
    write('<table width=', 90 as never, ' title=', null as never, '>', 5 as never)
    expect(written.mock.calls).toEqual([['', '', '', '', '<table width=90 title=null>', '5']])
  })

  it('that is begun on nothing leaves nothing to what is written to the page', () => {
    Document.prototype.write.call(undefined, '<b title="')
    write('<p>1</p>')
    expect(written.mock.calls).toEqual([[''], ['<p>1</p>']])
  })

  it('that has what might be a sign of ours stays whole', () => {
    const place = element('div')
    const kept = '<!--:nl--><p>tekst</p><!--:-->'
    place.innerHTML = `${kept}<img src="${vendor}/1">`
    expect(place.innerHTML).toBe(`${kept}<img data-toestemming="held" data-src="${vendor}/1">`)
  })
})

describe('fetch', () => {
  it('of the page’s own, and of what is granted, is the browser’s', async () => {
    expect(await fetch('/own', { method: 'POST' })).toBe('answer of /own')
    granted.add(host)
    await fetch(vendor)
    expect(fetched.mock.calls).toEqual([['/own', { method: 'POST' }], [vendor]])
  })

  it.each([
    ['an address', vendor],
    ['a URL', new URL(`${vendor}/x`)],
    ['a request', { url: `${vendor}/x`, method: 'POST' }],
  ])('of %s that is not granted fails as the browser has it fail', async (_what, address) => {
    const options = { signal: new AbortController().signal }
    await fetch(address as string, options)
    expect(fetched.mock.calls).toEqual([[nowhere, options]])
  })

  it('waits where requests wait, and asks again', async () => {
    requests = 2
    const heard: unknown[] = []
    void fetch(`${vendor}/x`).then((answer) => heard.push(answer))
    await settle()
    expect([fetched.mock.calls, heard]).toEqual([[], []])
    // Nothing has changed.
    askAgain()
    await settle()
    expect([fetched.mock.calls, heard]).toEqual([[], []])
    granted.add(host)
    askAgain()
    await settle()
    expect(fetched.mock.calls).toEqual([[`${vendor}/x`]])
    expect(heard).toEqual([`answer of ${vendor}/x`])
    askAgain()
    await settle()
    expect(fetched).toHaveBeenCalledOnce()
  })

  it('that waited fails once requests fail', async () => {
    requests = 2
    void fetch(`${vendor}/x`)
    requests = 1
    askAgain()
    await settle()
    expect(fetched.mock.calls).toEqual([[nowhere, undefined]])
  })
})

describe('XMLHttpRequest', () => {
  const send = (address: string | URL, ...rest: readonly unknown[]) => {
    const request = new XMLHttpRequest()
    ;(request.open as (...given: unknown[]) => void)('POST', address, ...rest)
    request.send('body')
    return request
  }

  it('of the page’s own, and of what is granted, is the browser’s', () => {
    send('/own', true, 'someone')
    granted.add(host)
    send(new URL(`${vendor}/x`))
    expect(sent).toEqual(['POST /own true someone body', `POST ${vendor}/x body`])
  })

  it('that is not granted fails as the browser has it fail, at once or later as it was opened', () => {
    send(`${vendor}/x`)
    send(`${vendor}/x`, true)
    send(`${vendor}/x`, false)
    expect(sent).toEqual([`GET ${nowhere} true body`, `GET ${nowhere} true body`, `GET ${nowhere} false body`])
  })

  it('waits where requests wait', async () => {
    requests = 2
    send(`${vendor}/x`)
    await settle()
    expect(sent).toEqual([])
    granted.add(host)
    askAgain()
    await settle()
    expect(sent).toEqual([`POST ${vendor}/x body`])
  })

  it('follows the address it was opened with last', () => {
    const request = new XMLHttpRequest()
    request.open('GET', vendor)
    request.open('GET', '/own')
    request.send()
    expect(sent).toEqual(['GET /own'])
  })
})

describe('sendBeacon', () => {
  it('of the page’s own, and of what is granted, is the browser’s', () => {
    beacon.mockReturnValueOnce(false)
    expect(navigator.sendBeacon('/own', 'full')).toBe(false)
    granted.add(host)
    expect(navigator.sendBeacon(vendor, 'data')).toBe(true)
    expect(beacon.mock.calls).toEqual([
      ['/own', 'full'],
      [vendor, 'data'],
    ])
  })

  it('that is not granted is sent to nobody, and nobody is told', () => {
    expect(navigator.sendBeacon(vendor, 'data')).toBe(true)
    expect(beacon).not.toHaveBeenCalled()
  })

  it('waits where requests wait', async () => {
    requests = 2
    expect(navigator.sendBeacon(vendor, 'data')).toBe(true)
    granted.add(host)
    askAgain()
    await settle()
    expect(beacon.mock.calls).toEqual([[vendor, 'data']])
  })
})

describe.each(['WebSocket', 'EventSource'] as const)('%s', (name) => {
  const open = (address: string, options?: unknown) => new (window[name] as unknown as typeof FakeSocket)(...([address, options] as const))

  it('of the page’s own, and of what is granted, is the browser’s', () => {
    expect(open('/own', 'chat').given).toEqual(['/own', 'chat'])
    granted.add(host)
    expect(open(`wss://${host}/x`).given).toEqual([`wss://${host}/x`, undefined])
  })

  it.each([1, 2] as const)('that is not granted fails, whatever requests do', (how) => {
    requests = how
    expect(open(`wss://${host}/x`, 'chat').given).toEqual([nowhere])
  })

  it('is as the page knows it', () => {
    const Type = window[name] as unknown as typeof FakeSocket
    const made = open('/own')
    expect(made).toBeInstanceOf(Type)
    expect(made.constructor).toBe(Type)
    expect([Type.name, Type.OPEN]).toEqual([name === 'WebSocket' ? 'FakeSocket' : 'FakeSource', 1])
    class Own extends Type {}
    expect(new Own('/own')).toBeInstanceOf(Own)
  })
})

describe('pixels that never end', () => {
  it('do not pile up: the oldest go', () => {
    const images = Array.from({ length: 1200 }, (_, index) => Object.assign(new Image(), { src: `${vendor}/${index}` }))
    expect(held.size).toBeLessThan(1001)
    expect([...held].at(-1)).toBe(images.at(-1))
    expect(images.every((image) => image.getAttribute('src') === null)).toBe(true)
  })
})

describe('a function that something stands in for', () => {
  it('has the name, the length and the errors of what it is for', () => {
    expect([fetch.name, fetch.length]).toEqual([fetched.name, fetched.length])
    expect(Node.prototype.appendChild).not.toBe(appendChild)
    expect([Node.prototype.appendChild.name, Node.prototype.appendChild.length]).toEqual([appendChild.name, appendChild.length])
    expect(() => document.body.appendChild(null as never)).toThrow(TypeError)
    expect(() => document.body.append()).not.toThrow()
    expect(Object.getOwnPropertyDescriptor(window, 'fetch')).toMatchObject({ configurable: true, writable: true })
  })

  it('is stood in for once, however often it begins', () => {
    const { fetch } = window
    begin()
    expect(window.fetch).toBe(fetch)
  })

  it('may be one more, and is left alone where the browser has none', () => {
    const [native, stand] = [
      vi.fn(() => 'native'),
      vi.fn((real: (...values: unknown[]) => unknown, own: unknown, values: unknown[]) => real.apply(own, values)),
    ]
    define(window, 'vendorCall', native)
    change?.('', 'vendorCall,absent', stand)
    expect((window as unknown as { vendorCall(one: number): string }).vendorCall(1)).toBe('native')
    expect(stand.mock.calls).toEqual([[native, expect.anything(), [1], 'vendorCall']])
    expect('absent' in window).toBe(false)
    Reflect.deleteProperty(window, 'vendorCall')
  })
})
