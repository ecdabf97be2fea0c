/** In the frame: sends the answer to the research bureau and says thanks. */
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault()
  const mark = new FormData(event.target).get('mark')
  fetch(`https://survey.peilburo.example/answer?mark=${encodeURIComponent(mark)}`, { method: 'POST' }).catch(() => undefined)
  event.target.remove()
  document.querySelector('[role="status"]').textContent = 'Dank je wel voor je antwoord.'
})
