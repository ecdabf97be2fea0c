/** De eigen cookies van het blog: wie reageert, en welk artikel is bewerkt. */
const names = ['naam', 'e-mail', 'telefoon']
const form = document.querySelector('form.comment')
const kept = /(?:^|; )reactie=([^;]*)/.exec(document.cookie)?.[1]

function keep(name, value, days) {
  // biome-ignore lint/suspicious/noDocumentCookie: as a site without a build step writes it
  document.cookie = `${name}=${value}; Path=/; Max-Age=${days * 86_400}; SameSite=Lax`
}

if (form) {
  if (kept) {
    const values = new URLSearchParams(decodeURIComponent(kept))
    for (const name of names) form.elements[name].value = values.get(name) ?? ''
    form.elements.onthouden.checked = true
  }
  form.addEventListener('submit', () => {
    const values = new URLSearchParams(names.map((name) => [name, form.elements[name].value]))
    if (form.elements.onthouden.checked) keep('reactie', encodeURIComponent(values), 365)
    else if (kept) keep('reactie', '', 0)
  })
}

const editor = document.querySelector('#redactie')
editor?.addEventListener('submit', () => keep('wp-saving-post', `${editor.dataset.post}-saved`, 1))
