import { button, type Drawing, type Drawn, hide, link, make } from './box.ts'
import type { Description } from './describe.ts'
import { focusIn } from './focusIn.ts'
import { identify } from './identify.ts'
import { keepRoom } from './room.ts'
import { waitsForAct } from './waitsForAct.ts'

/** The attributes that a placeholder is drawn from. */
export const telling = ['data-src', 'data-srcdoc', 'data-service', 'data-poster', 'title']

/** What they are, to see whether they have changed. */
export const toldOf = (element: HTMLElement) => telling.map((name) => element.getAttribute(name)).join()

/** Whose we have said that an element is: of what has changed since it has to be looked up anew, what the page says of it stays. */
const named = new WeakMap<HTMLElement, Readonly<Record<string, string | undefined>>>()

/** What stands in for a frame that waits, or for what waits in a template. */
export function placeholder(
  element: HTMLElement,
  drawing: Drawing,
  describe: (element: HTMLElement, service?: string) => Description,
): Drawn | undefined {
  const { once, refresh, grant, say, box, tell, needs } = drawing
  const { dataset, style } = element
  const content = (element as HTMLTemplateElement).content as DocumentFragment | undefined
  const room = keepRoom(element, content)
  // What no visitor would see needs no explanation, and no space. What opens later is looked at then.
  if (!room) return undefined
  for (const [name, said] of Object.entries(named.get(element) ?? {})) if (dataset[name] === said) delete dataset[name]
  const { service, provider, privacy, known } = identify(element, drawing, describe)
  // In the preferences it is called the same.
  const ours: Record<string, string | undefined> = {}
  if (!dataset.provider) dataset.provider = ours.provider = provider
  if (privacy && !dataset.privacy) dataset.privacy = ours.privacy = privacy
  named.set(element, ours)

  const shown = style.display
  let acted = false
  const waits = waitsForAct(needs(element).words)
  const act = (press: () => void) => () => {
    acted = true
    press()
  }
  const row = make('div', '')
  row.append(
    button(
      'load-once',
      waits ? say('placeholder.act', { provider }) : say('placeholder.once'),
      act(() => {
        once.add(element)
        refresh()
      }),
    ),
    // Without a name of its own there is only its category to allow, which is more than was asked.
    ...(service && !waits
      ? [
          button(
            'load-always',
            say('placeholder.always', { provider }),
            act(() => grant(service, 'placeholder')),
          ),
        ]
      : []),
  )
  const links = make('p', '')
  links.className = 'links'
  if (known.open) links.append(link(known.open, say('placeholder.open', { provider })))
  if (privacy) links.append(link(privacy, say('placeholder.privacy', { provider })))
  const parts = [make('p', say(known.button ? 'placeholder.button' : 'placeholder.text', { provider })), row]
  if (links.childElementCount) parts.push(links)
  const title = element.title || content?.querySelector<HTMLElement>('iframe[title]')?.title
  const host = box('placeholder', title || say('placeholder.title', { provider }), ...parts)
  // The title is the page's own; whose it is must be said all the same, and is, in the text.
  if (known.button) host.className = 'small'
  else room.take(host)
  const poster = ownAddress(dataset.poster)
  if (poster) {
    host.style.setProperty('--poster', `url(${JSON.stringify(poster)})`)
    host.classList.add('poster')
  }
  // A link that names the frame would go to its provider in it, where nobody sees it.
  const name = element.getAttribute('name')
  element.removeAttribute('name')
  hide(element)
  element.before(host)
  const unsettle = room.settle(host)

  // What comes out of a template comes behind it, at once or when its part is here.
  let nodes: readonly Node[] = []
  let awaited = false
  element.addEventListener('toestemming:released', (event) => {
    nodes = (event as CustomEvent<readonly Node[]>).detail
    // A frame in it gets its address next, for which it leaves the page for a moment.
    if (awaited) queueMicrotask(() => focusIn(nodes))
    awaited = false
  })

  return {
    host,
    told: toldOf(element),
    remove(again) {
      const focused = (host.getRootNode() as Document).activeElement === host
      host.remove()
      unsettle()
      if (name !== null) element.setAttribute('name', name)
      if (!content) {
        style.removeProperty('display')
        if (shown) style.setProperty('display', shown)
      }
      if (again || !element.isConnected) return
      const told = () => acted && tell(say('placeholder.loaded', { provider }), element)
      // A frame that hangs is not there.
      if (content) told()
      else element.addEventListener('load', told, { once: true })
      if (!focused) return
      if (!content) {
        element.focus()
        // Where its address comes a moment later, the frame is put in the page anew.
        element.addEventListener('load', () => document.activeElement === document.body && element.focus(), { once: true })
      } else if (nodes[0]?.isConnected) focusIn(nodes)
      else awaited = true
    },
  }
}

/** The address of a picture of the site's own; what another host has would be asked of it. */
function ownAddress(address: string | undefined): string | undefined {
  // What is no address has no origin.
  const { origin, href } = link(address ?? '', '')
  return address && origin === location.origin ? href : undefined
}
