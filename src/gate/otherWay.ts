import type { Settings } from '../model/types.ts'
import { link, type Words } from './box.ts'
import { one } from './formAccess.ts'

/** The owner's other way to get in touch: written in the form, or at an address. */
export function otherWay(form: HTMLFormElement, { settings, say }: Words & { readonly settings: Settings }): HTMLElement | undefined {
  const written = one(form, '[data-consent-contact]')?.cloneNode(true) as HTMLElement | undefined
  written?.removeAttribute('hidden')
  const { contact } = settings.links
  return written ?? (contact ? link(contact, say('form.contact')) : undefined)
}
