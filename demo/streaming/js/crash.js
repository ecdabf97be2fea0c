/** Tells Avondlicht that the player crashed. Loaded only with consent; keeps nothing in the browser. */
function report(error) {
  const body = JSON.stringify({ message: String(error?.message ?? error), page: location.pathname, time: new Date().toISOString() })
  fetch('https://crash.avondlicht.example/report', { method: 'POST', mode: 'no-cors', keepalive: true, body }).catch(() => undefined)
}

addEventListener('error', (event) => report(event.error ?? event.message))
addEventListener('unhandledrejection', (event) => report(event.reason))
