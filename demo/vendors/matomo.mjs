import { accepted, pixel, script } from './respond.mjs'

/** Matomo on a server of the site's owner. */
export const matomo = {
  provider: 'Matomo',
  service: 'matomo',
  own: true,
  hosts: ['stats.taakwerf.example', 'stats.software.example'],
  respond(request) {
    if (request.path === '/matomo.js' || request.path === '/piwik.js') return script('writeCookie', 'matomo')
    if (request.path !== '/matomo.php' && request.path !== '/piwik.php') return null
    return request.method === 'POST' ? accepted(request) : pixel()
  },
}
