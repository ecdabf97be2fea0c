/** The cart: one functional cookie, only once something is in it. */
import { products } from './films.js'

const cookieName = 'mandje'

/** The ids of what lies in the cart; stored as `ruis.kas-14`. */
export function readCart() {
  const stored = document.cookie.split('; ').find((part) => part.startsWith(`${cookieName}=`))
  const ids = stored?.slice(cookieName.length + 1).split('.') ?? []
  return [...new Set(ids)].filter((id) => products.has(id))
}

export function writeCart(ids) {
  const lifetime = ids.length > 0 ? 30 * 86_400 : 0
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${cookieName}=${ids.join('.')}; Path=/; SameSite=Lax; Max-Age=${lifetime}`
  dispatchEvent(new Event('cart'))
}

/** @returns whether it was not there yet */
export function addToCart(id) {
  const ids = readCart()
  if (ids.includes(id)) return false
  writeCart([...ids, id])
  return true
}
