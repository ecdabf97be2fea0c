/** What a demo site answers: its pages, the library's files, and what comes back on a form. */
import { fileURLToPath } from 'node:url'
import { registerResponse } from './choiceRegister.mjs'
import { escapeHtml } from './exchange.mjs'
import { fileResponse } from './files.mjs'

/** Where the build leaves the library. */
export const builtLibrary = fileURLToPath(new URL('../../dist/', import.meta.url))

/** The built library. Any origin may ask for it, as on a CDN. */
export async function libraryResponse(path, folder) {
  if (!path.startsWith('/toestemming/')) return null
  const file = await fileResponse(folder, path.slice('/toestemming'.length))
  return { ...(file ?? notFound(path)), headers: { 'Access-Control-Allow-Origin': '*' }, isLibrary: true }
}

export async function siteResponse(site, request, library) {
  const part = await libraryResponse(request.path, library)
  if (part) return part
  if (request.path.startsWith('/parts/')) return notFound(request.path)
  if (request.path === site.register) return registerResponse(request)
  if (request.method === 'POST') return formResponse(site, request)
  const file = await fileResponse(site.folder, request.path)
  return file ?? (site.shared && (await fileResponse(site.shared, request.path))) ?? missingPage(site, request.path)
}

/** Shows what was sent; a form that says it is checked by reCAPTCHA is refused without its token. */
async function formResponse(site, request) {
  const fields = new URLSearchParams(request.body)
  const isChecked = fields.get('controle') === 'recaptcha'
  const refused = isChecked && !fields.get('g-recaptcha-response')
  fields.delete('controle')
  fields.delete('g-recaptcha-response')
  let sent = ''
  for (const [name, value] of fields) {
    if (value.trim()) sent += `<div><dt>${escapeHtml(label(name))}</dt><dd>${escapeHtml(value)}</dd></div>\n`
  }
  if (isChecked && !refused) sent += '<div><dt>Spamcontrole</dt><dd>geslaagd</dd></div>\n'
  const path = refused ? '/niet-verzonden.html' : request.path
  const page = await fileResponse(site.folder, path, { sent })
  if (page) return { ...page, status: refused ? 422 : 200 }
  return refused ? { status: 422, type: 'text/plain; charset=utf-8', body: 'Niet verzonden\n' } : missingPage(site, request.path)
}

const label = (name) => name.charAt(0).toUpperCase() + name.slice(1)

/** A site that is an app of one page names it as its `fallback`: every address without a file is an address within the app. */
async function missingPage(site, path) {
  if (!/\.(html)?$|\/[^.]*$/.test(path)) return notFound(path)
  const page = await fileResponse(site.folder, site.fallback ?? '/404.html')
  return page ? { ...page, status: site.fallback ? 200 : 404 } : notFound(path)
}

export const notFound = (path) => ({ status: 404, type: 'text/plain; charset=utf-8', body: `Niet gevonden: ${path}\n` })
