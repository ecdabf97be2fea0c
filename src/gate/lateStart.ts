/**
 * Code that is released after the page has loaded has missed what it waits for. A handler that it adds while it runs, for something that has
 * happened already, is called once, a moment later; other code's handlers are not. It hears a private event, so that `this`, `once`, objects with
 * `handleEvent` and taking it away again are the browser's own.
 */

import type { Change, Later, Native } from '../model/ports.ts'

/** What has happened when there is such a time in the page's timing, in the order in which it happens. */
const moments: Readonly<Record<string, 'domContentLoadedEventStart' | 'domComplete' | 'loadEventStart'>> = {
  DOMContentLoaded: 'domContentLoadedEventStart',
  readystatechange: 'domComplete',
  load: 'loadEventStart',
}
const own = 'toestemming:'
const { apply } = Reflect

/** A framework goes on with the nodes it has made: what was replaced stands for what replaced it. */
export const represent: Later['represent'] = (replaced, runner) => {
  for (const name of ['parentNode', 'nextSibling'] as const)
    Object.defineProperty(replaced, name, { configurable: true, get: () => runner[name] })
}

/** @param released the scripts that we let run, with what runs in their place */
export function startLate(change: Change, released: WeakMap<Element, Element>): void {
  change('Element', 'remove', (native, target: Element) => apply(native, released.get(target) ?? target, []))
  change('Node,Element', 'removeChild,insertBefore,replaceChild,moveBefore', (native, target: Node, nodes) =>
    apply(
      native,
      target,
      nodes.map((node) => {
        const runner = released.get(node as Element)
        return runner?.parentNode === target ? runner : node
      }),
    ),
  )

  let add: Native | undefined

  const isLate = (target: unknown, type: string) =>
    moments[type] &&
    (target === window || target === document) &&
    performance.timing[moments[type]] > 0 &&
    document.currentScript &&
    released.has(document.currentScript)

  /** What is still to be called, with its place in the order of things. */
  const coming = new Map<() => void, number>()

  const hear = (target: EventTarget, type: string, listener: unknown, options?: unknown) => {
    const private_ = own + type
    add?.call(target, private_, listener, { ...(typeof options === 'object' ? options : { capture: options }), once: true })
    const order = Object.keys(moments).indexOf(type)
    coming.set(() => target.dispatchEvent(Object.defineProperty(new Event(private_), 'type', { value: type })), order)
    setTimeout(() => {
      // Code that is slow may have added an earlier one so late that its turn has not come.
      for (let place = 0; place <= order; place++) for (const [call, its] of coming) if (its === place && coming.delete(call)) call()
    }, 10 * order)
  }

  change('EventTarget', 'addEventListener,removeEventListener', (native, target: EventTarget = window, values, key) => {
    const [type, listener, options] = values as [string, unknown, unknown]
    if (key < 'b') {
      add ??= native
      if (isLate(target, type)) return hear(target, type, listener, options)
    } else if (moments[type]) apply(native, target, [own + type, listener, options])
    return apply(native, target, values)
  })
  change('', 'onload', (native, target: EventTarget = window, values) => {
    if (isLate(target, 'load')) hear(target, 'load', values[0])
    return apply(native, target, values)
  })
  change('Document', 'onreadystatechange', (native, target: EventTarget | undefined, values) => {
    if (target && isLate(target, 'readystatechange')) hear(target, 'readystatechange', values[0])
    return apply(native, target, values)
  })
}
