/** The lazy part that says what the library itself keeps, for a cookie table whose configuration does not. */

import toestemming from './catalogue/toestemming.json'
import type { Service, Settings, StoredItem } from './model/types.ts'

/** Adds the library's own service to the settings, with the name and the days that are configured, unless they list it. */
export function declareOwn(settings: Settings): void {
  const { cookie, validDays, services, network } = settings
  const own = toestemming as Service
  if (services.some(({ id }) => id === own.id)) return
  const asConfigured = (item: StoredItem): StoredItem =>
    item.name === own.id ? { ...item, name: cookie.name, ...(!item.storage && { duration: `P${validDays}D` }) } : item
  settings.own = [{ ...own, cookies: own.cookies?.filter(({ name }) => network || !name.endsWith('network')).map(asConfigured) ?? [] }]
}
