// A script element that gets its address when it is in the page already.
const insert = (name) => place.appendChild(hear(document.createElement('script'), name))

insert('/property.js').src = `${vendor}/property.js`
insert('/attribute.js').setAttribute('src', `${vendor}/attribute.js`)
insert('/namespace.js').setAttributeNS(null, 'src', `${vendor}/namespace.js`)

const later = insert('/later.js')
setTimeout(() => {
  later.src = `${vendor}/later.js`
}, 20)

// Once begun, a second address does nothing.
const twice = insert('/first.js')
twice.src = `${vendor}/first.js`
twice.src = `${vendor}/first.js?again`
