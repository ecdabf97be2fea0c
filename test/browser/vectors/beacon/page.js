// What is sent without an answer.
const inFrame = place.appendChild(document.createElement('iframe')).contentWindow
sends((name) => {
  note(`${name}/beacon ${navigator.sendBeacon(`${vendor}${name}/beacon`, 'a=1')}`)
  note(`${name}/empty ${navigator.sendBeacon(new URL(`${vendor}${name}/empty`))}`)
  note(`${name}/frame ${inFrame.navigator.sendBeacon(`${vendor}${name}/frame`)}`)
})
