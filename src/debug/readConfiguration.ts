/** The settings of this page, made of its configuration as the library makes them. */

import { type Configuration, completeSettings } from '../model/settings.ts'
import type { Service, Settings } from '../model/types.ts'

/** What the script tag reads: the file that its `data-config` names, else the first configuration before it. */
export async function configurationOf(tag: HTMLScriptElement | undefined): Promise<Configuration> {
  const url = tag?.dataset.config
  const element = document.querySelector('[data-toestemming=config]')
  // One that comes after the tag is not read.
  const inPage = element && (!tag || tag.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) ? element.textContent : ''
  return JSON.parse((url ? await (await fetch(url)).text() : inPage) || '{}')
}

/** Only for a configuration that the library has found right. */
export function settingsOf(configuration: Configuration, catalogue: readonly Service[]): Settings {
  return completeSettings(configuration, {
    hostname: location.hostname,
    catalogue: Object.fromEntries(catalogue.map((one) => [one.id, one])),
  })
}
