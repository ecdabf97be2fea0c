/** The lazy part for what stands in for a frame or a template: loaded when the first one waits. Forms have a part of their own, which is loaded from here. */

import type { Blocks, BlocksHost } from '../model/ports.ts'
import { fill } from '../model/text.ts'
import { type LoadLocale, loadTexts } from '../model/texts.ts'
import type { Settings } from '../model/types.ts'
import { box, button, type Drawing, type Drawn, hide, link, make } from './box.ts'
import type { describe } from './describe.ts'
import { embedService } from './embedService.ts'
import { placeholder } from './placeholder.ts'

/** Loads a locale, what knows embeds of well-known providers, or the part for forms. */
export type LoadForBlocks = LoadLocale &
  ((name: 'embeds') => Promise<{ readonly describe: typeof describe }>) &
  ((name: 'forms') => Promise<typeof import('./forms.ts')>)

const isForm = (element: Element) => element.localName === 'form'

export async function createBlocks(host: BlocksHost, settings: Settings, load: LoadForBlocks): Promise<Blocks> {
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
    tell(text) {
      if (!said.isConnected) document.body.append(said)
      // What is there from the start is not said; a moment later it is.
      setTimeout(() => status.replaceChildren(text), 100)
    },
  }
  const { needs } = host
  const status = make('p', '')
  status.setAttribute('role', 'status')
  const said = drawing.box('said', '')
  said.className = 'said'
  said.shadowRoot?.replaceChildren(status)
  /** What knows the providers; nothing is known where it does not arrive. */
  let knowing: Promise<unknown> | undefined
  let described: typeof describe | undefined

  let forms: Promise<Blocks> | undefined

  const draw = (waiting: ReadonlySet<HTMLElement>) => {
    for (const [element, { host, remove }] of [...drawn])
      if (!waiting.has(element)) {
        drawn.delete(element)
        remove()
      } else if (host && host.nextSibling !== element) {
        // A framework has moved the frame, or has taken away what it did not put there.
        hide(element)
        element.before(host)
      }
    let named = false
    for (const element of waiting) {
      const { words, service } = needs(element)
      // What no category stands for cannot be allowed: it stays as it is, and the developer is told. What is there until a consent is asks for none.
      if (drawn.has(element) || !words.length || !words.every((word) => known.includes(word))) continue
      // Frames that a provider's own script puts into what was loaded once are part of it.
      if (isPart(element)) host.once.add(element)
      else if (/^(iframe|template)$/.test(element.localName) && !element.closest('head')) {
        // Who is named by what waits in a template is allowed by that name from now on, which may be so already.
        const name = !service && element instanceof HTMLTemplateElement && embedService(element, needs)
        if (name) {
          element.dataset.service = name
          named = true
          continue
        }
        if (!knowing)
          knowing = load('embeds')
            .then((module) => module.describe)
            .catch(() => () => ({}))
            .then((found) => {
              described = found
              draw(last)
            })
        if (described) drawn.set(element, placeholder(element, drawing, described))
      }
    }
    if (named || [...waiting].some((element) => host.once.has(element))) host.refresh()
    if (drawn.size) watching.observe(document, { childList: true, subtree: true })
    else watching.disconnect()
  }
  /** Frameworks move and take away what they draw: only while something of ours stands between is that looked after. */
  const watching = new MutationObserver(() => {
    if ([...drawn].some(([element, one]) => !element.isConnected || (one.host && one.host.nextSibling !== element))) host.refresh()
  })
  let last: ReadonlySet<HTMLElement> = new Set()
  /** What the script of an embed that was loaded once puts in for itself, elsewhere in the page. */
  const follow = () => {
    following ??= new MutationObserver((records) => {
      let more = false
      for (const { addedNodes } of records)
        for (const node of addedNodes as NodeListOf<HTMLElement>) {
          const { localName, dataset } = node
          if (!/^(script|link|img)$/.test(localName) || dataset.toestemming !== 'held' || host.once.has(node)) continue
          const { service } = needs(node)
          if (!service || ![...host.once].some((one) => one.localName === 'template' && needs(one).service === service)) continue
          host.once.add(node)
          more = true
        }
      if (more) host.refresh()
    })
    following.observe(document, { childList: true, subtree: true })
  }
  let following: MutationObserver | undefined
  const isPart = (element: HTMLElement) =>
    element.dataset.toestemming === 'held' &&
    [...host.once].some(
      (one) => (one.localName === 'template' ? one.parentElement : one)?.contains(element) && needs(one).service === needs(element).service,
    )

  return {
    update(all) {
      if (!following && [...host.once].some((one) => one.localName === 'template')) follow()
      last = new Set([...all].filter((element) => !isForm(element)))
      draw(last)
      const rest = new Set([...all].filter(isForm))
      if (rest.size) forms ??= load('forms').then((module) => module.createForms(host, settings, load, { box, button, link, make }))
      forms?.then(
        (module) => module.update(rest),
        () => {
          forms = undefined
        },
      )
    },
  }
}
