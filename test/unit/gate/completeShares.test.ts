import { afterEach, expect, it, vi } from 'vitest'
import { completeShares } from '../../../src/gate/completeShares.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'share')
})
const show = (html: string) => {
  document.title = 'Een titel'
  document.body.innerHTML = html
  completeShares()
  return document.body.firstElementChild as HTMLAnchorElement
}
const page = encodeURIComponent(location.href)

it('a link that names no page names this one', () => {
  expect(show('<a data-toestemming-share="facebook" href="https://www.facebook.com/sharer/sharer.php">f</a>').href).toBe(
    `https://www.facebook.com/sharer/sharer.php?u=${page}`,
  )
  expect(show('<a data-toestemming-share="mail" href="mailto:">m</a>').getAttribute('href')).toBe(
    `mailto:?body=${page}&subject=Een%20titel`,
  )
})

it('a link that names a page stays as it is', () => {
  const href = 'https://x.com/intent/tweet?url=https%3A%2F%2Fa.example'
  expect(show(`<a data-toestemming-share="x" href="${href}">x</a>`).getAttribute('href')).toBe(href)
})

it('the button of the device shows where there is one, and shares this page', () => {
  expect(show('<button hidden data-toestemming-share="device">d</button>').hidden).toBe(true)
  const share = vi.fn(async () => Promise.reject(new DOMException('', 'AbortError')))
  Object.defineProperty(navigator, 'share', { value: share, configurable: true })
  const button = show('<button hidden data-toestemming-share="device">d</button>')
  expect(button.hidden).toBe(false)
  button.click()
  expect(share).toHaveBeenCalledExactlyOnceWith({ title: 'Een titel', url: location.href })
})

it('a network that nobody knows is told to the developer', () => {
  const heard = vi.fn()
  document.addEventListener('toestemming:problem', (event) => heard((event as CustomEvent).detail), { once: true })
  show('<a data-toestemming-share="hyves" href="/">h</a>')
  expect(heard).toHaveBeenCalledWith(expect.objectContaining({ path: 'data-toestemming-share', found: 'hyves' }))
})
