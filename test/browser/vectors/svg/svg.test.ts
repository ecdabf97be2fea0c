import { testVector } from '../../../support/vector.ts'

testVector({
  test: import.meta.url,
  requests: ['/href.gif', '/href-later.gif', '/link.gif', '/script.js', '/script-link.js', '/markup.gif', '/markup-link.gif'],
})
