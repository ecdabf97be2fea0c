/** Turns Node's incoming message into a plain request, and a plain response into Node's outgoing one. */

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  gif: 'image/gif',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
}

/** The content type that belongs to the end of a path; HTML when the path has none. */
export function typeOf(path) {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? 'html'
  return types[extension] ?? 'application/octet-stream'
}

export function parseCookies(header = '') {
  const cookies = {}
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0) cookies[part.slice(0, equals).trim()] = part.slice(equals + 1).trim()
  }
  return cookies
}

/** Never longer than a form or a measurement needs; what is more is dropped. */
function readBody(incoming) {
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return Promise.resolve('')
  return new Promise((resolve) => {
    let body = ''
    incoming.setEncoding('utf8')
    incoming.on('data', (chunk) => {
      if (body.length < 200_000) body += chunk
    })
    for (const event of ['end', 'error', 'close']) incoming.on(event, () => resolve(body))
  })
}

/** @returns a request as the handlers see it; `url` is the address as the page meant it. */
export async function readRequest(incoming, { protocol, host, target }) {
  const address = new URL(target, `${protocol}://${host}`)
  return {
    time: Date.now(),
    protocol,
    host: address.hostname,
    method: incoming.method,
    path: address.pathname,
    query: Object.fromEntries(address.searchParams),
    url: address.href,
    referer: incoming.headers.referer ?? '',
    cookies: parseCookies(incoming.headers.cookie),
    headers: incoming.headers,
    type: incoming.headers['sec-fetch-dest'] ?? '',
    body: await readBody(incoming),
  }
}

/** @param response `{ status, type, body, headers, cookies }`, all optional. */
export function send(outgoing, response) {
  const { status = 200, type, body = '', headers = {}, cookies = [] } = response
  if (outgoing.destroyed || outgoing.headersSent) return
  for (const [name, value] of Object.entries({ 'Cache-Control': 'no-cache', ...headers })) outgoing.setHeader(name, value)
  if (type && !outgoing.hasHeader('Content-Type')) outgoing.setHeader('Content-Type', type)
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  outgoing.writeHead(status)
  outgoing.end(outgoing.req?.method === 'HEAD' ? undefined : body)
}

export const escapeHtml = (text) =>
  String(text).replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign])
