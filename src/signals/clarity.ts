/** Microsoft Clarity's consent, version 2: both keys, always, with their capital. https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2 */

import type { Heard, Signal } from '../model/ports.ts'

type Clarity = ((...values: unknown[]) => void) & { q?: unknown[] }

export function clarity({ allows }: Heard): Signal {
  const say = (ad: boolean, analytics: boolean) => {
    const page = window as { clarity?: Clarity }
    if (!page.clarity) {
      const q: unknown[] = []
      const stub = function () {
        // biome-ignore lint/complexity/noArguments: as Clarity's own snippet collects them
        q.push(arguments)
      }
      page.clarity = Object.assign(stub, { q })
    }
    const word = (granted: boolean) => (granted ? 'granted' : 'denied')
    page.clarity('consentv2', { ad_Storage: word(ad), analytics_Storage: word(analytics) })
  }
  const update = () => say(allows('tracking'), allows('analytics'))
  return { global: 'clarity', before: () => say(false, false), grant: update, revoke: update }
}
