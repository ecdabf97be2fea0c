/** The part of storage that is loaded when something is decided. */

export { erase } from './erase.ts'
export { writeCookie } from './writeCookie.ts'
