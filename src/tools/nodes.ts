/** The interface's own components as plain data, so that a file tells the same as the page. */

import type { ComponentChildren, VNode } from 'preact'

export interface Element {
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly children: readonly Node[]
}
export type Node = string | Element

/** Components are asked for theirs, lists opened, texts joined, and what holds nothing left out. */
export function nodesOf(child: ComponentChildren): Node[] {
  if (Array.isArray(child)) return join(child.flatMap(nodesOf))
  if (child == null || typeof child === 'boolean') return []
  if (typeof child !== 'object') return [String(child)]
  const { type, props } = child as VNode<{ children?: ComponentChildren }>
  if (typeof type === 'function') return nodesOf((type as (properties: unknown) => ComponentChildren)(props))
  const { children, ...properties } = props
  const inner = nodesOf(children)
  return inner.some((node) => typeof node !== 'string' || node.trim()) ? [{ type: type ?? '', properties, children: inner }] : []
}

function join(nodes: readonly Node[]): Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node
    else joined.push(node)
  }
  return joined
}
