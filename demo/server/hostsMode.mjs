/**
 * All hosts on this machine: a proxy that answers for every site and vendor under its real name, over http and https alike.
 * Nothing is passed on; a host that nobody plays is answered with 502 and logged.
 */
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import selfsigned from 'selfsigned'
import { siteOf, sites } from '../sites.mjs'
import { vendorHosts, vendorOf, vendorResponse } from '../vendors/index.mjs'
import { readRequest, send, typeOf } from './exchange.mjs'
import { fileResponse } from './files.mjs'
import { createLog } from './requestLog.mjs'
import { builtLibrary, libraryResponse, notFound, siteResponse } from './siteResponse.mjs'

/** What browsers ask for by themselves, whatever the page: not the page's doing. */
const browserHosts =
  /(^|\.)(mozilla\.(org|net|com)|firefox\.com|mozgcp\.net|gvt1\.com)$|^(accounts|clients\d*|update)\.google\.com$|^(content-autofill|optimizationguide-pa|safebrowsing|update|clientservices)\.googleapis\.com$/

export async function startHostsMode({ port = 0, library = builtLibrary } = {}) {
  const { log, add, clearLog, watch, requests, waitForRequest, quiet } = createLog()
  const sockets = new Set()
  const behaviours = new Map()
  const pages = new Map()
  const folders = new Map()
  const pageHosts = new Set()
  const browserRequests = []

  const isKnown = (host) => Boolean(siteOf(host)) || vendorHosts.includes(host) || pageHosts.has(host)

  /** The most exact of what was set for a host, or for a host with the start of a path. */
  function behaviourOf(host, path) {
    let found = { kind: 'ok', delay: 0 }
    let length = 0
    for (const [place, behaviour] of behaviours) {
      const fits = place.includes('/') ? `${host}${path}`.startsWith(place) : place === host
      if (fits && place.length > length) {
        found = behaviour
        length = place.length
      }
    }
    return found
  }

  function entryOf(request) {
    const vendor = vendorOf(request.host, request.path)
    const fromVendor = vendorHosts.includes(request.host)
    return {
      ...request,
      site: fromVendor ? null : (siteOf(request.host)?.id ?? null),
      provider: vendor?.provider ?? null,
      own: vendor ? Boolean(vendor.own) : Boolean(siteOf(request.host)),
      fromVendor,
      unknown: !isKnown(request.host),
      status: 0,
    }
  }

  /** The browser's own errands are kept apart, so that an empty log means a silent page. */
  function record(entry) {
    if (entry.unknown && browserHosts.test(entry.host)) browserRequests.push(entry)
    else add(entry)
  }

  async function respond(request) {
    const page = pages.get(`${request.host}${request.path}`)
    if (page) return typeof page === 'function' ? page(request) : page
    for (const [place, folder] of folders) {
      const slash = place.indexOf('/')
      const [host, prefix] = [place.slice(0, slash), place.slice(slash)]
      if ((host === '*' || host === request.host) && request.path.startsWith(prefix)) {
        return (await fileResponse(folder, `/${request.path.slice(prefix.length)}`)) ?? notFound(request.path)
      }
    }
    if (vendorHosts.includes(request.host)) return vendorResponse(request)
    const site = siteOf(request.host)
    if (site) return siteResponse(site, request, library)
    return (await libraryResponse(request.path, library)) ?? notFound(request.path)
  }

  async function answer(incoming, outgoing, protocol, host, target) {
    let entry
    const reply = (response) => {
      if (entry) entry.status = response.status ?? 200
      send(outgoing, response)
    }
    try {
      const request = await readRequest(incoming, { protocol, host, target })
      entry = entryOf(request)
      record(entry)
      if (entry.unknown) return reply({ status: 502, type: 'text/plain', body: `Nobody plays ${request.host}.\n` })
      const { kind, delay } = behaviourOf(request.host, request.path)
      if (kind === 'hang') return undefined
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay).unref())
      if (kind === 'fail') return reply({ status: 503, type: 'text/plain' })
      const response = await respond(request)
      const isScript = (response.type ?? '').startsWith('text/javascript')
      const body = kind === 'throw' && isScript ? `throw new Error('Imitated failure of ${request.host}')\n` : response.body
      return reply({ ...response, body })
    } catch (error) {
      return reply({ status: 500, type: 'text/plain', body: `${error?.stack ?? error}\n` })
    }
  }

  const keep = (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }

  const certificate = await selfsigned.generate([{ name: 'commonName', value: 'demo.example' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [...vendorHosts, ...sites.flatMap(({ hosts }) => hosts.flatMap((host) => [host, `*.${host}`]))].map((value) => ({
          type: 2,
          value,
        })),
      },
    ],
  })
  const secure = createSecureServer({ key: certificate.private, cert: certificate.cert }, (incoming, outgoing) => {
    answer(incoming, outgoing, 'https', incoming.headers.host ?? '', incoming.url)
  })
  secure.on('secureConnection', keep)
  secure.on('tlsClientError', (_error, socket) => socket.destroy())

  const proxy = createServer((incoming, outgoing) => {
    // A proxy is asked with the whole address; a direct visit to the port itself is answered as an unknown host.
    const isWhole = /^http:\/\//i.test(incoming.url)
    answer(incoming, outgoing, 'http', isWhole ? new URL(incoming.url).host : (incoming.headers.host ?? ''), incoming.url)
  })
  proxy.on('connection', keep)
  proxy.on('connect', (incoming, socket, head) => {
    const [host, securePort] = incoming.url.split(':')
    if (isKnown(host)) {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      if (head.length > 0) socket.unshift(head)
      secure.emit('connection', socket)
      return
    }
    const url = `https://${host}${securePort === '443' ? '' : `:${securePort}`}/`
    record({
      ...entryOf({
        time: Date.now(),
        protocol: 'https',
        host,
        method: 'CONNECT',
        path: '/',
        query: {},
        url,
        referer: '',
        cookies: {},
        headers: incoming.headers,
        type: '',
        body: '',
      }),
      status: 502,
    })
    socket.end('HTTP/1.1 502 Nobody plays this host\r\nConnection: close\r\n\r\n')
  })

  await new Promise((resolve, reject) => {
    proxy.once('error', reject)
    proxy.listen(port, '127.0.0.1', resolve)
  })
  const proxyPort = proxy.address().port

  /** Serves `response` for an exact path on any host, which becomes a known host. A function is given the request. */
  function setResponse(host, path, response) {
    pageHosts.add(host)
    pages.set(`${host}${path}`, typeof response === 'function' ? response : { type: typeOf(path), ...response })
    return `https://${host}${path}`
  }

  return {
    proxyPort,
    /** Answers on this connection, as the proxy does on those to its port. */
    take: (socket) => proxy.emit('connection', socket),
    log,
    browserRequests,
    clearLog,
    watch,
    requests,
    waitForRequest,
    quiet,
    hosts: { sites: Object.fromEntries(sites.map(({ id, hosts }) => [id, hosts[0]])), vendors: vendorHosts },
    chromiumArguments: [`--proxy-server=127.0.0.1:${proxyPort}`, '--proxy-bypass-list=<-loopback>', '--ignore-certificate-errors'],
    firefoxPreferences: firefoxPreferences(proxyPort),

    /** @param place a host, or a host with the start of a path. `fail` answers 503; `hang` never answers; `throw` breaks scripts. */
    setBehaviour(place, kind = 'ok', { delay = 0 } = {}) {
      if (!['ok', 'hang', 'fail', 'throw'].includes(kind)) throw new Error(`setBehaviour: unknown behaviour "${kind}"`)
      if (kind === 'ok' && delay === 0) behaviours.delete(place)
      else behaviours.set(place, { kind, delay })
    },
    clearBehaviours: () => behaviours.clear(),
    setResponse,
    addPage: (host, path, html, headers = {}) => setResponse(host, path, { body: html, headers }),
    /** Serves a folder under a host (or `*`) and the start of a path: `addFolder('*', '/lib/', folder)`. */
    addFolder: (host, prefix, folder) => folders.set(`${host}${prefix}`, folder),
    removePages() {
      pages.clear()
      pageHosts.clear()
      folders.clear()
    },

    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => proxy.close(() => resolve()))
    },
  }
}

/** Everything through the proxy, and as little as possible by the browser itself. */
const firefoxPreferences = (proxyPort) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.no_proxies_on': '',
  'network.stricttransportsecurity.preloadlist': false,
  'security.cert_pinning.enforcement_level': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'network.dns.disablePrefetch': true,
  'app.normandy.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
})
