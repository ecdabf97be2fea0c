/** That somebody wants to send a form, and how it goes on then. */

import { attribute, presentOf, rootOf } from './formAccess.ts'

export interface Wish {
  /** The button, if any. */
  readonly by?: HTMLElement | null | undefined
  /**
   * By an event, by the page's code, or by asking the vendor: then the page goes on itself once that answers. Or by a press at which the page's code
   * looked for an answer, and found none: once there is one, it is pressed again.
   */
  readonly how: 'event' | 'code' | 'call' | 'press'
  /** How often was looked for a widget that is not there yet. */
  looks: number
  /** Whether the visitor was led to the widget. */
  led?: true
}

// Kept from before: on a guarded form the name stands for something else.
const { submit, requestSubmit } = HTMLFormElement.prototype

/** Sends it in the way that was wanted; `asks` does something, and tells whether the vendor was asked by it. */
export function send(form: HTMLFormElement, { by, how }: Pick<Wish, 'by' | 'how'>, asks: (act: () => void) => boolean): void {
  const found = presentOf(form, by) as HTMLButtonElement | undefined
  // One that has gone over to another form does not send this one.
  const present = found?.form === form ? found : undefined
  if (how === 'code') submit.call(form)
  if (how === 'press') found?.click()
  // As if the visitor had pressed: the browser checks the fields, and the page's own handlers hear it.
  if (how === 'event' && !isPressed(form, present, asks)) requestSubmit.call(form, present)
}

/**
 * Presses the button once more, where there is one, as the page or a widget on it may ask the vendor only then. Whether that was the submission, or
 * will lead to it: where a second press is stopped and nothing else follows, as Gravity Forms does, it was not.
 */
function isPressed(form: HTMLFormElement, by: HTMLElement | undefined, asks: (act: () => void) => boolean): boolean {
  if (!by) return false
  const root = rootOf(form)
  let heard = !!by.dataset.sitekey
  const hear = () => {
    heard = true
  }
  root.addEventListener('submit', hear, true)
  const asked = asks(() => by.click())
  root.removeEventListener('submit', hear, true)
  return heard || asked
}

/** Whether it only closes a dialog, and sends nothing. */
export function closes(form: HTMLFormElement, by: HTMLElement | null | undefined): boolean {
  return /dialog/i.test(by?.getAttribute('formmethod') ?? attribute(form, 'method') ?? '')
}
