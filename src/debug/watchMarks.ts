/** Watches what becomes of marked elements, because afterwards one cannot see whether an address waited or was there outright. */

import { names, urlOf } from '../gate/embeds.ts'

export interface Marks {
  /** Whether the gate let this element go: it waited first. */
  wasHeld(element: Element): boolean
  /** Marked elements that had the address of another host outright, so that it was asked for at once. */
  readonly outright: ReadonlySet<HTMLElement>
  stop(): void
}

const selector = '[data-consent]'

/** Whether a browser runs a script of this type. */
export const runs = ({ type }: HTMLScriptElement) => /^\s*(module|.*script)?\s*$/i.test(type)

/** The addresses that an element asks for now, at other hosts. */
export const asks = (element: Element): string[] =>
  /^(a|area|base|form)$/.test(element.localName)
    ? []
    : names.flatMap((name) => {
        const value = element.getAttribute(name)
        const url = value && !/^src\w/.test(name) ? urlOf(value) : undefined
        return (url?.host && url.host !== location.host) || (/^src\w/.test(name) && /(https?:)?\/\//.test(value ?? '')) ? [value ?? ''] : []
      })

/** @param changed called when something has changed that may be worth another look */
export function watchMarks(changed: () => void): Marks {
  const held = new WeakSet<Element>()
  const outright = new Set<HTMLElement>()

  /** What is there already may have been let go before we looked. */
  for (const element of document.querySelectorAll(selector)) held.add(element)

  const meet = (element: HTMLElement) => {
    if (element.localName === 'script') return
    if (!held.has(element) && element.dataset.toestemming !== 'held' && asks(element).length) outright.add(element)
  }
  const within = (node: Node): HTMLElement[] =>
    node instanceof HTMLElement ? [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll<HTMLElement>(selector)] : []

  const observer = new MutationObserver((records) => {
    // First what has waited, for that is known only by what became of it.
    for (const { type, attributeName, oldValue, target, addedNodes, removedNodes, previousSibling } of records) {
      const element = target as HTMLElement
      if (type === 'attributes' && attributeName?.startsWith('data-') && oldValue) held.add(element)
      const replaced = [...removedNodes].some((node) => node instanceof HTMLScriptElement && node.matches(selector) && !runs(node))
      const unfolded = previousSibling instanceof HTMLTemplateElement && previousSibling.matches(selector)
      for (const node of addedNodes) if (replaced || unfolded) for (const one of within(node)) held.add(one)
    }
    for (const { type, attributeName, oldValue, target, addedNodes } of records) {
      const element = target as HTMLElement
      if (type === 'childList') for (const node of addedNodes) for (const one of within(node)) meet(one)
      else if (attributeName && !attributeName.startsWith('data-') && oldValue && element.matches(selector) && !held.has(element)) {
        // The gate has taken away what was there.
        const host = urlOf(oldValue)?.host
        if (host && host !== location.host && element.localName !== 'script' && element.dataset.toestemming !== 'held')
          outright.add(element)
      }
    }
    changed()
  })
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributeOldValue: true,
    attributeFilter: [...names, ...names.map((name) => `data-${name}`)],
  })
  return { wasHeld: (element) => held.has(element), outright, stop: () => observer.disconnect() }
}
