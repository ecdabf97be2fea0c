/** Google consent mode v2, for gtag.js and Tag Manager. https://developers.google.com/tag-platform/security/guides/consent */

import type { Heard, Signal } from '../model/ports.ts'
import { createEntries } from './entries.ts'
import { isDefault } from './isDefault.ts'

/** Google takes for a command only what a function knows as its `arguments`. */
const command = function (..._values: unknown[]): unknown {
  // biome-ignore lint/complexity/noArguments: an array would be an ordinary message
  return arguments
}

export function google({ allows }: Heard): Signal {
  // Ours comes after the page's own default, and so overrules it.
  const say = createEntries('dataLayer', isDefault, () => 'google_tag_manager' in window)
  /** All seven keys. Statistics alone never open one that begins with `ad_`. */
  const states = (analytics?: boolean, tracking?: boolean) => {
    const [statistics, ads] = [analytics, tracking].map((granted) => (granted ? 'granted' : 'denied'))
    return {
      ad_storage: ads,
      ad_user_data: ads,
      ad_personalization: ads,
      analytics_storage: statistics,
      personalization_storage: ads,
      functionality_storage: 'granted',
      security_storage: 'granted',
    }
  }
  const update = () => say(command('consent', 'update', states(allows('analytics'), allows('tracking'))))
  return {
    global: 'dataLayer',
    before() {
      say(command('consent', 'default', states()), command('set', 'ads_data_redaction', true))
    },
    grant: update,
    revoke: update,
  }
}
