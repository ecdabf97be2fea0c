/** The current page in the menu, and prices per month or per year (one functional cookie, only after a choice). */
const cookieName = 'prijsweergave'

for (const link of document.querySelectorAll('.top nav a')) {
  if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page')
}

function show(period) {
  for (const price of document.querySelectorAll('[data-month]'))
    price.textContent = period === 'jaar' ? price.dataset.year : price.dataset.month
  for (const input of document.querySelectorAll('input[name="periode"]')) input.checked = input.value === period
}

for (const input of document.querySelectorAll('input[name="periode"]')) {
  input.addEventListener('change', () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${cookieName}=${input.value}; Path=/; SameSite=Lax; Max-Age=${90 * 86_400}`
    show(input.value)
  })
}

show(document.cookie.split('; ').includes(`${cookieName}=jaar`) ? 'jaar' : 'maand')
