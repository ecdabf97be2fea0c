/** What a form that needs a robot check is given, and what it is told. */

import type { BlocksHost } from '../model/ports.ts'
import type { Words } from './box.ts'
import type { Captcha } from './captchas/captcha.ts'
import type { FormBoxOptions } from './formBox.ts'
import type { Loading } from './loading.ts'

export interface FormTools extends Omit<FormBoxOptions, 'title'>, Words {
  readonly host: BlocksHost
  readonly captcha: Captcha | undefined
  readonly loading: Loading
  /** Whether no other form of the page has another check. */
  isAlone(): boolean
}

export interface GuardedForm {
  /** What is allowed may have changed, or how the loading goes. */
  update(): void
  /** The visitor is in the form. */
  touch(field: HTMLElement): void
  /** A button or link in it is pressed. */
  press(event: Event, by: HTMLElement): void
  /** The form is about to be sent, by this button if any; without an event, by the page's code. */
  submit(event?: Event, by?: HTMLElement | null): void
  /** It stands where one stood whose submission waited: the visitor is told how it goes on. Sending is theirs, as what they have typed may be gone. */
  resume(): void
  /** The form is no longer in the page; says whether a submission waited for the vendor. */
  remove(): unknown
}
