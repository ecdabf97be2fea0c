import { suggest } from '../model/explain.ts'
import type { Finding } from './finding.ts'
import { written } from './paste.ts'
import type { Failure } from './watchFailures.ts'

/** What a vendor, or the page itself, left undone, in words: each address once. */
export function checkFailure({ kind, found, element, path = '', names = [] }: Failure): Finding {
  const what = element ? written(element) : found
  const [level, text] = (
    {
      wrong: ['error', `${path}="${found}" does nothing. ${suggest(found, names)}Use one of: ${names.join(', ')}.`],
      removed: ['note', `${what} was taken out of the page while it was loading: nothing is shown, and "load once" is lost with it.`],
      failed: [
        'warning',
        `${what} did not come: an error, blocked, or no answer. The page goes on; for an embed, the visitor is told in its place.`,
      ],
    } as const
  )[kind]
  return { level, topic: kind === 'wrong' ? 'Page' : 'Requests', key: `${kind} ${path} ${found}`, text, ...(element && { element }) }
}
