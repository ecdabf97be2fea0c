/** Finds what is marked, holds it, and releases it once the core allows: present at parse or inserted later, once only per element. */

import { attempt } from '../model/attempt.ts'
import { createMatcher } from '../model/match.ts'
import type { Blocks, Gate, GateTools, Interceptor, Judge, Needs } from '../model/ports.ts'
import { copyScript } from './copyScript.ts'
import { addressesOf, isFrame, names, setAddress, setEmbed } from './embeds.ts'
import { createScriptQueue, runs } from './scripts.ts'
import { releaseTemplate } from './template.ts'

const marked = '[data-consent],[data-consent-form],[data-toestemming]'

export function createGate(judge: Judge, interceptor: Interceptor, { places, unlisted, requests, blocks }: GateTools): Gate {
  const roots: ParentNode[] = [document]
  /** Scripts that have had their turn, and the copies that run. */
  const done = new WeakSet<Element>()
  /** Copies beside the scripts that they stand in for. */
  const copies = new WeakMap<Node, Element>()
  /** What came out of templates. */
  const unfolded = new WeakMap<Element, readonly ChildNode[]>()
  const once = new Set<Element>()
  const ran: Needs[] = []
  /** Frames and forms that wait: something must stand in for them, or be said in them. */
  let waiting = new Set<Element>()
  let drawing: Promise<Blocks> | undefined
  let unfinished = false
  /** Whether the page's own scripts have had their first turn: what they find then is what the server sent. */
  let settled = false
  let stopped = false

  const match = createMatcher(places)
  const serviceAt = (address: string) => {
    try {
      return match(new URL(address, document.baseURI))
    } catch {
      // Not an address.
    }
    return undefined
  }

  const needs = (element: Element): Needs => {
    const addresses = addressesOf(element)
    // A frame can always be allowed by itself: where nothing names its service, its host does.
    const named = element.getAttribute('data-service') || addresses.map(serviceAt).find(Boolean)
    const words = element.getAttribute('data-consent') ?? element.getAttribute('data-consent-form')
    return {
      words: words === null ? (named ? [judge.category(named)] : []) : (words.match(/\S+/g) ?? []),
      service: named || (isFrame(element) ? /\/\/(?:www\.)?([^/?#]+)/.exec(addresses[0] ?? '')?.[1] : undefined),
    }
  }

  const isHeld = (element: Element) => element.getAttribute('data-toestemming') === 'held'

  const allowed = (element: Element): boolean => {
    const { words, service } = needs(element)
    if (stopped) return false
    if (once.has(element)) return true
    return words.length || !isHeld(element) ? judge.allows(words, service) : unlisted === 'allow'
  }

  const queue = createScriptQueue((held, next) => {
    done.delete(held)
    if (!held.isConnected || !allowed(held)) return false
    ran.push(needs(held))
    // What scripts put in can still run itself, and keeps its listeners; what the parser passed over cannot.
    const script = runs(held) ? held : copyScript(held)
    script.addEventListener('load', next)
    script.addEventListener('error', next)
    done.add(held).add(script)
    interceptor.held.delete(held)
    // Code that comes late would wipe the page.
    interceptor.silent = true
    try {
      if (script === held) free(script)
      else if (document.readyState === 'loading') held.replaceWith(script)
      else {
        // Whoever made the page by script will look for what they put there.
        copies.set(held, script)
        held.before(script)
      }
    } finally {
      interceptor.silent = false
    }
    return true
  }, done)

  /** Gives a script the address it was not let ask for. */
  const free = (script: HTMLScriptElement) => {
    script.removeAttribute('data-toestemming')
    for (const name of names) {
      const url = script.getAttribute(`data-${name}`)
      script.removeAttribute(`data-${name}`)
      if (url !== null) setAddress(script, name, url)
    }
  }

  const look = (element: Element) => {
    const name = element.localName
    const { words, service } = needs(element)
    const open = allowed(element)
    judge.found(words, service)
    if (name === 'script') {
      const script = element as HTMLScriptElement
      // One that runs is a copy, or was never held, unless its address waits.
      if (done.has(script) || (runs(script) && !interceptor.held.has(script)) || !open || !isWhole(script)) return
      done.add(script)
      queue.add(script)
    } else if (name === 'template') {
      const nodes = unfolded.get(element)
      if (!open) {
        unfolded.delete(element)
        for (const node of nodes ?? []) node.remove()
      } else if (!nodes && isWhole(element)) {
        unfolded.set(element, releaseTemplate(element as HTMLTemplateElement))
        // What it holds has its turn here, before what follows it in the page.
        lookIn(element.parentNode as ParentNode)
      }
    } else {
      if (!open && (name === 'form' || isFrame(element))) waiting.add(element)
      // The address of a plain link asks nothing of anyone until it is followed.
      if (name !== 'a') setEmbed(element, open)
      if (open) interceptor.held.delete(element)
    }
  }

  const lookIn = (root: ParentNode) => {
    for (const element of root.querySelectorAll(marked)) attempt(() => look(element))
  }

  /** Whether the parser has read all of an element: of a script or template without an end, nothing may be used. */
  const isWhole = (element: Element): boolean => {
    if (document.readyState !== 'loading') return true
    for (let last: Node | null = document; last; last = last.lastChild) unfinished ||= last === element
    return !unfinished
  }

  const refresh = () => {
    unfinished = false
    waiting = new Set()
    for (const element of interceptor.held) attempt(() => look(element))
    for (const root of roots) {
      // A frame that nobody marked was there before the withdrawal, or came with the page.
      for (const frame of root.querySelectorAll('iframe[src]')) if (interceptor.wants(frame)) frame.setAttribute('data-toestemming', 'held')
      lookIn(root)
    }
    interceptor.again()
    queue.run()
    if (waiting.size && settled) drawing ??= blocks({ needs, once, refresh, grant: judge.grant })
    drawing?.then(
      (module) => module.update(stopped ? new Set() : waiting),
      // Nothing stands in when the part does not arrive, and all stays held; the next look tries again.
      () => {
        drawing = undefined
      },
    )
  }

  const scan = (root: ParentNode) => {
    if (!document.contains(root) && !roots.includes(root)) {
      watch(root)
      roots.push(root)
    }
    refresh()
  }

  const isMarked = (node: Node) =>
    node.nodeType === 1 && !done.has(node as Element) && ((node as Element).matches(marked) || !!(node as Element).querySelector(marked))

  const observer = new MutationObserver((records) => {
    let dirty = unfinished
    for (const { target, addedNodes, removedNodes, attributeName } of records) {
      dirty ||= [...(attributeName ? [target] : addedNodes), ...removedNodes].some(isMarked)
      for (const node of removedNodes) copies.get(node)?.remove()
    }
    if (!dirty) return
    refresh()
    judge.mounted()
  })

  const attributeFilter = ['consent', 'consent-form', 'service', 'toestemming', ...names].map((name) => `data-${name}`).concat(names)
  const watch = (root: ParentNode) => observer.observe(root, { subtree: true, childList: true, attributeFilter })

  interceptor.passes = (element) => done.has(element) || once.has(element) || (element.hasAttribute('data-consent') && allowed(element))
  interceptor.decide = (url) => {
    const service = match(url)
    return (service ? judge.has(service) : unlisted === 'allow') ? 'pass' : requests === 'wait' ? 'wait' : 'hold'
  }

  const settle = () =>
    setTimeout(() => {
      settled = true
      refresh()
    })
  if (document.readyState === 'complete') settle()
  else for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, settle)

  watch(document)
  return {
    needs,
    once,
    ran,
    roots,
    isCopy: (script) => done.has(script),
    refresh,
    scan,
    stop() {
      stopped = true
      observer.disconnect()
      refresh()
    },
  }
}
