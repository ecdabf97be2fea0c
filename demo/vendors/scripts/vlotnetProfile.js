/** The network's own advertising: tells what this page is about, and shows what fits the profile. */
function begin() {
  const place = document.querySelector('[data-aanbod]')
  const query = new URLSearchParams({ onderwerp: document.body.dataset.onderwerp ?? '' })
  fetch(`https://aanbod.vlotnet.example/kies?${query}`, { credentials: 'include' })
    .then((response) => response.text())
    .then((text) => {
      if (place && text) place.textContent = text
    })
    .catch(() => undefined)
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
else begin()
