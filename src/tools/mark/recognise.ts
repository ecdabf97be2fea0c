/** Whose an address or a piece of code is, by the hosts of the services that are known and by the names that vendors use. */

import { createMatcher, placesOf } from '../../model/match.ts'
import type { Service } from '../../model/types.ts'
import { knownCode } from './knownCode.ts'

export interface Whose {
  /** Of which services; the first is what it is mostly of. */
  readonly services: readonly Service[]
  /** Hosts that no service has. */
  readonly unknown: readonly string[]
}

export interface Recogniser {
  /** Of addresses as the browser would read them. */
  addresses(addresses: readonly string[]): Whose
  code(text: string): Whose
}

/** Where relative addresses end: nobody's. */
const page = 'https://page.invalid/'
/** Names of formats, which nobody asks for anything. */
const namespaces = /^(www\.w3\.org|schema\.org|purl\.org|ogp\.me|example\.(com|org|net))$/
/** Google's tag has one address for several services, and says which in `id`. */
const googleTag: Readonly<Record<string, string>> = { 'AW-': 'google-ads', 'DC-': 'google-doubleclick' }

/** @param services the first that has an id counts, so an owner's own go before the catalogue's */
export function createRecogniser(services: readonly Service[]): Recogniser {
  const byId = new Map<string, Service>()
  for (const one of services) if (!byId.has(one.id)) byId.set(one.id, one)
  const match = createMatcher(placesOf([...byId.values()]))

  const gather = (ids: readonly (string | undefined)[], unknown: readonly string[]): Whose => ({
    services: [...new Set(ids)].flatMap((id) => byId.get(id ?? '') ?? []),
    unknown: [...new Set(unknown)],
  })
  const addresses = (all: readonly string[]): Whose => {
    const urls = all.flatMap((address) => urlOf(address) ?? [])
    const ids = urls.map((url) => {
      const id = match(url)
      return id === 'google-analytics' ? (googleTag[url.searchParams.get('id')?.slice(0, 3) ?? ''] ?? id) : id
    })
    return gather(
      ids,
      urls.flatMap((url, index) => (ids[index] || namespaces.test(url.hostname) ? [] : [url.host])),
    )
  }

  return {
    addresses,
    code(text) {
      const named = knownCode.filter(([, names]) => names.test(text)).map(([id]) => id)
      const asked = addresses(addressesInCode(text))
      const ids = [...named, ...asked.services.map(({ id }) => id)]
      // Google's one function, without a number that tells for which of its services.
      if (!ids.length && /\bgtag\(/.test(text)) ids.push('google-analytics')
      // The host says which of two that share their names; and one that is for all of Google's goes before its parts.
      const shared = ids.includes('matomo-cloud') ? ids.filter((id) => id !== 'matomo') : ids
      const exact = shared.includes('google-ads') && !/['"`](G|UA)-/.test(text) ? shared.filter((id) => id !== 'google-analytics') : shared
      return gather(exact, asked.unknown)
    },
  }
}

function urlOf(address: string): URL | undefined {
  try {
    const url = new URL(address.trim(), page)
    return /^https?:$/.test(url.protocol) && !url.href.startsWith(page) && url.hostname.includes('.') ? url : undefined
  } catch {
    return undefined
  }
}

/** Whole addresses anywhere, those without a scheme only as a text begins with them: `//` also begins a remark. */
const addressesInCode = (text: string): readonly string[] =>
  text.replace(/\\\//g, '/').match(/https?:\/\/[^\s"'`<>(),;\\]+|(?<=["'`(])\/\/[\w-]+\.[^\s"'`<>(),;\\]+/gi) ?? []
