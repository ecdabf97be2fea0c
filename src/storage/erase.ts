/** Removes what services keep in this browser: cookies of every parent domain and path, and storage keys. Third parties' own cookies are out of reach. */

import { pattern } from '../model/pattern.ts'
import type { Service, StoredItem } from '../model/types.ts'

/**
 * @param own the name of the record's cookie and mirror, which always stays
 * @param services whose items go
 * @param kept whose items stay, also where a service that goes claims the same name
 */
export function erase(own: string, services: readonly Service[], kept: readonly Service[]): void {
  const goes = test(services)
  const stays = test(kept)
  const gone = (name: string, storage: StoredItem['storage']) =>
    name !== own && !/^toestemming:(settings|network)$/.test(name) && goes(name, storage) && !stays(name, storage)

  whereAllowed(() => {
    for (const pair of document.cookie.split('; ')) {
      const name = pair.split('=')[0] ?? ''
      if (gone(name, 'cookie')) expire(name)
    }
  })
  whereAllowed(() => eraseKeys(localStorage, (name) => gone(name, 'local')))
  whereAllowed(() => eraseKeys(sessionStorage, (name) => gone(name, 'session')))
}

/** One test for all names that the services keep in a kind of storage on this site. */
function test(services: readonly Service[]): (name: string, storage: StoredItem['storage']) => boolean {
  // Cookies of third parties are out of reach. Keys are erased wherever their vendor mostly keeps them: what is seen here is on this site.
  const items = services
    .flatMap((service) => service.cookies ?? [])
    .filter(({ party, storage = 'cookie' }) => party !== 'third' || storage !== 'cookie')
  const tests = items.map((item) => [item.storage ?? 'cookie', pattern(item.name)] as const)
  return (name, storage) => tests.some(([kind, fits]) => kind === storage && fits?.(name))
}

/** A cookie goes only by the same domain and path it was set with, and a script can read neither: so all that are possible. */
function expire(name: string): void {
  const labels = location.hostname.split('.')
  const domains = ['', ...labels.map((_, index) => `; Domain=${labels.slice(index).join('.')}`)]
  const paths = new Set(['/'])
  let path = ''
  for (const step of location.pathname.split('/').filter(Boolean)) {
    path += `/${step}`
    paths.add(path)
    paths.add(`${path}/`)
  }
  for (const domain of domains) {
    for (const place of paths) {
      for (const kind of ['', '; Secure', '; Secure; SameSite=None; Partitioned']) {
        // Not through js-cookie: it encodes names, and this one must be the vendor's own.
        // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is not everywhere, and not synchronous
        document.cookie = `${name}=; Max-Age=0; Path=${place}${domain}${kind}`
      }
    }
  }
}

function eraseKeys(storage: globalThis.Storage, gone: (name: string) => boolean): void {
  for (const name of Object.keys(storage)) if (gone(name)) storage.removeItem(name)
}

/** Blocked storage throws when touched; there is nothing in it to erase. */
function whereAllowed(task: () => void): void {
  try {
    task()
  } catch {
    // Nothing to do.
  }
}
