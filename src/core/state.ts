/** What the record and the settings together grant. Reads only; decisions are the application's. */

import { serviceCode } from '../model/serviceCode.ts'
import type { Answer, ConsentRecord, Service, Settings } from '../model/types.ts'

export interface State {
  isCategory(id: string): boolean
  /** The service of that id, if it is configured. */
  declared(id: string | undefined): Service | undefined
  answer(id: string): Answer | undefined
  /** Whether this category or service is granted; of a service that nobody configured, whether it has been allowed by itself. */
  has(id: string): boolean
  /** Whether an element of this category and service may be active. */
  grants(category: string, id: string | undefined): boolean
  /** Whether an element with these words and this service may be active. False for anything unknown. */
  allows(words: readonly string[], id: string | undefined): boolean
}

export function createState({ categories, services }: Settings, record: () => ConsentRecord | undefined): State {
  const isCategory = (id: string) => categories.some((one) => one.id === id)
  const declared = (id: string | undefined) => services.find((one) => one.id === id)
  const answer = (id: string) => record()?.answers.get(isCategory(id) ? id : serviceCode(id))

  const has = (id: string): boolean => {
    const service = declared(id)
    if ((service?.category ?? id) === 'functional') return true
    return (answer(id) ?? (service?.exempt && 'yes')) === 'yes'
  }

  /** Its service answers for the service's own category, the category for all else. A service that nobody configured has its category's answer until it has its own. */
  const grants = (category: string, id: string | undefined): boolean => {
    const service = declared(id)
    return has(id && !isCategory(id) && (service ? service.category === category : answer(id)) ? id : category)
  }

  return {
    grants,
    allows(words, id) {
      const service = declared(id)
      return (
        !!words.length &&
        words.every((word) => {
          const category = word.replace('!', '')
          return isCategory(category) && grants(category, id) === (word === category)
        }) &&
        // A service of another category than the marks say must be granted too.
        (!service || has(service.id) || words.includes(`!${service.category}`))
      )
    },
    answer,
    isCategory,
    has,
    declared,
  }
}
