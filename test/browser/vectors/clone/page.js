// Copies: of what this script made, of what waits, of what stands in a template of the page.
const original = document.createElement('script')
original.src = `${vendor}/original.js`
place.append(original.cloneNode())
original.src = `${vendor}/deep.js`
const holder = document.createElement('div')
holder.append(original)
place.append(holder.cloneNode(true))

// A copy of an image begins by itself, inserted or not.
const inert = document.implementation.createHTMLDocument('')
const image = inert.createElement('img')
image.src = `${vendor}/imported.gif`
document.importNode(image)
const list = inert.createElement('ul')
list.innerHTML = `<li><img src="${vendor}/imported-deep.gif"></li>`
document.importNode(list, true)

// A copy of what has been inserted.
const frame = document.createElement('iframe')
frame.src = `${vendor}/frame`
place.append(frame)
const second = frame.cloneNode()
second.src = `${vendor}/second`
place.append(second)

const template = document.createElement('template')
template.innerHTML = `<img src="${vendor}/template.gif"><iframe src="${vendor}/template"></iframe>`
place.append(template.content.cloneNode(true))
place.append(document.importNode(template.content, true))
