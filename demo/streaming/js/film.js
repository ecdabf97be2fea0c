import { addToCart } from './cart.js'
import { euro, films } from './films.js'
import { loadOnce } from './loadOnce.js'
import { measure } from './measure.js'

/** The page of one film, with its trailer; null when there is no such film. */
export function film(page, { id }) {
  const chosen = films.find((one) => one.id === id)
  if (!chosen) return null
  const { title, genre, year, minutes, price, story } = chosen
  const find = (name) => page.querySelector(`[data-${name}]`)
  find('poster').src = `/posters/${id}.svg`
  find('title').textContent = title
  find('facts').textContent = `${genre} · ${year} · ${minutes} minuten`
  find('story').textContent = story

  const trailer = find('trailer')
  trailer.title = `Trailer van ${title}`
  trailer.dataset.src = `https://www.youtube-nocookie.com/embed/avondlicht${films.indexOf(chosen) + 1}`

  const rent = find('rent')
  const added = find('added')
  rent.textContent = `Huur voor ${euro(price)}`
  rent.addEventListener('click', () => {
    const isNew = addToCart(id)
    added.textContent = isNew ? `${title} ligt in je winkelwagen.` : `${title} lag al in je winkelwagen.`
    if (isNew) measure('add_to_cart')
  })

  const crashed = find('crashed')
  find('crash').addEventListener('click', () => {
    crashed.textContent = 'De speler is vastgelopen. Heb je crashmeldingen aan staan? Dan is de fout nu gemeld.'
    throw new Error('Speler vastgelopen (demo)')
  })
  return { title, ready: () => loadOnce('/js/crash.js', { consent: 'crash', service: 'crash-reports' }) }
}
