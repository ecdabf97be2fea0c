/** The check for development, from npm: says on the console what is not held, not declared or not marked right. */

import type { Consent } from './core/contract.ts'
import { type Debug, startCheck } from './debug/startCheck.ts'
import type { Configuration } from './model/settings.ts'

export type { Level, Topic } from './debug/finding.ts'
export type { ElementReport, FindingReport, Report, ServiceReport } from './debug/report.ts'
export type { Debug } from './debug/startCheck.ts'

/**
 * Starts checking this page. For development only: import it where your bundler leaves it out of what visitors get.
 *
 * @param consent what `createConsent` returned
 * @param configuration what `createConsent` was given
 */
export function startDebug(consent: Consent, configuration: Configuration = {}): Debug {
  const debug = startCheck({
    consent: () => consent,
    configuration: () => JSON.parse(JSON.stringify(configuration)),
    checks: () => import('./debug/checks.ts'),
    catalogue: async () => (await import('./debug/catalogueIndex.ts')).catalogueIndex,
    review: () => import('./review.ts'),
    folder: '',
    byTag: false,
  })
  ;(window as { toestemmingDebug?: Debug }).toestemmingDebug = debug
  return debug
}
