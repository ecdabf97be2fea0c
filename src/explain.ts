/** The lazy part that tells developers what is wrong, each thing once. */

import type { Problem } from './model/check.ts'
import { explain } from './model/explain.ts'

/** Milliseconds in which a page that is being left is gone. */
const patience = 1000

const reported = new Set<string>()

/** One console error for a list of problems, leaving out what was said before. */
export function report(problems: readonly Problem[]): void {
  const fresh = problems.filter(({ path, found }) => !reported.has(`${path} ${found}`))
  for (const { path, found } of fresh) reported.add(`${path} ${found}`)
  const tell = (ids: readonly string[]) => {
    // biome-ignore lint/suspicious/noConsole: this is where developers are told
    const say = () => console.error(explain(fresh, ids))
    // What has not come may be no more than a visitor who went on to the next page: that stops what this one waits for.
    if (fresh.some(({ found, expected }) => expected === 'url' || ids.includes(found as string))) setTimeout(say, patience)
    else say()
  }
  // The list is long, and needed only to guess which service was meant.
  if (fresh.some(({ expected }) => expected === 'catalogue'))
    import('./catalogue/ids.ts').then(
      ({ catalogueIds }) => tell(catalogueIds),
      () => tell([]),
    )
  else if (fresh.length) tell([])
}
