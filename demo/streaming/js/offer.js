/** The lists of films and credit. */
import { addToCart } from './cart.js'
import { element } from './element.js'
import { credits, euro, films } from './films.js'
import { measure } from './measure.js'

const card = ({ id, title, genre, minutes, price }) =>
  element(
    'li',
    {},
    element(
      'a',
      { class: 'card', href: `/film/${id}` },
      element('img', { src: `/posters/${id}.svg`, alt: '', width: '300', height: '420', loading: 'lazy' }),
      element('b', {}, title),
      element('span', {}, `${genre} · ${minutes} min`),
      element('span', { class: 'price' }, euro(price)),
    ),
  )

const creditLine = ({ id, title, price, story }, added) => {
  const button = element('button', { type: 'button', class: 'quiet', 'data-add': id, 'aria-label': `${title} toevoegen` }, 'Toevoegen')
  button.addEventListener('click', () => {
    const isNew = addToCart(id)
    added.textContent = isNew ? `${title} ligt in je winkelwagen.` : `${title} lag al in je winkelwagen.`
    if (isNew) measure('add_to_cart')
  })
  return element('li', {}, element('span', {}, element('b', {}, title), story), element('b', {}, euro(price)), button)
}

export function home(page) {
  page.querySelector('[data-tips]').append(...films.slice(0, 4).map(card))
}

export function offer(page) {
  const added = page.querySelector('[data-added]')
  page.querySelector('[data-films]').append(...films.map(card))
  page.querySelector('[data-credits]').append(...credits.map((credit) => creditLine(credit, added)))
}
