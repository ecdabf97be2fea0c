import { button, type Drawing, type Drawn, link, make } from './box.ts'
import type { Description } from './describe.ts'
import { focusIn } from './focusIn.ts'
import { identify } from './identify.ts'

/**
 * What is said beside an embed whose provider's script did not come, for as long as it does not: the way to the content itself, and to try again.
 *
 * @param mark what `renderEmbeds` has put there, with what was to be drawn in it
 */
export function failure(mark: HTMLElement, drawing: Drawing, describe: (element: HTMLElement, service?: string) => Description): Drawn {
  const { say, box, tell } = drawing
  const { provider, known } = identify(mark, drawing, describe)
  const text = say('placeholder.failed', { provider })
  const row = make('div', '')
  row.append(button('retry', say('placeholder.retry'), () => mark.dispatchEvent(new Event('toestemming:retry'))))
  const links = make('p', '')
  links.className = 'links'
  if (known.open) links.append(link(known.open, say('placeholder.open', { provider })))
  const host = box('failure', say('placeholder.title', { provider }), make('p', text), row, links)
  mark.before(host)
  tell(text, mark)
  return {
    host,
    remove() {
      const focused = document.activeElement === host
      const embed = host.previousElementSibling
      host.remove()
      if (focused && embed) focusIn([embed])
    },
  }
}
