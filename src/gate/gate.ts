/** Finds what is marked, holds it, and releases it once the core allows: present at parse or inserted later, once only per element. */

import { attempt } from '../model/attempt.ts'
import { serviceAt, tokens } from '../model/match.ts'
import type { Gate, Judge } from '../model/ports.ts'
import type { Problem } from '../model/check.ts'
import type { Service } from '../model/types.ts'
import type { Blocks } from './blocks.ts'
import { catchEmbed, holdEmbed, isFrame, releaseEmbed } from './embeds.ts'
import { createScriptQueue, runs } from './scripts.ts'
import { releaseTemplate } from './template.ts'

const marked = '[data-consent],form[data-consent-form]'
const kinds = /^(iframe|img|link|video|audio|source|track|embed|object|input)$/

export interface GateTools {
  readonly services: readonly Service[]
  /** Loads what draws placeholders and notices; called when the first one is needed. */
  blocks(): Promise<Blocks>
  report(problem: Problem): void
}

export function createGate(judge: Judge, { services, blocks, report }: GateTools): Gate {
  const roots = new Set<ParentNode>([document])
  /** Scripts that have had their turn, and the copies that run. */
  const done = new WeakSet<Element>()
  /** What is released and how to hold it again. */
  const released = new Map<Element, () => void>()
  /** What a visitor loaded once: this element, this page. */
  const once = new Set<Element>()
  /** What stands in for a frame or in a form. */
  const standIns = new Map<Element, () => void>()
  /** Scripts that ran, by what they needed. */
  const ran: { words: string[]; service: string | undefined }[] = []
  let unfinished = false
  let stopped = false

  const needs = (element: Element) => {
    const words = tokens(element.getAttribute(element.localName === 'form' ? 'data-consent-form' : 'data-consent'))
    const url = addressOf(element)
    const host = url?.host.replace(/^www\./, '') ?? ''
    const service = element.getAttribute('data-service') || (url && serviceAt(url, services)?.id)
    // A frame can always be allowed by itself: where nothing names its service, its host does.
    const id = service || (isFrame(element) && host.replace(/[^a-z\d]+/g, '-')) || undefined
    return { words, service: id, provider: services.find((one) => one.id === id)?.provider ?? (host || id || '') }
  }

  const allowed = (element: Element): boolean => {
    const { words, service } = needs(element)
    return once.has(element) || judge.allows(words, service)
  }

  const queue = createScriptQueue(
    allowed,
    (held) => done.delete(held),
    (copy, held) => {
      done.add(copy)
      ran.push(needs(held))
    },
  )

  const lookAtScript = (script: HTMLScriptElement) => {
    if (done.has(script)) return
    if (runs(script)) {
      done.add(script)
      report({ path: 'data-consent', found: script.outerHTML.slice(0, 60), expected: 'type' })
    } else if (allowed(script) && isWhole(script)) {
      done.add(script)
      queue.add(script)
    }
  }

  const look = (element: Element) => {
    const { words, service, provider } = needs(element)
    if (!stopped) judge.found(words, service, provider)
    const name = element.localName
    if (name === 'script') return lookAtScript(element as HTMLScriptElement)
    const open = !stopped && allowed(element)
    const close = released.get(element)
    if (name === 'form') return standIn(element, !open)
    if (open && !close) {
      if (name === 'template') {
        if (isWhole(element)) released.set(element, releaseTemplate(element as HTMLTemplateElement))
      } else if (kinds.test(name)) {
        standIn(element, false)
        released.set(element, () => holdEmbed(element))
        releaseEmbed(element)
      }
    } else if (!open) {
      released.delete(element)
      close?.()
      if (kinds.test(name) && catchEmbed(element)) report({ path: 'data-consent', found: element.outerHTML.slice(0, 60), expected: 'waiting' })
      if (isFrame(element)) standIn(element, true)
    }
  }

  /** Draws or removes what stands in for an element; drawing is loaded when first needed. */
  const standIn = (element: Element, wanted: boolean) => {
    const remove = standIns.get(element)
    if (!wanted || stopped) {
      standIns.delete(element)
      remove?.()
    } else if (!remove) {
      standIns.set(element, () => {})
      void blocks().then((module) => {
        // The answer may have come while the drawing was on its way.
        if (standIns.has(element) && element.isConnected) standIns.set(element, draw(module, element))
      }, () => standIns.delete(element))
    }
  }

  const draw = (module: Blocks, element: Element): (() => void) => {
    const { words, service, provider } = needs(element)
    const privacy = services.find((one) => one.id === service)?.privacy
    if (!isFrame(element)) return module.formNotice(element as HTMLFormElement, provider, () => words.forEach((word) => judge.grant(word, 'form')))
    return module.placeholder(element, {
      provider,
      privacy,
      once() {
        once.add(element)
        refresh()
      },
      always: () => judge.grant(service ?? '', 'placeholder'),
    })
  }

  /** Whether the parser has read all of an element. Of a script or template without an end, nothing may be used. */
  const isWhole = (element: Element): boolean => {
    if (document.readyState !== 'loading' || element.hasAttribute('data-src')) return true
    for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true
    unfinished = true
    return false
  }

  const refresh = () => {
    unfinished = false
    for (const root of roots) for (const element of root.querySelectorAll(marked)) attempt(() => look(element))
    for (const [element] of standIns) if (!element.isConnected) standIn(element, false)
    for (const [element] of released) if (!element.isConnected) released.delete(element)
    queue.run()
  }

  const observer = new MutationObserver((records) => {
    let mounts = false
    let dirty = unfinished
    for (const { target, type, addedNodes, removedNodes } of records) {
      if (type === 'attributes') dirty ||= (target as Element).matches(marked)
      else
        for (const node of [...addedNodes, ...removedNodes]) {
          if (!(node instanceof Element)) continue
          dirty ||= has(node, marked)
          mounts ||= has(node, '[data-toestemming]')
        }
    }
    if (dirty) refresh()
    if (mounts) judge.mounted()
  })

  const watch = (root: ParentNode) =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-consent', 'data-service', 'data-src', 'data-consent-form', 'src'],
    })

  /** A form that needs a consent is not sent without it; the notice in it says why. */
  const stopSubmit = (event: Event) => {
    const form = event.target as Element
    if (!form.matches('form[data-consent-form]') || allowed(form)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void blocks().then((module) => module.focusNotice(form))
  }

  watch(document)
  addEventListener('submit', stopSubmit, true)
  document.addEventListener('readystatechange', refresh)

  return {
    refresh,
    scan(root) {
      if (!document.contains(root)) {
        roots.add(root)
        watch(root)
      }
      refresh()
    },
    forget(id) {
      for (const element of once) {
        const { words, service } = needs(element)
        if (!id || service === id || words.includes(id)) once.delete(element)
      }
    },
    mustReload: () => ran.some(({ words, service }) => !judge.allows(words, service) && !words.some((word) => word[0] === '!')),
    stop() {
      stopped = true
      observer.disconnect()
      removeEventListener('submit', stopSubmit, true)
      document.removeEventListener('readystatechange', refresh)
      refresh()
    },
  }
}

function has(node: Element, selector: string): boolean {
  return node.matches(selector) || !!node.querySelector(selector)
}

/** The address an element waits for, or has. */
function addressOf(element: Element): URL | undefined {
  for (const name of ['src', 'href', 'data', 'poster', 'srcset']) {
    const value = element.getAttribute(`data-${name}`) || element.getAttribute(name)
    try {
      // Of several images in a srcset, the first speaks for all.
      if (value) return new URL(name === 'srcset' ? (value.trim().split(/\s/)[0] ?? '') : value, document.baseURI)
    } catch {
      // Not an address: the category alone decides.
    }
  }
  return
}
