/** The lazy part for what stands in for frames and templates: loaded when the first one waits. */

import { attempt } from '../model/attempt.ts'
import type { Blocks, BlocksHost } from '../model/ports.ts'
import type { LoadLocale } from '../model/texts.ts'
import type { Settings } from '../model/types.ts'
import { box, type Drawing, type Drawn, loadWords, make } from './box.ts'
import type { describe } from './describe.ts'
import { embedService } from './embedService.ts'
import { failure } from './failure.ts'
import { placeholder, telling, toldOf } from './placeholder.ts'
import { waitsForAct } from './waitsForAct.ts'

const controlsOf = (one: Drawn | undefined) => [...(one?.host?.shadowRoot?.querySelectorAll<HTMLElement>('button,a') ?? [])]

/** Loads a locale, or what knows embeds of well-known providers. */
export type LoadForPlaceholders = LoadLocale & ((name: 'embeds') => Promise<{ readonly describe: typeof describe }>)

export async function createPlaceholders(host: BlocksHost, settings: Settings, load: LoadForPlaceholders): Promise<Blocks> {
  /** What knows the providers; nothing is known where it does not arrive. */
  const knowing = load('embeds').then(
    (module) => module.describe,
    () => () => ({}),
  )
  const { say, lang } = await loadWords(settings, load, 'blocks/')
  const described: typeof describe = await knowing
  const drawn = new Map<HTMLElement, Drawn>()
  const known = settings.categories.map(({ id }) => id)
  const drawing: Drawing = {
    ...host,
    settings,
    say,
    box: (view, title, ...children) => box(settings.ui, lang, view, title, children),
    tell(text, near) {
      // A window of the page's over all else is all that is heard.
      const place = near.closest('dialog') ?? document.body
      if (said.parentNode !== place) place.append(said)
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
  const draw = (waiting: ReadonlySet<HTMLElement>) => {
    /** Where the focus was in what is drawn anew: at which of its controls. */
    const focused = new Map<HTMLElement, number>()
    for (const [element, one] of [...drawn]) {
      const goes = !waiting.has(element)
      if (!goes && !isStale([element, one])) continue
      if (!goes) focused.set(element, controlsOf(one).indexOf(one.host?.shadowRoot?.activeElement as HTMLElement))
      drawn.delete(element)
      one.remove(!goes)
    }
    for (const element of unseen) if (!waiting.has(element)) look(element, true)
    let named = false
    for (const element of waiting) {
      const { words, service } = needs(element)
      if (element.dataset.toestemming === 'failed' && !drawn.has(element)) drawn.set(element, failure(element, drawing, described))
      // What no category stands for cannot be allowed: it stays as it is, and the developer is told. What is there until a consent is asks for none.
      if (drawn.has(element) || !words.length || !(waitsForAct(words) || words.every((word) => known.includes(word)))) continue
      // Frames that a provider's own script puts into what was loaded once are part of it.
      if (isPart(element)) host.once.add(element)
      else if (/^(iframe|template)$/.test(element.localName) && !element.closest('head')) {
        // Who is named by what waits in a template is allowed by that name from now on, which may be so already.
        const name = !service && element instanceof HTMLTemplateElement && embedService(element, needs, described(element).script)
        if (name) {
          element.dataset.service = name
          named = true
          continue
        }
        // A copy of the page's, as for a carousel: ours in it is dead, and the frame would stay as it was hidden.
        const copy = element.previousElementSibling
        if (copy?.matches('toestemming-block') && !copy.shadowRoot) {
          copy.remove()
          element.style.removeProperty('display')
        }
        attempt(() => {
          const made = placeholder(element, drawing, described)
          if (made) drawn.set(element, made)
          controlsOf(made)[focused.get(element) ?? -1]?.focus()
          if (element.localName === 'iframe') look(element, !!made)
        })
      }
    }
    if (named || [...waiting].some((element) => host.once.has(element))) host.refresh()
    if (drawn.size) watching.observe(document, { childList: true, subtree: true, attributeFilter: telling })
    else watching.disconnect()
  }
  /**
   * A framework may have moved the frame, which then may have another size, have taken away what it did not put there, or have given it other
   * content: what is said, and what is allowed for always, is of what waits now.
   */
  const isStale = ([element, { host, told }]: readonly [HTMLElement, Drawn]) =>
    (host && host.nextSibling !== element) || (told !== undefined && told !== toldOf(element))
  /** Frameworks move and take away what they draw: only while something of ours stands between is that looked after. */
  const watching = new MutationObserver(() => {
    if ([...drawn].some((one) => !one[0].isConnected || isStale(one))) host.refresh()
  })
  /** Frames in what is closed now: a tab, a fold, a dialog. They are drawn for when they have a size. */
  const unseen = new Set<HTMLElement>()
  const sizes = new ResizeObserver(() => host.refresh())
  const look = (element: HTMLElement, done: boolean) => {
    if (done === unseen.has(element)) sizes[done ? 'unobserve' : 'observe'](element)
    unseen[done ? 'delete' : 'add'](element)
  }
  /**
   * Who was let draw an embed once asks its own hosts for what it draws, and puts more of its own in the page: as if it were granted here, until it is
   * taken back. Nobody else hears that it is. A frame that was loaded once asks by itself, and for nothing else.
   */
  const { state } = host
  const { has } = state
  state.has = (id) =>
    has(id) ||
    [...host.once].some(
      (one) =>
        one instanceof HTMLTemplateElement && needs(one).service === id && (one.content.querySelector('script') || described(one).script),
    )
  const isPart = (element: HTMLElement) =>
    element.dataset.toestemming === 'held' &&
    [...host.once].some(
      (one) => (one.localName === 'template' ? one.parentElement : one)?.contains(element) && needs(one).service === needs(element).service,
    )

  return {
    update: draw,
  }
}
