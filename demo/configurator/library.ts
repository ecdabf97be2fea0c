/** The built library beside this page. */

import type { Configuration } from '../../src/model/settings.ts'
import { cookies } from '../../src/tools/cookies.ts'

/** A module of the library, such as a locale. */
export const load = (name: string): Promise<unknown> => import(new URL(`../toestemming/${name}.js`, document.baseURI).href)

/** The cookie table, by the command that writes it. */
export async function cookieTable(configuration: Configuration, format: 'html' | 'markdown'): Promise<string> {
  let written = ''
  await cookies(['toestemming.json', '--format', format], {
    read: () => JSON.stringify(configuration),
    load,
    out: (text) => {
      written += text
    },
    error: () => {},
    now: () => new Date(),
  })
  return written
}
