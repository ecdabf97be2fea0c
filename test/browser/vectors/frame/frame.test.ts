import { testVector } from '../../../support/vector.ts'

// What a frame tells of itself is not asked for: one that waits is an empty one, which says `load` as any empty frame does.
testVector({
  test: import.meta.url,
  requests: [
    '/frame',
    '/after',
    '/srcdoc.gif',
    '/srcdoc.js',
    '/srcdoc-frame',
    '/srcdoc-markup.gif',
    '/embed',
    '/object',
    '/object-later',
    '/set',
  ],
})
