import { page, random, script, thirdPartyCookie } from './respond.mjs'
import { robotBox } from './robotBox.mjs'

export const recaptcha = {
  provider: 'Google reCAPTCHA',
  service: 'google-recaptcha',
  hosts: ['www.google.com/recaptcha', 'www.recaptcha.net/recaptcha', 'recaptcha.google.com', 'www.gstatic.com/recaptcha'],
  async respond(request) {
    if (/^\/recaptcha\/(api|enterprise)\.js$/.test(request.path)) return script('recaptchaLoader')
    if (/^\/recaptcha\/releases\/[^/]+\/recaptcha__[a-z]{2}\.js$/.test(request.path)) return script('recaptcha')
    if (/^\/recaptcha\/(api2|enterprise)\/anchor$/.test(request.path))
      return page(
        robotBox({ title: 'reCAPTCHA', id: 'recaptcha-anchor', code: (await script('recaptchaAnchor')).body, mark: 'reCAPTCHA' }),
        cookies(request),
      )
    return null
  },
}

const cookies = (request) =>
  '_GRECAPTCHA' in request.cookies ? [] : [thirdPartyCookie('_GRECAPTCHA', `09A${random()}`, 180).replace('Path=/;', 'Path=/recaptcha;')]
