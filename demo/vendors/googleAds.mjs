import { accepted, pixel, random, script, thirdPartyCookie } from './respond.mjs'

export const googleAds = {
  provider: 'Google Ads',
  service: 'google-ads',
  hosts: [
    'www.googleadservices.com',
    'googleads.g.doubleclick.net',
    'ad.doubleclick.net',
    'td.doubleclick.net',
    'pagead2.googlesyndication.com',
    'www.google.com/pagead',
    'www.google.com/ccm',
  ],
  respond(request) {
    if (/^\/pagead\/conversion(_async)?\.js$/.test(request.path)) return script('writeCookie', 'conversion')
    if (request.host.endsWith('doubleclick.net')) {
      const isKnown = 'IDE' in request.cookies
      return pixel(isKnown ? [] : [thirdPartyCookie('IDE', `AHWqTU${random()}`, 390, '.doubleclick.net')])
    }
    if (request.path.startsWith('/ccm/')) return accepted(request)
    return request.path.startsWith('/pagead/') ? pixel() : null
  },
}
