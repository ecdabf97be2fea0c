import { testRequests } from '../../../support/vector.ts'

const requests = ['/socket', '/frame']

testRequests({
  test: import.meta.url,
  requests,
  later: true,
  // Firefox waits before it goes where a socket of the same context has failed a moment ago.
  newcomers: true,
  answered: requests.map((one) => `${one} 0,0 open 1`),
  silent: ['webkit'],
  failed: requests.map((one) => `${one} 0,0,error close 1006 false 3`),
})
