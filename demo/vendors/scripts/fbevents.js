/** Imitates Meta's fbevents.js: works off `fbq.queue`, obeys `consent`, writes `_fbp`, sends each event as an image. */
const fbq = window.fbq
const pixels = []
const held = []
let isRevoked = false

function remember() {
  if (!isRevoked && !readCookie('_fbp')) writeCookie('_fbp', `fb.1.${Date.now()}.${Math.floor(Math.random() * 1e18)}`, 90)
}

function report(name, pixel, isCustom) {
  if (isRevoked) {
    held.push([name, pixel, isCustom])
    return
  }
  remember()
  for (const id of pixel ? [pixel] : pixels) {
    const query = new URLSearchParams({
      id,
      ev: name,
      dl: location.href,
      rl: document.referrer,
      ts: String(Date.now()),
      fbp: readCookie('_fbp'),
    })
    if (isCustom) query.set('cc', '1')
    new Image().src = `https://www.facebook.com/tr/?${query}`
  }
}

const commands = {
  init(id) {
    if (!pixels.includes(id)) pixels.push(String(id))
    remember()
  },
  track: (name) => report(name),
  trackCustom: (name) => report(name, null, true),
  trackSingle: (pixel, name) => report(name, pixel),
  consent(action) {
    isRevoked = action === 'revoke'
    if (isRevoked) return
    if (pixels.length > 0) remember()
    for (const event of held.splice(0)) report(...event)
  },
}

if (fbq && !fbq.callMethod) {
  fbq.callMethod = (command, ...values) => commands[command]?.(...values)
  for (const call of fbq.queue.splice(0)) fbq.callMethod(...call)
}
