import type { Drawing } from './box.ts'
import type { Description } from './describe.ts'

export interface Identity {
  readonly service: string
  /** Who provides it, in words: as the settings, the page, or else the address tells. */
  readonly provider: string
  readonly privacy: string | undefined
  readonly known: Description
}

/** Whose a frame is, or what waits in a template. */
export function identify(
  element: HTMLElement,
  { settings, needs, say }: Drawing,
  describe: (element: HTMLElement, service?: string) => Description,
): Identity {
  const { dataset } = element
  const { service = '' } = needs(element)
  const configured = settings.services.find((one) => one.id === service)
  const known = describe(element, service)
  return {
    service,
    provider: configured?.provider ?? dataset.provider ?? known.provider ?? (service || say('placeholder.other')),
    privacy: configured?.privacy ?? dataset.privacy ?? known.privacy,
    known,
  }
}
