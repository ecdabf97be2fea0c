/** The lazy part for what stands in for a frame, and the notice in a form: loaded when the first one is needed. */

import type { Blocks, BlocksHost } from '../model/ports.ts'
import { fill } from '../model/text.ts'
import { type LoadLocale, loadTexts } from '../model/texts.ts'
import type { Settings } from '../model/types.ts'
import { box, type Drawing, type Drawn, hide } from './box.ts'
import { isFrame } from './embeds.ts'
import { notice } from './notice.ts'
import { placeholder } from './placeholder.ts'

export async function createBlocks(host: BlocksHost, settings: Settings, load: LoadLocale): Promise<Blocks> {
  // The page's own scripts first find what the server sent: a framework that takes over its HTML wants nothing between.
  if (document.readyState !== 'complete')
    await new Promise((resolve) => {
      for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, () => setTimeout(resolve))
    })
  const { texts, lang } = await loadTexts(settings, document.documentElement.lang, load, 'blocks/')
  const drawn = new Map<HTMLElement, Drawn>()
  const known = settings.categories.map(({ id }) => id)
  const drawing: Drawing = {
    ...host,
    settings,
    say: (key, values = {}) => fill(texts[key] ?? '', values),
    box: (view, title, ...children) => box(settings.ui, lang, view, title, children),
  }
  const { needs } = host

  // A form that needs a consent is not sent without it; the notice in it says why.
  addEventListener(
    'submit',
    (event) => {
      const host = drawn.get(event.target as HTMLElement)?.host
      if (!host) return
      event.preventDefault()
      event.stopImmediatePropagation()
      host.scrollIntoView({ block: 'nearest' })
      host.shadowRoot?.querySelector('button')?.focus()
    },
    true,
  )

  return {
    update(waiting) {
      for (const [element, { host, remove }] of [...drawn])
        if (!waiting.has(element)) {
          drawn.delete(element)
          remove()
        } else if (host && isFrame(element) && host.nextSibling !== element) {
          // A framework has moved the frame, or has taken away what it did not put there.
          hide(element)
          element.before(host)
        }
      // What no category stands for cannot be allowed: it stays as it is, and the developer is told.
      for (const element of waiting)
        if (
          !drawn.has(element) &&
          needs(element).words.length &&
          needs(element).words.every((word) => known.includes(word.replace('!', '')))
        )
          drawn.set(element, isFrame(element) ? placeholder(element as HTMLIFrameElement, drawing) : notice(element, drawing))
    },
  }
}
