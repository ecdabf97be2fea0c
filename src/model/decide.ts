/** What a new answer makes of the record. Pure: time and id come as arguments. */

import type { Answer, ConsentRecord, Source } from './types.ts'

export interface Decision {
  /** By key (category id or service code); undefined takes an earlier answer back. */
  readonly choices: ReadonlyMap<string, boolean | undefined>
  /** Whether the visitor answered all that is asked; the answers then replace the earlier ones. Otherwise they are added. */
  readonly whole: boolean
  readonly revision: number
  readonly source: Source
  /** Milliseconds since 1970. */
  readonly now: number
  /** Called only when something is granted and there is no id yet. */
  readonly newId: () => string
}

export function decide(previous: ConsentRecord | undefined, decision: Decision): ConsentRecord {
  const { choices, whole, now, source } = decision
  const answers = new Map<string, Answer>(whole ? [] : previous?.answers)
  for (const [key, yes] of choices) {
    if (yes === undefined) answers.delete(key)
    else answers.set(key, yes ? 'yes' : 'no')
  }
  const granted = [...answers.values()].includes('yes')
  // A clock that was set back must not let an older consent win from this decision.
  const decided = Math.max(now, (previous?.decided ?? 0) + 1)
  return {
    id: granted ? (previous?.id ?? decision.newId()) : undefined,
    decided,
    oldest: whole ? decided : (previous?.oldest ?? decided),
    revision: whole ? decision.revision : (previous?.revision ?? decision.revision),
    source,
    answers,
  }
}
