/** Imitates reCAPTCHA's api.js: a queue for `grecaptcha.ready`, and the request for the script that does the work. */
window.___grecaptcha_cfg ??= {}
const configuration = window.___grecaptcha_cfg
window.grecaptcha ??= {}
const grecaptcha = window.grecaptcha
const address = new URL(document.currentScript.src)
const render = address.searchParams.get('render')
const onload = address.searchParams.get('onload')

configuration.render = configuration.render || []
configuration.onload = configuration.onload || []
configuration.render.push(render ?? 'onload')
if (onload) configuration.onload.push(onload)
grecaptcha.ready =
  grecaptcha.ready ||
  ((callback) => {
    configuration.fns = configuration.fns || []
    configuration.fns.push(callback)
  })

const element = document.createElement('script')
element.async = true
element.src = `https://www.gstatic.com/recaptcha/releases/demo/recaptcha__${address.searchParams.get('hl') ?? 'nl'}.js`
document.head.append(element)
