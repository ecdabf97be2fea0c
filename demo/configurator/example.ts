/** Runs first in the page in the frame: gives the library its configuration, and a memory of its own instead of the browser's. */

import type { Example, ExampleFrame } from './frame.ts'

const example = (window.frameElement as ExampleFrame | null)?.example

if (example) keepInside(example)

function keepInside({ cookies, storage, configuration, properties, scheme }: Example): void {
  Object.defineProperty(document, 'cookie', {
    get: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    set(text: string) {
      const [, name = '', value = ''] = /^([^=;]*)=([^;]*)/.exec(text) ?? []
      const [, seconds] = /max-age=(-?\d+)/i.exec(text) ?? []
      const [, date] = /expires=([^;]+)/i.exec(text) ?? []
      if ((seconds !== undefined && Number(seconds) <= 0) || (date && Date.parse(date) <= Date.now())) cookies.delete(name)
      else cookies.set(name, value)
    },
  })
  const methods = {
    getItem: (name: string) => (Object.hasOwn(storage, name) ? storage[name] : null),
    setItem(name: string, value: string) {
      storage[name] = String(value)
    },
    removeItem(name: string) {
      delete storage[name]
    },
  }
  Object.setPrototypeOf(storage, methods)
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: storage })

  const { documentElement: root, head } = document
  root.dataset.scheme = scheme
  for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value)
  const settings = document.createElement('script')
  settings.type = 'application/json'
  settings.dataset.toestemming = 'config'
  settings.textContent = JSON.stringify(configuration)
  head.append(settings)
  document.addEventListener('DOMContentLoaded', () => fill(example as Example))
}

/** The page's own words, so that it looks a bit like the owner's. */
function fill({ configuration, embeds, preferences }: Example): void {
  for (const place of document.querySelectorAll('[data-owner]')) place.textContent = configuration.owner ?? 'Jouw website'
  const main = document.querySelector('main')
  for (const { id, category, title } of embeds) {
    const frame = document.createElement('iframe')
    Object.assign(frame.dataset, { consent: category, service: id, src: 'inhoud.html' })
    frame.title = title
    frame.width = '480'
    frame.height = '270'
    main?.append(frame)
  }
  if (!preferences) return
  const mount = document.createElement('div')
  mount.dataset.toestemming = 'settings'
  main?.append(mount)
}
