import { page, random, script, thirdPartyCookie } from './respond.mjs'

export const recaptcha = {
  provider: 'Google reCAPTCHA',
  service: 'google-recaptcha',
  hosts: ['www.google.com/recaptcha', 'www.recaptcha.net/recaptcha', 'recaptcha.google.com', 'www.gstatic.com/recaptcha'],
  async respond(request) {
    if (request.path === '/recaptcha/api.js') return script('recaptchaLoader')
    if (/^\/recaptcha\/releases\/[^/]+\/recaptcha__[a-z]{2}\.js$/.test(request.path)) return script('recaptcha')
    if (request.path === '/recaptcha/api2/anchor') return page(anchor(await script('recaptchaAnchor')), cookies(request))
    return null
  },
}

const cookies = (request) =>
  '_GRECAPTCHA' in request.cookies ? [] : [thirdPartyCookie('_GRECAPTCHA', `09A${random()}`, 180).replace('Path=/;', 'Path=/recaptcha;')]

/** The frame with the box "Ik ben geen robot", as Google draws it on a page. */
const anchor = ({ body }) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>reCAPTCHA</title>
<style>
  html { color-scheme: light; font: 14px/1.4 system-ui, sans-serif }
  body { box-sizing: border-box; display: flex; align-items: center; gap: 12px; height: 76px; margin: 0; padding: 0 14px;
    border: 1px solid #c9ccd1; border-radius: 3px; background: #f9f9f9; color: #222 }
  input { width: 24px; height: 24px; margin: 0 }
  label { flex: 1; display: flex; align-items: center; gap: 12px }
  small { color: #555; font-size: 10px; text-align: center }
</style>
<label><input type="checkbox" id="recaptcha-anchor"> Ik ben geen robot</label><small>reCAPTCHA<br>(nagebootst)</small>
<script>${body}</script></html>`
