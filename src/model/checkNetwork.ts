import type { Problem } from './check.ts'
import type { Network } from './types.ts'

const originOf = (address: string, origin: string) => {
  try {
    return new URL(address, origin).origin
  } catch {
    return ''
  }
}

/**
 * What is wrong with a network of sites: a site is to be an origin, and the register a place on this very site.
 *
 * @param origin of this site
 */
export function checkNetwork({ sites, register }: Partial<Network>, origin: string): Problem[] {
  const problems: Problem[] = []
  const wrong = (path: string, found: unknown, expected: string) => problems.push({ path, found, expected })
  if (!sites?.length) wrong('network.sites', sites, 'a list of the owner’s sites, this one among them')
  sites?.forEach((site, index) => {
    if (originOf(site, origin) !== site) wrong(`network.sites[${index}]`, site, 'an origin, such as https://voorbeeld.nl, without a path')
  })
  if (register !== undefined && (register[0] !== '/' || originOf(register, origin) !== origin))
    wrong('network.register', register, 'a path on this site, such as /keuze')
  return problems
}
