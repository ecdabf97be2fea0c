import { google } from './google.ts'

/** Google reCAPTCHA: v2 with a box, v2 without, v3. */
export const recaptcha = google('api.js', /recaptcha/, (found) => found)
