/** TikTok's pixel: held events are sent at a grant and dropped at a revocation. https://business-api.tiktok.com/portal/docs?id=1739585600931842 */

import type { Signal } from '../model/ports.ts'
import { createEntries } from './entries.ts'

type Method = 'holdConsent' | 'grantConsent' | 'revokeConsent'

export function tiktok(): Signal {
  const add = createEntries('ttq')
  const say = (method: Method) => {
    const { ttq } = window as { ttq?: Partial<Record<Method, () => void>> }
    if (ttq?.[method]) ttq[method]()
    else add([method])
  }
  return {
    global: 'ttq',
    before: () => say('holdConsent'),
    grant: () => say('grantConsent'),
    revoke: () => say('revokeConsent'),
  }
}
