// Requests of the older kind, with all that they tell of themselves.
const types = ['loadstart', 'load', 'error', 'timeout', 'abort', 'loadend']
const inFrame = place.appendChild(document.createElement('iframe')).contentWindow
sends((name) => {
  const ask = (path, { method = 'GET', body, Kind = XMLHttpRequest, prepare = () => {} } = {}) => {
    const request = new Kind()
    const told = []
    for (const type of types) request.addEventListener(type, (event) => told.push(event.type))
    request.onreadystatechange = () => told.push(request.readyState)
    request.addEventListener('loadend', () => {
      const text = request.responseType === '' ? request.responseText.length > 0 : 'any'
      note(`${name}${path} ${told.filter((one) => one !== 2 && one !== 3)} ${request.status} ${request.readyState} ${text}`)
    })
    request.open(method, vendor + name + path)
    prepare(request)
    request.send(body)
  }
  ask('/get')
  ask('/post', { method: 'POST', body: 'a=1' })
  ask('/url', { method: 'get' })
  ask('/json', { prepare: (request) => Object.assign(request, { responseType: 'arraybuffer' }) })
  ask('/long', { prepare: (request) => Object.assign(request, { timeout: 20_000 }) })
  ask('/frame', { Kind: inFrame.XMLHttpRequest })
  ask('/late', { prepare: (request) => request.setRequestHeader('accept', 'text/plain') })

  // One that is opened again goes to the second address.
  const again = new XMLHttpRequest()
  again.open('GET', `${vendor}${name}/unused`)
  again.open('GET', `/empty?${name}`)
  again.onload = () => note(`${name}/own ${again.status}`)
  again.send()
})
