/** Finds what is marked, holds it, and releases it once the core allows: present at parse or inserted later, once only per element. */

import { attempt } from '../model/attempt.ts'
import { createMatcher } from '../model/match.ts'
import type { Blocks, Change, Gate, GateTools, Judge, Later, Needs } from '../model/ports.ts'
import { copyScript } from './copyScript.ts'
import { addressesOf, isFrame, setEmbed, urlOf } from './embeds.ts'
import { askAgain, change, intercept, read, verdict } from './intercept.ts'
import { replaceWith } from './natives.ts'
import { createScriptQueue, runs } from './scripts.ts'
import { held, marked, ours, placed } from './touched.ts'

export function createGate(judge: Judge, { places, unlisted, requests, blocks, later }: GateTools): Gate {
  const roots = new Set<ParentNode>([document])
  /** What came out of templates. */
  const unfolded = new WeakMap<Element, readonly ChildNode[]>()
  const once = new Set<HTMLElement>()
  /** What the parser has put in and is known: to ask for all that is marked is quicker than to look at each node that comes. */
  const looked = new WeakSet<Element>()
  const ran: Needs[] = []
  /** Frames and templates that wait, for which something must stand in, and forms, which may have something to say. */
  let waiting = new Set<HTMLElement>()
  let drawing: Promise<Blocks> | undefined
  /** What is needed less often; when it does not arrive, all else goes on without. */
  let tools: Partial<Later> | undefined
  /** Set from the first element on that needs it; what follows waits as well, so that all stays in order. */
  let lacking: boolean | undefined
  let fetching: Promise<void> | undefined
  let unfinished: boolean | undefined
  let stopped: boolean | undefined

  const match = createMatcher(places)
  const needs = (element: HTMLElement): Needs => {
    const { dataset } = element
    const addresses = addressesOf(element)
    const named = addresses.reduce((found, address) => found || match(urlOf(address)), dataset.service)
    return {
      words: `${dataset.consent ?? dataset.consentForm ?? (named && judge.categoryOf(named)) ?? ''}`.match(/\S+/g) ?? [],
      // A frame can always be allowed by itself: where nothing names its service, its host does.
      service: named || (isFrame(element) && urlOf(addresses.at(-1))?.host.replace(/^www\./, '')) || undefined,
    }
  }

  const allowed = (element: HTMLElement, { words, service } = needs(element)): boolean => {
    if (stopped || once.has(element)) return !stopped
    // What nobody marked may have addresses of several services.
    return element.dataset.toestemming === 'held' && !element.dataset.consent
      ? !addressesOf(element).some((address) => verdict(address))
      : judge.allows(words, service)
  }

  const queue = createScriptQueue((script) => {
    ours.delete(script)
    const needed = needs(script)
    if (!script.isConnected || !allowed(script, needed)) return
    ran.push(needed)
    // What scripts put in can still run itself, and keeps its listeners; what the parser passed over cannot.
    const runner = runs(script) ? script : copyScript(script, ours)
    ours.set(script, runner)
    if (runner === script) setEmbed(script, true)
    else {
      // It tells nothing of how far the browser has read.
      placed.add(runner)
      replaceWith.call(script, runner)
      tools?.represent?.(script, runner)
    }
    return runner
  })

  // What is no script is not asked for what only scripts have.
  const look = (element: HTMLScriptElement) => {
    looked.add(element)
    const name = element.localName
    // A copy, or one whose turn will come.
    if (ours.has(element)) return
    const needed = needs(element)
    const { words, service } = needed
    const open = allowed(element, needed)
    judge.met(words, service)
    if (!stopped && (name === 'form' || (!open && /e$/.test(name)))) waiting.add(element)
    // Code that comes late is to find what it has missed; what comes after a template waits for it, and a frame may have a better address.
    if (!tools && open && (lacking || /e$/.test(name) || (name === 'script' && document.readyState === 'complete'))) lacking = true
    else if (name === 'script') {
      // One that runs was never held, unless its address waits. A robot check waits for a form that is used, too.
      if (
        (runs(element) && element.dataset.toestemming !== 'held') ||
        !open ||
        (words.includes('recaptcha') && !once.has(element)) ||
        !element.isConnected ||
        !isWhole(element)
      )
        return
      ours.set(element, element)
      queue.add(element)
    } else if (name === 'template') {
      const nodes = unfolded.get(element)
      if (!open) {
        unfolded.delete(element)
        for (const node of nodes ?? []) node.remove()
      } else if (!nodes && isWhole(element)) {
        unfolded.set(element, tools?.releaseTemplate?.(element as Element as HTMLTemplateElement, copyScript, once, needs) ?? [])
        // What it holds has its turn here, before what follows it in the page.
        lookIn(element.parentNode as ParentNode)
      }
    } else {
      if (open) {
        tools?.prepare?.(element, service, gate, change as Change)
        held.delete(element)
      }
      // The address of a plain link asks nothing of anyone until it is followed.
      if (name !== 'a') setEmbed(element, open)
    }
  }

  const lookIn = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>(marked)) held.has(element) || attempt(() => look(element as HTMLScriptElement))
  }

  /** Whether the parser has read all of an element: of a script or template without an end, nothing may be used. */
  const isWhole = (element: Element): boolean => {
    let last: Element | null | undefined | false = document.readyState === 'loading' && document.documentElement
    for (; last; last = last?.lastElementChild) {
      while (placed.has(last as Element)) last = (last as Element).previousElementSibling
      unfinished ||= last === element
    }
    return !unfinished
  }

  const refresh = () => {
    unfinished = false
    if (document.readyState !== 'loading') read()
    waiting = new Set()
    for (const root of roots) lookIn(root)
    for (const element of held) attempt(() => look(element as HTMLScriptElement))
    askAgain()
    tools?.readAhead?.(queue.waiting, allowed, ours)
    // Before the script that is awaited has come, the page may have been read.
    // When it does not arrive, all else goes on without.
    if (queue.run() || lacking) fetching ||= later().then(equip, equip)
    if (waiting.size) drawing ??= blocks(gate)
    drawing?.then(
      (module) => module.update(waiting),
      // Nothing stands in when the part does not arrive, and all stays held; the next look tries again.
      () => {
        drawing = undefined
      },
    )
  }

  const equip = (module: unknown) => {
    if (tools) return
    tools = module as Partial<Later>
    tools.startLate?.(change as Change, ours)
    // Where nothing waits for it, what is granted waits for the picture.
    if (fetching) refresh()
  }

  const gate = {
    state: judge,
    stop() {
      stopped = true
      refresh()
    },
    once,
    ran,
    scan(root: ParentNode) {
      roots.add(root)
      refresh()
    },
    copies: ours,
    roots,
    refresh,
    equip,
    needs,
  }
  intercept({
    decide(url) {
      const service = match(url)
      return (service ? judge.has(service) : unlisted === 'allow') ? 0 : requests === 'wait' ? 2 : 1
    },
    changed(parsed) {
      if (parsed && !unfinished && ![...document.querySelectorAll(marked)].some((element) => !looked.has(element) && !ours.has(element)))
        return
      refresh()
      judge.mounted()
    },
    passes: (element) => ours.has(element) || once.has(element) || (element.dataset.consent && allowed(element)),
  })
  return gate
}
