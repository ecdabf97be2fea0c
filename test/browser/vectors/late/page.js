// What a vendor's script does that expects to be there in time. It runs when the page has long been loaded.
window.heard = window.heard || []
window.running = true
const tell = (name, receiver) =>
  function (event) {
    const kind = event instanceof Event ? event.type : typeof event
    window.heard.push(`${name}: ${kind}, ${this === receiver ? 'its own this' : 'another this'}, ${window.running ? 'too soon' : 'later'}`)
  }
document.addEventListener('DOMContentLoaded', tell('document', document))
window.addEventListener('DOMContentLoaded', tell('window', window))
window.addEventListener('load', tell('load', window))
addEventListener('load', tell('global', window))
document.addEventListener('DOMContentLoaded', tell('capture', document), true)
document.addEventListener('readystatechange', tell('readystatechange', document))
window.onload = tell('onload', window)
document.onreadystatechange = tell('onreadystatechange', document)

// An object.
const object = {
  handleEvent(event) {
    const receiver = this === object ? 'its own this' : 'another this'
    window.heard.push(`object: ${event.type}, ${receiver}, ${window.running ? 'too soon' : 'later'}`)
  },
}
window.addEventListener('load', object)

// Once, twice the same, and with a signal.
window.addEventListener('load', tell('once', window), { once: true })
const twice = tell('twice', window)
window.addEventListener('load', twice)
window.addEventListener('load', twice)
const controller = new AbortController()
window.addEventListener('load', tell('aborted', window), { signal: controller.signal })
controller.abort()

// Taken back before it could be called.
const removed = tell('removed', window)
window.addEventListener('load', removed)
window.removeEventListener('load', removed)
const ready = tell('removed', document)
document.addEventListener('DOMContentLoaded', ready)
document.removeEventListener('DOMContentLoaded', ready)
const kept = tell('kept', window)
window.addEventListener('load', kept, true)
window.removeEventListener('load', kept, false)

// Other events have nothing to do with it.
window.addEventListener('pageshow', tell('pageshow', window))
document.body.addEventListener('load', tell('body', document.body))
document.addEventListener('click', tell('click', document))
window.running = false
