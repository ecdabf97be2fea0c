// In the documents of frames that this script makes, and with what those frames bring along.
const make = () => place.appendChild(document.createElement('iframe'))

// An element made and inserted in the frame's document.
const inner = make().contentDocument
const script = inner.createElement('script')
script.src = `${vendor}/script.js`
inner.body.append(script)
inner.body.insertAdjacentHTML('beforeend', `<img src="${vendor}/markup.gif">`)

// Images that the frame's window makes.
const { contentWindow } = make()
new contentWindow.Image().src = `${vendor}/image.gif`
contentWindow.document.createElement('img').setAttribute('src', `${vendor}/created.gif`)

// Written into the frame, as many an advertisement is.
const written = make().contentDocument
written.open()
written.write(`<body><script src="${vendor}/written.js"></script><img src="${vendor}/written.gif">`)
written.close()

// The frame's own untouched functions, used on this document.
const natives = make().contentWindow
const foreign = document.createElement('script')
natives.Element.prototype.setAttribute.call(foreign, 'src', `${vendor}/borrowed.js`)
natives.Node.prototype.appendChild.call(place, foreign)
const { set } = Object.getOwnPropertyDescriptor(natives.HTMLImageElement.prototype, 'src')
set.call(new Image(), `${vendor}/borrowed.gif`)
natives.document.createElement('img').src = `${vendor}/of-frame.gif`

// Found by number, and a frame within a frame.
make()
const found = window[window.length - 1]
const nested = found.document.createElement('iframe')
found.document.body.appendChild(nested)
new nested.contentWindow.Image().src = `${vendor}/nested.gif`

// Made by markup.
place.insertAdjacentHTML('beforeend', '<iframe></iframe>')
new place.lastChild.contentWindow.Image().src = `${vendor}/by-markup.gif`

// Put in the place of an element, which knows it no more, and found among the page's frames.
place.appendChild(document.createElement('b')).outerHTML = '<iframe name="replacing"></iframe>'
new frames.replacing.Image().src = `${vendor}/replacing.gif`

// Written in the page's HTML, and had by its name.
const named = frames[vendor]
new named.Image().src = `${vendor}/named.gif`
const inNamed = named.document.createElement('script')
inNamed.src = `${vendor}/named.js`
named.document.body.append(inNamed)

// A frame that loads a page of the site's own, used when it has.
const own = document.createElement('iframe')
own.onload = () => {
  new own.contentWindow.Image().src = `${vendor}/own-page.gif`
  const late = own.contentDocument.createElement('script')
  late.src = `${vendor}/own-page.js`
  own.contentDocument.body.append(late)
}
own.src = '/empty'
place.append(own)
