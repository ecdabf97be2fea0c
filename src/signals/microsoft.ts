/** Consent mode of Microsoft's Universal Event Tracking; without a default it takes everything for granted. https://help.ads.microsoft.com/#apex/ads/en/60119 */

import type { Heard, Signal } from '../model/ports.ts'
import { createEntries } from './entries.ts'

export function microsoft({ allows }: Heard): Signal {
  const say = createEntries('uetq')
  const update = () => say('consent', 'update', { ad_storage: allows('tracking') ? 'granted' : 'denied' })
  return {
    global: 'uetq',
    before: () => say('consent', 'default', { ad_storage: 'denied' }),
    grant: update,
    revoke: update,
  }
}
