/**
 * Holds what scripts create, insert or ask for at the hosts of services that are not granted, though nobody marked it. It stands in for the
 * browser's own functions and passes on all else, so that a page sees no difference: a proxy has the name, length and errors of what it is for.
 *
 * An element that is held keeps its address in `data-src` and so on, with `data-toestemming="held"`: from there the gate takes over. What no
 * script can hold: static HTML, `url()` in CSS, `import()`, and what a worker asks for.
 */

import type { Interceptor, Verdict } from '../model/ports.ts'
import { addressesIn, names } from './embeds.ts'
import { trusted } from './trusted.ts'

type Native = (...values: never[]) => unknown
type Stand = (native: Native, own: never, values: never[], name: string) => unknown

const { apply, construct } = Reflect
/** Nothing is there, and nobody is asked: the browser says so with an error of its own. */
const nowhere = 'blob:null/0'

/** @param wait whether settings are on their way: until they are here, every other host waits */
export function intercept(wait: boolean): Interceptor {
  const realms = new WeakSet<object>()
  const opened = new WeakMap<object, readonly unknown[]>()
  const held = new Set<Element>()
  let waiting: (() => void)[] = []

  const verdict = (address: unknown): Verdict => {
    try {
      const url = new URL(address as string, document.baseURI)
      if (/^(http|ws)/.test(url.protocol) && url.host !== location.host) return interceptor.decide(url)
    } catch {
      // Not an address: the browser says what it thinks of it.
    }
    return 'pass'
  }
  const holds = (name: string, value: unknown) => addressesIn(name, value).some((address) => verdict(address) !== 'pass')

  /** Holds an attribute that is about to be set, if it must be. */
  const take = (element: Element, name: string, value: unknown): boolean => {
    if (!names.includes(name) || /^(a|area|base)$/i.test(element.localName)) return false
    const taken = holds(name, value) && !interceptor.passes(element)
    if (taken) {
      held.add(element)
      element.setAttribute('data-toestemming', 'held')
      // As it is now: the page's base may change.
      element.setAttribute(`data-${name}`, /^src./.test(name) ? `${value}` : new URL(value as string, document.baseURI).href)
      // What stands in a script with an address never runs.
      if (isScript(element) && element.textContent) {
        element.setAttribute('data-type', (element as HTMLScriptElement).type)
        element.setAttribute('type', 'text/plain')
      }
    } else if (held.has(element)) element.removeAttribute(`data-${name}`)
    return taken
  }

  /** Holds what is in elements that another parser made, and knows them that were held before or are copies. */
  const check = (node: unknown, scripts?: boolean) => {
    const { nodeType, firstElementChild } = (node ?? {}) as Element
    const elements = firstElementChild ? [...(node as Element).querySelectorAll(asking)] : []
    if (nodeType === 1) elements.push(node as Element)
    for (const element of elements) {
      if (element.getAttribute('data-toestemming') === 'held') held.add(element)
      check((element as HTMLTemplateElement).content, scripts)
      if (scripts === false && isScript(element)) continue
      for (const name of [...names, 'xlink:href']) {
        const value = element.getAttribute(name)
        if (value && take(element, name.replace('xlink:', ''), value)) element.removeAttribute(name)
      }
    }
  }

  /** Goes on, has it fail, or waits and asks again. */
  const ask = (address: unknown, go: () => unknown, fail: () => unknown): unknown => {
    const found = verdict(address)
    if (found === 'pass') return go()
    if (found === 'hold') return fail()
    return new Promise<void>((resolve) => void waiting.push(resolve)).then(() => ask(address, go, fail))
  }

  /** A window of this page: its own, or that of a frame without a page of its own. */
  const enter = (view: unknown) => {
    try {
      const realm = ((view as Document).defaultView ?? view) as typeof globalThis
      if (realms.has(realm.Node) || 'toestemming' in realm) return
      realms.add(realm.Node)
      replace(realm)
    } catch {
      // Of another origin.
    }
  }

  const replace = (realm: typeof globalThis) => {
    const change = (owners: string, keys: string, stand: Stand) => {
      for (const owner of owners.split(' '))
        for (const key of keys.split(' ')) {
          const target = (realm as unknown as Record<string, { prototype: object }>)[owner]?.prototype ?? realm
          const found = Object.getOwnPropertyDescriptor(target, key) ?? {}
          const kind = (['value', 'set', 'get'] as const).find((one) => found[one])
          if (kind)
            Object.defineProperty(target, key, {
              [kind]: new Proxy(found[kind], { apply: (native, own, values) => stand(native, own as never, values as never[], key) }),
            })
        }
    }
    const setHTML = Object.getOwnPropertyDescriptor(realm.Element.prototype, 'innerHTML')?.set as Native

    change(
      'HTMLScriptElement HTMLImageElement HTMLIFrameElement HTMLFrameElement HTMLLinkElement HTMLMediaElement HTMLVideoElement HTMLSourceElement HTMLTrackElement HTMLEmbedElement HTMLObjectElement HTMLInputElement',
      names.join(' '),
      (native, own, values, name) => take(own, name, values[0]) || apply(native, own, values),
    )
    // Without `set`, as in what follows, reading is what is stood in for.
    change('HTMLIFrameElement HTMLFrameElement HTMLObjectElement', 'contentWindow contentDocument', (native, own, values) => {
      const view = apply(native, own, values)
      enter(view)
      return view
    })
    change(
      'Node Element CharacterData Document DocumentFragment Range',
      'appendChild insertBefore replaceChild append prepend before after replaceWith replaceChildren insertAdjacentElement insertNode surroundContents adoptNode importNode cloneNode moveBefore',
      (native, own, values, name) => {
        for (const value of values) check(value)
        const result = apply(native, own, values)
        if (/^(clone|import)/.test(name)) check(result)
        for (const value of values) enter((value as HTMLIFrameElement | undefined)?.contentWindow)
        return result
      },
    )
    change(
      'Element ShadowRoot Range Document',
      'innerHTML outerHTML insertAdjacentHTML setHTMLUnsafe createContextualFragment write writeln',
      (native, own, values, name) => {
        if (interceptor.silent && /^w/.test(name)) return undefined
        const texts = values.map((html) => {
          if (!holds('html', html)) return html
          const template = document.createElement('template')
          apply(setHTML, template, [html] as never)
          // Most scripts in markup never run.
          check(template.content, /^[cw]/.test(name))
          const text = template.innerHTML
          return (typeof html === 'string' ? text : trusted('createHTML', text)) as never
        })
        const result = apply(native, own, texts)
        if (texts.join() !== values.join()) for (const made of [result, (own as Node).getRootNode?.()]) check(made)
        return result
      },
    )
    change('Element', 'setAttribute setAttributeNS setAttributeNode setAttributeNodeNS', (native, own, values) => {
      const [value, name] = [...values].reverse() as unknown[]
      const attribute = (name ? { name, value } : value) as Attr | undefined
      return take(own, `${attribute?.name}`.replace('xlink:', '').toLowerCase(), attribute?.value)
        ? name
          ? undefined
          : null
        : apply(native, own, values)
    })
    change('', 'fetch', (native, own, values) =>
      ask(
        (values[0] as { url?: string } | undefined)?.url ?? values[0],
        () => apply(native, own, values),
        () => apply(native, own, [nowhere] as never),
      ),
    )
    change('XMLHttpRequest', 'open', (native, own, values) => {
      opened.set(own, values)
      return apply(native, own, values)
    })
    change('XMLHttpRequest', 'send', (native, own, values) => {
      const [, address, later] = opened.get(own) ?? []
      const go = () => apply(native, own, values)
      ask(address, go, () => {
        ;(own as XMLHttpRequest).open('GET', nowhere, later !== false)
        go()
      })
    })
    change('Navigator', 'sendBeacon', (native, own, values) => {
      const sent = ask(
        values[0],
        () => apply(native, own, values),
        () => true,
      )
      return typeof sent !== 'boolean' || sent
    })
    for (const name of ['WebSocket', 'EventSource', 'Audio'] as const) {
      const { prototype } = realm[name]
      const stand = new Proxy(realm[name], {
        construct(target, values, made) {
          if (name !== 'Audio')
            return construct(target, verdict(values[0]) === 'pass' ? values : [name === 'WebSocket' ? 'wss://0.0.0.0:1' : nowhere], made)
          const audio = construct(target, [], made)
          if (values.length) audio.src = values[0]
          return audio
        },
      })
      if (prototype.constructor === realm[name]) prototype.constructor = stand
      realm[name] = stand as never
    }
  }

  const interceptor: Interceptor = {
    held,
    decide: () => (wait ? 'wait' : 'pass'),
    passes: () => false,
    wants: (element) => !interceptor.passes(element) && names.some((name) => holds(name, element.getAttribute(name) ?? '')),
    again() {
      const now = waiting
      waiting = []
      for (const resume of now) resume()
    },
    silent: false,
  }
  // A frame that is held loads nothing, and tells nobody that it did.
  document.addEventListener('load', (event) => held.has(event.target as Element) && event.stopImmediatePropagation(), true)
  enter(window)
  return interceptor
}

const isScript = ({ localName }: Element) => localName === 'script'
const asking = `${names.map((name) => `[*|${name}]:not(a)`)},template,[data-toestemming]`
