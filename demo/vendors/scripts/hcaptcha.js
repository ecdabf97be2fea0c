/** Imitates hCaptcha: one script, which is there when it has run; a box, or a check without one that is asked with `execute`. */
const address = new URL(document.currentScript.src)
const widgets = new Map()
const token = () => `P1_${Array.from({ length: 6 }, () => Math.random().toString(36).slice(2)).join('')}`

function render(container, parameters = {}) {
  const place = typeof container === 'string' ? document.getElementById(container) : container
  if (place.firstElementChild) throw new Error('Only one captcha is permitted per parent container.')
  const { sitekey = '', size, callback } = { ...place.dataset, ...parameters }
  const id = Math.random().toString(36).slice(2)
  const frame = document.createElement('iframe')
  frame.title = 'Widget met selectievakje voor hCaptcha-beveiligingsuitdaging'
  frame.dataset.hcaptchaWidgetId = id
  const compatible = address.searchParams.get('recaptchacompat') ?? 'true'
  frame.src = `https://newassets.hcaptcha.com/captcha/v1/demo/static/hcaptcha.html#frame=checkbox&id=${id}&recaptchacompat=${compatible}&sitekey=${sitekey}`
  frame.style.cssText = size === 'invisible' ? 'display: none' : 'width: 303px; height: 78px; border: 0; max-width: 100%'
  const fields = ['h-captcha-response', ...(compatible === 'off' ? [] : ['g-recaptcha-response'])].map((name) =>
    Object.assign(document.createElement('textarea'), { name, hidden: true }),
  )
  place.append(frame, ...fields)
  widgets.set(id, { frame, fields, callback })
  return id
}

function answer({ fields, callback }, value) {
  for (const field of fields) field.value = value
  if (value) (typeof callback === 'string' ? window[callback] : callback)?.(value)
}

addEventListener('message', (event) => {
  for (const widget of widgets.values())
    if (widget.frame.contentWindow === event.source && event.data?.hcaptcha === 'ticked') answer(widget, event.data.isTicked ? token() : '')
})

window.hcaptcha = {
  render,
  execute(id = [...widgets.keys()][0], { async = false } = {}) {
    const value = token()
    const given = new Promise((resolve) =>
      setTimeout(() => {
        answer(widgets.get(id), value)
        resolve({ response: value, key: 'E0_demo' })
      }, 50),
    )
    return async ? given : undefined
  },
  getResponse: (id = [...widgets.keys()][0]) => widgets.get(id)?.fields[0].value ?? '',
  reset: (id = [...widgets.keys()][0]) => answer(widgets.get(id), ''),
}

function begin() {
  if (address.searchParams.get('render') !== 'explicit')
    for (const place of document.querySelectorAll('.h-captcha[data-sitekey]')) if (!place.firstElementChild) render(place)
  window[address.searchParams.get('onload')]?.()
}
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
else setTimeout(begin, 1)
