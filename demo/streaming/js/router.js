/** Shows the page that belongs to the address, and changes the address without loading a page. */

/** `/film/:id` fits `/film/ruis` and gives `{ id: 'ruis' }`; null when it does not fit. */
function match(pattern, path) {
  const wanted = pattern.split('/')
  const given = path.replace(/(.)\/$/, '$1').split('/')
  if (wanted.length !== given.length) return null
  const values = {}
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':')) values[part.slice(1)] = given[index]
    else if (part !== given[index]) return null
  }
  return values
}

/** The link that was clicked, through the open shadow root that it may be in: the banner has links as well. */
function linkOf(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href)
  return link && link.origin === location.origin && !link.target && !link.hasAttribute('download') ? link : null
}

let show = () => {}

/** Goes to an address within the app. */
export function navigate(address) {
  history.pushState(null, '', address)
  show()
  scrollTo(0, 0)
}

export function createRouter({ routes, missing, place, shown }) {
  let isFirst = true
  let path

  show = () => {
    path = location.pathname
    const found = routes.map((route) => ({ route, values: match(route.path, path) })).find(({ values }) => values)
    const route = found?.route ?? missing
    const draw = (chosen) => {
      const content = document.importNode(document.querySelector(`#page-${chosen.template}`).content, true)
      const filled = chosen.fill?.(content, found.values)
      // A page that has nothing to show under this address says so.
      if (filled === null) return draw(missing)
      place.replaceChildren(content)
      return { ...chosen, ...filled }
    }
    const { template, title, ready } = draw(route)
    ready?.(place)
    const heading = place.querySelector('h1')
    heading.tabIndex = -1
    // Who reads with a screen reader hears that there is a new page. A first page begins at its beginning.
    if (!isFirst) heading.focus({ preventScroll: true })
    shown({ template, title, isFirst })
    isFirst = false
  }

  addEventListener('popstate', () => {
    // A step within the page changes nothing.
    if (location.pathname !== path) show()
  })
  document.addEventListener('click', (event) => {
    const link = linkOf(event)
    if (!link || (link.hash && link.pathname === location.pathname)) return
    event.preventDefault()
    navigate(link.href)
  })
  show()
}
