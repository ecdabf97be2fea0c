/** Which service an address belongs to. Worked out when the settings are made, so that the page has only to compare. */

import type { Service } from './types.ts'

/** A pattern for addresses and the service that has them. */
export type Place = readonly [pattern: string, service: string]

/**
 * One place per host of each service: `example.com` with all its subdomains, optionally with a port and the beginning of a path and query, in
 * which `*` is anything but a slash. The longest come first, because the most exact one decides.
 */
export function placesOf(services: readonly Service[]): Place[] {
  const hosts = services.flatMap(({ id, hosts = [] }) =>
    hosts.map((host) => [host.replace(/^\*\./, '').replace(/^[^/]+/, (name) => name.toLowerCase()), id] as const),
  )
  return hosts
    .sort(([one], [other]) => other.length - one.length)
    .map(([host, id]) => [
      // Without its own, a host is meant with every port.
      `^\\w+://([^/]*[.@])?${host
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replace('*', '[^/]*')
        .replace(/\/|$/, '\\.?(:\\d+)?/')}`,
      id,
    ])
}

/** Finds the service that has an address. */
export function createMatcher(places: readonly Place[]): (url: URL | undefined) => string | undefined {
  const patterns = places.map(([pattern, service]) => [RegExp(pattern), service] as const)
  return (url) => patterns.find(([pattern]) => pattern.test(url as unknown as string))?.[1]
}
