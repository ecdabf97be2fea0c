import { testRequests } from '../../../support/vector.ts'

const requests = ['/events', '/frame']
const events = ['data: here\n\n', 'text/event-stream'] as const

testRequests({
  test: import.meta.url,
  requests,
  later: true,
  answers: { '/events': events, '/frame': events },
  answered: requests.map((one) => `${one} 0 message here`),
  silent: ['webkit'],
  failed: requests.map((one) => `${one} 0 error`),
})
