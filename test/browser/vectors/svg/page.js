// Pictures in SVG, with the address in either attribute.
const namespace = 'http://www.w3.org/2000/svg'
const link = 'http://www.w3.org/1999/xlink'
const create = (name) => document.createElementNS(namespace, name)
const drawing = () => {
  const svg = create('svg')
  svg.setAttribute('width', '10')
  svg.setAttribute('height', '10')
  return place.appendChild(svg)
}
const image = (set, inserted) => {
  const element = create('image')
  element.setAttribute('width', '10')
  element.setAttribute('height', '10')
  if (inserted) drawing().append(element)
  set(element)
  if (!inserted) drawing().append(element)
}

image((element) => element.setAttribute('href', `${vendor}/href.gif`), false)
image((element) => element.setAttribute('href', `${vendor}/href-later.gif`), true)
image((element) => element.setAttributeNS(link, 'xlink:href', `${vendor}/link.gif`), false)

const script = create('script')
script.setAttribute('href', `${vendor}/script.js`)
drawing().append(script)
const old = create('script')
old.setAttributeNS(link, 'href', `${vendor}/script-link.js`)
drawing().append(old)

place.insertAdjacentHTML('beforeend', `<svg width="10" height="10"><image width="10" height="10" href="${vendor}/markup.gif"/></svg>`)
place.insertAdjacentHTML(
  'beforeend',
  `<svg width="10" height="10"><image width="10" height="10" xlink:href="${vendor}/markup-link.gif"/></svg>`,
)
