/** What is asked on this page, whether it has been answered, and what stands. */

import type { Service, Settings } from '../model/types.ts'
import type { OfferedCategory } from '../model/view.ts'
import type { Standing } from './contract.ts'
import { isFree } from './isFree.ts'
import type { State } from './state.ts'

/** Categories met in the page's marks, with the services named there that nobody configured, and what the marks say of those. */
export type Met = ReadonlyMap<string, ReadonlyMap<string, Partial<Service>>>

/** The categories that have something in them: configured, met in the page, or answered before. In order. */
export function offer({ categories, services }: Settings, { answer }: State, met: Met): OfferedCategory[] {
  return categories.flatMap((one) => {
    const { id } = one
    const required = id === 'functional'
    const own = services.filter(({ category }) => category === id)
    const asked = !required && (met.has(id) || own.some((service) => !isFree(service)) || (!own.length && !!answer(id)))
    // What nobody configured is called what the page calls it.
    const named = [...(met.get(id) ?? [])].map(([name, facts]): Service => ({ id: name, category: id, provider: name, ...facts }))
    return required || own.length || asked ? [{ ...one, required, asked, services: [...own, ...named] }] : []
  })
}

/** Whether something is asked that has no answer, or the question was changed since. */
export function isIncomplete(offered: readonly OfferedCategory[], { declared, answer }: State, revised: boolean): boolean {
  return offered.some(
    ({ id, asked, services }) =>
      asked && (revised || !answer(id) || services.some((one) => declared(one.id) && !isFree(one) && !answer(one.id))),
  )
}

/** What is granted and what is not: every category and service of the settings, and what the page has beside them. */
export function standing({ categories }: Settings, offered: readonly OfferedCategory[], { has, grants }: State): Standing {
  const known = new Map(categories.map(({ id }) => [id, has(id)]))
  // What the page has in two categories is granted when both are.
  for (const one of offered) for (const { id } of one.services) known.set(id, grants(one.id, id) && known.get(id) !== false)
  const pick = (wanted: boolean) => [...known.keys()].filter((id) => known.get(id) === wanted)
  return { granted: pick(true), denied: pick(false) }
}
