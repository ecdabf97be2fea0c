import { testVector } from '../../../support/vector.ts'

testVector({
  test: import.meta.url,
  requests: ['/frame', '/after', '/srcdoc.gif', '/srcdoc.js', '/srcdoc-frame', '/srcdoc-markup.gif', '/embed', '/object', '/object-later'],
  heard: ['/frame load'],
})
