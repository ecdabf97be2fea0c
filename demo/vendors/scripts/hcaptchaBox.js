/** In the frame: tells the page that the box was ticked. */
document.querySelector('#checkbox').addEventListener('change', (event) => {
  parent.postMessage({ hcaptcha: 'ticked', isTicked: event.target.checked }, '*')
})
