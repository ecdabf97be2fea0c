import { testVector } from '../../../support/vector.ts'

const requests = [
  ...['set', 'upper', 'namespace', 'object', 'url'].map((name) => `/${name}.gif`),
  '/frame',
  '/frame-upper',
  '/before.js',
  '/upper.js',
  '/onload.js',
]

testVector({ test: import.meta.url, requests, heard: requests.filter((one) => one.includes('.')).map((one) => `${one} load`) })
