/** `toestemming cookies`: the cookie table of a configuration as a file. */

import { checkConfiguration } from '../model/checkConfiguration.ts'
import { claimed } from '../model/claimed.ts'
import { explain } from '../model/explain.ts'
import { languages, pickLocale } from '../model/locale.ts'
import { completeSettings, named } from '../model/settings.ts'
import type { Service, Texts } from '../model/types.ts'
import { undated } from '../model/undated.ts'
import { cookieTable } from './cookieTable.tsx'
import { toHtml } from './toHtml.ts'
import { toMarkdown } from './toMarkdown.ts'

/** What the command asks of the machine. */
export interface Machine {
  /** The text of a file, without a byte order mark. */
  read(path: string): string
  /** A module of `dist/`: a locale, a service or the ids of the catalogue. */
  load(name: string): Promise<unknown>
  out(text: string): void
  error(text: string): void
  now(): Date
}

export const usage = `Usage: toestemming cookies <configuration.json> [--format html|markdown] [--lang ${languages.join('|')}] [--register je|u]

Writes the cookie table of a configuration, for readers without script. Without --format: html.`

const choices: Readonly<Record<string, readonly string[]>> = {
  '--format': ['html', 'markdown'],
  '--lang': languages,
  '--register': ['je', 'u'],
}

/** @returns the exit status: 0, or 1 when something is wrong, which `error` has been told */
export async function cookies(words: readonly string[], machine: Machine): Promise<0 | 1> {
  const fail = (text: string): 1 => {
    machine.error(text)
    return 1
  }
  const given: Record<string, string> = {}
  const paths: string[] = []
  for (let index = 0; index < words.length; index++) {
    const [name = '', value = words[index + 1] ?? ''] = (words[index] ?? '').split('=')
    const allowed = choices[name]
    if (allowed) {
      if (!allowed.includes(value)) return fail(`${name}: found "${value}". It should be one of ${allowed.join(', ')}.`)
      given[name] = value
      if (!words[index]?.includes('=')) index++
    } else if (name.startsWith('-')) return fail(`There is no ${name}. Use one of: ${Object.keys(choices).join(', ')}.\n\n${usage}`)
    else paths.push(words[index] ?? '')
  }
  const [path] = paths
  if (!path || paths.length > 1) return fail(usage)

  let text: string
  try {
    text = machine.read(path)
  } catch {
    return fail(`${path}: there is no such file, or it cannot be read. Give the path of the configuration's JSON.`)
  }
  let configuration: unknown
  try {
    configuration = JSON.parse(text)
  } catch {
    return fail(explain([{ path, found: text.trim(), expected: 'json' }]))
  }

  const { catalogueIds: ids } = (await machine.load('catalogue/ids')) as { catalogueIds: readonly string[] }
  const found = named(configuration).filter((id) => ids.includes(id))
  const catalogue = Object.fromEntries(
    await Promise.all(found.map(async (id) => [id, ((await machine.load(`catalogue/${id}`)) as { default: Service }).default] as const)),
  )
  // The cookie's own domain is the one thing that only the site itself can judge.
  const hostname = (configuration as { cookie?: { domain?: string } } | null)?.cookie?.domain ?? ''
  const problems = checkConfiguration(configuration, { hostname, catalogue })
  if (problems.length) return fail(explain(problems, ids))

  const settings = completeSettings(configuration as object, { hostname, catalogue })
  for (const wrong of [claimed(settings.services), undated(settings)]) if (wrong.length) machine.error(explain(wrong, ids))
  const [file, lang] = pickLocale(given['--lang'] ?? settings.locale, (given['--register'] ?? settings.register) as 'je' | 'u')
  const read = async (part: string) => ((await machine.load(`locales/${part}/${file}`)) as { default: Texts }).default
  const texts = { ...(await read('panels')), ...(await read('table')) }
  const date = new Intl.DateTimeFormat([lang, 'nl'], { dateStyle: 'long' }).format(machine.now())
  const nodes = cookieTable(settings, { ...texts, ...settings.texts }, lang, date)
  machine.out(
    given['--format'] === 'markdown'
      ? toMarkdown(nodes)
      : `<div lang="${lang}"${lang === 'ar' ? ' dir="rtl"' : ''}>\n${toHtml(nodes)}</div>\n`,
  )
  return 0
}
