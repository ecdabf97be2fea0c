/** Providers whose embeds and buttons are drawn by a script of theirs, and what that script puts in the page. */
import { page, random, script, thirdPartyCookie } from './respond.mjs'

const frame = (words, colour = '#fff') => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${words}</title>
<body style="margin:0;padding:12px;background:${colour};color:#111;font:15px/1.4 system-ui,sans-serif"><p>${words}</p></body></html>`

const recognising = (request, name, domain) => (name in request.cookies ? [] : [thirdPartyCookie(name, random(), 400, domain)])

export const x = {
  provider: 'X',
  service: 'x-post',
  hosts: ['platform.twitter.com', 'syndication.twitter.com'],
  respond(request) {
    if (request.path === '/widgets.js') return script('widgets')
    if (request.path === '/embed/Tweet.html')
      return page(
        frame(`Bericht op X (nagebootst), ${request.query.dnt === 'true' ? 'zonder profiel' : 'met profiel'}`),
        request.query.dnt === 'true' ? [] : recognising(request, 'guest_id', '.twitter.com'),
      )
    if (request.path.startsWith('/widgets/'))
      return page(frame('Knop van X (nagebootst)', '#f2f2f2'), recognising(request, 'guest_id', '.twitter.com'))
    return null
  },
}

export const instagram = {
  provider: 'Instagram',
  service: 'instagram',
  hosts: ['www.instagram.com'],
  respond(request) {
    if (request.path === '/embed.js') return script('instagramEmbed')
    if (/^\/p\/[\w-]+\/embed/.test(request.path))
      return page(frame('Bericht op Instagram (nagebootst)', '#fdf3f7'), recognising(request, 'ig_did', '.instagram.com'))
    return null
  },
}

export const facebook = {
  provider: 'Facebook',
  service: 'facebook',
  hosts: ['connect.facebook.net/nl_NL/sdk.js', 'www.facebook.com/plugins'],
  respond(request) {
    if (request.path === '/nl_NL/sdk.js') return script('facebookSdk')
    if (request.path.startsWith('/plugins/'))
      return page(frame('Vind ik leuk (nagebootst)', '#eef3fb'), recognising(request, 'datr', '.facebook.com'))
    return null
  },
}

export const linkedin = {
  provider: 'LinkedIn',
  service: 'linkedin',
  hosts: ['www.linkedin.com/embed', 'www.linkedin.com/pages-extensions', 'platform.linkedin.com'],
  respond(request) {
    if (request.host === 'platform.linkedin.com') return request.path === '/in.js' ? script('linkedinIn') : null
    const words = request.path.startsWith('/embed') ? 'Bericht op LinkedIn' : 'Volgen op LinkedIn'
    return page(frame(`${words} (nagebootst)`, '#eef6f9'), recognising(request, 'bcookie', '.linkedin.com'))
  },
}

export const vimeo = {
  provider: 'Vimeo',
  service: 'vimeo',
  hosts: ['player.vimeo.com'],
  respond(request) {
    if (!request.path.startsWith('/video/')) return null
    return page(
      frame('Video van Vimeo (nagebootst)', '#e7f5f8'),
      request.query.dnt === '1' ? [] : recognising(request, 'vuid', '.vimeo.com'),
    )
  },
}
