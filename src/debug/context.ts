/** What the checks know: the settings, what is granted, and whose an address is. */

import type { Consent } from '../core/contract.ts'
import { addressesOf, isFrame, urlOf } from '../gate/embeds.ts'
import { createMatcher, placesOf } from '../model/match.ts'
import type { Needs } from '../model/ports.ts'
import type { Service, Settings } from '../model/types.ts'

export interface Context {
  readonly consent: Pick<Consent, 'has' | 'record'>
  readonly settings: Settings
  readonly catalogue: readonly Service[]
  /** Where the library's own files are; empty when a bundler has put them among the page's. */
  readonly folder: string
  /** The service of the configuration that has an address. */
  declared(url: URL | undefined): Service | undefined
  /** The service of the catalogue that has an address. */
  likely(url: URL | undefined): Service | undefined
  service(id: string | undefined): Service | undefined
  isCategory(id: string): boolean
  /** What an element's marks say, read as the gate reads them. */
  needs(element: HTMLElement): Needs
  /** Whether the visitor's answers allow what is marked so. */
  allows(needs: Needs): boolean
}

export function createContext(consent: Context['consent'], settings: Settings, catalogue: readonly Service[], folder: string): Context {
  const service = (id: string | undefined) => settings.services.find((one) => one.id === id)
  const isCategory = (id: string) => settings.categories.some((one) => one.id === id)
  const findDeclared = createMatcher(settings.places)
  const findLikely = createMatcher(placesOf(catalogue))
  const declared = (url: URL | undefined) => service(findDeclared(url))
  const grants = (category: string, id: string | undefined) => {
    const own = service(id)
    return own ? consent.has(own.category === category ? own.id : category) : (!!id && consent.has(id)) || consent.has(category)
  }
  return {
    consent,
    settings,
    catalogue,
    folder,
    declared,
    likely: (url) => {
      const id = findLikely(url)
      return catalogue.find((one) => one.id === id)
    },
    service,
    isCategory,
    needs(element) {
      const { dataset } = element
      const addresses = addressesOf(element)
      const named = dataset.service || addresses.map((address) => declared(urlOf(address))?.id).find(Boolean)
      return {
        words: `${dataset.consent ?? dataset.consentForm ?? service(named)?.category ?? ''}`.match(/\S+/g) ?? [],
        service: named || (isFrame(element) ? /\/\/(?:www\.)?([^/?#]+)/.exec(addresses.join())?.[1] : undefined),
      }
    },
    allows({ words, service: id }) {
      const own = service(id)
      return (
        !!words.length &&
        words.every((word) => {
          const category = word.replace('!', '')
          return isCategory(category) && grants(category, id) === (word === category)
        }) &&
        (!own || consent.has(own.id) || words.includes(`!${own.category}`))
      )
    },
  }
}

/** `YouTube (Google)`; the title alone where it says who provides it, or the provider alone. */
export function nameOf({ title, provider }: Service): string {
  if (!title) return provider
  return title.includes(provider) ? title : `${title} (${provider})`
}

/** Whether a service runs until somebody objects. */
export function isFree({ category, exempt }: Service): boolean {
  return category === 'functional' || !!exempt
}
