/** What reCAPTCHA and reCAPTCHA Enterprise have in common: one global, one queue, one field. */

import type { Captcha, CaptchaApi } from './captcha.ts'
import { noAnswer, noReset } from './noAnswer.ts'
import { queueExecute } from './queueExecute.ts'

interface Google extends CaptchaApi {
  enterprise?: CaptchaApi
}
interface Page {
  grecaptcha?: Google
  ___grecaptcha_cfg?: { fns?: (() => void)[] }
}

/**
 * @param file the loader's file name
 * @param pick the object that has `ready` and `execute`, made if need be
 */
export function google(file: string, sign: RegExp, pick: (google: Google) => CaptchaApi): Captcha {
  const page = window as Page
  const api = () => page.grecaptcha && pick(page.grecaptcha)
  return {
    sign,
    id: 'google-recaptcha',
    provider: 'Google',
    place: 'g-recaptcha',
    keys: /^(_grecaptcha|rc::)/,
    queue() {
      page.___grecaptcha_cfg ??= {}
      page.___grecaptcha_cfg.fns ??= []
      return page.___grecaptcha_cfg.fns
    },
    silent: true,
    // This host keeps Google's other cookies out of it. https://cloud.google.com/recaptcha/docs/faq
    address: (key, language) =>
      `https://www.recaptcha.net/recaptcha/${file}?render=${encodeURIComponent(key ?? 'explicit')}&hl=${language}`,
    api,
    standIn(whenReady) {
      // The loader keeps what it finds, and the very queue: `ready` here is what `ready` is there until the rest has come.
      page.grecaptcha ??= {}
      const own = pick(page.grecaptcha)
      own.ready ??= whenReady
      own.execute ??= queueExecute(api, whenReady)
      // Also where one stands that tells nobody. `render` has no stand-in: by it pages see that the vendor is there.
      if (!own.render) Object.assign(own, { getResponse: noAnswer, reset: noReset })
      return undefined
    },
  }
}
