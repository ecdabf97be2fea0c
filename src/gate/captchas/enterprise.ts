import { google } from './google.ts'

/** Google reCAPTCHA Enterprise, which has its functions one level deeper. */
export const enterprise = google('enterprise.js', /enterprise/, (found) => {
  found.enterprise ??= {}
  return found.enterprise
})
