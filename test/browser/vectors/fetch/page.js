// Every form of a request by fetch.
const controller = new AbortController()
const inFrame = place.appendChild(document.createElement('iframe')).contentWindow
sends((name) => {
  const ask = (path, promise) =>
    promise.then(
      (response) => note(`${name}${path} ${response.status} ${response instanceof Response || response instanceof inFrame.Response}`),
      (error) => note(`${name}${path} ${error.name} ${error instanceof TypeError || error instanceof inFrame.TypeError}`),
    )
  const url = (path) => vendor + name + path
  ask('/text', fetch(url('/text')))
  ask('/url', fetch(new URL(url('/url'))))
  ask('/request', fetch(new Request(url('/request'))))
  ask('/request-init', fetch(new Request(url('/request-init'), { mode: 'no-cors' }), { method: 'GET', mode: 'cors' }))
  ask('/object', fetch({ toString: () => url('/object') }))
  ask('/relative', fetch(url('/relative').slice('https:'.length)))
  ask('/post', fetch(url('/post'), { method: 'POST', body: new URLSearchParams({ a: '1' }), keepalive: true }))
  ask('/signal', fetch(url('/signal'), { signal: controller.signal }))
  ask('/frame', inFrame.fetch(url('/frame')))
  // What is no address, or has been given up, is refused as ever.
  ask('/never', fetch('https://'))
})
