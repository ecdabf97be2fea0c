import type { Problem } from './check.ts'
import { pattern } from './pattern.ts'
import type { Service } from './types.ts'

/**
 * Cookies and keys of the site that two services claim: after a withdrawal from the one they stay for the other, and the table says of the same
 * cookie two things. Worth saying, but no reason to hold anything.
 */
export function claims(services: readonly Service[]): Problem[] {
  const own = services.flatMap(({ id, cookies = [] }, index) =>
    cookies.flatMap(({ name, storage = 'cookie', party }, place) =>
      party === 'third' ? [] : [{ id, name, storage, index, path: `services[${index}].cookies[${place}].name` }],
    ),
  )
  return own.flatMap((item) => {
    const earlier = own.find(
      (other) => other.index < item.index && other.storage === item.storage && (fits(other.name, item.name) || fits(item.name, other.name)),
    )
    return earlier ? [{ path: item.path, found: `${item.name}, also of ${earlier.id}`, expected: 'claimed' }] : []
  })
}

/** Whether one pattern takes in what the other stands for. */
const fits = (wide: string, narrow: string) => wide === narrow || pattern(wide)?.(narrow.replace(/\*$/, ''))
