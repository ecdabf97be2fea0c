// Frames, and what else holds a page of somebody else's.
const frame = document.createElement('iframe')
frame.src = `${vendor}/frame`
place.append(frame)

const after = place.appendChild(document.createElement('iframe'))
after.src = `${vendor}/after`

const within = document.createElement('iframe')
within.srcdoc = `<p>text</p><img src="${vendor}/srcdoc.gif" alt=""><script src="${vendor}/srcdoc.js"></script>`
place.append(within)

const withinLater = place.appendChild(document.createElement('iframe'))
withinLater.setAttribute('srcdoc', `<iframe src='${vendor}/srcdoc-frame'></iframe>`)

const inMarkup = place.appendChild(document.createElement('div'))
inMarkup.innerHTML = `<iframe srcdoc="&lt;img src=&quot;${vendor}/srcdoc-markup.gif&quot;&gt;"></iframe>`

const embed = document.createElement('embed')
embed.type = 'text/html'
embed.src = `${vendor}/embed`
place.append(embed)

const object = document.createElement('object')
object.type = 'text/html'
object.data = `${vendor}/object`
place.append(object)

const objectLater = place.appendChild(document.createElement('object'))
objectLater.type = 'text/html'
objectLater.setAttribute('data', `${vendor}/object-later`)

// A frame of a set, which only a document without a body has.
const old = document.body.appendChild(document.createElement('iframe')).contentDocument
const set = old.createElement('frameset')
set.rows = '*'
old.body.replaceWith(set)
set.appendChild(old.createElement('frame')).src = `${vendor}/set`
