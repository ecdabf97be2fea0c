// Attributes that are changed as nodes, without a word to their element.
const create = (tag, name) => place.appendChild(hear(document.createElement(tag), name, 'load'))

const named = document.createAttribute('src')
named.value = `${vendor}/named.gif`
create('img', '/named.gif').attributes.setNamedItem(named)
for (const property of ['value', 'nodeValue', 'textContent']) {
  const image = create('img', `/attribute-${property}.gif`)
  image.setAttribute('src', '')
  image.attributes.src[property] = `${vendor}/attribute-${property}.gif`
}
