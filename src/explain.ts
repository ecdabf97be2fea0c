/** The lazy part that tells developers what is wrong, each thing once. */

import type { Problem } from './model/check.ts'
import { explain } from './model/explain.ts'

const reported = new Set<string>()

/** One console error for a list of problems, leaving out what was said before. */
export function report(problems: readonly Problem[]): void {
  const fresh = problems.filter(({ path, found }) => !reported.has(`${path} ${found}`))
  for (const { path, found } of fresh) reported.add(`${path} ${found}`)
  // biome-ignore lint/suspicious/noConsole: this is where developers are told
  const tell = (ids: readonly string[]) => console.error(explain(fresh, ids))
  // The list is long, and needed only to guess which service was meant.
  if (fresh.some(({ expected }) => expected === 'catalogue'))
    import('./catalogue/ids.ts').then(
      ({ catalogueIds }) => tell(catalogueIds),
      () => tell([]),
    )
  else if (fresh.length) tell([])
}
