/** Names of cookies and storage keys: an exact name, `prefix*`, or an anchored pattern written as `/^…/`. Never a substring. */

const written = /^\/\^(.+)\/$/

/** A test for names, or nothing when the pattern is unanchored, broken, or matches just about everything. */
export function pattern(name: string): ((candidate: string) => boolean) | undefined {
  const source = written.exec(name)?.[1]
  if (source) {
    try {
      // The group keeps the anchor for every alternative of `/^a|b/`.
      const expression = RegExp(`^(?:${source})`)
      const fits = (candidate: string) => expression.test(candidate)
      // Names of nobody: what fits one of them fits just about everything, or all that begins with some letters or a `_`.
      return ['', '~', 'zq', '_z', 'ZQXJKV', 'zqxjkv', 'zqxjkvzqxjkvzqxjkv'].some(fits) ? undefined : fits
    } catch {
      return
    }
  }
  if (/\*$/.test(name)) return /^[^*]{2,}\*$/.test(name) ? (candidate) => candidate.startsWith(name.slice(0, -1)) : undefined
  return /^[^/]/.test(name) ? (candidate) => candidate === name : undefined
}
