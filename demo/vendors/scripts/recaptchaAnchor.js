/** In the frame: tells the page that the box was ticked. */
try {
  localStorage.setItem('rc::a', Math.random().toString(36).slice(2))
} catch {
  // Third-party storage may be blocked.
}
document.querySelector('#recaptcha-anchor').addEventListener('change', (event) => {
  parent.postMessage({ recaptcha: 'ticked', isTicked: event.target.checked }, '*')
})
