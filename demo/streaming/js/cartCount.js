import { readCart } from './cart.js'

/** Shows in the menu how much is in the cart, now and after every change. */
export function showCartCount() {
  const badge = document.querySelector('[data-cart-count]')
  const show = () => {
    const { length } = readCart()
    badge.textContent = String(length)
    badge.hidden = length === 0
  }
  show()
  for (const event of ['cart', 'pageshow']) addEventListener(event, show)
}
