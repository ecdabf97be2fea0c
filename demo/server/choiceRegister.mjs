/**
 * Where the sites of one owner leave what a visitor changed, under the number of the choice; here in memory. It understands nothing of it: it keeps
 * every text that it gets, and gives them all back, a line each. A site of a real owner forgets them after as many days as a choice is valid.
 */
const isNumber = /^[\w-]{22}$/
const isLedger = /^1\.\d{1,6}\.[\w~.-]{0,4000}$/
const mostNumbers = 10_000
const mostTexts = 50

const changes = new Map()

/** `POST ?id=…` adds a text under that number, `GET ?id=…` gives all of them. */
export function registerResponse({ method, query: { id = '' }, body }) {
  const type = 'text/plain; charset=utf-8'
  if (!isNumber.test(id)) return { status: 400, type }
  const texts = changes.get(id) ?? []
  if (method !== 'POST') return texts.length ? { type, body: texts.join('\n') } : { status: 204 }
  if (!isLedger.test(body)) return { status: 400, type }
  changes.delete(id)
  changes.set(id, [...texts.filter((text) => text !== body), body].slice(-mostTexts))
  if (changes.size > mostNumbers) changes.delete(changes.keys().next().value)
  return { status: 204 }
}
