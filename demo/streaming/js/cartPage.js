import { readCart, writeCart } from './cart.js'
import { element } from './element.js'
import { euro, products } from './films.js'
import { measure } from './measure.js'
import { navigate } from './router.js'

/** The cart's own page: what is in it, taking something out, ordering. */
export function cart(page) {
  const list = page.querySelector('[data-cart]')
  const total = page.querySelector('[data-total]')
  const order = page.querySelector('[data-order]')

  const show = () => {
    const ids = readCart()
    const lines = ids.map((id) => {
      const { title, price, kind, what } = products.get(id)
      const remove = element('button', { type: 'button', class: 'quiet', 'data-remove': id, 'aria-label': `${title} weghalen` }, 'Weghalen')
      remove.addEventListener('click', () => {
        writeCart(readCart().filter((other) => other !== id))
        show()
      })
      const name = kind === 'film' ? element('a', { href: `/film/${id}` }, title) : title
      return element('li', {}, element('span', {}, name, element('small', {}, what)), element('b', {}, euro(price)), remove)
    })
    list.replaceChildren(...(lines.length > 0 ? lines : [element('li', {}, 'Je winkelwagen is leeg.')]))
    total.textContent = ids.length > 0 ? `Samen ${euro(ids.reduce((sum, id) => sum + products.get(id).price, 0))}` : ''
    order.hidden = ids.length === 0
  }

  order.addEventListener('click', () => {
    measure('purchase')
    writeCart([])
    navigate('/besteld')
  })
  show()
}
