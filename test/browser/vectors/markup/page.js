// Elements written as text into the page.
const image = (name) => `<p><img src="${vendor}/image/${name}.gif" alt=""></p>`
const frame = (name) => `<iframe src="${vendor}/frame/${name}" title=""></iframe>`
const both = (name) => image(name) + frame(name)
const mark = () => place.appendChild(document.createElement('div')).appendChild(document.createElement('p'))

mark().innerHTML = both('innerHTML')
mark().outerHTML = both('outerHTML')
mark().insertAdjacentHTML('beforebegin', both('beforebegin'))
mark().insertAdjacentHTML('afterbegin', both('afterbegin'))
mark().insertAdjacentHTML('BeforeEnd', both('beforeend'))
mark().insertAdjacentHTML('afterend', both('afterend'))
if (Element.prototype.setHTMLUnsafe) mark().setHTMLUnsafe(both('setHTMLUnsafe'))
else mark().innerHTML = both('setHTMLUnsafe')

if (Element.prototype.setHTML) mark().setHTML(image('setHTML'), { sanitizer: { removeElements: [] } })
else mark().innerHTML = image('setHTML')

// As templates that escape all but letters write an address.
mark().innerHTML = image('encoded').replaceAll('/', '&#x2F;').replaceAll('<&#x2F;', '</')
mark().innerHTML = frame('encoded').replace('//', '&#47;&#47;').replace(':', '&colon;')

const many = mark()
many.innerHTML = `<ul>${'<li><b></b></li>'.repeat(50)}</ul><DIV><IMG SRC='${vendor}/image/deep.gif'></DIV>`

// Text that is in the page already is made anew with whatever is added to it.
const again = mark()
again.innerHTML = '<b>text</b>'
again.innerHTML += image('added')

// As a plugin for sites in two languages marks its texts.
const marks = '<!--:nl--><p>tekst</p><!--:-->'
const translated = mark()
translated.innerHTML = `${marks}${image('translated')}<p>na</p>`
if (!translated.innerHTML.startsWith(marks) || translated.lastChild.textContent !== 'na') throw new Error(translated.innerHTML)

// Scripts in markup never run, but for those in a fragment made by a range.
mark().innerHTML = `<script src="${vendor}/never.js"></script>`
const range = document.createRange()
range.selectNode(place)
const fragment = range.createContextualFragment(`${both('fragment')}<script src="${vendor}/fragment.js"></script>`)
hear(fragment.querySelector('script'), '/fragment.js')
place.append(fragment)

const template = document.createElement('template')
template.innerHTML = both('template')
place.append(template.content)
