/**
 * A web of two made-up hosts on loopback, over HTTP/2 as vendors' own: the site with its pages and each contender's files, and one vendor
 * whose scripts say that they ran. `?latency=40` answers that many milliseconds late.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { extname, join, normalize, sep } from 'node:path'
import { generate } from 'selfsigned'

export const site = 'site.example'
export const vendor = 'vendor.example'

const types = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' }

/** As long as a small script of a vendor. */
const ballast = `/*${' Hier had de code van een ander kunnen staan.'.repeat(40)} */`

/** Clocks of the page are exact to 5 microseconds only where it is alone in its process. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
}

/** The text of one file of a contender, or undefined. */
const fileOf = ({ folder, texts = {} }, name) => {
  if (Object.hasOwn(texts, name)) return texts[name]
  if (!folder) return undefined
  const file = join(folder, name)
  return file.startsWith(normalize(folder + sep)) && existsSync(file) ? readFileSync(file) : undefined
}

export const startServer = async (contenders) => {
  const certificate = await generate([{ name: 'commonName', value: site }], { keyType: 'ec' })
  const pages = new Map()
  const sessions = new Set()
  let log = []

  const respond = (request, response) => {
    const host = (request.authority ?? request.headers.host ?? '').replace(/:.*/, '')
    const { pathname: path, searchParams: query } = new URL(request.url, `https://${site}`)
    const send = (status, type, body, headers = {}) => {
      if (response.stream?.destroyed) return
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...isolation, ...headers })
      response.end(body)
    }
    if (host === vendor) {
      const body = `ran(${Number(/\d+/.exec(path)?.[0])})\n${ballast}`
      const latency = Number(query.get('latency') ?? 0)
      // Of a vendor's answer a browser may keep what it fetched ahead, as of most real ones.
      const answer = () => send(200, types['.js'], body, { 'cache-control': 'max-age=600' })
      return latency > 0 ? setTimeout(answer, latency) : answer()
    }
    const page = pages.get(path)
    if (page !== undefined) return send(200, 'text/html; charset=utf-8', page)
    const [, key = '', name = ''] = /^\/([^/]+)\/(.+)$/.exec(path) ?? []
    const body = Object.hasOwn(contenders, key) ? fileOf(contenders[key].files, name) : undefined
    if (body === undefined) return send(404, 'text/plain', '')
    log.push({ key, name, body })
    return send(200, types[extname(name)] ?? 'text/plain', body)
  }

  const server = createSecureServer({ key: certificate.private, cert: certificate.cert, allowHTTP1: true }, respond)
  server.on('session', (session) => {
    sessions.add(session)
    session.on('error', () => {})
    session.on('close', () => sessions.delete(session))
  })
  server.on('sessionError', () => {})
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    port: server.address().port,
    /** Puts a page on the site. @returns its address */
    put(path, html) {
      pages.set(path, html)
      return `https://${site}${path}`
    },
    /** The contenders' own files that were asked for since the last call. */
    takeLog() {
      const taken = log
      log = []
      return taken
    },
    close() {
      for (const session of sessions) session.destroy()
      server.close()
    },
  }
}
