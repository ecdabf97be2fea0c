/** Finds the code of any service, also of a host that nobody configured. In parts that load when it is needed: the first one has those of the settings. */

import { serviceCode } from './serviceCode.ts'
import type { Settings } from './types.ts'

type Codes = Settings['codes']

/** What stands in the record for categories and services. */
export const codesOf = (categories: readonly { id: string }[], services: readonly { id: string }[]): Codes =>
  completeCodes(Object.fromEntries([...categories.map(({ id }) => [id, id]), ...services.map(({ id }) => [id, serviceCode(id)])]))

/** From now on each id has a code. Those that were not there are not kept with the settings. */
export const completeCodes = (codes: Codes): Codes =>
  Object.setPrototypeOf(codes, new Proxy({}, { get: (_, id) => serviceCode(String(id)) }))
