/** Shopify's customer privacy, which its own pixels and apps listen to. https://shopify.dev/docs/api/customer-privacy */

import type { Heard, Signal } from '../model/ports.ts'

interface Shopify {
  customerPrivacy?: { setTrackingConsent(consent: object, done: (problem?: unknown) => void): void }
  loadFeatures(features: readonly object[], done: (problem?: unknown) => void): void
}

export function shopify({ allows }: Heard): Signal {
  const update = () => {
    const { Shopify: shop } = window as unknown as { Shopify: Shopify }
    const tracking = allows('tracking')
    const analytics = allows('analytics')
    return new Promise<void>((resolve, reject) => {
      const done = (problem: unknown) => (problem ? reject(problem) : resolve())
      const set = () =>
        shop.customerPrivacy?.setTrackingConsent({ analytics, marketing: tracking, preferences: true, sale_of_data: tracking }, done)
      if (shop.customerPrivacy) set()
      else shop.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], (problem) => (problem ? done(problem) : set()))
    })
  }
  return { global: 'Shopify', keeps: true, before() {}, grant: update, revoke: update }
}
