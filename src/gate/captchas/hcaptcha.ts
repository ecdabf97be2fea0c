import type { Captcha, CaptchaApi } from './captcha.ts'
import { noAnswer, noReset } from './noAnswer.ts'
import { queueExecute } from './queueExecute.ts'

const page = window as { hcaptcha?: CaptchaApi }
const api = () => page.hcaptcha

/** hCaptcha, with a box or without. It has no `ready`; what a page may call at any time is all the rest but `render`. */
export const hcaptcha: Captcha = {
  sign: /h-?captcha/,
  id: 'hcaptcha',
  provider: 'hCaptcha',
  place: 'h-captcha',
  address: (_, language) => `https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off&hl=${language}`,
  api,
  standIn(whenReady) {
    page.hcaptcha ??= { execute: queueExecute(api, whenReady), getResponse: noAnswer, reset: noReset }
    return undefined
  },
}
