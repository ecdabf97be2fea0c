/** What was found in views of several widths: each thing once, with where it was seen. Pure. */

import type { Finding } from '../../src/review.ts'

export interface JoinedFinding extends Finding {
  readonly on: readonly string[]
  /** Unlike that of any other. */
  readonly key: string
}

export function joinFindings(views: readonly (readonly [on: string, findings: readonly Finding[]])[]): readonly JoinedFinding[] {
  const found = new Map<string, JoinedFinding>()
  for (const [on, findings] of views)
    for (const finding of findings) {
      // The figure too: it names the element that is wrong, and there may be more of them.
      const key = [finding.code, finding.place, finding.text.nl, finding.figure.nl].join(' ')
      found.set(key, { ...finding, key, on: [...(found.get(key)?.on ?? []), on] })
    }
  return [...found.values()]
}
