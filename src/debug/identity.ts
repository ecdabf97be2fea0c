import { addressesOf } from '../gate/embeds.ts'

/** The same for an element that waits and one that was let go, and for one that a framework draws anew: so that it is told once. */
export function identity(element: HTMLElement): string {
  const { localName, id, dataset } = element
  const { consent, consentForm, service, toestemmingAction } = dataset
  const code = localName === 'script' ? element.textContent?.trim().slice(0, 200) : ''
  return [localName, id, consent, consentForm, service, toestemmingAction, ...addressesOf(element), code].filter(Boolean).join(' ')
}
