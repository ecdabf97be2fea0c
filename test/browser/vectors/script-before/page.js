// A script element that has its address before it is inserted.
const byProperty = hear(document.createElement('script'), '/property.js')
byProperty.src = `${vendor}/property.js`
place.append(byProperty)

const byHandler = document.createElement('script')
byHandler.onload = function (event) {
  note(`/handler.js ${event.type} ${this === byHandler} ${event.target === byHandler}`)
}
byHandler.async = true
byHandler.src = `${vendor}/handler.js`
document.head.appendChild(byHandler)

const upper = hear(document.createElement('SCRIPT'), '/upper.js')
upper.type = 'text/javascript'
upper.src = `${vendor}/upper.js`
place.append(upper)

const named = hear(document.createElementNS('http://www.w3.org/1999/xhtml', 'script'), '/namespace.js')
named.src = `${vendor}/namespace.js`
place.append(named)

const module = hear(document.createElement('script'), '/module.mjs')
module.type = 'module'
module.src = `${vendor}/module.mjs`
place.append(module)

// The snippet of many a vendor.
;((d, s, u) => {
  const first = d.getElementsByTagName(s)[0]
  const j = d.createElement(s)
  j.async = true
  j.src = u
  first.parentNode.insertBefore(j, first)
})(document, 'script', `${vendor}/snippet.js`)

// One that fails tells so.
const failing = hear(document.createElement('script'), '/failing.js')
failing.src = `${vendor}/failing.js?status=404`
failing.type = 'text/javascript'
place.append(failing)

// In a fragment, and in an element that is inserted later.
const fragment = document.createDocumentFragment()
const inFragment = document.createElement('script')
inFragment.src = `${vendor}/fragment.js`
fragment.append(document.createElement('p'), inFragment)
place.append(fragment)
const holder = document.createElement('div')
const inHolder = document.createElement('script')
inHolder.src = `${vendor}/holder.js`
holder.append(inHolder)
place.append(holder)
