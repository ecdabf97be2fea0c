/** Writes a cookie on the widest domain that the browser accepts, as vendors do to see a visitor on every subdomain. */
// biome-ignore lint/correctness/noUnusedVariables: the scripts served together with this file use it
function writeCookie(name, value, days) {
  const text = `${name}=${value}; Path=/; Max-Age=${days * 86_400}; SameSite=Lax`
  const labels = location.hostname.split('.')
  for (let count = 2; count <= labels.length; count++) {
    // biome-ignore lint/suspicious/noDocumentCookie: the vendors imitated here write cookies this way
    document.cookie = `${text}; Domain=.${labels.slice(-count).join('.')}`
    if (readCookie(name) === value) return
  }
  // biome-ignore lint/suspicious/noDocumentCookie: as above
  document.cookie = text
}

function readCookie(name) {
  for (const part of document.cookie.split('; ')) {
    if (part.startsWith(`${name}=`)) return part.slice(name.length + 1)
  }
  return ''
}
