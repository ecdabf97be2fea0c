/**
 * Holds what scripts create, insert or ask for, unmarked, at the hosts of services that are not granted. It stands in for the browser's own
 * functions and passes on all else, so that a page sees no difference: a proxy has the name, length and errors of what it is for. What is held
 * keeps its address in `data-src` and so on, with `data-toestemming="held"`: from there the gate takes over. What no script can hold: static HTML,
 * `url()` in CSS, `import()`, and what a worker asks for.
 */

import type { Change, Interception } from '../model/ports.ts'
import { addressesIn, names, urlOf } from './embeds.ts'
import { matches } from './natives.ts'
import { enterAll, held, marked, marks, most, ours, placed } from './touched.ts'
import { trusted } from './trusted.ts'

const { apply, construct, getOwnPropertyDescriptor } = Reflect
/** Browsers connect to no such port, and say so with an error of their own. The host is read as 0.0.0.0. */
const nowhere = 'https://0:1'
const asking = `${names.map((name) => `[*|${name}]:not(a)`)},iframe,template,${marked}`

/** Has something more stand in for the page's own; there once `intercept` has been called. */
export let change: Change | undefined
const realms = new WeakSet<object>()
/** How a request was opened; of a document, the beginning of a tag that is being written to it. */
const opened = new WeakMap<object, unknown>()
const waiting: (() => void)[] = []
let noted: boolean | undefined
let isRead: boolean | undefined
let rules: Interception

/** Begins, or goes on with other rules. What waits asks again. */
export const intercept = (next: Interception): void => {
  rules = next
  enter(window)
}

/** The page has been read: a set of nodes is dear, and nobody needs this one any more. */
export function read(): void {
  isRead = true
}

/** Lets the requests that wait ask again. */
export const askAgain = (): void => {
  for (const resume of waiting.splice(0)) resume()
}

/** Has the gate told that something of its own has come into the page or has changed, once the script that did it is done with it. */
const note = () => {
  if (!noted) {
    noted = true
    queueMicrotask(() => {
      noted = false
      rules.changed()
    })
  }
}

/** Whether an address may be asked for now: 0, or what becomes of a request to it. What a mark holds is held at every other host. */
export const verdict = (address: unknown, marked?: unknown) => {
  const url = urlOf(address)
  return url?.host && url.host !== location.host && ((marked || rules.decide(url)) as ReturnType<Interception['decide']>)
}
const refuses = (name: string, value: unknown, marked?: unknown) =>
  addressesIn(name, String(value)).some((address) => verdict(address, marked))

/** Holds an attribute that is about to be set, if it must be. */
const take = (element: HTMLElement | undefined, key: unknown, value: unknown) => {
  const name = String(key).replace('xlink:', '').toLowerCase()
  if (!names.includes(name) || !element?.dataset || element.matches('a,area,base')) return false
  const { dataset } = element
  const taken = refuses(name, value, dataset.consent) && !rules.passes(element)
  if (taken) {
    // What is nowhere yet is looked at when it comes.
    if (element.ownerDocument.defaultView) held.add(element)
    if (held.size > most) held.delete([...held][0] as HTMLElement)
    dataset.toestemming = 'held'
    // As it is now: the page's base may change.
    dataset[name] = (/^src\w/.test(name) ? value : urlOf(value)) as string
    if (element.isConnected) note()
  } else if (held.has(element)) delete dataset[name]
  return taken
}

/** Holds what is in elements that another parser made, and knows them that were held before or are copies. Gives back the frames among them. */
const check = (node: Element | undefined | null, passed?: unknown) => {
  const elements: HTMLElement[] = []
  // A form may have a field of any name, and has this all the same.
  const isElement = node?.tagName
  if (!isRead) for (const one of isElement ? [node] : node?.nodeType === 11 ? node.children : []) placed.add(one)
  // To look for one is cheap, and there is none most of the time.
  if (node?.firstElementChild) {
    const own = isElement ? Element.prototype : node
    if (own.querySelector.call(node, asking)) elements.push(...(own.querySelectorAll.call(node, asking) as NodeListOf<HTMLElement>))
  }
  if (isElement && matches.call(node, asking)) elements.push(node as HTMLElement)
  for (const element of elements) {
    if (matches.call(element, marked) && !ours.has(element)) note()
    if (element.dataset?.toestemming === 'held') held.add(element)
    check((element as unknown as { content: Element }).content, passed)
    if (element.localName !== passed)
      // Not `attributes`, which in a form may be a field of that name.
      for (const name of element.getAttributeNames()) if (take(element, name, element.getAttribute(name))) element.removeAttribute(name)
  }
  return elements as readonly Partial<HTMLIFrameElement>[]
}

