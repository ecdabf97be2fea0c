import { testRequests } from '../../../support/vector.ts'

const requests = ['/text', '/url', '/request', '/request-init', '/object', '/relative', '/post', '/signal', '/frame']
const refused = ['/never TypeError true']
const answered = requests.map((one) => `${one} 200 true`)
const failed = requests.map((one) => `${one} TypeError true`)

testRequests({
  test: import.meta.url,
  requests,
  answered: [...answered, ...refused],
  failed: [...failed, ...refused],
  waiting: { requests, answered, failed },
})
