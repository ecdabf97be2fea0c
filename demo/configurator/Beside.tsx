/** What stays beside the steps: how the banner does by the nine rules, how it looks, and what was found. */

import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { Check } from './Check.tsx'
import { Preview } from './Preview.tsx'
import { Summary } from './Summary.tsx'
import { useCheck } from './useCheck.ts'

export function Beside({ place }: { readonly place: RefObject<HTMLElement | null> }) {
  const checked = useCheck()
  const details = useRef<HTMLHeadingElement>(null)
  const show = () => {
    details.current?.parentElement?.scrollIntoView({ block: 'start', behavior: 'instant' })
    details.current?.focus({ preventScroll: true })
  }
  return (
    <aside ref={place} aria-label="Voorvertoning en controle">
      <Summary checked={checked} onPress={show} />
      <section aria-labelledby="voorvertoning">
        <h2 id="voorvertoning" tabIndex={-1}>
          Zo zien bezoekers het
        </h2>
        <Preview />
      </section>
      <section aria-labelledby="controle">
        <h2 id="controle" tabIndex={-1} ref={details}>
          De negen vuistregels
        </h2>
        <p class="soft">Van de Autoriteit Persoonsgegevens, voor duidelijke cookiebanners. In onze woorden.</p>
        <Check checked={checked} />
      </section>
    </aside>
  )
}
