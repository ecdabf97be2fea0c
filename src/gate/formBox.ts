import type { Settings } from '../model/types.ts'
import type * as Box from './box.ts'
import { append, contains, one } from './formAccess.ts'

/** What draws in the page. Given by the part that has it, so that it is loaded once. */
export type Kit = Pick<typeof Box, 'box' | 'button' | 'link' | 'make'>

export interface FormBox {
  /** Shows this text with these controls, in place of what was there. */
  show(text: string, controls: readonly HTMLElement[]): void
  /** Puts it back where the page has taken it away. */
  place(): void
  /** Brings it into view, with the focus on its first control. */
  lead(): void
  /** Whether the focus is in it. */
  hasFocus(): boolean
  remove(): void
}

export interface FormBoxOptions {
  readonly kit: Kit
  readonly settings: Settings
  readonly lang: string
  readonly title: string
}

/** The notice in a form: before what sends it, and put back there when the page has taken it away. */
export function createFormBox(form: HTMLFormElement, { kit, settings, lang, title }: FormBoxOptions): FormBox {
  const text = kit.make('p', '')
  text.id = 'text'
  text.setAttribute('aria-live', 'polite')
  const row = kit.make('div', '')
  const host = kit.box(settings.ui, lang, 'form', title, [text, row])
  host.style.setProperty('margin-block', '16px')

  const place = () => {
    if (contains(form, host)) return
    const send = one(form, sends)
    if (send) send.before(host)
    else append(form, host)
  }

  return {
    place,
    show(words, controls) {
      place()
      // The same words again are not to be heard again.
      if (text.textContent !== words) text.textContent = words
      row.replaceChildren(...controls)
      controls[0]?.setAttribute('aria-describedby', 'text')
    },
    lead() {
      // In the middle: at the edges something of the page, or of ours, may lie over it.
      host.scrollIntoView({ block: 'center' })
      row.querySelector('button')?.focus()
    },
    hasFocus: () => (host.getRootNode() as Document | ShadowRoot).activeElement === host,
    remove: () => host.remove(),
  }
}

/** What sends a form. */
export const sends = '[type=submit],[type=image],button:not([type])'
