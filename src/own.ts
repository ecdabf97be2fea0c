/** What the library itself keeps, for a cookie table whose configuration does not say it. */

import toestemming from './catalogue/toestemming.json'
import type { Service, Settings, StoredItem } from './model/types.ts'

/** The library's own service, with the name and the days that are configured; nothing where the services list it. */
export function ownServices({ cookie, validDays, services, network }: Settings): Service[] {
  const own = toestemming as Service
  if (services.some(({ id }) => id === own.id)) return []
  const asConfigured = (item: StoredItem): StoredItem =>
    item.name === own.id ? { ...item, name: cookie.name, ...(!item.storage && { duration: `P${validDays}D` }) } : item
  return [{ ...own, cookies: own.cookies?.filter(({ name }) => network || !name.endsWith('network')).map(asConfigured) ?? [] }]
}
