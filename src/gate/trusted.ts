/** Text that a page with `require-trusted-types-for 'script'` takes from us: what the owner marked, or a script of the page asked for itself. */

const same = (text: string) => text
type Kind = 'createHTML' | 'createScript' | 'createScriptURL'
let policy: Record<Kind, (text: unknown) => string> | undefined

/** Gives the text back as it is where there are no trusted types, or where the page lets nobody make a policy named `toestemming`. */
export const trusted = (kind: Kind, text: unknown): string => {
  try {
    policy ??= (window as { trustedTypes?: { createPolicy(name: string, rules: object): typeof policy } }).trustedTypes?.createPolicy(
      'toestemming',
      { createHTML: same, createScriptURL: same, createScript: same },
    )
  } catch {
    // Then its own rules decide.
  }
  return policy?.[kind](text) ?? (text as string)
}
