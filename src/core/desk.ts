/** What the two lazy halves of the core know of each other: what is asked and drawn, and what is decided. */

import type { Problem } from '../model/check.ts'
import type { ConsentRecord, Source } from '../model/types.ts'
import type { OfferedCategory, View } from '../model/view.ts'
import type { Guard } from './contract.ts'

/** How long the visitor can read why the page reloads, and vendors have to hear of it; milliseconds. */
export const pause = 500

/** What happened last. */
export type Status = View['status']

/** What is asked and drawn, for what decides. */
export interface Desk {
  /** Set for good once all is stopped. */
  destroyed: boolean
  readonly guard: Guard
  offered(): OfferedCategory[]
  /** Once what decides is here: what is drawn of what is asked, with one entry for each provider. */
  gather?(offered: OfferedCategory[]): OfferedCategory[]
  /** Whether something is asked that has no answer. */
  incomplete(): boolean
  /** Looks at all that is marked in the page. */
  look(): void
  show(view: View['open']): void
  /** Draws anew, and says what happened. */
  draw(status: Status): void
  report(...problem: readonly [path: string, found: unknown, expected: Problem['expected']]): void
  reload(): void
}

/** What decides. */
export interface Decisions {
  answerAll(yes: boolean, source: Source): void
  answerSome(given: Readonly<Record<string, unknown>>, whole: boolean, source: Source): void
  withdraw(id?: string): void
  /** Does what a control on the owner's page asks for, but for `open`. */
  act(action: string): void
  /** Takes over a record that another tab or page has written. */
  adopt(record: ConsentRecord): void
  /** Writes the record where it is missing, and removes what denied services left. */
  tidy(): void
}
