import { testVector } from '../../../support/vector.ts'

const requests = ['property', 'attribute', 'namespace', 'later', 'first'].map((name) => `/${name}.js`)

testVector({ test: import.meta.url, requests, heard: requests.map((one) => `${one} load`) })
