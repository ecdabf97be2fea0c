// Relative addresses, on a page whose base is the vendor for a moment.
const base = document.createElement('base')
base.href = `${vendor}/folder/`
document.head.prepend(base)

const script = document.createElement('script')
script.src = 'script.js'
place.append(hear(script, '/folder/script.js'))
const byAttribute = document.createElement('script')
byAttribute.setAttribute('src', '../attribute.js')
place.append(byAttribute)
const frame = document.createElement('iframe')
frame.src = 'frame'
place.append(frame)
place.insertAdjacentHTML('beforeend', '<iframe src="/markup"></iframe>')
const sheet = document.createElement('link')
sheet.rel = 'stylesheet'
sheet.href = 'style.css'
document.head.append(sheet)

base.remove()
const own = new Image()
own.src = '/own.gif'
