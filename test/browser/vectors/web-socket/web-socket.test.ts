import { testRequests } from '../../../support/vector.ts'

const requests = ['/socket', '/frame']

testRequests({
  test: import.meta.url,
  requests,
  later: true,
  answered: requests.map((one) => `${one} 0,0 open 1`),
  failed: requests.map((one) => `${one} 0,0,error close 1006 false 3`),
})
