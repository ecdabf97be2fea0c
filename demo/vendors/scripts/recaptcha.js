/** Imitates reCAPTCHA itself: the box "Ik ben geen robot" and the check without a box (v2), and `execute` (v3, Enterprise); keeps `_grecaptcha` on the site. */
const configuration = window.___grecaptcha_cfg
const isEnterprise = Boolean(configuration.enterprise)
const grecaptcha = isEnterprise ? window.grecaptcha.enterprise : window.grecaptcha
const widgets = []
const token = () => `03A${Array.from({ length: 6 }, () => Math.random().toString(36).slice(2)).join('')}`

try {
  localStorage.setItem('_grecaptcha', `09A${Math.random().toString(36).slice(2)}`)
} catch {
  // Storage may be blocked; the real script goes on as well.
}

const make = (name, properties) => Object.assign(document.createElement(name), properties)

function frameOf(sitekey, id) {
  const frame = make('iframe', { title: 'reCAPTCHA', width: '304', height: '78' })
  frame.style.cssText = 'border: 0; max-width: 100%'
  frame.src = `https://www.google.com/recaptcha/${isEnterprise ? 'enterprise' : 'api2'}/anchor?k=${encodeURIComponent(sitekey)}&id=${id}`
  return frame
}

const answerField = () => make('textarea', { name: 'g-recaptcha-response', className: 'g-recaptcha-response', hidden: true })

/** The mark in the corner of the page that says that there is a check without a box. */
function badgeOf(sitekey, id) {
  const badge = make('div', { className: 'grecaptcha-badge' })
  badge.style.cssText = 'position: fixed; right: -186px; bottom: 14px; width: 256px; height: 60px'
  const frame = frameOf(sitekey, id)
  const answer = answerField()
  badge.append(frame, answer)
  return { badge, frame, answer }
}

function draw(container, parameters = {}, inherits = false) {
  const place = typeof container === 'string' ? document.getElementById(container) : container
  const given = (name) => parameters[name] ?? (inherits || !parameters.sitekey ? place.dataset[name] : undefined)
  const isButton = place.localName === 'button' || place.localName === 'input'
  if ((place.firstElementChild && !isButton) || widgets.some((widget) => widget.place === place))
    throw new Error('reCAPTCHA has already been rendered in this element')
  const id = widgets.length
  const widget = { place, callback: given('callback') }
  if (isButton || given('size') === 'invisible') {
    const { badge, frame, answer } = badgeOf(given('sitekey'), id)
    Object.assign(widget, { frame, answer, isInvisible: true })
    if (isButton) {
      // Beside it, so that the answer goes along with the form.
      place.after(badge)
      place.addEventListener('click', (event) => {
        event.preventDefault()
        execute(id)
      })
    } else place.replaceChildren(badge)
  } else {
    Object.assign(widget, { frame: frameOf(given('sitekey'), id), answer: answerField() })
    place.replaceChildren(widget.frame, widget.answer)
  }
  widgets.push(widget)
  return id
}

function answer(widget, value) {
  widget.answer.value = value
  const callback = typeof widget.callback === 'string' ? window[widget.callback] : widget.callback
  if (value) callback?.(value)
}

addEventListener('message', (event) => {
  const widget = widgets.find(({ frame }) => frame.contentWindow === event.source)
  if (widget && event.data?.recaptcha === 'ticked') answer(widget, event.data.isTicked ? token() : '')
})

/** By widget for the check without a box, by key for v3. */
function execute(which = 0) {
  const widget = widgets[which]
  const value = token()
  setTimeout(() => widget && answer(widget, value), 50)
  return new Promise((resolve) => setTimeout(resolve, 60, value))
}

Object.assign(grecaptcha, {
  render: draw,
  execute,
  getResponse: (id = 0) => widgets[id]?.answer.value ?? '',
  reset(id = 0) {
    if (!widgets[id]) return
    widgets[id].answer.value = ''
    widgets[id].frame.src = `${widgets[id].frame.src}`
  },
})

function begin() {
  for (const way of configuration.render.splice(0)) {
    if (way === 'onload') {
      for (const place of document.querySelectorAll('.g-recaptcha[data-sitekey]')) if (!place.firstElementChild) draw(place)
    } else if (way !== 'explicit') document.body.append(badgeOf(way, 'v3').badge)
  }
  for (const name of configuration.onload.splice(0)) window[name]?.()
  grecaptcha.ready = (callback) => callback()
  for (const callback of (configuration.fns ?? []).splice(0)) callback()
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
else begin()
