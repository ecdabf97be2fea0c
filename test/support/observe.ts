/** What a scenario looks at from outside: requests, cookies, storage. */

import type { Page } from 'puppeteer-core'
import type { Requested } from './web.ts'

const withoutIcon = (log: readonly Requested[]) => log.filter(({ path }) => path !== '/favicon.ico')

/** Every request to another host than the site's own, as `host/path`, in order. */
export const thirdParties = (log: readonly Requested[], own: string): string[] =>
  withoutIcon(log)
    .filter(({ host }) => host !== own)
    .map(({ host, path }) => host + path)

/** The hosts among them, each once, sorted. */
export const thirdPartyHosts = (log: readonly Requested[], own: string): string[] =>
  [...new Set(withoutIcon(log).map(({ host }) => host))].filter((host) => host !== own).sort()

/** The site's own requests. */
export const ownRequests = (log: readonly Requested[], own: string): string[] =>
  withoutIcon(log)
    .filter(({ host }) => host === own)
    .map(({ path }) => path)

/** The cookies that the page can read, by name. */
export const pageCookies = async (page: Page): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await page.evaluate(() => document.cookie))
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )

/** The cookies that the browser holds, of every site, with their attributes. */
export const cookies = (page: Page) => page.browserContext().cookies()

export interface Stored {
  readonly local: Readonly<Record<string, string>>
  readonly session: Readonly<Record<string, string>>
}
export const storageOf = (page: Page): Promise<Stored> =>
  page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }))

/** A script for `before`: every attempt to keep something in the browser is noted in `window.writes`. */
export const watchWrites = `(() => {
  const writes = (window.writes = [])
  const wrap = (target, name, what) => {
    const original = target && target[name]
    if (original) target[name] = function (...values) { writes.push(what + ' ' + String(values[0])); return original.apply(this, values) }
  }
  wrap(Storage.prototype, 'setItem', 'storage')
  wrap(IDBFactory.prototype, 'open', 'indexedDB')
  if (window.CookieStore) wrap(CookieStore.prototype, 'set', 'cookieStore')
  if (window.CacheStorage) wrap(CacheStorage.prototype, 'open', 'caches')
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', { ...cookie, set(value) { writes.push('cookie ' + value); cookie.set.call(this, value) } })
  const own = Storage.prototype
  for (const name of ['localStorage', 'sessionStorage']) {
    const { get } = Object.getOwnPropertyDescriptor(window, name)
    Object.defineProperty(window, name, {
      configurable: true,
      get() {
        return new Proxy(get.call(window), {
          get: (target, key) => (typeof target[key] === 'function' ? target[key].bind(target) : target[key]),
          set: (target, key, value) => { writes.push(name + ' ' + String(key)); target[key] = value; return true },
        })
      },
    })
  }
})()`
