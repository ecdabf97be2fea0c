import { google } from './google.ts'

/** Google reCAPTCHA: v2 with a box, v2 without, v3. hCaptcha's addresses say whether it stands in for it (`recaptchacompat`). */
export const recaptcha = google('api.js', /recaptcha(?!compat)/, (found) => found)
