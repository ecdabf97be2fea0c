/** That somebody wants to send a form, and how it goes on then. */

import { attribute, resubmit } from './formAccess.ts'

export interface Wish {
  /** The button, if any. */
  readonly by?: HTMLElement | null | undefined
  /** By an event, by the page's code, or by asking the vendor: then the page goes on itself once that answers. */
  readonly how: 'event' | 'code' | 'call'
  /** How often was looked for a widget that is not there yet. */
  looks: number
  /** Whether the visitor was led to the widget. */
  led?: true
}

// Kept from before: on a guarded form the name stands for something else.
const { submit } = HTMLFormElement.prototype

/** Sends it in the way that was wanted. */
export function send(form: HTMLFormElement, { by, how }: Pick<Wish, 'by' | 'how'>): void {
  if (how === 'code') submit.call(form)
  if (how === 'event') resubmit(form, by)
}

/** Whether it only closes a dialog, and sends nothing. */
export function closes(form: HTMLFormElement, by: HTMLElement | null | undefined): boolean {
  return /dialog/i.test(by?.getAttribute('formmethod') ?? attribute(form, 'method') ?? '')
}
