/** Compares a value with a shape and lists what is wrong as data; `explain` makes sentences of it. */

/**
 * - `any`, `text`, `text?` (or null), `flag`, `1-99` (whole number in that range), `a|b` (one of these)
 * - `[shape]`: a list
 * - `{ key: shape }`: an object with these keys only; `*` stands for any key, and `''` says that a plain text will do too
 */
export type Shape = string | readonly [Shape] | { readonly [key: string]: Shape }

export interface Problem {
  /** Where, as one would write it: `services[0].category`. */
  readonly path: string
  readonly found: unknown
  /** What belongs there: a shape's words, or the keys that exist. */
  readonly expected: string | readonly string[]
}

export function check(value: unknown, shape: Shape, path: string, problems: Problem[]): void {
  const wrong = (expected: Problem['expected'], where = path, found: unknown = value) => problems.push({ path: where, found, expected })
  if (typeof shape === 'string') {
    const [low, high] = shape.split('-')
    const fits = shape.includes('|')
      ? shape.split('|').includes(value as string)
      : high
        ? Number.isInteger(value) && (value as number) >= Number(low) && (value as number) <= Number(high)
        : shape === 'flag'
          ? typeof value === 'boolean'
          : typeof value === 'string' || shape === 'any' || (value === null && shape === 'text?')
    if (!fits) wrong(shape)
  } else if (Array.isArray(shape)) {
    if (Array.isArray(value)) value.forEach((item, index) => void check(item, shape[0] as Shape, `${path}[${index}]`, problems))
    else wrong('list')
  } else if (typeof value === 'object' && value && !Array.isArray(value)) {
    const keys = Object.keys(shape)
    const before = problems.length
    for (const [key, item] of Object.entries(value)) {
      const inner = path ? `${path}.${key}` : key
      if (item === undefined) continue
      const next = (shape as Record<string, Shape>)[keys.includes(key) ? key : '*']
      if (next) check(item, next, inner, problems)
      else wrong(keys, inner, item)
    }
    // Nothing was found there.
    if (before === problems.length && keys.includes('nl') && !('nl' in value)) check(undefined, 'text', `${path}.nl`, problems)
  } else if (typeof value !== 'string' || !('' in shape)) wrong('object')
}
