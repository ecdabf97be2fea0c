/** Imitates reCAPTCHA's api.js and enterprise.js: a queue for `ready`, and the request for the script that does the work. */
window.___grecaptcha_cfg ??= {}
const configuration = window.___grecaptcha_cfg
window.grecaptcha ??= {}
const address = new URL(document.currentScript.src)
const isEnterprise = address.pathname.endsWith('/enterprise.js')
if (isEnterprise) {
  window.grecaptcha.enterprise ??= {}
  configuration.enterprise = configuration.enterprise || []
  configuration.enterprise.push(true)
}
const grecaptcha = isEnterprise ? window.grecaptcha.enterprise : window.grecaptcha
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
