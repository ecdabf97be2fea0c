import { families } from '../model/families.ts'
import type { Answer } from '../model/types.ts'
import type { OfferedCategory } from '../model/view.ts'

/**
 * One entry for a provider, however many of its hosts the page has: what is answered for one of them is answered for all. Those with an answer of
 * their own, which code can give, stay to be seen.
 */
export const gather = (categories: readonly OfferedCategory[], answer: (id: string) => Answer | undefined): OfferedCategory[] =>
  categories.map((category) => {
    const seen = new Set<unknown>()
    return {
      ...category,
      services: category.services.filter(({ id }) => {
        const place = families.findIndex((hosts) => hosts.includes(id))
        const entry = `${place} ${answer(id)}`
        return place < 0 || (!seen.has(entry) && seen.add(entry))
      }),
    }
  })
