/**
 * Matomo, in three ways. Exempt: never a cookie, and an objection stops it. Otherwise by `signals.matomo`: nothing is sent before consent (`tracking`), or
 * nothing is kept (`cookie`). It is told on each page, so that it need not remember anything itself. https://developer.matomo.org/guides/tracking-consent
 */

import type { Heard, Signal } from '../model/ports.ts'
import { createEntries } from './entries.ts'

export function matomo({ services, signals }: Heard): Signal {
  const add = createEntries('_paq')
  const say = (...names: readonly string[]) => add(...names.map((name) => [name]))
  const cookie = signals.matomo === 'cookie' ? 'Cookie' : ''
  let told = false
  if (services.every(({ exempt }) => exempt))
    return {
      global: '_paq',
      before: () => say('disableCookies'),
      grant() {},
      // Nothing is sent from here on; unlike Matomo's own opt-out this keeps no cookie, because the record remembers the objection.
      revoke: () => say('requireConsent'),
    }
  return {
    global: '_paq',
    before: () => say(`require${cookie}Consent`),
    grant() {
      told = true
      say(`set${cookie}ConsentGiven`)
    },
    revoke() {
      // To forget leaves a cookie that says so; where nothing was given there is nothing to forget.
      if (told) say(`forget${cookie}ConsentGiven`, 'deleteCookies')
      told = false
    },
  }
}
