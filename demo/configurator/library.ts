/** The built library beside this page. */

import type { Configuration } from '../../src/model/settings.ts'
import { cookies } from '../../src/tools/cookies.ts'
import { type ZippedFile, zip } from './zip.ts'

/** A module of the library, such as a locale. */
export const load = (name: string): Promise<unknown> => import(new URL(`../toestemming/${name}.js`, document.baseURI).href)

/** The library's folder as one file, to put on a site. The build has left a list of what is in it. */
export async function zippedLibrary(folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const get = async (address: string) => {
    const answer = await fetch(new URL(address, document.baseURI))
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    return answer
  }
  const names: readonly string[] = await (await get('files.json')).json()
  const files: ZippedFile[] = []
  // A few at a time: there are hundreds.
  for (let from = 0; from < names.length; from += 20)
    files.push(
      ...(await Promise.all(
        names.slice(from, from + 20).map(async (name) => ({
          name: `${folder}/${name}`,
          content: new Uint8Array(await (await get(`../toestemming/${name}`)).arrayBuffer()),
        })),
      )),
    )
  return zip(files, new Date())
}

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
