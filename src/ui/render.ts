/**
 * Draws Preact's elements into the page and keeps what stays the same: focus, scroll, open details. It stands in for `render` of Preact,
 * whose components with a state of their own we do not need: everything is drawn from the root. That saves 3.7 kB of the 11.4 (gz) that
 * `ui.js` and its texts would weigh, against a budget of 9.0. `test/unit/ui/render.test.tsx` holds the two against each other; importing
 * `render` from 'preact' instead changes nothing but the size.
 */
import type { ComponentChildren, VNode } from 'preact'

type Properties = Readonly<Record<string, unknown>>

type Leave = (() => void) | undefined

/** A node as asked for: an element, or a text (type ''). */
interface Wanted {
  readonly type: string
  readonly key: unknown
  readonly properties: Properties
  /** Told of the node once it is in place; what it gives back is called when the node goes. */
  readonly ref?: ((node: ChildNode) => Leave) | undefined
}

/** A node of ours, what it was last drawn from, and what to do when it goes. */
interface Drawn extends Wanted {
  readonly node: ChildNode
  readonly leave: Leave
}

const drawn = new WeakMap<ParentNode, readonly Drawn[]>()

export function render(children: ComponentChildren, parent: ParentNode): void {
  const rest = [...(drawn.get(parent) ?? [])]
  const pairs = wantedOf(children).map((wanted) => {
    const index = rest.findIndex(({ type, key }) => type === wanted.type && key === wanted.key)
    return [wanted, index < 0 ? undefined : rest.splice(index, 1)[0]] as const
  })
  for (const { node, leave } of rest) {
    // All of it at once: the page is laid out without it one time.
    node.remove()
    leave?.()
    render(null, node as unknown as ParentNode)
  }
  drawn.set(
    parent,
    pairs.map(([wanted, old], position) => {
      const { type, properties, ref } = wanted
      const node = old?.node ?? (type ? document.createElement(type) : new Text())
      // A node that is moved loses its focus and its scroll; those that stay are in order already.
      const there = parent.childNodes[position]
      if (there !== node) parent.insertBefore(node, there as ChildNode)
      apply(node, properties, old?.properties ?? {})
      if (type) render(properties.children as ComponentChildren, node as Element)
      return { ...wanted, node, leave: old ? old.leave : ref?.(node) }
    }),
  )
}

function apply(node: Node, now: Properties, before: Properties): void {
  for (const name of Object.keys({ ...before, ...now })) {
    const value = now[name]
    if (name === 'children' || value === before[name]) continue
    const property = name.startsWith('on') ? name.toLowerCase() : name
    if (property in node) (node as unknown as Record<string, unknown>)[property] = value ?? ''
    else if (value == null) (node as Element).removeAttribute(name)
    else (node as Element).setAttribute(name, value as string)
  }
}

/** Components are asked for theirs, lists opened, and what draws nothing left out. */
function wantedOf(child: ComponentChildren, key?: unknown): Wanted[] {
  if (Array.isArray(child)) return child.flatMap((one) => wantedOf(one))
  if (child == null || child === !!child) return []
  if (typeof child !== 'object') return [{ type: '', key, properties: { data: child } }]
  const { type, props, key: own = key, ref } = child as VNode
  return typeof type === 'string'
    ? [{ type, key: own, properties: props as Properties, ref: ref as Wanted['ref'] }]
    : wantedOf((type as (properties: unknown) => ComponentChildren)(props), own)
}
