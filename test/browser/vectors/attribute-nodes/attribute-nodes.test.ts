import { testVector } from '../../../support/vector.ts'

const requests = ['/named.gif', ...['value', 'nodeValue', 'textContent'].map((name) => `/attribute-${name}.gif`)]

testVector({ test: import.meta.url, requests, heard: requests.map((one) => `${one} load`) })
