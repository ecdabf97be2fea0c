// The parts of a template that stands in the page's own markup, unmarked. Its addresses come from this script, or the browser would read ahead.
const template = place.previousElementSibling
const copy = () => {
  const fragment = template.content.cloneNode(true)
  for (const element of fragment.querySelectorAll('[data-name]')) element.src = vendor + element.dataset.name
  return fragment
}
place.append(copy())
const imported = document.importNode(template.content, true)
for (const element of imported.querySelectorAll('[data-name]'))
  element.setAttribute('src', vendor + element.dataset.name.replace('/', '/imported-'))
place.append(imported)

// Addresses that are there already when it is copied.
for (const element of template.content.querySelectorAll('[data-name]')) element.src = vendor + element.dataset.name.replace('/', '/first-')
place.append(document.importNode(template.content, true))
for (const element of template.content.querySelectorAll('[data-name]')) element.src = vendor + element.dataset.name.replace('/', '/last-')
place.append(template.content)
