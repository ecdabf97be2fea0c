import type { Settings } from '../model/types.ts'
import { box, make, type Words } from './box.ts'
import { all, contains, putBeforeSend, wrap } from './formAccess.ts'

export interface FormBox {
  /** Shows this text with these controls, in place of what was there. */
  show(text: string, ...controls: (HTMLElement | undefined)[]): void
  /** Puts it back where the page has taken it away. */
  place(): void
  /** Brings it into view, with the focus on its first control. */
  lead(): void
  /** Whether the focus is in it. */
  hasFocus(): boolean
  /** Whether it is shown at all: what it is in may have been closed. */
  isShown(): unknown
  remove(): void
}

export interface FormBoxOptions extends Pick<Words, 'lang'> {
  readonly settings: Settings
  readonly title: string
}

/** The notice in a form: before what sends it, and put back there when the page has taken it away. */
export function createFormBox(form: HTMLFormElement, { settings, lang, title }: FormBoxOptions): FormBox {
  const text = make('p', '')
  text.id = 'text'
  text.setAttribute('aria-live', 'polite')
  const row = make('div', '')
  const host = box(settings.ui, lang, 'form', title, [text, row])

  // A copy of the page's has a dead one.
  for (const dead of all(form, 'toestemming-block')) if (!dead.shadowRoot) dead.remove()

  const place = () => {
    // In a step that is no longer shown, nobody would read it.
    if (!contains(form, host) || !host.offsetWidth) putBeforeSend(form, host)
  }

  // Shops draw a part of their form anew whenever something in it changes.
  const watching = new MutationObserver(() => contains(form, host) || place())
  watching.observe(form, { childList: true, subtree: true })

  return {
    place,
    show(words, ...controls) {
      // What is there from the start is not said; a moment later it is. What has a control is read with that.
      if (!contains(form, host) && !controls[0]) setTimeout(() => text.replaceChildren(text.textContent ?? ''), 100)
      place()
      // The same words again are not to be heard again.
      if (text.textContent !== words) text.textContent = words
      row.replaceChildren(...controls.flatMap((control) => control ?? []))
      controls[0]?.setAttribute('aria-describedby', 'text')
    },
    lead() {
      place()
      // In the middle: at the edges something of the page, or of ours, may lie over it.
      host.scrollIntoView({ block: 'center' })
      row.querySelector('button')?.focus()
    },
    hasFocus: () => host.matches(':focus-within'),
    isShown: () => host.getClientRects()[0],
    remove() {
      watching.disconnect()
      host.remove()
      wrap(form, '')
    },
  }
}
