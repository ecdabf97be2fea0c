/** Services as they are configured: what is right for the library, and yet not honest or not complete. */

import { urlOf } from '../gate/embeds.ts'
import { duration } from '../model/duration.ts'
import { pattern } from '../model/pattern.ts'
import type { Service, StoredItem } from '../model/types.ts'
import { type Context, nameOf } from './context.ts'
import type { Finding } from './finding.ts'

export function checkServices(context: Context): Finding[] {
  const found: Finding[] = []
  const { services } = context.settings
  const say = (level: Finding['level'], key: string, text: string, paste?: string) =>
    found.push({ level, topic: 'Configuration', key, text, ...(paste && { paste }) })

  const { cookie, validDays } = context.settings
  const own = services.find(({ id }) => id === 'toestemming')
  const first = own?.cookies?.find(({ storage }) => !storage || storage === 'cookie')
  if (first && (first.name !== cookie.name || first.duration !== `P${validDays}D`))
    say(
      'warning',
      'own cookie',
      `The cookie table says of the library's own cookie "${first.name}", ${first.duration}; configured are cookie.name "${cookie.name}" and validDays ${validDays}. Write the service out, with the cookie as it is.`,
      `{ "use": "toestemming", "cookies": [{ "name": "${cookie.name}", "duration": "P${validDays}D" }, { "name": "${cookie.name}", "duration": "persistent", "storage": "local" }, { "name": "toestemming:settings", "duration": "persistent", "storage": "local" }] }`,
    )

  services.forEach((service, index) => {
    const path = `services[${index}] ("${service.id}")`
    const tracker = service.category === 'functional' && !service.exempt ? resembles(service, context) : undefined
    if (tracker)
      say(
        'error',
        `tracker ${service.id}`,
        `${path} is functional, so it runs without consent, but it looks like ${nameOf(tracker)}, which needs consent for ${tracker.category}. Put it in that category, or give in "exempt" the reason why no consent is needed.`,
        `"category": "${tracker.category}"`,
      )
    if (service.exempt && service.signal === 'matomo' && service.cookies?.some(({ party }) => party !== 'third'))
      say(
        'warning',
        `exempt ${service.id}`,
        `${path} is exempt, so Matomo is told to keep no cookies, and yet the cookie table lists ${service.cookies.length} of them. Write "cookies": [] in the service.`,
        '"cookies": []',
      )
    for (const { name, duration: time } of service.cookies ?? [])
      if (time && !/^(session|persistent)$/.test(time) && duration(time, 'en') === time)
        say(
          'warning',
          `duration ${service.id} ${name}`,
          `${path}: the cookie "${name}" has duration "${time}", which the cookie table shows as it is. Write an ISO 8601 duration ("P1Y" a year, "P30D" 30 days, "PT30M" 30 minutes), "session" or "persistent".`,
        )
    services.slice(0, index).forEach((other, place) => {
      const name = shared(service.cookies ?? [], other.cookies ?? [])
      if (name && service.category !== other.category)
        say(
          'warning',
          `cookie ${service.id} ${other.id}`,
          `${path} and services[${place}] ("${other.id}") both have the cookie "${name}", in different categories. It stays as long as one of them is granted. Leave it out of one.`,
        )
      const host = service.hosts?.find((one) => other.hosts?.includes(one))
      if (host)
        say(
          'warning',
          `host ${service.id} ${other.id}`,
          `${path} and services[${place}] ("${other.id}") both have the host "${host}": only the first one counts. Add the beginning of a path to tell them apart, such as "${host}/…".`,
        )
    })
  })
  return found
}

/** The known vendor that a service looks like, by its id, its hosts or its cookies, when that vendor needs consent. */
export function resembles({ id, hosts = [], cookies = [] }: Service, { catalogue, likely }: Context): Service | undefined {
  const found =
    catalogue.find((one) => one.id === id) ??
    hosts.map((host) => likely(urlOf(`https://${host.replace(/^\*\./, '')}`))).find(Boolean) ??
    catalogue.find((one) => shared(cookies, one.cookies ?? []))
  return found && found.category !== 'functional' ? found : undefined
}

/** A name that both lists have. */
function shared(some: readonly StoredItem[], others: readonly StoredItem[]): string | undefined {
  return some.find(
    (one) =>
      one.party !== 'third' &&
      others.some(
        (other) =>
          other.party !== 'third' &&
          (other.storage ?? 'cookie') === (one.storage ?? 'cookie') &&
          (other.name === one.name || (!/[*/]/.test(one.name) && pattern(other.name)?.(one.name))),
      ),
  )?.name
}
