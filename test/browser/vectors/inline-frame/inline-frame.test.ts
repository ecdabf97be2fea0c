import { testVector } from '../../../support/vector.ts'

testVector({ test: import.meta.url, requests: ['/javascript.gif', '/data.gif'], runs: [] })
