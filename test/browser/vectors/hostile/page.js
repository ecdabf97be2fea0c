// A page that is in the way: natives that throw when they are used. Whoever keeps the browser's own functions notices nothing.
const broken = () => {
  throw new Error('broken by the page')
}
for (const [object, names] of [
  [Array.prototype, ['map', 'filter', 'forEach', 'some', 'find', 'push', 'includes', 'flatMap', 'join', 'slice']],
  [String.prototype, ['replace', 'split', 'match', 'trim', 'startsWith', 'includes', 'toLowerCase', 'slice']],
  [RegExp.prototype, ['test', 'exec']],
  [Object, ['keys', 'entries', 'fromEntries', 'assign', 'defineProperty']],
  [JSON, ['parse', 'stringify']],
  [Promise.prototype, ['then', 'catch', 'finally']],
  [Promise, ['resolve', 'all', 'allSettled']],
  [Map.prototype, ['get', 'set', 'has']],
  [Set.prototype, ['add', 'has']],
  [WeakMap.prototype, ['get', 'set', 'has']],
  [
    Element.prototype,
    ['setAttribute', 'getAttribute', 'hasAttribute', 'removeAttribute', 'matches', 'closest', 'querySelectorAll', 'append'],
  ],
  [Node.prototype, ['appendChild', 'insertBefore', 'cloneNode', 'contains', 'removeChild']],
  [Document.prototype, ['querySelectorAll', 'querySelector', 'createElement', 'createTreeWalker']],
  [EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']],
  [MutationObserver.prototype, ['observe', 'takeRecords']],
  [window, ['MutationObserver', 'URL', 'setTimeout', 'queueMicrotask', 'fetch', 'Promise', 'WeakMap', 'Map', 'Set', 'Proxy', 'RegExp']],
])
  for (const name of names) if (object[name]) object[name] = broken
