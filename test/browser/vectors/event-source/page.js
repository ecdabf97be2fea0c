// A stream of events.
const inFrame = place.appendChild(document.createElement('iframe')).contentWindow
sends((name) => {
  for (const [path, Kind] of [
    ['/events', EventSource],
    ['/frame', inFrame.EventSource],
  ]) {
    const source = new Kind(vendor + name + path)
    const state = source.readyState
    source.onmessage = (event) => {
      note(`${name}${path} ${state} ${event.type} ${event.data}`)
      source.close()
    }
    source.addEventListener('error', (event) => {
      note(`${name}${path} ${state} ${event.type}`)
      source.close()
    })
  }
})
