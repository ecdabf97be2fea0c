/** Shows, beside a demo site, what it asks of whom: own requests grey, third parties in colour, choices as dividers. */
const find = (name) => document.querySelector(`[data-${name}]`)
const site = find('site').textContent
const frame = find('frame')
const tones = ['#c2560a', '#2456c9', '#7a3fd0', '#0b7d57', '#c0262d', '#a3229b', '#0a7c93']
const toneOf = new Map()

/** What this demo may leave on `localhost`, which other programs use as well: only this is ever erased. */
const ownCookies = new RegExp(`^(toestemming-${site}$|winkelwagen$|mandje$|betaalwijze$|prijsweergave$|_ga|_gcl|_gac|_fb|sv_|_pk_)`)

let entries = []
let since = { time: 0, text: 'sinds je binnenkwam' }

const isThird = (entry) => entry.fromVendor && !entry.own

function tone(provider) {
  if (!toneOf.has(provider)) toneOf.set(provider, tones[toneOf.size % tones.length])
  return toneOf.get(provider)
}

function element(name, className, ...children) {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}

const clock = (time) => new Date(time).toLocaleTimeString('nl-NL')

function line(entry) {
  const time = element('time', '', clock(entry.time))
  if (entry.choice) return element('li', 'choice', time, element('span', '', entry.choice))
  if (!entry.fromVendor)
    return element('li', 'own', time, element('span', '', `${entry.method === 'POST' ? 'Verstuurd: ' : ''}${entry.path}`))
  const what = element(
    'span',
    '',
    element('b', '', entry.own ? `${entry.provider}, eigen dienst` : entry.provider),
    `${entry.host}${entry.path}`,
  )
  const made = element('li', entry.own ? 'service' : 'third', time, what)
  if (!entry.own) made.style.setProperty('--tone', tone(entry.provider))
  return made
}

function add(entry) {
  entries.push(entry)
  find('requests').prepend(line(entry))
  count()
}

function count() {
  const recent = entries.filter((entry) => isThird(entry) && entry.time >= since.time).length
  find('number').textContent = String(recent)
  find('number').parentElement.dataset.state = recent > 0 ? 'busy' : 'silent'
  find('since').textContent = since.text
  const totals = new Map()
  for (const entry of entries)
    if (entry.fromVendor) totals.set(entry.provider, { own: entry.own, count: (totals.get(entry.provider)?.count ?? 0) + 1 })
  const items = [...totals].map(([provider, total]) => {
    const item = element('li', '', `${provider} `, element('b', '', String(total.count)))
    if (!total.own) item.style.setProperty('--tone', tone(provider))
    return item
  })
  find('providers').replaceChildren(...(items.length > 0 ? items : [element('li', 'empty', 'Nog aan niemand buiten deze site.')]))
}

function mark(choice) {
  const time = Date.now()
  since = { time, text: `sinds ${choice === 'Nieuwe bezoeker' ? 'je opnieuw begon' : 'je laatste keuze'}, ${clock(time)}` }
  add({ time, choice })
}

let shown = null
function showKept() {
  const cookies = document.cookie.split('; ').map((part) => part.split('=')[0])
  const names = [...cookies.filter((name) => ownCookies.test(name)), ...Object.keys(localStorage).map((key) => `${key} (opslag)`)].sort()
  if (names.join() === shown) return
  shown = names.join()
  const items = names.map((name) => element('li', '', name))
  find('kept').replaceChildren(...(items.length > 0 ? items : [element('li', 'empty', 'Niets van deze site.')]))
}

function forget() {
  for (const part of document.cookie.split('; ')) {
    const name = part.split('=')[0]
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    if (ownCookies.test(name)) document.cookie = `${name}=; Path=/; Max-Age=0`
  }
  localStorage.clear()
  sessionStorage.clear()
}

/** Erases between two pages: a page that is still there could write its choice back. */
function startOver() {
  frame.addEventListener(
    'load',
    () => {
      forget()
      clear()
      mark('Nieuwe bezoeker')
      frame.contentWindow.location.replace('/')
    },
    { once: true },
  )
  frame.contentWindow.location.replace('about:blank')
}

function clear() {
  entries = []
  since = { time: Date.now(), text: 'sinds je de lijst leegmaakte' }
  find('requests').replaceChildren()
  count()
}

/** The page in the frame; nothing when the visitor has gone to another site, which this one may not look into. */
function own() {
  try {
    return frame.contentWindow.document && frame.contentWindow
  } catch {
    find('address').textContent = 'een andere website van dezelfde eigenaar'
    return undefined
  }
}

const choices = { decision: 'Je hebt gekozen', withdrawal: 'Je hebt toestemming ingetrokken' }

/** Again and again: an app changes its address without loading a page. */
function showAddress() {
  const place = own()?.location
  if (!place || place.href === 'about:blank') return
  find('address').textContent = `${place.host}${place.pathname}`
  find('alone').href = place.pathname
}

frame.addEventListener('load', () => {
  const { location: place, document: page } = own() ?? {}
  if (!place || place.href === 'about:blank') return
  for (const [name, text] of Object.entries(choices)) page.addEventListener(`toestemming:${name}`, () => mark(text))
})

find('clear').addEventListener('click', clear)
find('forget').addEventListener('click', startOver)
find('own').addEventListener('change', (event) => find('requests').classList.toggle('without-own', !event.target.checked))

const requests = new EventSource('/_demo/requests')
requests.addEventListener('message', (event) => add(JSON.parse(event.data)))
requests.addEventListener('open', () => frame.getAttribute('src') ?? frame.setAttribute('src', location.hash.slice(1) || '/'))
setInterval(() => {
  showKept()
  showAddress()
}, 500)
showKept()
