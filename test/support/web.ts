/**
 * A web of made-up hosts on loopback, for scenarios that the demo sites have no page for: a proxy through which every host, http and https,
 * is answered here and written down. What a scenario needs of a vendor it says in the address itself:
 * `?delay=500` answers late, `?hang` never, `?status=500` badly, `?throw` with a script that throws, `?body=…` with that text.
 * In the text of an answer `<!--pause 500-->`, which is left out, keeps back what follows for so many milliseconds.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { extname } from 'node:path'
import { createSecureContext, TLSSocket } from 'node:tls'
import { generate } from 'selfsigned'

export interface Requested {
  /** Milliseconds since 1970. */
  readonly time: number
  readonly host: string
  readonly method: string
  readonly path: string
  /** The whole address. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** What the scenarios need of a web: the demo's server and the one below both are one. */
export interface Web {
  /** Answers on this connection, as the proxy for everything. */
  take(socket: Socket): void
  /** The origins of pages and frames that were asked for, whatever was cleared since, and whether a whole page of theirs was. */
  readonly origins: Map<string, boolean>
  readonly log: readonly Requested[]
  clearLog(): void
  /** A header `:status` is the answer's status. */
  addPage(host: string, path: string, body: string, headers?: Readonly<Record<string, string>>): void
  close(): Promise<unknown> | unknown
}

export const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.gif': 'image/gif',
  '.png': 'image/gif',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
  '.ico': 'image/x-icon',
}
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** A vendor's answer: a script notes its own address in `window.ran`, anything else is the least of its kind. */
const vendorBody = (host: string, path: string, extension: string, query: URLSearchParams): string | Buffer => {
  const given = query.get('body')
  if (given !== null) return given
  if (extension === '.js' || extension === '.mjs') {
    const note = `(window.ran = window.ran || []).push(${JSON.stringify(`${host}${path}`)});`
    return query.has('throw') ? `${note} throw new Error('a vendor that throws')` : note
  }
  if (extension === '.css') return `:root { --vendor-style: "${host}${path}" }`
  if (extension === '.gif' || extension === '.png') return pixel
  if (extension === '.ico' || extension === '.mp4' || extension === '.vtt') return ''
  return `<!doctype html><html lang="en"><title>${host}</title><p>${host}${path}</p></html>`
}

/** Adds the origin of what may keep something in a browser. https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header */
export const noteOrigin = (origins: Map<string, boolean>, { url, headers }: Requested): void => {
  const { origin } = new URL(url)
  const kind = String(headers['sec-fetch-dest'])
  if (kind === 'document') origins.set(origin, true)
  else if (kind.includes('frame') && !origins.has(origin)) origins.set(origin, false)
}

/** One for every web of a worker. */
let certificate: ReturnType<typeof generate> | undefined

export const startWeb = async (): Promise<Web> => {
  certificate ??= generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' })
  const { private: key, cert } = await certificate
  // One for all connections: what browsers agree on once they need not agree on again.
  const secureContext = createSecureContext({ key, cert })
  const pages = new Map<string, { readonly body: string; readonly headers: Readonly<Record<string, string>> }>()
  const sockets = new Set<Socket>()
  const origins = new Map<string, boolean>()
  let log: Requested[] = []

  const write = (request: IncomingMessage): URL => {
    const secure = request.socket instanceof TLSSocket
    const url = new URL(request.url ?? '/', `${secure ? 'https' : 'http'}://${request.headers.host}`)
    const requested = {
      time: Date.now(),
      host: url.hostname,
      method: request.method ?? '',
      path: url.pathname,
      url: url.href,
      headers: request.headers,
    }
    log.push(requested)
    noteOrigin(origins, requested)
    return url
  }

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { hostname: host, pathname: path, searchParams: query } = write(request)
    if (query.has('hang')) return
    const page = pages.get(host + path)
    const extension = extname(path)
    const { ':status': status = query.get('status') ?? 200, ...own } = page?.headers ?? {}
    const headers = {
      'content-type': types[extension] ?? 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      ...own,
    }
    setTimeout(
      () => {
        response.writeHead(Number(status), headers)
        const body = page?.body ?? vendorBody(host, path, extension, query)
        if (typeof body !== 'string') return response.end(body)
        const send = ([text, pause, ...rest]: string[]) => {
          if (pause === undefined) return response.end(text)
          response.write(text)
          setTimeout(() => send(rest), Number(pause))
        }
        send(body.split(/<!--pause (\d+)-->/))
      },
      Number(query.get('delay') ?? 0),
    )
  }

  const server = createServer(answer)
  // A WebSocket is opened, and nothing is said in it. https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    write(request)
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  })
  server.on('connect', (_request: IncomingMessage, socket: Socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    const secure = new TLSSocket(socket, { isServer: true, secureContext })
    secure.on('error', () => secure.destroy())
    server.emit('connection', secure)
  })

  return {
    take: (socket) => server.emit('connection', socket),
    origins,
    get log() {
      return log
    },
    clearLog() {
      log = []
    },
    addPage(host, path, body, headers = {}) {
      pages.set(host + path, { body, headers })
    },
    close() {
      for (const socket of sockets) socket.destroy()
    },
  }
}
