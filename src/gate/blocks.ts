/** The lazy part for what stands in for a frame: loaded when the first one waits. Forms have a part of their own, which is loaded from here. */

import type { Blocks, BlocksHost } from '../model/ports.ts'
import { fill } from '../model/text.ts'
import { type LoadLocale, loadTexts } from '../model/texts.ts'
import type { Settings } from '../model/types.ts'
import { box, button, type Drawing, type Drawn, hide, link, make } from './box.ts'
import { isFrame } from './embeds.ts'
import { placeholder } from './placeholder.ts'

/** Loads texts, and the part for forms. */
type Load = LoadLocale & ((name: 'forms') => Promise<typeof import('./forms.ts')>)

export async function createBlocks(host: BlocksHost, settings: Settings, load: Load): Promise<Blocks> {
  // The page's own scripts first find what the server sent: a framework that takes over its HTML wants nothing between.
  if (document.readyState !== 'complete')
    await new Promise((resolve) => {
      for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, () => setTimeout(resolve))
    })
  const { texts, lang } = await loadTexts(settings, document.documentElement.lang, load, 'blocks/')
  const drawn = new Map<HTMLIFrameElement, Drawn>()
  const known = settings.categories.map(({ id }) => id)
  const drawing: Drawing = {
    ...host,
    settings,
    say: (key, values = {}) => fill(texts[key] ?? '', values),
    box: (view, title, ...children) => box(settings.ui, lang, view, title, children),
  }
  const { needs } = host

  let forms: Promise<Blocks> | undefined

  return {
    update(all) {
      const waiting = [...all].filter(isFrame) as HTMLIFrameElement[]
      const rest = new Set([...all].filter((element) => !isFrame(element)))
      if (rest.size) forms ??= load('forms').then((module) => module.createForms(host, settings, load, { box, button, link, make }))
      forms?.then(
        (module) => module.update(rest),
        () => {
          forms = undefined
        },
      )
      for (const [element, { host, remove }] of [...drawn])
        if (!waiting.includes(element)) {
          drawn.delete(element)
          remove()
        } else if (host && host.nextSibling !== element) {
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
          drawn.set(element, placeholder(element, drawing))
    },
  }
}
