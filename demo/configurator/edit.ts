/** Changes of a configuration, each giving a new one, in which nothing empty is left. Pure. */

import { type Configuration, complete, type ServiceConfiguration, standard } from '../../src/model/settings.ts'
import type { Service } from '../../src/model/types.ts'
import { byId } from './catalogue.ts'

type Path = readonly (string | number)[]

/** Sets what is at a path; an empty text or undefined takes it away, and what is empty without it. */
export function set(configuration: Configuration, path: Path, value: unknown): Configuration {
  return (put(configuration, path, value === '' ? undefined : value) as Configuration | undefined) ?? {}
}

function put(from: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list = [...((from as readonly unknown[] | undefined) ?? [])]
    const inner = put(list[key], rest, value)
    if (inner === undefined) list.splice(key, 1)
    else list[key] = inner
    return list.length ? list : undefined
  }
  const { [key]: old, ...others } = (from ?? {}) as Record<string, unknown>
  const inner = put(old, rest, value)
  // In its own place: what the owner reads should not jump.
  if (inner !== undefined && old !== undefined) return { ...(from as object), [key]: inner }
  const changed = inner === undefined ? others : { ...others, [key]: inner }
  return Object.keys(changed).length ? changed : undefined
}

export function at(configuration: Configuration, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], configuration)
}

export const useOf = (item: ServiceConfiguration): string | undefined =>
  typeof item === 'string' ? item : 'use' in item ? item.use : undefined

/** A service with everything the catalogue says of it. */
export const completed = (item: ServiceConfiguration): Service => complete(item, byId)

export const servicesOf = ({ services = [] }: Configuration): readonly Service[] => services.map(completed)

export const has = ({ services = [] }: Configuration, id: string): boolean => services.some((item) => completed(item).id === id)

export function addKnown(configuration: Configuration, ...ids: readonly string[]): Configuration {
  const fresh = ids.filter((id) => byId[id] && !has(configuration, id))
  return fresh.length ? { ...configuration, services: [...(configuration.services ?? []), ...fresh] } : configuration
}

export function remove(configuration: Configuration, id: string): Configuration {
  const services = (configuration.services ?? []).filter((item) => completed(item).id !== id)
  return set(configuration, ['services'], services.length ? services : undefined)
}

/** Changes what an owner says of a service beside the catalogue. What is as it was there is left out again. */
export function change(configuration: Configuration, index: number, key: keyof Service, value: unknown): Configuration {
  const item = configuration.services?.[index]
  if (item === undefined) return configuration
  const use = useOf(item)
  const own = typeof item === 'string' ? {} : item
  const { [key]: _, ...others } = own as Record<string, unknown>
  const same = value === undefined || value === '' || (use !== undefined && byId[use]?.[key] === value)
  const changed = same ? others : { ...own, [key]: value }
  const bare = use !== undefined && Object.keys(changed).every((name) => name === 'use')
  return set(configuration, ['services', index], bare ? use : use !== undefined ? { use, ...changed } : changed)
}

/** A service that is not in the catalogue. */
export function addOwn(configuration: Configuration, provider: string, rest: Partial<Service>): Configuration {
  const own = { id: freeId(configuration, provider), category: 'functional', provider, ...rest }
  return { ...configuration, services: [...(configuration.services ?? []), own] }
}

export function addCategory(configuration: Configuration, title: string): Configuration {
  const { categories = {} } = configuration
  const id = free(
    slug(title).replace(/^[^a-z]+/, '') || 'eigen',
    31,
    (one) => categoryIds(configuration).includes(one) || has(configuration, one),
  )
  return { ...configuration, categories: { ...categories, [id]: { title } } }
}

/** The standard categories, then the owner's. */
export const categoryIds = ({ categories = {} }: Configuration): readonly string[] => [
  ...new Set([...standard, ...Object.keys(categories)]),
]

const freeId = (configuration: Configuration, name: string) =>
  free(slug(name) || 'eigen-dienst', 61, (id) => has(configuration, id) || !!byId[id] || categoryIds(configuration).includes(id))

const free = (wish: string, length: number, taken: (id: string) => boolean): string => {
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : `-${number}`
    const id = wish.slice(0, length - tail.length) + tail
    if (!taken(id)) return id
  }
}

export const slug = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '')
