// A connection that stays open.
const inFrame = place.appendChild(document.createElement('iframe')).contentWindow
sends((name) => {
  for (const [path, Kind] of [
    ['/socket', WebSocket],
    ['/frame', inFrame.WebSocket],
  ]) {
    const socket = new Kind(`${vendor.replace('https', 'wss')}${name}${path}`)
    const told = [socket.readyState, socket.bufferedAmount]
    socket.onopen = () => note(`${name}${path} ${told} open ${socket.readyState}`)
    socket.addEventListener('error', (event) => told.push(event.type))
    socket.onclose = (event) => note(`${name}${path} ${told} ${event.type} ${event.code} ${event.wasClean} ${socket.readyState}`)
  }
})
