// Elements of a document that loads nothing, put into this one by every method there is.
const inert = document.implementation.createHTMLDocument('')
const parse = (markup) => new DOMParser().parseFromString(markup, 'text/html').body.firstChild
const image = (name) => parse(`<img src="${vendor}/image/${name}.gif" alt="">`)
const frame = (name) => parse(`<div><iframe src="${vendor}/frame/${name}"></iframe></div>`)
const script = (name) => {
  const element = inert.createElement('script')
  element.src = `${vendor}/script/${name}.js`
  return hear(element, `/script/${name}.js`)
}
const mark = () => place.appendChild(document.createElement('p'))
const rangeAt = (node) => {
  const range = document.createRange()
  range.selectNodeContents(node)
  return range
}

const ways = {
  appendChild: (node) => place.appendChild(node),
  append: (node) => place.append('text', node),
  prepend: (node) => place.prepend(node, 'text'),
  before: (node) => mark().before(node),
  after: (node) => mark().after(node),
  replaceWith: (node) => mark().replaceWith(node),
  insertBefore: (node) => place.insertBefore(node, mark()),
  replaceChild: (node) => place.replaceChild(node, mark()),
  replaceChildren: (node) => mark().replaceChildren(node),
  insertAdjacentElement: (node) => mark().insertAdjacentElement('beforebegin', node),
  insertNode: (node) => rangeAt(mark()).insertNode(node),
  surroundContents: (node) => rangeAt(mark()).surroundContents(node),
  fragment: (node) => {
    const fragment = document.createDocumentFragment()
    fragment.append(node)
    place.append(fragment)
  },
  adoptNode: (node) => place.append(document.adoptNode(node)),
}

for (const [name, insert] of Object.entries(ways))
  for (const make of [image, frame, script]) {
    // A frame inside what is wrapped around something would be thrown out again.
    if (name === 'surroundContents' && make === frame) continue
    const node = make(name)
    const given = insert(node)
    if (/^(appendChild|insertBefore|insertAdjacentElement)$/.test(name) && given !== node)
      throw new Error(`${name} gives back something else`)
  }

// The answer of a request, as a document.
const request = new XMLHttpRequest()
request.open('GET', `/fragment.html?body=${encodeURIComponent(`<img src="${vendor}/response.gif" alt=""><svg></svg>`)}`)
request.responseType = 'document'
request.onload = () => place.append(request.responseXML.querySelector('img'))
request.send()
