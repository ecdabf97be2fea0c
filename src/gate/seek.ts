/** What a selector finds in a node, or whether it fits: a form may have a field by the name of the method. */
export const seek = (node: unknown, name: 'matches' | 'querySelector' | 'querySelectorAll', selector: string): unknown =>
  Reflect.apply((node instanceof Element ? Element.prototype : (node as Element))[name], node, [selector])
