import { testVector } from '../../../support/vector.ts'

const requests = ['property', 'handler', 'upper', 'namespace', 'snippet', 'failing', 'fragment', 'holder']
  .map((name) => `/${name}.js`)
  .concat('/module.mjs')

testVector({
  test: import.meta.url,
  requests,
  runs: requests.filter((one) => one !== '/failing.js'),
  heard: [
    '/property.js load',
    '/handler.js load true true',
    '/upper.js load',
    '/namespace.js load',
    '/module.mjs load',
    '/failing.js error',
  ],
})
