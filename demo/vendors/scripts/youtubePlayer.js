/** Imitates YouTube's player: reports that it was shown, and that someone pressed play. */
const film = document.querySelector('.film')
const button = film.querySelector('button')
const { video, origin } = film.dataset
const report = (what) => fetch(`${origin}/youtubei/v1/log_event?what=${what}&v=${video}`, { method: 'POST' }).catch(() => undefined)

report('shown')
button.addEventListener('click', () => {
  button.hidden = true
  film.querySelector('p').textContent = 'De nagebootste video speelt. Meer is er niet te zien.'
  report('play')
})
