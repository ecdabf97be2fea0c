/** The part of storage that is loaded when something is decided or withdrawn. */

import { encode } from '../model/codec.ts'
import type { Keeper } from '../model/ports.ts'
import { erase } from './erase.ts'
import { writeCookie } from './writeCookie.ts'

export const keeper: Keeper = {
  keep(settings, record) {
    const text = encode(record)
    try {
      localStorage.setItem(settings.cookie.name, text)
    } catch {
      // Blocked or full: the cookie, or else the page's memory, holds the choice.
    }
    writeCookie(settings, text, record.oldest)
  },
  erase,
}
