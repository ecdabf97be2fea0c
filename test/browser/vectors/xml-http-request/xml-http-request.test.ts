import { testRequests } from '../../../support/vector.ts'

const requests = ['/get', '/post', '/url', '/json', '/long', '/frame', '/late']
const always = ['/own 200']
const text = (one: string) => (one === '/json' ? 'any' : undefined)
const answered = requests.map((one) => `${one} 1,loadstart,4,load,loadend 200 4 ${text(one) ?? true}`)
const failed = requests.map((one) => `${one} 1,loadstart,4,error,loadend 0 4 ${text(one) ?? false}`)

testRequests({
  test: import.meta.url,
  requests,
  answered: [...answered, ...always],
  failed: [...failed, ...always],
  waiting: { requests, answered, failed },
})
