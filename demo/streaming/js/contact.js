import { loadOnce } from './loadOnce.js'

/** Draws the robot check, once reCAPTCHA is there. */
function drawCheck() {
  const place = document.querySelector('[data-check]')
  if (place && !place.firstChild && window.grecaptcha?.render) window.grecaptcha.render(place, { sitekey: 'avondlicht-contact' })
}

/** reCAPTCHA calls this when it has come; a page that is shown later asks by itself. */
window.onCheckReady = drawCheck

/** The contact form. It is sent without loading a page, and not without the answer of reCAPTCHA. */
export function contact(page) {
  const form = page.querySelector('[data-message]')
  const message = page.querySelector('[data-sent]')

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const fields = new URLSearchParams(new FormData(form))
    if (!fields.get('g-recaptcha-response')) {
      message.textContent = 'Zet nog een vinkje bij “Ik ben geen robot”. Dan kun je het formulier versturen.'
      return
    }
    const response = await fetch(form.action, { method: 'POST', body: fields }).catch(() => null)
    if (!response?.ok) {
      message.textContent = 'Versturen is niet gelukt. Probeer het nog eens, of bel ons.'
      return
    }
    const thanks = document.createElement('p')
    thanks.className = 'message'
    thanks.tabIndex = -1
    thanks.textContent = `Bedankt, ${fields.get('naam')}. Je bericht is verstuurd.`
    form.replaceWith(thanks)
    thanks.focus()
  })

  return {
    ready() {
      loadOnce('https://www.google.com/recaptcha/api.js?render=explicit&onload=onCheckReady&hl=nl', {
        consent: 'recaptcha',
        service: 'google-recaptcha',
      })
      drawCheck()
    },
  }
}
