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
  /** Whether it was allowed on this page; undefined when it never was. */
  let told: boolean | undefined
  if (services.every(({ exempt }) => exempt))
    return {
      global: '_paq',
      before: () => say('disableCookies'),
      grant() {
        // An objection is taken back; without the `false` cookies would come with it.
        if (told === false) add(['setConsentGiven', false], ['disableCookies'])
        told = true
      },
      revoke() {
        // Code that runs sends nothing from here on. Unlike Matomo's own opt-out this keeps no cookie: the record remembers the objection.
        if (told) say('requireConsent')
        told &&= false
      },
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
