import type { Captcha, CaptchaApi } from './captcha.ts'
import { noAnswer, noReset } from './noAnswer.ts'

const page = window as { turnstile?: CaptchaApi }

/** Cloudflare Turnstile. */
export const turnstile: Captcha = {
  sign: /turnstile|challenges\.cloudflare/,
  id: 'turnstile',
  provider: 'Cloudflare',
  place: 'cf-turnstile',
  address: () => 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit',
  api: () => page.turnstile,
  standIn(whenReady) {
    if (page.turnstile) return undefined
    const own = { ready: whenReady, getResponse: noAnswer, reset: noReset }
    page.turnstile = own
    // The script does nothing where it finds the name taken: it takes itself to have been loaded already.
    return () => {
      if (page.turnstile === own) delete page.turnstile
    }
  },
}
