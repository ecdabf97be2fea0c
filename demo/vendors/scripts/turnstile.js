/** Imitates Turnstile: a widget that mostly needs nothing of the visitor. Where its name is taken the script does nothing, as the real one. */
const address = new URL(document.currentScript.src)
const widgets = new Map()
let isReady = false

function render(container, parameters = {}) {
  const place = typeof container === 'string' ? document.querySelector(container) : container
  const id = `cf-chl-widget-${Math.random().toString(36).slice(2, 7)}`
  const { sitekey = '', callback } = { ...place.dataset, ...parameters }
  const box = document.createElement('div')
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'cf-turnstile-response', id: `${id}_response` })
  const frame = document.createElement('iframe')
  frame.title = 'Widget met een Cloudflare-beveiligingsuitdaging'
  frame.style.cssText = 'width: 300px; height: 65px; border: 0; max-width: 100%'
  frame.src = `https://challenges.cloudflare.com/cdn-cgi/challenge-platform/h/b/turnstile/if/ov2/av0/rcv/${id}/${sitekey}/light/fbE/new/normal/auto/`
  box.attachShadow({ mode: 'closed' }).append(frame)
  place.append(box, field)
  widgets.set(id, { box, field, frame, callback })
  return id
}

addEventListener('message', (event) => {
  for (const { field, frame, callback } of widgets.values())
    if (frame.contentWindow === event.source && event.data?.turnstile === 'done') {
      field.value = `0.${Math.random().toString(36).slice(2)}`
      ;(typeof callback === 'string' ? window[callback] : callback)?.(field.value)
    }
})

if ('turnstile' in window) console.warn('[Cloudflare Turnstile] Turnstile already has been loaded. Was Turnstile imported multiple times?')
else {
  window.turnstile = {
    render,
    ready(callback) {
      if (isReady) callback()
      else throw new Error('[Cloudflare Turnstile] Remove async/defer from the Turnstile api.js script tag before using turnstile.ready().')
    },
    getResponse: (id = [...widgets.keys()][0]) => widgets.get(id)?.field.value,
    reset(id = [...widgets.keys()][0]) {
      const { field, frame } = widgets.get(id)
      field.value = ''
      frame.src = `${frame.src}`
    },
    remove(id) {
      const { box, field } = widgets.get(id)
      box.remove()
      field.remove()
      widgets.delete(id)
    },
  }
  const begin = () => {
    isReady = true
    if (address.searchParams.get('render') !== 'explicit')
      for (const place of document.querySelectorAll('.cf-turnstile[data-sitekey]')) if (!place.firstElementChild) render(place)
    window[address.searchParams.get('onload')]?.()
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
  else setTimeout(begin, 0)
}
