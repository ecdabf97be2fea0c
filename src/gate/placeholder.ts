import { button, type Drawing, type Drawn, hide, link, make } from './box.ts'

/** What stands in for a frame that waits. */
export function placeholder(frame: HTMLIFrameElement, { settings, needs, once, refresh, grant, say, box }: Drawing): Drawn {
  // In a tab or a fold that is closed the frame has no size yet; then its attributes tell.
  const { width, height } = frame.getClientRects().length
    ? frame.getBoundingClientRect()
    : { width: +frame.width || 300, height: +frame.height || 150 }
  // What no visitor would see needs no explanation, and no space.
  if (width < 20 || height < 20) return { remove() {} }
  const { service = '' } = needs(frame)
  const { provider = service, privacy } = settings.services.find((one) => one.id === service) ?? {}
  const shown = frame.style.display
  const row = make('div', '')
  row.append(
    button('load-once', say('placeholder.once'), () => {
      once.add(frame)
      refresh()
    }),
    button('load-always', say('placeholder.always', { provider }), () => grant(service, 'placeholder')),
  )
  const parts = [make('p', say('placeholder.text', { provider })), row]
  if (privacy) parts.push(link(privacy, say('placeholder.privacy', { provider })))
  const host = box('placeholder', frame.title || say('placeholder.title', { provider }), ...parts)
  const room = frame.parentElement?.clientWidth ?? width
  // The room the frame has now; as wide as the page allows, and higher where the words need it.
  host.style.setProperty('width', width >= room - 1 ? '100%' : `${width}px`)
  host.style.setProperty('min-height', `${height}px`)
  hide(frame)
  frame.before(host)
  return {
    host,
    remove() {
      const focused = document.activeElement === host
      host.remove()
      frame.style.removeProperty('display')
      if (shown) frame.style.setProperty('display', shown)
      if (focused) frame.focus()
    },
  }
}
