import { testVector } from '../../../support/vector.ts'

const requests = [
  '/style.css',
  '/backwards.css',
  '/upper.css',
  '/alternate.css',
  '/preload.gif',
  '/modulepreload.mjs',
  '/late.css',
  '/attribute.css',
  '/token.css',
]

testVector({ test: import.meta.url, requests, runs: [], heard: requests.map((one) => `${one} load`) })
