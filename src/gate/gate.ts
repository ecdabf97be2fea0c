/** Finds what is marked, holds it, and releases it once the core allows: present at parse or inserted later, once only per element. */

import { attempt } from '../model/attempt.ts'
import { serviceAt } from '../model/match.ts'
import type { Blocks, Gate, GateTools, Judge, Needs } from '../model/ports.ts'
import { addressOf, isFrame, setEmbed } from './embeds.ts'
import { createScriptQueue, runs } from './scripts.ts'
import { releaseTemplate } from './template.ts'

const marked = '[data-consent],[data-consent-form],[data-toestemming]'

export function createGate(judge: Judge, { places, blocks }: GateTools): Gate {
  const roots: ParentNode[] = [document]
  /** Scripts that have had their turn, and the copies that run. */
  const done = new WeakSet<Element>()
  /** What came out of templates. */
  const unfolded = new WeakMap<Element, readonly ChildNode[]>()
  const once = new Set<Element>()
  const ran: Needs[] = []
  /** Frames and forms that wait: something must stand in for them, or be said in them. */
  let waiting = new Set<Element>()
  let drawing: Promise<Blocks> | undefined
  let unfinished = false
  let stopped = false

  const needs = (element: Element): Needs => {
    const address = addressOf(element)
    return {
      words: (element.getAttribute('data-consent') ?? element.getAttribute('data-consent-form') ?? '').match(/\S+/g) ?? [],
      // A frame can always be allowed by itself: where nothing names its service, its host does.
      service:
        element.getAttribute('data-service') ||
        serviceAt(address, places) ||
        (isFrame(element) ? /\/\/(?:www\.)?([^/?#]+)/.exec(address)?.[1] : undefined),
    }
  }

  const allowed = (element: Element): boolean => {
    const { words, service } = needs(element)
    return !stopped && (once.has(element) || judge.allows(words, service))
  }

  const queue = createScriptQueue((held, copy) => {
    done.delete(held)
    if (!held.isConnected || !allowed(held)) return false
    const script = copy()
    done.add(held).add(script)
    ran.push(needs(held))
    const { write } = document
    // Code that comes late would wipe the page with it.
    document.write = () => {}
    try {
      held.replaceWith(script)
    } finally {
      document.write = write
    }
    return true
  })

  const look = (element: Element) => {
    const name = element.localName
    const { words, service } = needs(element)
    const open = allowed(element)
    judge.found(words, service)
    if (name === 'script') {
      const script = element as HTMLScriptElement
      // One that runs is a copy, or was never held.
      if (done.has(script) || runs(script) || !open || !isWhole(script)) return
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
    for (const root of roots) lookIn(root)
    queue.run()
    if (waiting.size) drawing ??= blocks({ needs, once, refresh, grant: judge.grant })
    drawing?.then(
      (module) => module.update(stopped ? new Set() : waiting),
      // Nothing stands in when the part does not arrive, and all stays held; the next look tries again.
      () => {
        drawing = undefined
      },
    )
  }

  const observer = new MutationObserver((records) => {
    const touched = records.flatMap(({ target, addedNodes, removedNodes, attributeName }) =>
      attributeName ? [target] : [...addedNodes, ...removedNodes],
    )
    const dirty = touched.some((node) => node instanceof Element && (node.matches(marked) || node.querySelector(marked)))
    if (!dirty && !unfinished) return
    refresh()
    judge.mounted()
  })

  const watch = (root: ParentNode) => observer.observe(root, { subtree: true, childList: true, attributes: true })

  watch(document)
  return {
    needs,
    once,
    ran,
    roots,
    isCopy: (script) => done.has(script),
    refresh,
    scan(root) {
      if (!document.contains(root)) {
        watch(root)
        roots.push(root)
      }
      refresh()
    },
    stop() {
      stopped = true
      observer.disconnect()
      refresh()
    },
  }
}
