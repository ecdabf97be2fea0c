import type { Captcha, CaptchaApi } from './captcha.ts'
import { queueExecute } from './queueExecute.ts'

const page = window as { hcaptcha?: CaptchaApi }
const api = () => page.hcaptcha

/** hCaptcha, with a box or without. It has no `ready`; what a page may call at any time is `execute`. */
export const hcaptcha: Captcha = {
  sign: /h-?captcha/,
  provider: 'hCaptcha',
  place: 'h-captcha',
  address: (_, language) => `https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off&hl=${language}`,
  api,
  standIn(whenReady) {
    page.hcaptcha ??= { execute: queueExecute(api, whenReady) }
    return undefined
  },
}
