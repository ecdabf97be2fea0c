import { testVector } from '../../../support/vector.ts'

testVector({
  test: import.meta.url,
  requests: [
    '/original.js',
    '/deep.js',
    '/imported.gif',
    '/imported-deep.gif',
    '/frame',
    '/second',
    '/template.gif',
    '/template',
    '/template',
  ],
})
