/** Google consent mode v2, for gtag.js and Tag Manager. https://developers.google.com/tag-platform/security/guides/consent */

import type { Heard, Signal } from '../model/ports.ts'
import { createEntries } from './entries.ts'

/** Google takes for a command only what a function knows as its `arguments`. */
const command = function (..._values: unknown[]): unknown {
  // biome-ignore lint/complexity/noArguments: an array would be an ordinary message
  return arguments
}

const isDefault = (entry: unknown) => {
  const [name, kind] = [Object(entry)[0], Object(entry)[1]]
  return name === 'consent' && kind === 'default'
}

export function google({ allows, signals, report }: Heard): Signal {
  const say = createEntries('dataLayer', isDefault)
  const advanced = signals.google === 'advanced'
  /** All seven keys. Statistics alone never open one that begins with `ad_`. */
  const states = (analytics: boolean, tracking: boolean) => {
    const word = (granted: boolean) => (granted ? 'granted' : 'denied')
    return {
      ad_storage: word(tracking),
      ad_user_data: word(tracking),
      ad_personalization: word(tracking),
      analytics_storage: word(analytics),
      personalization_storage: word(tracking),
      functionality_storage: 'granted',
      security_storage: 'granted',
    }
  }
  const update = () => say(command('consent', 'update', states(allows('analytics'), allows('tracking'))))
  return {
    global: 'dataLayer',
    before() {
      const list = (window as { dataLayer?: unknown }).dataLayer
      const early = advanced && Array.isArray(list) && list.some(isDefault)
      // A tag that nothing holds must have its default before it runs, which is before we can be here.
      if (advanced && !early)
        report({ path: 'signals.google', found: 'advanced', expected: 'with a consent default before the tag: see Signals in the README' })
      say(
        ...(early ? [] : [command('consent', 'default', states(false, false))]),
        command('set', 'ads_data_redaction', true),
        command('set', 'url_passthrough', false),
      )
    },
    grant: update,
    revoke: update,
  }
}
