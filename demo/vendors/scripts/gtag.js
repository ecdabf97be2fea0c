/**
 * Imitates Google's gtag.js: works off `dataLayer`, obeys consent mode and `ga-disable-…`, writes `_ga` and `_gcl_au`, sends hits.
 * As with the real tag, a denial does not silence it: it then sends hits without cookies (`gcs=G100`). Only not loading it,
 * leaving the page or `ga-disable-…` does.
 */
window.google_tag_manager ??= {}
const tags = window.google_tag_manager
window.google_tag_data ??= { ics: { entries: {}, usedDefault: false, usedUpdate: false } }
const data = window.google_tag_data
window.dataLayer ??= []
const layer = window.dataLayer
const ownId = new URL(document.currentScript.src).searchParams.get('id')

if (!tags.demoStarted) start()
if (ownId) tags[ownId] ??= { dataLayer: layer }

function start() {
  tags.demoStarted = true
  const consent = data.ics.entries
  const configured = []
  /** Whose hits say that the address is to be shortened. */
  const masked = new Set()
  const session = Math.floor(Date.now() / 1000)
  let client = ''

  const isGranted = (key) => consent[key] !== 'denied'
  const isDisabled = (id) => window[`ga-disable-${id}`] === true

  function visitor() {
    const stored = /^GA1\.\d\.(.+)$/.exec(readCookie('_ga'))
    client = stored?.[1] ?? (client || `${Math.floor(Math.random() * 1e10)}.${session}`)
    return client
  }

  function remember(id) {
    if (isDisabled(id)) return
    if (id.startsWith('AW-')) {
      if (isGranted('ad_storage') && !readCookie('_gcl_au'))
        writeCookie('_gcl_au', `1.1.${Math.floor(Math.random() * 1e10)}.${session}`, 90)
      return
    }
    if (!isGranted('analytics_storage')) return
    if (!readCookie('_ga')) writeCookie('_ga', `GA1.1.${visitor()}`, 730)
    writeCookie(`_ga_${id.replace(/^G-/, '')}`, `GS2.1.s${session}$o1$g0$t${Math.floor(Date.now() / 1000)}$j60$l0$h0`, 730)
  }

  function hit(id, name, isLeaving) {
    if (isDisabled(id)) return
    const gcs = `G1${isGranted('ad_storage') ? 1 : 0}${isGranted('analytics_storage') ? 1 : 0}`
    const isAds = id.startsWith('AW-')
    const query = new URLSearchParams({
      v: '2',
      tid: id,
      gcs,
      en: name,
      dl: location.href,
      dr: document.referrer,
      _p: String(Math.random()).slice(2),
    })
    if (masked.has(id)) query.set('aip', '1')
    if (isGranted(isAds ? 'ad_storage' : 'analytics_storage')) query.set('cid', visitor())
    const end = isAds ? 'https://googleads.g.doubleclick.net/pagead/viewthroughconversion' : 'https://www.google-analytics.com/g/collect'
    const address = `${end}${isAds ? `/${id.slice(3)}/` : ''}?${query}`
    if (isLeaving) navigator.sendBeacon(address)
    else fetch(address, { method: 'POST', mode: 'no-cors', keepalive: true, credentials: 'include' }).catch(() => undefined)
  }

  const commands = {
    js() {},
    set() {},
    get(_id, field, callback) {
      if (field === 'client_id') callback(visitor())
    },
    config(id, settings = {}) {
      configured.push(id)
      if (settings.anonymize_ip) masked.add(id)
      remember(id)
      if (settings.send_page_view !== false) hit(id, 'page_view')
    },
    event(name, settings = {}) {
      const targets = settings.send_to ? [].concat(settings.send_to).map((target) => target.split('/')[0]) : configured
      for (const id of targets) hit(id, name)
    },
    consent(action, states) {
      if (action === 'default') data.ics.usedDefault = true
      else data.ics.usedUpdate = true
      for (const [key, state] of Object.entries(states)) if (state === 'granted' || state === 'denied') consent[key] = state
      if (action === 'update') configured.forEach(remember)
    },
  }

  /** Only `arguments` are commands: an array that is pushed is an ordinary Tag Manager message. */
  function handle(message) {
    if (Object.prototype.toString.call(message) !== '[object Arguments]') return
    const [command, ...values] = message
    commands[command]?.(...values)
  }

  // In the order of the page: a consent default that comes after `config` is too late, as with the real tag.
  for (const message of [...layer]) handle(message)

  const push = layer.push
  layer.push = (...messages) => {
    const length = push.apply(layer, messages)
    messages.forEach(handle)
    return length
  }

  addEventListener('pagehide', () => {
    for (const id of configured) if (!id.startsWith('AW-')) hit(id, 'user_engagement', true)
  })
}
