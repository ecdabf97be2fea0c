/** Imitates Google Ads' conversion.js: one pixel per call, described by global variables or by an argument. */
function track(settings) {
  const id = settings.google_conversion_id
  if (!id) return false
  if (!readCookie('_gcl_au')) writeCookie('_gcl_au', `1.1.${Math.floor(Math.random() * 1e10)}.${Math.floor(Date.now() / 1000)}`, 90)
  const query = new URLSearchParams({ cv: '11', fst: String(Date.now()), url: location.href, guid: 'ON' })
  if (settings.google_conversion_label) query.set('label', settings.google_conversion_label)
  new Image().src = `https://googleads.g.doubleclick.net/pagead/viewthroughconversion/${id}/?${query}`
  return true
}

window.google_trackConversion = track
track({ google_conversion_id: window.google_conversion_id, google_conversion_label: window.google_conversion_label })
