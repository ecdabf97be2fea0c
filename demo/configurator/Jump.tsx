/** On a narrow screen, where the preview comes after all steps: to it, and back to where one was. */

import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export function Jump({ to }: { readonly to: RefObject<HTMLElement | null> }) {
  const [there, setThere] = useState(false)
  const from = useRef(0)
  useEffect(() => {
    const { current } = to
    if (!current) return
    const watch = new IntersectionObserver(([entry]) => setThere(!!entry?.isIntersecting), { rootMargin: '-50% 0px 0px' })
    watch.observe(current)
    return () => watch.disconnect()
  }, [to])
  const jump = () => {
    if (there && from.current) {
      scrollTo({ top: from.current, behavior: 'instant' })
      from.current = 0
      return
    }
    from.current = scrollY
    to.current?.scrollIntoView({ block: 'start', behavior: 'instant' })
    to.current?.querySelector('h2')?.focus({ preventScroll: true })
  }
  return (
    <button type="button" class="jump" hidden={there && !from.current} onClick={jump}>
      {there ? 'Terug naar waar ik was' : 'Bekijk de banner'}
    </button>
  )
}
