import { testRequests } from '../../../support/vector.ts'

const requests = ['/beacon', '/empty', '/frame']
const told = requests.map((one) => `${one} true`)

testRequests({
  test: import.meta.url,
  requests,
  answered: told,
  failed: told,
  waiting: { requests, answered: [], failed: [] },
})
