/** Serves a folder on this machine alone, because browsers load no modules from files. */

import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'

export interface Served {
  readonly address: string
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * @param target a file, or a folder with an `index.html`; throws when it is not there
 * @param root what begins with `/`: the file's own folder, or one around it
 * @returns where the file is now
 */
export async function serve(target: string, root: string | undefined): Promise<Served> {
  const file = statSync(target).isDirectory() ? join(target, 'index.html') : target
  const folder = resolve(root ?? dirname(file))
  const path = relative(folder, resolve(file))
  // On Windows there is no way from one drive to another.
  if (path.split(sep)[0] === '..' || isAbsolute(path)) throw new Error(`${target} is not in ${root}.`)
  const server = createServer((request, response) => {
    try {
      const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
      const found = join(folder, asked.endsWith('/') ? `${asked}index.html` : asked)
      if (!found.startsWith(folder + sep)) throw new Error('outside')
      const body = readFileSync(found)
      const type = types[extname(found).toLowerCase()] ?? 'application/octet-stream'
      response.writeHead(200, { 'content-type': /^text|json/.test(type) ? `${type}; charset=utf-8` : type, 'cache-control': 'no-store' })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/${path.split(sep).map(encodeURIComponent).join('/')}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
