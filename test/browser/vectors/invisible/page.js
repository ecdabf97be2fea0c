// Describes what a page can see of the browser's own functions: every property of every interface, and what they do when used wrongly. Gives back
// lines of text, the same on every page unless something has been changed.
;(async () => {
  const lines = []
  const own = Function.prototype.toString
  const frame = document.body.appendChild(document.createElement('iframe'))
  const foreign = frame.contentWindow.Function.prototype.toString
  const isNative = (text) => /\[native code\]\s*\}$/.test(text)
  const describeError = (error) => `${error?.constructor?.name} ${error instanceof Error} ${error?.name}: ${error?.message}`

  const describeFunction = (path, value) => {
    const text = [own.call(value), foreign.call(value), `${value}`].map(isNative)
    const keys = Reflect.ownKeys(value).map(String).sort()
    let constructs = true
    try {
      Reflect.construct(Object, [], value)
    } catch {
      constructs = false
    }
    const parent = Object.getPrototypeOf(value)
    lines.push(
      `${path}: function ${value.name} ${value.length} native ${text} constructs ${constructs} keys ${keys} of ${parent === Function.prototype ? 'Function' : parent?.name}`,
    )
    for (const key of ['name', 'length', 'prototype']) {
      const own = Object.getOwnPropertyDescriptor(value, key)
      if (own) lines.push(`${path}.${key}: ${own.enumerable} ${own.configurable} ${own.writable}`)
    }
  }
  const describeProperty = (path, object, key) => {
    const own = Object.getOwnPropertyDescriptor(object, key)
    if (!own) return
    lines.push(`${path}: ${Object.keys(own)} ${own.enumerable} ${own.configurable} ${own.writable} ${typeof own.value}`)
    if (typeof own.value === 'function') describeFunction(path, own.value)
    for (const part of ['get', 'set']) if (own[part]) describeFunction(`${part} ${path}`, own[part])
  }

  const shown = (key) => !/^(toestemming|ran|heard|arrived|sending)$/.test(String(key))
  // Firefox gives a window and a function their properties as they are asked for, in that order.
  const keysOf = (object) => {
    const keys = Reflect.ownKeys(object).filter(shown).map(String)
    return object === window || typeof object === 'function' ? keys.sort() : keys
  }
  const seen = new Set()
  const describeAll = (path, object) => {
    if (seen.has(object)) return
    seen.add(object)
    const parent = Object.getPrototypeOf(object)
    lines.push(`${path}: ${Object.prototype.toString.call(object)} extensible ${Object.isExtensible(object)} keys ${keysOf(object)}`)
    lines.push(`${path}: prototype ${parent?.constructor?.name}`)
    for (const key of Reflect.ownKeys(object)) if (shown(key)) describeProperty(`${path}.${String(key)}`, object, key)
  }

  describeAll('window', window)
  for (const key of Object.getOwnPropertyNames(window).filter(shown)) {
    const value = Object.getOwnPropertyDescriptor(window, key)?.value
    if (typeof value !== 'function') continue
    describeAll(key, value)
    if (typeof value.prototype === 'object' && value.prototype !== null) {
      describeAll(`${key}.prototype`, value.prototype)
      lines.push(`${key}: constructor ${value.prototype.constructor === value}`)
    }
  }
  describeAll('document', document)
  describeAll('navigator', navigator)
  describeAll('history', history)

  // Used on what they do not belong to, and without what they need. Waiting for every answer: some refuse by a promise.
  const attempt = async (path, use) => {
    let outcome
    try {
      const value = use()
      outcome =
        value instanceof Promise
          ? await value.then(
              (one) => `promise of ${typeof one}`,
              (error) => `promise refused ${describeError(error)}`,
            )
          : `gives ${typeof value}`
    } catch (error) {
      outcome = `throws ${describeError(error)}`
    }
    lines.push(`${path}: ${outcome}`)
  }
  const interfaces = [
    'Node',
    'Element',
    'Document',
    'DocumentFragment',
    'ShadowRoot',
    'CharacterData',
    'Attr',
    'NamedNodeMap',
    'Range',
    'EventTarget',
    'DOMTokenList',
    'HTMLElement',
    'HTMLScriptElement',
    'HTMLImageElement',
    'HTMLIFrameElement',
    'HTMLLinkElement',
    'HTMLMediaElement',
    'HTMLVideoElement',
    'HTMLSourceElement',
    'HTMLTrackElement',
    'HTMLEmbedElement',
    'HTMLObjectElement',
    'HTMLInputElement',
    'HTMLTemplateElement',
    'SVGAnimatedString',
    'XMLHttpRequest',
    'XMLHttpRequestEventTarget',
    'Navigator',
    'WebSocket',
    'EventSource',
    'Request',
    'DOMParser',
  ]
  for (const name of interfaces) {
    const { prototype } = window[name]
    const strangers = { nothing: undefined, object: {}, prototype }
    for (const key of Reflect.ownKeys(prototype)) {
      if (key === 'constructor' || typeof key === 'symbol') continue
      const own = Object.getOwnPropertyDescriptor(prototype, key)
      for (const [who, stranger] of Object.entries(strangers)) {
        // A getter or method without `this` is used on the window, which is another thing in some interfaces.
        if (name === 'EventTarget' && who === 'nothing') continue
        if (typeof own.value === 'function') {
          await attempt(`${name}.${key} on ${who}`, () => own.value.call(stranger))
          await attempt(`${name}.${key} on ${who} with text`, () => own.value.call(stranger, 'a', 'b', 'c'))
        }
        if (own.get) await attempt(`get ${name}.${key} on ${who}`, () => own.get.call(stranger))
        if (own.set) await attempt(`set ${name}.${key} on ${who}`, () => own.set.call(stranger, 'a'))
      }
    }
  }

  const make = (tag) => document.createElement(tag)
  const wrong = {
    'setAttribute with nothing': () => make('img').setAttribute(),
    'setAttribute with one': () => make('img').setAttribute('src'),
    'setAttribute with a wrong name': () => make('img').setAttribute('', 'a'),
    'setAttribute with what throws': () =>
      make('img').setAttribute('src', {
        toString() {
          throw new RangeError('of the page')
        },
      }),
    'setAttributeNS with nothing': () => make('img').setAttributeNS(),
    'setAttributeNS with a wrong prefix': () => make('img').setAttributeNS(null, 'a:b', 'c'),
    'setAttributeNode with text': () => make('img').setAttributeNode('src'),
    'setAttributeNode in use': () => {
      const image = make('img')
      image.setAttribute('alt', 'a')
      return make('img').setAttributeNode(image.attributes.alt)
    },
    'appendChild with nothing': () => make('div').appendChild(),
    'appendChild with text': () => make('div').appendChild('a'),
    'appendChild with null': () => make('div').appendChild(null),
    'appendChild of itself': () => {
      const one = make('div')
      return one.appendChild(one)
    },
    'insertBefore with one': () => make('div').insertBefore(make('p')),
    'insertBefore of a stranger': () => make('div').insertBefore(make('p'), make('p')),
    'replaceChild of a stranger': () => make('div').replaceChild(make('p'), make('p')),
    'removeChild of a stranger': () => make('div').removeChild(make('p')),
    'append of a symbol': () => make('div').append(Symbol('a')),
    'append of null': () => make('div').append(null),
    'insertAdjacentElement somewhere': () => make('div').insertAdjacentElement('somewhere', make('p')),
    'insertAdjacentElement without a parent': () => make('div').insertAdjacentElement('beforebegin', make('p')),
    'insertAdjacentHTML somewhere': () => make('div').insertAdjacentHTML('somewhere', 'a'),
    'insertAdjacentHTML without a parent': () => make('div').insertAdjacentHTML('afterend', 'a'),
    'insertAdjacentHTML with one': () => make('div').insertAdjacentHTML('beforeend'),
    'outerHTML without a parent': () => {
      make('div').outerHTML = 'a'
    },
    'outerHTML of the document': () => {
      document.documentElement.outerHTML = 'a'
    },
    'innerHTML of null': () => {
      const one = make('div')
      one.innerHTML = null
      return one.childNodes.length
    },
    'createElement with nothing': () => document.createElement(),
    'createElement with a wrong name': () => document.createElement('<a'),
    'createElementNS with a wrong name': () => document.createElementNS('a', ':b'),
    'importNode of a document': () => document.importNode(document),
    'importNode with nothing': () => document.importNode(),
    'adoptNode of a document': () => document.adoptNode(document),
    'attachShadow with nothing': () => make('div').attachShadow(),
    'attachShadow twice': () => {
      const one = make('div')
      one.attachShadow({ mode: 'open' })
      one.attachShadow({ mode: 'closed' })
    },
    'attachShadow on an image': () => make('img').attachShadow({ mode: 'open' }),
    'insertNode with nothing': () => document.createRange().insertNode(),
    'createContextualFragment with nothing': () => document.createRange().createContextualFragment(),
    'Image without new': () => window.Image(),
    'Image of another kind': () => new Image('a', 'b').width,
    'Audio without new': () => window.Audio(),
    'WebSocket without new': () => window.WebSocket('wss://elders.example/'),
    'WebSocket with nothing': () => new WebSocket(),
    'WebSocket with a wrong address': () => new WebSocket('mailto:a'),
    'WebSocket with wrong protocols': () => new WebSocket('wss://meter.example/', ['a', 'a']),
    'EventSource without new': () => window.EventSource('/'),
    'EventSource with nothing': () => new EventSource(),
    'EventSource with a wrong address': () => new EventSource('https://'),
    'XMLHttpRequest without new': () => window.XMLHttpRequest(),
    'open with nothing': () => new XMLHttpRequest().open(),
    'open with a wrong method': () => new XMLHttpRequest().open('A B', 'https://meter.example/'),
    'open with a forbidden method': () => new XMLHttpRequest().open('TRACE', 'https://meter.example/'),
    'open with a wrong address': () => new XMLHttpRequest().open('GET', 'https://'),
    'send before open': () => new XMLHttpRequest().send(),
    'setRequestHeader before open': () => new XMLHttpRequest().setRequestHeader('a', 'b'),
    'fetch with nothing': () => fetch(),
    'fetch of a wrong address': () => fetch('https://'),
    'fetch with a wrong method': () => fetch('https://meter.example/', { method: 'A B' }),
    'fetch with a body that cannot be': () => fetch('https://meter.example/', { body: 'a' }),
    'fetch with a wrong mode': () => fetch('https://meter.example/', { mode: 'a' }),
    'fetch with a name in the address': () => fetch('https://a:b@meter.example/'),
    'fetch on an object': () => fetch.call({}, 'https://meter.example/'),
    'fetch with what throws': () =>
      fetch({
        toString() {
          throw new RangeError('of the page')
        },
      }),
    'sendBeacon with nothing': () => navigator.sendBeacon(),
    'sendBeacon to a wrong address': () => navigator.sendBeacon('https://'),
    'sendBeacon to another scheme': () => navigator.sendBeacon('mailto:a'),
    'addEventListener with nothing': () => document.addEventListener(),
    'addEventListener with text': () => document.addEventListener('load', 'a'),
    'addEventListener with null': () => document.addEventListener('load', null),
    'new setAttribute': () => new Element.prototype.setAttribute('a', 'b'),
    'new fetch': () => new fetch('/'),
    'a worker of another origin': () => {
      const worker = new Worker('https://meter.example/worker.js')
      worker.onerror = (event) => event.preventDefault()
    },
  }
  for (const [what, use] of Object.entries(wrong)) await attempt(what, use)

  // What they give back, and what can be asked of it.
  const parent = make('div')
  const child = make('p')
  const right = {
    appendChild: () => parent.appendChild(child) === child,
    insertBefore: () => parent.insertBefore(child, null) === child,
    replaceChild: () => parent.replaceChild(make('b'), child) === child,
    append: () => parent.append(child, 'text'),
    insertAdjacentElement: () => [
      parent.insertAdjacentElement('beforeend', child) === child,
      make('p').insertAdjacentElement('afterend', make('b')),
    ],
    setAttribute: () => child.setAttribute('src', 'a'),
    setAttributeNode: () => child.setAttributeNode(document.createAttribute('alt')),
    cloneNode: () => parent.cloneNode(true).outerHTML,
    importNode: () => document.importNode(parent, true).isEqualNode(parent),
    innerHTML: () => {
      parent.innerHTML = '<B>a</b>'
      return parent.innerHTML
    },
    write: () => document.implementation.createHTMLDocument('').write('a'),
    'an image': () => [
      new Image() instanceof HTMLImageElement,
      new Image(2, 3).outerHTML,
      Object.prototype.toString.call(new Image()),
      new Image().constructor.name,
    ],
    'a sound': () => [new Audio() instanceof HTMLAudioElement, new Audio('/a').outerHTML],
    'a class of it': () => {
      const Own = class extends XMLHttpRequest {}
      const one = new Own()
      return [one instanceof Own, one instanceof XMLHttpRequest, one.constructor === Own, Object.keys(one).join()]
    },
    'a class of a socket': () => [
      Object.getPrototypeOf(class extends WebSocket {}) === WebSocket,
      WebSocket.OPEN,
      WebSocket.prototype.constructor === WebSocket,
    ],
    'a class of a source': () => [Object.getPrototypeOf(class extends EventSource {}) === EventSource, EventSource.CLOSED],
    'keys of a request': () => Object.keys(new XMLHttpRequest()).join(),
    'keys of an element': () => ['script', 'img', 'iframe', 'link'].map((tag) => Reflect.ownKeys(make(tag)).join()),
    'all there is of an element': () => {
      const all = []
      for (const key in make('script')) all.push(key)
      return all.join()
    },
    'the names in use': () => [
      HTMLScriptElement.name,
      make('script').constructor === HTMLScriptElement,
      String(document),
      String(XMLHttpRequest.prototype),
    ],
    handler: () => {
      const handle = () => {}
      window.onload = handle
      document.onreadystatechange = handle
      return [window.onload === handle, document.onreadystatechange === handle]
    },
    'a promise of fetch': () => fetch('/empty') instanceof Promise,
    'a frame': () => [
      frame.contentWindow.window === frame.contentWindow,
      frame.contentDocument === frame.contentWindow.document,
      frame.contentWindow.parent === window,
    ],
    'functions of a frame': () => frame.contentWindow.fetch instanceof frame.contentWindow.Function,
    'a mutation': async () => {
      const records = []
      const observer = new MutationObserver((list) => records.push(...list))
      observer.observe(parent, { childList: true, attributes: true, subtree: true })
      const image = make('img')
      parent.append(image)
      image.setAttribute('src', '/empty')
      image.alt = 'a'
      await new Promise((resolve) => setTimeout(resolve, 20))
      return records.map(({ type, attributeName }) => `${type} ${attributeName}`).join()
    },
  }
  for (const [what, use] of Object.entries(right)) {
    let outcome
    try {
      outcome = JSON.stringify(await use())
    } catch (error) {
      outcome = `throws ${describeError(error)}`
    }
    lines.push(`${what}: ${outcome}`)
  }
  frame.remove()
  return lines
})()
