/** happy-dom reads no `[*|name]`, an attribute in whatever namespace; every browser does. To be imported where the page's own code asks for it. */

const readable = (selector: string) => selector.replace(/\[\*\|(\w+)\]([^,]*)/g, '[$1]$2,[xlink\\:$1]$2')

for (const [{ prototype }, name] of [
  [Element, 'matches'],
  [Element, 'querySelector'],
  [Document, 'querySelector'],
  [DocumentFragment, 'querySelector'],
  [Element, 'querySelectorAll'],
  [Document, 'querySelectorAll'],
  [DocumentFragment, 'querySelectorAll'],
] as const) {
  // Documents and shadow roots here have it from further up.
  let holder: object = prototype
  while (!Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder)
  const native = (holder as Record<typeof name, (selector: string) => unknown>)[name]
  Object.defineProperty(holder, name, {
    configurable: true,
    writable: true,
    value(this: ParentNode, selector: string) {
      return native.call(this, readable(selector))
    },
  })
}
