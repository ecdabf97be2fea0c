/** Where the measuring writes down what it looked at, what it found, and what it could not see. */

import { type Code, codes, ruleOf } from './rules.ts'
import type { Both, Finding, Place, Rule, Unmeasured } from './types.ts'

export interface Found {
  readonly figure: Both
  readonly text: Both
  readonly remedy: Both
  readonly element?: Element | undefined
  readonly level?: Finding['level']
}

export interface Notes {
  /** This rule has been measured here; what is not found is kept. */
  measured(...measured: readonly Code[]): void
  find(code: Code, place: Place, found: Found): void
  /** It could not be measured, though a machine could. */
  skip(code: Code, nl: string, en: string): void
  results(): { findings: readonly Finding[]; kept: readonly Rule[]; unmeasured: readonly Unmeasured[] }
}

export function createNotes(): Notes {
  const seen = new Set<Code>()
  const findings: Finding[] = []
  const skipped = new Map<Code, Both>()
  return {
    measured(...measured) {
      for (const code of measured) seen.add(code)
    },
    find(code, place, { element, level = 'error', ...found }) {
      seen.add(code)
      // What is there in two views is measured twice.
      if (!findings.some((one) => one.code === code && one.place === place && one.figure.nl === found.figure.nl))
        findings.push({ ...ruleOf(code), level, place, ...found, ...(element && { element }) })
    },
    skip(code, nl, en) {
      if (!skipped.has(code)) skipped.set(code, { nl, en })
    },
    results: () => ({
      findings: codes.flatMap((code) => findings.filter((one) => one.code === code)),
      kept: codes.filter((code) => seen.has(code) && !skipped.has(code) && !findings.some((one) => one.code === code)).map(ruleOf),
      unmeasured: codes
        .filter((code) => (!seen.has(code) || skipped.has(code)) && !findings.some((one) => one.code === code))
        .map((code) => ({
          ...ruleOf(code),
          why: skipped.get(code) ?? {
            nl: 'Wat hiervoor te meten is, was niet in beeld.',
            en: 'What is measured for this was not in view.',
          },
        })),
    }),
  }
}
