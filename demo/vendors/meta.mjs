import { pixel, random, script, thirdPartyCookie } from './respond.mjs'

export const meta = {
  provider: 'Meta',
  service: 'meta-pixel',
  hosts: ['connect.facebook.net', 'www.facebook.com', 'facebook.com'],
  respond(request) {
    if (request.host === 'connect.facebook.net') {
      return /^\/[a-z]{2}_[A-Z]{2}\/fbevents\.js$/.test(request.path) ? script('writeCookie', 'fbevents') : null
    }
    if (!/^\/tr\/?$/.test(request.path)) return null
    return pixel('fr' in request.cookies ? [] : [thirdPartyCookie('fr', `0${random()}`, 90, '.facebook.com')])
  },
}
