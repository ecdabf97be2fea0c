/** HubSpot: its own banner stays away, and its categories follow ours. https://developers.hubspot.com/docs/api-reference/latest/account/cookie-banner */

import type { Heard, Signal } from '../model/ports.ts'
import { createEntries } from './entries.ts'

export function hubspot({ allows }: Heard): Signal {
  const consent = createEntries('_hsp')
  const tracking = createEntries('_hsq')
  let revoked = false
  const update = () =>
    consent(['setHubSpotConsent', { analytics: allows('analytics'), advertisement: allows('tracking'), functionality: true }])
  return {
    global: '_hsp',
    before() {
      ;(window as { disableHubSpotCookieBanner?: boolean }).disableHubSpotCookieBanner = true
    },
    grant() {
      update()
      if (revoked) tracking(['doNotTrack', { track: true }])
      revoked = false
    },
    revoke() {
      revoked = true
      update()
      consent(['revokeCookieConsent'])
      tracking(['doNotTrack'])
    },
  }
}
