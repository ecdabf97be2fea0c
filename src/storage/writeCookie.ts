import Cookies from 'js-cookie'
import type { Settings } from '../model/types.ts'

/** The record's text has only characters that a cookie leaves alone; it is written as it is. */
const plain = Cookies.withConverter({ read: (value) => value, write: (value) => String(value) })

/**
 * Writes the record's cookie: `Path=/; SameSite=Lax; Secure` on https, for as long as the answers hold, counted from `oldest`
 * (milliseconds since 1970). A domain that the browser refuses is left out, so that the choice is kept all the same.
 */
export function writeCookie({ cookie, validDays }: Settings, value: string, oldest: number): void {
  const { name, domain } = cookie
  const attributes = {
    path: '/',
    sameSite: 'lax',
    secure: location.protocol === 'https:',
    expires: new Date(oldest + validDays * 864e5),
  } as const
  try {
    if (domain) {
      // A cookie of the host alone, from before the domain was configured, would stand beside this one.
      plain.remove(name, { path: '/' })
      plain.set(name, value, { ...attributes, domain })
    }
    if (!domain || !document.cookie.includes(value)) plain.set(name, value, attributes)
  } catch {
    // Cookies are blocked: the mirror, or else the page's memory, holds the choice.
  }
}
