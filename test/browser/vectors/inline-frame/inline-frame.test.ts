import { testVector } from '../../../support/vector.ts'

testVector({ test: import.meta.url, requests: ['/data.gif'], runs: [] })
