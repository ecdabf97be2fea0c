/** The part of storage that is loaded when something is decided or withdrawn. */

import { erase } from './erase.ts'
import { writeCookie } from './writeCookie.ts'

export interface Storage {
  writeCookie: typeof writeCookie
  erase: typeof erase
}

export { erase, writeCookie }
