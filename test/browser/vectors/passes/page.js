// What needs no consent goes on as if nobody were there: at once, and by every way.
const ways = (name) => {
  const script = document.createElement('script')
  script.src = `${vendor}/${name}/script.js`
  place.append(hear(script, `/${name}/script.js`))
  new Image().src = `${vendor}/${name}/image.gif`
  place.insertAdjacentHTML('beforeend', `<iframe src="${vendor}/${name}/frame"></iframe>`)
  fetch(`${vendor}/${name}/fetch`).then(({ status }) => note(`/${name}/fetch ${status}`))
  const request = new XMLHttpRequest()
  request.onload = () => note(`/${name}/request ${request.status}`)
  request.open('GET', `${vendor}/${name}/request`)
  request.send()
}
ways('first')
document.write(`<script src="${vendor}/written.js" onload="heard.push('${vendor.slice(8)}/written.js load')"></script>`)
