/** The lazy part that makes settings of a configuration: fetches, checks, completes. Skipped where an earlier page has done it. */

import labels from '../locales/trigger/labels.json'
import type { Problem } from './model/check.ts'
import { checkConfiguration } from './model/checkConfiguration.ts'
import { type Configuration, completeSettings, named } from './model/settings.ts'
import type { Service, Settings } from './model/types.ts'

/**
 * @param text the configuration's JSON; empty for none
 * @param url where to fetch it instead, if given
 * @param load loads another lazy part by name
 * @returns nothing when something is wrong; the developer has been told then
 */
export async function setUp(
  text: string,
  url: string | null | undefined,
  load: (name: string) => Promise<unknown>,
): Promise<Settings | undefined> {
  const wrong = async (...problems: Problem[]): Promise<undefined> => {
    const { report } = (await load('explain')) as typeof import('./explain.ts')
    report(problems)
  }
  let json = text || '{}'
  if (url) {
    try {
      const response = await fetch(url)
      if (!response.ok) throw new Error(response.statusText)
      json = await response.text()
    } catch {
      return wrong({ path: 'data-config', found: url, expected: 'url' })
    }
  }
  let configuration: Configuration
  try {
    configuration = JSON.parse(json)
  } catch {
    return wrong({ path: '', found: json.trim(), expected: 'json' })
  }
  const ids = named(configuration).filter((id) => /^[\w-]+$/.test(id))
  const loadService = (id: string) =>
    load(`catalogue/${id}`).then(
      (module) => [id, (module as { default: Service }).default] as const,
      () => [id, undefined] as const,
    )
  const catalogue = Object.fromEntries(await Promise.all(ids.map(loadService)))
  const page = { hostname: location.hostname, labels, catalogue }
  const problems = checkConfiguration(configuration, page)
  return problems.length ? wrong(...problems) : completeSettings(configuration, page)
}
