/** The settings of this page, made of its configuration as the library makes them. */

import type { Problem } from '../model/check.ts'
import { checkConfiguration } from '../model/checkConfiguration.ts'
import { type Configuration, completeSettings } from '../model/settings.ts'
import type { Service, Settings } from '../model/types.ts'

export interface Read {
  readonly settings: Settings
  /** What is wrong; the settings are then those of an empty configuration. */
  readonly problems: readonly Problem[]
}

/** What the script tag reads: the file that its `data-config` names, else the first configuration before it. Nothing when it cannot be read. */
export async function configurationOf(tag: HTMLScriptElement | undefined): Promise<unknown> {
  const url = tag?.dataset.config
  const element = document.querySelector('[data-toestemming=config]')
  // One that comes after the tag is not read.
  const inPage = element && (!tag || tag.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) ? element.textContent : ''
  try {
    return JSON.parse((url ? await (await fetch(url)).text() : inPage) || '{}')
  } catch {
    return undefined
  }
}

export function readConfiguration(configuration: unknown, catalogue: readonly Service[]): Read {
  const page = { hostname: location.hostname, catalogue: Object.fromEntries(catalogue.map((one) => [one.id, one])) }
  const problems =
    configuration === undefined ? [{ path: '', found: undefined, expected: 'json' }] : checkConfiguration(configuration, page)
  return { settings: completeSettings(problems.length ? {} : (configuration as Configuration), page), problems }
}
