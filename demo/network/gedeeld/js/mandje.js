/** The basket and the way of paying: functional cookies, each only once the visitor has put something in it. */
const products = {
  strippenkaart: { name: 'Strippenkaart van 10 uur', price: 420 },
  proefuur: { name: 'Proefuur', price: 35 },
  weekblok: { name: 'Weekblok', price: 9 },
  jaarplanner: { name: 'Jaarplanner', price: 24 },
  kaartenset: { name: 'Kaartenset “Eerst dit”', price: 14 },
}
const euro = (amount) => `€ ${amount.toFixed(2).replace('.', ',')}`
const kept = (name) =>
  document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

function keep(name, value, days) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${value ? days * 86_400 : 0}`
}

const inBasket = () =>
  kept('mandje')
    .split('.')
    .filter((id) => products[id])

function element(name, text, attributes = {}) {
  const made = document.createElement(name)
  made.textContent = text
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

function show() {
  const ids = inBasket()
  for (const place of document.querySelectorAll('[data-count]')) place.textContent = ids.length ? ` (${ids.length})` : ''
  const place = document.querySelector('[data-basket]')
  if (!place) return
  const lines = ids.map((id) => {
    const line = element('li', `${products[id].name}, ${euro(products[id].price)} `)
    line.append(element('button', `${products[id].name} verwijderen`, { type: 'button', 'data-remove': id }))
    return line
  })
  const total = ids.reduce((sum, id) => sum + products[id].price, 0)
  const list = element('ul', '', { class: 'basket' })
  list.append(...lines)
  place.replaceChildren(
    ...(ids.length ? [list, element('p', `Samen ${euro(total)}`, { class: 'total' })] : [element('p', 'Je mandje is leeg.')]),
  )
  document.querySelector('[data-order]').hidden = !ids.length
}

addEventListener('click', ({ target }) => {
  const { add, remove } = target.closest('[data-add],[data-remove]')?.dataset ?? {}
  if (!add && !remove) return
  const ids = inBasket().filter((id) => id !== remove)
  keep('mandje', [...new Set([...ids, ...(add ? [add] : [])])].join('.'), 30)
  show()
  const status = document.querySelector('[data-status]')
  if (status) status.textContent = add ? `${products[add].name} ligt in je mandje.` : ''
})

const form = document.querySelector('[data-order]')
if (form) {
  const chosen = [...form.elements.betaalwijze].find(({ value }) => value === kept('betaalwijze'))
  if (chosen) chosen.checked = true
  form.addEventListener('submit', () => {
    keep('betaalwijze', form.elements.betaalwijze.value, 365)
    keep('mandje', '', 0)
  })
}
show()
