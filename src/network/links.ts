/** What links between sites of one owner carry, in the part of the address that no server sees. */

import { type Ledger, writeLedger } from '../model/ledger.ts'

const mark = /[#&]toestemming=([^&]*)/
/** How long a link may take to arrive, in milliseconds: what was written in a page beforehand, by whomever, is too old. */
const journey = 60_000

/** What a link from one of these sites has brought; it is taken out of the address, whoever put it there. */
export function arrival(sites: readonly string[]): string {
  const { hash, href } = location
  const [whole = '', text = ''] = mark.exec(hash) ?? []
  if (!whole) return ''
  const rest = hash.replace(whole, '').replace(/^&/, '#')
  // Whole, for a page may have another base.
  const address = href.slice(0, -hash.length) + rest
  history.replaceState(null, '', address)
  // The place in the page that was meant all the same.
  if (rest) location.replace(address)
  // Anyone can write such a link: only the browser's own word on where the visitor comes from counts, and only what was written as they left.
  const age = Date.now() - Number.parseInt(text, 36)
  const isOwn = sites.some((site) => `${document.referrer}/`.startsWith(`${site}/`))
  return isOwn && age >= 0 && age < journey ? text.replace(/^\w*\./, '') : ''
}

/** Has a link to one of these sites carry what it may hear, while it is followed; and never what somebody else has put there. */
export function takeAlong(event: MouseEvent, sites: readonly string[], ledger: Ledger | undefined): void {
  const link = (event.composedPath()[0] as Element).closest?.<HTMLAnchorElement>('a[href]')
  // The right button follows nothing.
  if (!link || !sites.includes(link.origin) || event.button > 1) return
  const address = link.getAttribute('href') as string
  const hash = link.hash.replace(RegExp(mark, 'g'), '').replace(/^&/, '#')
  link.hash = ledger?.said.size ? `${hash}${hash ? '&' : ''}toestemming=${Date.now().toString(36)}.${writeLedger(ledger)}` : hash
  // Without it the other site could not know who sends the visitor. It stays: Firefox reads it a moment after the address.
  link.referrerPolicy = 'origin'
  setTimeout(() => link.setAttribute('href', address))
}
