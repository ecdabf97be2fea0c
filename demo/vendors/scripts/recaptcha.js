/** Imitates reCAPTCHA itself: the box "Ik ben geen robot" (v2) and `execute` (v3); keeps `_grecaptcha` on the site. */
const configuration = window.___grecaptcha_cfg
const widgets = []
const token = () => `03A${Array.from({ length: 6 }, () => Math.random().toString(36).slice(2)).join('')}`

try {
  localStorage.setItem('_grecaptcha', `09A${Math.random().toString(36).slice(2)}`)
} catch {
  // Storage may be blocked; the real script goes on as well.
}

function draw(container, parameters = {}) {
  const place = typeof container === 'string' ? document.getElementById(container) : container
  const frame = document.createElement('iframe')
  const answer = document.createElement('textarea')
  const id = widgets.length
  frame.title = 'reCAPTCHA'
  frame.width = '304'
  frame.height = '78'
  frame.style.cssText = 'border: 0; max-width: 100%'
  frame.src = `https://www.google.com/recaptcha/api2/anchor?k=${encodeURIComponent(parameters.sitekey ?? place.dataset.sitekey ?? '')}&id=${id}`
  answer.name = 'g-recaptcha-response'
  answer.className = 'g-recaptcha-response'
  answer.hidden = true
  place.replaceChildren(frame, answer)
  widgets.push({ place, frame, answer, callback: parameters.callback ?? place.dataset.callback })
  return id
}

addEventListener('message', (event) => {
  const widget = widgets.find(({ frame }) => frame.contentWindow === event.source)
  if (!widget || event.data?.recaptcha !== 'ticked') return
  widget.answer.value = event.data.isTicked ? token() : ''
  const callback = typeof widget.callback === 'string' ? window[widget.callback] : widget.callback
  if (widget.answer.value) callback?.(widget.answer.value)
})

Object.assign(window.grecaptcha, {
  render: draw,
  execute: () => Promise.resolve(token()),
  getResponse: (id = 0) => widgets[id]?.answer.value ?? '',
  reset(id = 0) {
    if (!widgets[id]) return
    widgets[id].answer.value = ''
    widgets[id].frame.src = `${widgets[id].frame.src}`
  },
})

function begin() {
  if (configuration.render.includes('onload')) {
    for (const place of document.querySelectorAll('.g-recaptcha[data-sitekey]')) if (!place.firstElementChild) draw(place)
  }
  for (const name of configuration.onload.splice(0)) window[name]?.()
  window.grecaptcha.ready = (callback) => callback()
  for (const callback of (configuration.fns ?? []).splice(0)) callback()
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
else begin()
