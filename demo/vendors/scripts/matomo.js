/** Imitates Matomo's tracker: works off `_paq`, obeys its consent calls, writes `_pk_…` cookies unless told not to. */
window._paq ??= []
const queue = window._paq
const visitor = Array.from({ length: 16 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const held = []
let address = ''
let site = '1'
let areCookiesAllowed = true
let isConsentNeeded = false
let isConsentGiven = false
let isOptedOut = false

const cookieNames = () => [`_pk_id.${site}.0000`, `_pk_ses.${site}.0000`]

function hit(values) {
  if (isOptedOut) return
  if (isConsentNeeded && !isConsentGiven) {
    held.push(values)
    return
  }
  const [id, session] = cookieNames()
  if (areCookiesAllowed) {
    if (!readCookie(id)) writeCookie(id, `${visitor}.${Math.floor(Date.now() / 1000)}.`, 393)
    writeCookie(session, '1', 0.02)
  }
  const query = new URLSearchParams({
    idsite: site,
    rec: '1',
    url: location.href,
    urlref: document.referrer,
    rand: String(Math.random()).slice(2),
    ...values,
  })
  query.set('_id', areCookiesAllowed ? readCookie(id).slice(0, 16) : visitor)
  if (!areCookiesAllowed) query.set('cookie', '0')
  new Image().src = `${address}?${query}`
}

const commands = {
  setTrackerUrl: (value) => {
    address = value
  },
  setSiteId: (value) => {
    site = String(value)
  },
  disableCookies: () => {
    areCookiesAllowed = false
  },
  requireCookieConsent: () => {
    areCookiesAllowed = false
  },
  setCookieConsentGiven: () => {
    areCookiesAllowed = true
  },
  forgetCookieConsentGiven: () => {
    areCookiesAllowed = false
    commands.deleteCookies()
  },
  requireConsent: () => {
    isConsentNeeded = true
  },
  setConsentGiven: () => {
    isConsentGiven = true
    for (const values of held.splice(0)) hit(values)
  },
  forgetConsentGiven: () => {
    isConsentGiven = false
    isConsentNeeded = true
  },
  optUserOut: () => {
    isOptedOut = true
  },
  forgetUserOptOut: () => {
    isOptedOut = false
  },
  deleteCookies: () => {
    for (const name of cookieNames()) writeCookie(name, '', 0)
  },
  trackPageView: (title) => hit({ action_name: title ?? document.title }),
  trackEvent: (category, action, name = '') => hit({ e_c: category, e_a: action, e_n: name }),
  enableLinkTracking() {
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (link && link.hostname !== location.hostname) hit({ link: link.href })
    })
  },
}

const run = ([command, ...values]) => commands[command]?.(...values)
const isFirst = ([command]) => /^(set(TrackerUrl|SiteId)|disableCookies|require)/.test(command)
const waiting = [...queue]
window._paq = { push: (...calls) => calls.forEach(run) }
for (const call of [...waiting.filter(isFirst), ...waiting.filter((call) => !isFirst(call))]) run(call)
