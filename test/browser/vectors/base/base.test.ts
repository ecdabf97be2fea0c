import { testVector } from '../../../support/vector.ts'

testVector({
  test: import.meta.url,
  requests: ['/folder/script.js', '/attribute.js', '/folder/frame', '/markup', '/folder/style.css'],
  heard: ['/folder/script.js load'],
})
