/** The lazy part that makes settings of a configuration: fetches, checks, completes. Skipped where an earlier page has done it. */

import { isFree } from './core/isFree.ts'
import type { Problem } from './model/check.ts'
import { checkConfiguration } from './model/checkConfiguration.ts'
import { type Configuration, completeSettings, named } from './model/settings.ts'
import { type LoadLocale, loadTexts } from './model/texts.ts'
import type { Service, Settings } from './model/types.ts'
import { kept } from './storage/readRecord.ts'

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
    ;((await load('explain')) as typeof import('./explain.ts')).report(problems)
  }
  const look = () => {
    if (!text && document.querySelector('[data-toestemming=config]'))
      void wrong({ path: 'data-toestemming', found: 'config', expected: 'before' })
    if (document.querySelector('[data-toestemming-share]')) load('later').catch(Boolean)
  }
  // A small page may have loaded before this has come.
  look()
  addEventListener('load', look)
  let json = text || '{}'
  if (url) {
    json = await fetch(url).then(
      (response) => (response.ok ? response.text() : ''),
      () => '',
    )
    if (!json) return wrong({ path: 'data-config', found: url, expected: 'url' })
  }
  let configuration: Configuration
  try {
    configuration = JSON.parse(json)
  } catch {
    return wrong({ path: '', found: json.trim(), expected: 'json' })
  }
  const ids = named(configuration).filter((id) => /^[\w-]+$/.test(id))
  const catalogue: Record<string, Service> = {}
  await Promise.allSettled(
    ids.map(async (id) => {
      catalogue[id] = ((await load(`catalogue/${id}`)) as { default: Service }).default
    }),
  )
  const page = { hostname: location.hostname, catalogue }
  const problems = checkConfiguration(configuration, page)
  if (problems.length) return wrong(...problems).catch(() => undefined)
  const settings = completeSettings(configuration, page)
  // Who has not answered is asked: what that takes comes while the page is read, unless nobody sees it yet.
  const seen = !(document as { prerendering?: boolean }).prerendering
  if (seen && settings.services.some((one) => !isFree(one)) && !kept(settings.cookie.name))
    Promise.all([load('ui'), loadTexts(settings, document.documentElement.lang, load as LoadLocale, '')]).catch(Boolean)
  // Without the part nothing is released: nobody would hear of a withdrawal on another site.
  return settings.network ? ((await load('network')) as typeof import('./network.ts')).joinNetwork(settings, !!url, load, wrong) : settings
}
