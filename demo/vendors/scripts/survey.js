/** The invented research bureau's script: recognises a visitor, and counts how often the survey could have been shown. */
const visitor = readCookie('sv_id') || Math.random().toString(36).slice(2, 12)
writeCookie('sv_id', visitor, 90)
try {
  localStorage.setItem('sv_seen', String(Number(localStorage.getItem('sv_seen') ?? 0) + 1))
} catch {
  // Storage may be blocked; the survey then counts nothing.
}
fetch(`https://survey.peilburo.example/seen?visitor=${visitor}`, { method: 'POST', mode: 'no-cors', keepalive: true }).catch(
  () => undefined,
)
