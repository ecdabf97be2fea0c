import { page, script } from './respond.mjs'

export const turnstile = {
  provider: 'Cloudflare Turnstile',
  service: 'turnstile',
  hosts: ['challenges.cloudflare.com'],
  async respond(request) {
    if (/^\/turnstile\/v0\/(\w+\/)?api\.js$/.test(request.path)) return script('turnstile')
    if (request.path.startsWith('/cdn-cgi/challenge-platform/'))
      return page(
        `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Turnstile</title><p>Gecontroleerd (nagebootst)</p><script>${(await script('turnstileFrame')).body}</script></html>`,
      )
    return null
  },
}
