/** Text that a page with `require-trusted-types-for 'script'` takes from us: what the owner marked, or a script of the page asked for itself. */

const kinds = ['createHTML', 'createScript', 'createScriptURL'] as const
type Policy = Record<(typeof kinds)[number], (text: unknown) => string>

let policy: Policy | undefined

/** Gives the text back as it is where there are no trusted types, or where the page lets nobody make a policy named `toestemming`. */
export function trusted(kind: keyof Policy, text: unknown): string {
  try {
    policy ??= (window as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }).trustedTypes?.createPolicy(
      'toestemming',
      Object.fromEntries(kinds.map((name) => [name, (given: string) => given])),
    )
  } catch {
    // Then its own rules decide.
  }
  return policy ? policy[kind](text) : (text as string)
}
