// Scripts that must run in the order in which they were inserted, the first of them slow.
const names = ['one', 'two', 'three', 'four']
for (const [index, name] of names.entries()) {
  const script = document.createElement('script')
  script.async = false
  script.src = `${vendor}/${name}.js?delay=${index % 2 ? 0 : 300}`
  hear(script, `/${name}.js`)
  // Inserted by different means, later ones before earlier ones in the document.
  if (index === 1) place.prepend(script)
  else if (index === 2) document.head.insertBefore(script, document.head.firstChild)
  else place.append(script)
}
