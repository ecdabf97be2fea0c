/** TikTok's pixel: held events are sent at a grant and dropped at a revocation. https://business-api.tiktok.com/portal/docs?id=1739585600931842 */

import type { Signal } from '../model/ports.ts'

type Method = 'holdConsent' | 'grantConsent' | 'revokeConsent'

export function tiktok(): Signal {
  let place = 0
  const say = (method: Method) => {
    const page = window as { ttq?: unknown[] & Partial<Record<Method, () => void>> }
    page.ttq ??= []
    const { ttq } = page
    const { length } = ttq
    if (ttq[method]) ttq[method]()
    else ttq.push([method])
    // The snippet's methods only add to the list: until that is read, ours go before all that the page has said already, in our order.
    if (length < ttq.length) ttq.splice(place++, 0, ttq.pop())
  }
  return {
    global: 'ttq',
    before: () => say('holdConsent'),
    grant: () => say('grantConsent'),
    revoke: () => say('revokeConsent'),
  }
}
