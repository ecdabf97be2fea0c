import { accepted, script } from './respond.mjs'

/** The tag that serves Analytics and Ads alike, Tag Manager, and the end points that measurements go to. */
export const googleAnalytics = {
  provider: 'Google Analytics',
  service: 'google-analytics',
  hosts: [
    'www.googletagmanager.com',
    'www.google-analytics.com',
    'ssl.google-analytics.com',
    'region1.google-analytics.com',
    'analytics.google.com',
    'stats.g.doubleclick.net',
  ],
  respond(request) {
    if (request.host === 'www.googletagmanager.com') {
      if (request.path === '/gtag/js') return script('writeCookie', 'gtag')
      if (request.path === '/gtm.js') return script('gtm')
      return null
    }
    return /\/(g\/|j\/|r\/)?collect$/.test(request.path) ? accepted(request) : null
  },
}
