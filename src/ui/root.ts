/** The root of `<toestemming-ui>`, first in the body: the one that is there, or a new one. */
export function uiRoot(): ShadowRoot {
  const found = document.querySelector('toestemming-ui')?.shadowRoot
  if (found) return found
  const host = document.createElement('toestemming-ui')
  document.body.prepend(host)
  return host.attachShadow({ mode: 'open' })
}