/** Goes on, has it fail, or waits and asks again. */
const ask = (address: unknown, go: () => unknown, fail: () => unknown): unknown => {
  const found = verdict(address)
  return found ? (found > 1 ? new Promise<void>((resolve) => waiting.push(resolve)).then(() => ask(address, go, fail)) : fail()) : go()
}

/** A window of this page: its own, or that of a frame without a page of its own. */
const enter = (view: unknown) => {
  try {
    const realm = ((view as Document).defaultView ?? view) as typeof globalThis
    if (!realms.has(realm.Node)) replace(realm)
  } catch {
    // Of another origin, or none.
  }
  return view
}

const replace = (realm: typeof globalThis) => {
  realms.add(realm.Node)
  const changeHere: Change = (owners, keys, stand) => {
    for (const owner of `${owners}`.split(','))
      for (const key of `${keys}`.split(',')) {
        const target = (realm as unknown as Record<string, { prototype: object }>)[owner]?.prototype ?? realm
        const found = getOwnPropertyDescriptor(target, key)
        const kind = (['value', 'set', 'get'] as const).find((one) => found?.[one])
        if (!kind) continue
        const native = found?.[kind]
        // Constructors begin with a capital, which comes before all small letters.
        const proxy = new Proxy(native, {
          [key < 'a' ? 'construct' : 'apply']: (_: unknown, own: never, values: never) => stand(native, own, values, key),
        })
        if (native.prototype?.constructor === native) native.prototype.constructor = proxy
        Object.defineProperty(target, key, { [kind]: proxy })
      }
  }
  const setHTML = (getOwnPropertyDescriptor(realm.Element.prototype, 'innerHTML') as { set: (text: unknown) => void }).set
  // Those that ask for an address, and few others: a browser makes an interface when it is first looked at. Those of links are not asked for.
  const elements = `${Object.getOwnPropertyNames(realm)}`.match(/HTML(Em|[FIMOV]|Li|S[co]|Tr)\w+/g) as string[]
  // Of a constructor the arguments come first, and then what `new` was called on.
  changeHere('', 'Audio', (native, values: unknown[], made) => {
    const audio: HTMLAudioElement = construct(native, [], made as never)
    // As what stands in for the property has it.
    if (values.length) audio.src = values[0] as string
    return audio
  })
  changeHere(elements, 'contentWindow,contentDocument', (native, own: HTMLElement, values) => {
    const view = enter(apply(native, own, values))
    // lazysizes, which is in many plug-ins, sends such a frame to its `data-src` in a way that nobody can stand in for: a text has a `replace` as well.
    return own.matches('.lazyload[data-consent][data-src]') ? { location: '' } : view
  })
  changeHere(
    'Element,Range,Document,DocumentFragment,Node,CharacterData',
    'importNode,insertBefore,replaceWith,after,moveBefore,replaceChild,body,adoptNode,insertNode,insertAdjacentElement,cloneNode,surroundContents,prepend,append,appendChild,before,replaceChildren',
    (native, own, values, name) => {
      const found = (values as Element[]).flatMap(check)
      const result = apply(native, own, values)
      // `cloneNode` and `importNode`.
      if (/^.[lm]/.test(name)) check(result as Element)
      enterAll(found)
      return result
    },
  )
  changeHere(elements, names, (native, own, values, name) => take(own, name, values[0]) || apply(native, own, values))
  changeHere('', 'EventSource,WebSocket', (native, values: unknown[], made) =>
    construct(native, verdict(values[0]) ? [nowhere] : values, made as never),
  )
  // Sooner or later, as the page's beacons are: those that wait are as good as sent.
  changeHere('Navigator', 'sendBeacon', (native, own, values) => !!ask(values[0], () => apply(native, own, values), Object))
  changeHere('', 'fetch', (native, own, values) =>
    ask(
      (values[0] as { url?: string } | undefined)?.url ?? values[0],
      () => apply(native, own, values),
      () => apply(native, own, [nowhere, values[1]]),
    ),
  )
  changeHere('Element', 'setAttributeNS,setAttribute', (native, own, values, key) => {
    // `setAttributeNS`, whose name is longer, has the namespace before the rest.
    const [name, value] = key[12] ? values.slice(1) : values
    if (marks.test(name as string)) note()
    if (!take(own, name, value)) return apply(native, own, values)
  })
  changeHere('XMLHttpRequest', 'open,abort', (native, own, values) => {
    apply(native, own, values)
    opened.set(own, values)
  })
  changeHere('XMLHttpRequest', 'send', (native, own: XMLHttpRequest, values) => {
    const now = opened.get(own) as readonly unknown[] | undefined
    // One that was given up, or opened anew, while it waited is not sent.
    const go = () => now === opened.get(own) && apply(native, own, values)
    ask(now?.[1], go, () => {
      own.open('GET', nowhere, now?.[2] !== false)
      apply(native, own, values)
    })
  })
  changeHere(
    'Element,Range,Document,ShadowRoot',
    'innerHTML,writeln,createContextualFragment,outerHTML,write,insertAdjacentHTML,setHTML,setHTMLUnsafe',
    (native, own: Node, values, name) => {
      // Code that comes late would wipe the page with it, and nothing else.
      if (name > 'w' && own === document && ours.has(document.currentScript as Element)) return
      const texts = values.map((html, index) => {
        // A tag may come in pieces, and is looked at when it is whole. A call on nothing has an error of its own.
        if (name > 'w' && html !== Object(html)) {
          const [head, tail] = `${opened.get(own) ?? ''}${html}`.split(/(<(?:[/a-z][^>]*)?$)/i)
          opened.set(Object(own), tail && name[5] && !(index + 1 in values) ? `${tail}\n` : tail)
          html = head
        }
        if (marks.test(html as string)) note()
        // What names no address, nor may have the letters of one as numbers, costs no more.
        if (!/&#/.test(html as string) && !refuses('html', html)) return html
        const hold = (text: unknown, whole?: unknown) => {
          const template = document.createElement('template')
          setHTML.call(template, text)
          const before = template.innerHTML
          // Most scripts in markup never run.
          check(template.content as Node as Element, /^[cw]/.test(name) || 'script')
          whole ??= template.innerHTML
          return (before === whole ? text : whole) as string
        }
        const whole = hold(html)
        if (whole === html) return html
        // What is no text says what it is, or is refused.
        if (html !== `${html}`) return trusted('createHTML', whole)
        // What is written may go on with what was open before it, or leave open what comes after it: only the tags that hold are written anew.
        const anew = (tag: string) => hold(tag).replace(/<\/.*/, '')
        return name > 'w' ? hold(html.replace(/<[^<>]*\/\/[^<>]*>/g, anew), whole) : whole
      })
      const result = apply(native, own, texts)
      // An element whose place the markup has taken knows nothing of it: its page is looked through.
      if (/<iframe|="held/i.test(texts as never))
        enterAll([result, own, own.parentNode ?? own.ownerDocument].flatMap((made) => check(made as Element, 'script')))
      return result
    },
  )
  // What the parser puts in: a frame without a page of its own can be had by its name or number as well. What scripts put in is heard of above.
  if (!change) {
    change = changeHere
    const enterFrames = () => enterAll([...document.querySelectorAll<HTMLIFrameElement>('iframe:not([src*="/"])')])
    enterFrames()
    new MutationObserver((records, observer) => {
      if (document.readyState !== 'loading') observer.disconnect()
      enterFrames()
      rules.changed(records)
    }).observe(document, { subtree: true, childList: true })
  }
}
