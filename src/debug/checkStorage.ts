/** What the page keeps in the browser, held against what is configured and granted. */

import { urlOf } from '../gate/embeds.ts'
import { pattern } from '../model/pattern.ts'
import type { Service } from '../model/types.ts'
import { type Context, isFree, nameOf } from './context.ts'
import type { Finding } from './finding.ts'
import type { History } from './history.ts'
import { serviceLine, useLine } from './paste.ts'
import type { Kind, Stored } from './readStored.ts'
import type { Writes } from './watchWrites.ts'

/**
 * @param before what was there when the page began
 * @param told what nobody declares and has been told; grows
 */
export function checkStored(
  stored: readonly Stored[],
  before: readonly Stored[],
  context: Context,
  history: History,
  writes: Writes,
  told: Set<string>,
): Finding[] {
  const found: Finding[] = []
  const strangers: Stored[] = []
  const { settings, catalogue } = context
  for (const one of stored) {
    const { name } = one
    if (name === settings.cookie.name || /^toestemming:(settings|network)$/.test(name)) continue
    const what = `The ${words[one.storage]} "${name}"`
    const writer = writes.writerOf(one.storage, name)
    const old = before.some((other) => other.name === name && other.storage === one.storage) && writer === undefined
    const say = (level: Finding['level'], key: string, text: string, paste?: string) =>
      found.push({ level, topic: 'Cookies and storage', key, text, ...(paste && { paste }) })
    const owners = settings.services.filter((service) => keeps(service, one))
    if (owners.length) {
      const [owner] = owners
      if (!owner || owners.some(({ id }) => context.consent.has(id))) continue
      const answer = context.consent.record.answers[owner.id]
      if (history.withdrawn(owner.id)) continue
      if (old)
        say(
          'warning',
          `old ${owner.id}`,
          `${what} of ${nameOf(owner)} was there before this page began, and ${owner.id} is not granted. ${
            answer === 'no'
              ? 'It could not be erased: your server sets it, or it was set for a path or domain that scripts cannot reach.'
              : 'An earlier visit left it, from before consent was asked, or your server sets it.'
          } Erase it (F12, Application or Storage) and reload: if it comes back, look for what sets it.`,
        )
      else
        say(
          'error',
          `stored ${owner.id}`,
          `${what} of ${nameOf(owner)} was set without consent for ${owner.category}. ${by(writer, context)} Mark what sets it:`,
          `<script type="text/plain" data-consent="${owner.category}" data-service="${owner.id}"> … </script>`,
        )
      continue
    }
    const likely = catalogue.find((service) => keeps(service, one))
    if (!likely) {
      if (!told.has(`${one.storage} ${name}`)) strangers.push(one)
      told.add(`${one.storage} ${name}`)
      continue
    }
    const free = isFree(likely)
    say(
      free || old || context.consent.has(likely.category) ? 'warning' : 'error',
      `undeclared ${likely.id}`,
      `${what} is most likely of ${nameOf(likely)}, and no service in the configuration declares it: visitors do not find it in the cookie table, and it is not erased on withdrawal. ${
        old ? 'It was there before this page began.' : by(writer, context)
      } ${free ? '' : `What sets it must wait for ${likely.category}. `}Add to the configuration:`,
      useLine(likely.id),
    )
  }
  if (strangers.length)
    found.push({
      level: 'warning',
      topic: 'Cookies and storage',
      key: `strangers ${strangers.map(({ storage, name }) => `${storage} ${name}`).join()}`,
      text: `No service in the configuration declares ${strangers
        .map((one) => `the ${words[one.storage]} "${one.name}"${writerText(writes.writerOf(one.storage, one.name))}`)
        .join(
          ', ',
        )}. If your site cannot do without, add to the configuration as below, with what they are for and how long they really last; otherwise give it the category that needs consent, and mark what sets it.`,
      paste: serviceLine('own', {
        provider: settings.owner,
        cookies: strangers.map(({ storage, name }) => ({
          name,
          duration: storage === 'local' ? 'persistent' : 'session',
          ...(storage === 'cookie' ? {} : { storage }),
        })),
      }),
    })
  return found
}

const words: Readonly<Record<Kind, string>> = { cookie: 'cookie', local: 'localStorage key', session: 'sessionStorage key' }

function keeps({ cookies = [] }: Service, { storage, name }: Stored): boolean {
  return cookies.some((item) => item.party !== 'third' && (item.storage ?? 'cookie') === storage && pattern(item.name)?.(name))
}

function by(writer: string | undefined, context: Context): string {
  if (writer === undefined) return 'No script was seen to set it: your server does, or code that ran before this check.'
  if (!writer) return 'Code in the page itself set it.'
  const url = urlOf(writer)
  const service = context.declared(url) ?? context.likely(url)
  return `The script ${writer}${service ? `, of ${nameOf(service)},` : ''} set it.`
}

const writerText = (writer: string | undefined) => (writer ? ` (set by ${writer})` : '')
