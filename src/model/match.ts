/** Which service an address belongs to, and what a `data-consent` attribute demands. */

import type { Service } from './types.ts'

/** The words of a `data-consent` attribute: all of them are needed, and `!` turns one round. */
export function tokens(attribute: string | null): string[] {
  return (attribute ?? '').split(/\s+/).filter(Boolean)
}

/** The service that has this address, by host suffix and path prefix; the longest host wins. */
export function serviceAt(url: URL, services: readonly Service[]): Service | undefined {
  let best: Service | undefined
  let length = 0
  for (const service of services) {
    for (const host of service.hosts ?? []) {
      const [name, ...path] = host.replace(/^\*\./, '').split('/')
      const there = `.${url.host}`.endsWith(`.${name}`) && url.pathname.startsWith(`/${path.join('/')}`)
      if (there && host.length > length) {
        best = service
        length = host.length
      }
    }
  }
  return best
}
