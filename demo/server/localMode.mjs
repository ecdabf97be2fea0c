/**
 * The demo for an ordinary browser, without settings: the start page on one port of `localhost`, each site on its own,
 * and all vendors on `127.0.0.1`, which browsers see as another party.
 */
import { fileURLToPath } from 'node:url'
import { sites } from '../sites.mjs'
import { vendorHosts, vendorOf, vendorResponse } from '../vendors/index.mjs'
import { readRequest, send } from './exchange.mjs'
import { fileResponse } from './files.mjs'
import { listen } from './listen.mjs'
import { localiseAddresses, localiseConfiguration, localisePage, localiseSites } from './localise.mjs'
import { createLog } from './requestLog.mjs'
import { builtLibrary, libraryResponse, notFound, siteResponse } from './siteResponse.mjs'

const startFolder = fileURLToPath(new URL('../start/', import.meta.url))
/** Where the build leaves pages that could stand on any static host. */
const builtPages = fileURLToPath(new URL('../../site/', import.meta.url))

const redirect = (outgoing, address) => send(outgoing, { status: 302, headers: { Location: address } })

export async function startLocalMode({ port = 4700, library = builtLibrary } = {}) {
  const { log, add, clearLog, watch, requests, waitForRequest, quiet } = createLog()
  const addresses = {}
  let vendorOrigin = ''

  const guarded = (respond) => async (incoming, outgoing) => {
    try {
      const request = await readRequest(incoming, { protocol: 'http', host: incoming.headers.host ?? 'localhost', target: incoming.url })
      await respond(request, outgoing)
    } catch (error) {
      send(outgoing, { status: 500, type: 'text/plain; charset=utf-8', body: `${error?.stack ?? error}\n` })
    }
  }

  /** Which site a vendor was asked from: the referrer tells, unless a vendor asks for another. */
  function askingSite(referer) {
    const found = sites.find(({ id }) => referer.startsWith(`${addresses[id]}/`))
    return found?.id ?? null
  }

  const start = await listen(
    port,
    guarded(async (request, outgoing) => {
      const [, kind, id] = /^\/(site|meekijken)\/(\w+)$/.exec(request.path) ?? []
      if (addresses[id]) return redirect(outgoing, `${addresses[id]}/${kind === 'site' ? '' : '_demo/meekijken'}`)
      // Its own addresses are relative to the folder.
      if (request.path === '/configurator') return redirect(outgoing, `${url}/configurator/`)
      const built = request.path.startsWith('/configurator/') ? await fileResponse(builtPages, request.path) : null
      const response = built ?? (await libraryResponse(request.path, library)) ?? (await fileResponse(startFolder, request.path))
      return send(outgoing, response ?? notFound(request.path))
    }),
  )
  const vendors = await listen(
    start.port + 1,
    guarded(async (request, outgoing) => {
      const [, host = '', rest = '/'] = /^\/([^/]+)(\/.*)?$/.exec(request.path) ?? []
      const asked = { ...request, host, path: rest, url: `https://${host}${rest}${new URL(request.url).search}` }
      const vendor = vendorOf(host, rest)
      const isKnown = vendorHosts.includes(host)
      const response = isKnown ? await vendorResponse(asked) : { ...notFound(request.path), status: 502 }
      const status = response.status ?? 200
      add({
        ...asked,
        protocol: 'https',
        site: askingSite(request.referer),
        provider: vendor?.provider ?? host,
        own: Boolean(vendor?.own),
        fromVendor: isKnown,
        unknown: !isKnown,
        status,
      })
      const isText = /javascript|html|json/.test(response.type ?? '')
      const body = isText ? localiseAddresses(response.body, vendorOrigin) : response.body
      const cookies = response.cookies?.map((cookie) => cookie.replace(/ Domain=[^;]+;/, '').replace(/ Path=[^;]+;/, ` Path=/${host};`))
      send(outgoing, { ...response, body, ...(cookies && { cookies }) })
    }),
  )
  vendorOrigin = `http://127.0.0.1:${vendors.port}`

  const servers = [start, vendors]
  for (const site of sites) {
    const server = await listen(
      start.port + site.portOffset,
      guarded((request, outgoing) =>
        request.path.startsWith('/_demo/') ? watchPage(site, request, outgoing) : visit(site, request, outgoing),
      ),
    )
    servers.push(server)
    addresses[site.id] = `http://localhost:${server.port}`
  }
  const url = `http://localhost:${start.port}`

  async function visit(site, request, outgoing) {
    const response = await siteResponse(site, request, library)
    add({ ...request, site: site.id, provider: null, own: true, fromVendor: false, unknown: false, status: response.status ?? 200 })
    let { body } = response
    const cookieName = `toestemming-${site.id}`
    if (!response.isLibrary && /html/.test(response.type)) {
      body = localisePage(String(body), { vendorOrigin, cookieName })
    } else if (site.shared && request.path === '/toestemming.json') {
      const vendorAuthority = new URL(vendorOrigin).host
      body = JSON.stringify(localiseConfiguration(JSON.parse(String(body)), { vendorAuthority, cookieName }))
    } else if (!response.isLibrary && /javascript|json/.test(response.type)) {
      body = localiseAddresses(String(body), vendorOrigin)
    }
    if (site.network && !response.isLibrary && /html|json/.test(response.type)) body = localiseSites(String(body), neighbours(site))
    send(outgoing, { ...response, body })
  }

  /** The sites of the same network, itself among them, by host. */
  function neighbours({ network }) {
    const others = sites.filter((site) => site.network === network)
    return Object.fromEntries(others.flatMap(({ id, hosts }) => hosts.map((host) => [host, addresses[id]])))
  }

  /** The page beside the site, on the site's own origin so that it can start over as a new visitor, and its live log. */
  async function watchPage(site, request, outgoing) {
    if (request.path === '/_demo/requests') return stream(site, outgoing)
    if (request.path === '/_demo/start') return redirect(outgoing, `${url}/`)
    const steps = site.steps.map((step) => `<li>${step}</li>`).join('\n')
    const values = { site: site.id, title: site.title, steps }
    return send(outgoing, (await fileResponse(startFolder, request.path.slice('/_demo'.length), values)) ?? notFound(request.path))
  }

  function stream(site, outgoing) {
    outgoing.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    outgoing.write(': open\n\n')
    const stop = watch((entry) => {
      const asking = sites.find(({ id }) => id === entry.site)
      if (asking && asking !== site && (!site.network || asking.network !== site.network)) return
      const { time, host, method, path, query, provider, own, fromVendor, type, status } = entry
      outgoing.write(`data: ${JSON.stringify({ time, host, method, path, query, provider, own, fromVendor, type, status })}\n\n`)
    })
    outgoing.on('close', stop)
  }

  return {
    url,
    port: start.port,
    sites: addresses,
    vendors: vendorOrigin,
    log,
    clearLog,
    watch,
    requests,
    waitForRequest,
    quiet,
    close() {
      for (const server of servers) server.close()
    },
  }
}
