import type { Captcha } from './captcha.ts'
import { enterprise } from './enterprise.ts'
import { hcaptcha } from './hcaptcha.ts'
import { recaptcha } from './recaptcha.ts'
import { turnstile } from './turnstile.ts'

/** The most exact sign first: what is of Enterprise has the sign of reCAPTCHA as well. */
const all = [enterprise, turnstile, hcaptcha, recaptcha]

/** The robot check whose sign is in one of these texts; the first text that has one decides. */
export const captchaOf = (texts: readonly (string | undefined)[]): Captcha | undefined =>
  texts.flatMap((text) => all.find(({ sign }) => text && sign.test(text)) ?? [])[0]
