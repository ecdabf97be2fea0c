import type { Configuration } from '../../src/model/settings.ts'
import { type MarkedSnippet, markSnippet } from '../../src/tools/mark/markSnippet.ts'
import { catalogue } from './catalogue.ts'
import { servicesOf } from './edit.ts'

/** Vendors' code, marked as this configuration would have it. */
export function markPasted(text: string, configuration: Configuration): MarkedSnippet {
  const own = servicesOf(configuration).filter(({ id, provider, category }) => id && provider && category)
  return markSnippet(text, [...own, ...catalogue])
}
