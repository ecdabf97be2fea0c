/** happy-dom reads no `[*|name]`, an attribute in whatever namespace; every browser does. To be imported where the page's own code asks for it. */

for (const { prototype } of [Element, Document, DocumentFragment]) {
  // Documents and shadow roots here have it from further up.
  let holder: object = prototype
  while (!Object.hasOwn(holder, 'querySelectorAll')) holder = Object.getPrototypeOf(holder)
  const { querySelectorAll } = holder as ParentNode
  Object.defineProperty(holder, 'querySelectorAll', {
    configurable: true,
    writable: true,
    value(this: ParentNode, selector: string) {
      return querySelectorAll.call(this, selector.replace(/\[\*\|(\w+)\]([^,]*)/g, '[$1]$2,[xlink\\:$1]$2'))
    },
  })
}
