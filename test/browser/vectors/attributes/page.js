// Every way in which an attribute is set.
const create = (tag, name) => place.appendChild(hear(document.createElement(tag), name, 'load'))

create('img', '/set.gif').setAttribute('src', `${vendor}/set.gif`)
create('img', '/upper.gif').setAttribute('SRC', `${vendor}/upper.gif`)
create('img', '/namespace.gif').setAttributeNS(null, 'src', `${vendor}/namespace.gif`)
create('img', '/object.gif').setAttribute('src', { toString: () => `${vendor}/object.gif` })
create('img', '/url.gif').setAttribute('src', new URL('/url.gif', vendor))

const node = document.createAttribute('src')
node.value = `${vendor}/node.gif`
create('img', '/node.gif').setAttributeNode(node)
const nodeNS = document.createAttributeNS(null, 'src')
nodeNS.value = `${vendor}/node-namespace.gif`
create('img', '/node-namespace.gif').setAttributeNodeNS(nodeNS)

place.appendChild(document.createElement('iframe')).setAttribute('src', `${vendor}/frame`)
place.appendChild(document.createElement('iframe')).setAttribute('sRc', `${vendor}/frame-upper`)
const before = hear(document.createElement('script'), '/before.js', 'load')
before.setAttribute('src', `${vendor}/before.js`)
place.append(before)
const upper = hear(document.createElement('script'), '/upper.js', 'load')
upper.setAttribute('SRC', `${vendor}/upper.js`)
place.append(upper)
const onload = document.createElement('script')
onload.setAttribute('onload', `heard.push('${vendor.slice(8)}/onload.js ' + event.type)`)
onload.setAttribute('src', `${vendor}/onload.js`)
place.append(onload)
