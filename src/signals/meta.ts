/** Meta's pixel: `revoke` before `init` on every page, `grant` with consent. https://developers.facebook.com/docs/meta-pixel/implementation/gdpr */

import type { Signal } from '../model/ports.ts'
import { onArrival } from './arrival.ts'

type Pixel = ((...values: unknown[]) => void) & { queue?: unknown; callMethod?: unknown }

export function meta(): Signal {
  let granted = false
  let say: (...values: unknown[]) => void = () => {}
  const tell = (now: boolean) => {
    granted = now
    say('consent', now ? 'grant' : 'revoke')
  }
  return {
    global: 'fbq',
    before() {
      say = onArrival<Pixel>(
        'fbq',
        (pixel) => pixel.queue || pixel.callMethod,
        (pixel) => {
          pixel('consent', 'revoke')
          if (granted) pixel('consent', 'grant')
        },
      )
    },
    grant: () => tell(true),
    revoke: () => tell(false),
  }
}
