/** The shop: the menu's current page, the cart (one functional cookie, only once something is in it) and the forms. */
const products = {
  'vps-nevel': { name: 'VPS Nevel', price: 6 },
  'vps-wolk': { name: 'VPS Wolk', price: 12 },
  'vps-storm': { name: 'VPS Storm', price: 24 },
}
const cookieName = 'winkelwagen'
const euro = (amount) => `€ ${amount.toFixed(2).replace('.', ',')}`

/** The cart as it is stored: `vps-wolk:2.vps-nevel:1`. */
function readCart() {
  const stored = document.cookie.split('; ').find((part) => part.startsWith(`${cookieName}=`))
  const cart = new Map()
  for (const line of stored?.slice(cookieName.length + 1).split('.') ?? []) {
    const [id, count] = line.split(':')
    if (products[id] && Number(count) > 0) cart.set(id, Math.min(Number(count), 9))
  }
  return cart
}

function writeCart(cart) {
  const value = [...cart].map(([id, count]) => `${id}:${count}`).join('.')
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${cookieName}=${value}; Path=/; SameSite=Lax; Max-Age=${cart.size > 0 ? 30 * 86_400 : 0}`
  showCart()
}

function change(id, difference) {
  const cart = readCart()
  const count = (cart.get(id) ?? 0) + difference
  if (count > 0) cart.set(id, Math.min(count, 9))
  else cart.delete(id)
  writeCart(cart)
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function cartTable(cart) {
  const body = element('tbody')
  let total = 0
  for (const [id, count] of cart) {
    const { name, price } = products[id]
    total += price * count
    body.append(
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, element('a', { href: `/${id}.html` }, name)),
        element('td', {}, `${count}×`),
        element('td', {}, euro(price * count)),
        element('td', {}, element('button', { type: 'button', class: 'quiet', 'data-remove': id }, `${name} verwijderen`)),
      ),
    )
  }
  const head = element('tr')
  for (const title of ['Product', 'Aantal', 'Per maand', 'Wijzigen']) head.append(element('th', { scope: 'col' }, title))
  const foot = element(
    'tr',
    {},
    element('th', { scope: 'row', colspan: '2' }, 'Totaal per maand'),
    element('td', { colspan: '2' }, euro(total)),
  )
  return element('table', {}, element('thead', {}, head), body, element('tfoot', {}, foot))
}

function showCart() {
  const cart = readCart()
  let total = 0
  for (const count of cart.values()) total += count
  for (const badge of document.querySelectorAll('[data-cart-count]')) {
    badge.textContent = String(total)
    badge.hidden = total === 0
  }
  const place = document.querySelector('[data-cart]')
  if (place && cart.size > 0) place.replaceChildren(cartTable(cart))
  else place?.replaceChildren(element('p', {}, 'Je winkelwagen is leeg.'))
  for (const part of document.querySelectorAll('[data-cart-filled]')) part.hidden = cart.size === 0
  const order = document.querySelector('input[name="bestelling"]')
  if (order) order.value = [...cart].map(([id, count]) => `${count}× ${products[id].name}`).join(', ')
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-add], [data-remove], [data-crash]')
  if (!button) return
  if (button.dataset.remove) change(button.dataset.remove, -1)
  if (button.dataset.add) {
    change(button.dataset.add, 1)
    document.querySelector('[data-added]').textContent = `${products[button.dataset.add].name} ligt in je winkelwagen.`
    window.gtag?.('event', 'add_to_cart')
    window.fbq?.('track', 'AddToCart')
  }
  if ('crash' in button.dataset) {
    document.querySelector('[data-crashed]').textContent =
      'Het paneel is vastgelopen. Heb je crashmeldingen aan staan? Dan is de fout nu gemeld.'
    throw new Error('Klantenpaneel vastgelopen (demo)')
  }
})

/** reCAPTCHA leaves its answer in the form; without it there is no point in sending. */
document.addEventListener('submit', (event) => {
  const answer = event.target.querySelector('[name="g-recaptcha-response"]')
  if (event.defaultPrevented || !answer || answer.value) return
  event.preventDefault()
  event.target.querySelector('.message').textContent = 'Zet nog een vinkje bij “Ik ben geen robot”. Dan kun je het formulier versturen.'
})

for (const link of document.querySelectorAll('.top nav a')) {
  if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page')
}
showCart()
addEventListener('pageshow', showCart)
