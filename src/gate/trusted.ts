/** Text that a page with `require-trusted-types-for 'script'` takes from us: what the owner marked, or a script of the page asked for itself. */

interface Policy {
  createHTML(text: string): string
  createScript(text: string): string
  createScriptURL(text: string): string
}

let policy: Policy | undefined

/** Gives the text back as it is where there are no trusted types, or where the page lets nobody make a policy named `toestemming`. */
export function trusted(kind: keyof Policy, text: string): string {
  const same = (given: string) => given
  try {
    policy ??= (window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes?.createPolicy(
      'toestemming',
      {
        createHTML: same,
        createScript: same,
        createScriptURL: same,
      },
    )
  } catch {
    // Then its own rules decide.
  }
  return policy ? policy[kind](text) : text
}
