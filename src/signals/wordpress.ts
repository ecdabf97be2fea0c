/** The WP Consent API, which plug-ins of WordPress listen to. https://github.com/WordPress/wp-consent-level-api */

import type { Heard, Signal } from '../model/ports.ts'

interface Page {
  wp_consent_type?: string
  wp_set_consent?(category: string, value: 'allow' | 'deny'): void
}

export function wordpress({ allows }: Heard): Signal {
  const page = window as Page
  const set = () => {
    if (!page.wp_set_consent) throw new Error('wp_set_consent is not there: is the plug-in WP Consent API active?')
    const analytics = allows('analytics')
    const tracking = allows('tracking')
    for (const [category, allowed] of Object.entries({
      functional: true,
      preferences: true,
      'statistics-anonymous': analytics,
      statistics: analytics,
      marketing: tracking,
    }))
      page.wp_set_consent(category, allowed ? 'allow' : 'deny')
  }
  /** The plug-in's script is at the end of the page. */
  const update = () =>
    page.wp_set_consent || document.readyState === 'complete'
      ? set()
      : new Promise<void>((resolve, reject) =>
          addEventListener('load', () => {
            try {
              resolve(set())
            } catch (error) {
              reject(error)
            }
          }),
        )
  return {
    global: 'wp_set_consent',
    keeps: true,
    before() {
      page.wp_consent_type = 'optin'
      document.dispatchEvent(new CustomEvent('wp_consent_type_defined'))
    },
    grant: update,
    revoke: update,
  }
}
