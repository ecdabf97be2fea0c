/** What a selector finds in a node, or whether it fits: a form may have a field by the name of the method. */
export const seek = (node: unknown, name: 'matches' | 'querySelector' | 'querySelectorAll', selector: string) =>
  (((node as Node).nodeType === 1 ? Element.prototype : (node as Element))[name] as (selector: string) => unknown).call(node, selector)
