/** The few kinds of answer that vendors give. Nothing is cached, so that each use of a vendor is a request one can see. */
import { readFile } from 'node:fs/promises'

const fresh = { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

const transparentPixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** One script made of files in `scripts/`, in a scope of its own. */
export async function script(...names) {
  const parts = await Promise.all(names.map((name) => readFile(new URL(`./scripts/${name}.js`, import.meta.url), 'utf8')))
  return { type: 'text/javascript; charset=utf-8', headers: fresh, body: `;(() => {\n${parts.join('\n')}})()\n` }
}

export const pixel = (cookies = []) => ({ type: 'image/gif', headers: fresh, body: transparentPixel, cookies })

/** Credentials are allowed for the origin that asks, as the measuring end points of vendors do. */
export function accepted(request) {
  const origin = request.headers.origin
  const headers = origin
    ? {
        ...fresh,
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Allow-Headers': 'content-type',
      }
    : fresh
  return { status: 204, headers }
}

export const page = (body, cookies = []) => ({ type: 'text/html; charset=utf-8', headers: fresh, body, cookies })

export const image = (svg) => ({ type: 'image/svg+xml', headers: fresh, body: svg })

/** A cookie on the vendor's own domain, as vendors set it to recognise a visitor on every site. */
export const thirdPartyCookie = (name, value, days, domain) =>
  `${name}=${value}; ${domain ? `Domain=${domain}; ` : ''}Path=/; Max-Age=${days * 86_400}; Secure; HttpOnly; SameSite=None`

export const random = () => Math.random().toString(36).slice(2, 12)
