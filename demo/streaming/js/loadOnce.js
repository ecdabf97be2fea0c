import { element } from './element.js'

const loaded = new Set()

/** Puts a script in the page the first time that a page of the app needs it, marked: it runs when the visitor allows it, and once only. */
export function loadOnce(address, { consent, service }) {
  if (loaded.has(address)) return
  loaded.add(address)
  document.head.append(
    element('script', { type: 'text/plain', 'data-consent': consent, 'data-service': service, 'data-src': address, async: '' }),
  )
}
