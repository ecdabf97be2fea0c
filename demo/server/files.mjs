/** Files of a folder as responses. HTML may include other files of its folder, in the syntax of Apache and nginx (SSI). */
import { readFile, stat } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { typeOf } from './exchange.mjs'

/** The file that a path means, or null when there is none or the path leaves the folder. */
async function locate(folder, path) {
  let decoded
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const root = normalize(folder + sep)
  const candidate = normalize(join(root, decoded))
  if (!candidate.startsWith(root)) return null
  for (const file of [candidate, join(candidate, 'index.html'), `${candidate}.html`]) {
    const found = await stat(file).catch(() => null)
    if (found?.isFile()) return file
  }
  return null
}

async function include(folder, text, values, depth = 0) {
  if (depth > 5) return text
  let result = ''
  let end = 0
  for (const match of text.matchAll(/<!--#(include virtual|echo var)="([^"]+)" -->/g)) {
    result += text.slice(end, match.index)
    end = match.index + match[0].length
    if (match[1] === 'echo var') result += values[match[2]] ?? ''
    else result += await include(folder, await readFile(join(folder, match[2]), 'utf8'), values, depth + 1)
  }
  return result + text.slice(end)
}

/** @returns a response, or null when the folder has no such file. */
export async function fileResponse(folder, path, values = {}) {
  const file = await locate(folder, path)
  if (!file) return null
  const type = typeOf(file)
  if (type.startsWith('text/html')) return { type, body: await include(folder, await readFile(file, 'utf8'), values) }
  return { type, body: await readFile(file) }
}
