import { render } from 'preact'
import { App } from './App.tsx'

const place = document.getElementById('app')
if (place) {
  place.replaceChildren()
  render(<App />, place)
}
