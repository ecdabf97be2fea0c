import { suggest } from '../model/explain.ts'
import type { Finding } from './finding.ts'
import { written } from './paste.ts'
import type { Failure } from './watchFailures.ts'

/** What a vendor, or the page itself, left undone, in words: each address once. */
export function checkFailure({ kind, found, element, path, names = [] }: Failure): Finding {
  const what = element ? written(element) : found
  const text = {
    failed: `${what} did not come: its host answered with an error or not at all, or the browser blocks it. The page goes on without it; where it draws an embed, the visitor is told in its place. Check the address.`,
    late: `${what} has had no answer for 30 seconds. The page goes on without it.`,
    removed: `${what} was taken out of the page while it was loading, by the page's own code: nothing is shown, and "load once" is lost with it.`,
    wrong: `${path}="${found}" does nothing. ${suggest(found, names)}Use one of: ${names.join(', ')}.`,
  }[kind]
  return {
    level: kind === 'removed' ? 'note' : kind === 'wrong' ? 'error' : 'warning',
    topic: kind === 'wrong' ? 'Page' : 'Requests',
    key: `${kind === 'late' ? 'failed' : kind} ${path ?? ''} ${found}`,
    text,
    ...(element && { element }),
  }
}
