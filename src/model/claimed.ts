/** What is worth saying of services, but no reason to hold anything: two claim one cookie, which a withdrawal from the one then leaves. */

import type { Problem } from './check.ts'
import { pattern } from './pattern.ts'
import type { Service } from './types.ts'

/** A problem for each cookie or key of the site that a service further up has as well. */
export function claimed(services: readonly Service[]): Problem[] {
  const own: { readonly id: string; readonly storage: string; readonly stem: string; fits(name: string): boolean }[] = []
  const problems: Problem[] = []
  services.forEach(({ id, cookies = [] }, index) => {
    cookies.forEach(({ name, storage = 'cookie', party }, place) => {
      const fits = pattern(name)
      if (!fits || party === 'third') return
      const stem = name.replace(/\*$/, '')
      const other = own.find((one) => one.id !== id && one.storage === storage && (one.fits(stem) || fits(one.stem)))
      if (other)
        problems.push({ path: `services[${index}].cookies[${place}].name`, found: `${name}, also of ${other.id}`, expected: 'claimed' })
      own.push({ id, storage, stem, fits })
    })
  })
  return problems
}
