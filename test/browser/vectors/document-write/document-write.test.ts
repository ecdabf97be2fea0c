import { testVector } from '../../../support/vector.ts'

testVector({
  test: import.meta.url,
  requests: [
    '/script.js',
    '/image.gif',
    '/frame',
    '/line.gif',
    '/pieces.js',
    '/upper.js',
    '/unquoted.js',
    '/style.css',
    '/nested.js',
    '/zone.js',
    '/lines.gif',
    '/open.gif',
    '/number.gif',
    '/linked.gif',
    '/cell.gif',
    '/page.gif',
  ],
  heard: ['/script.js load'],
})
