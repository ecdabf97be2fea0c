import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { prepare } from '../../../src/gate/otherAddress.ts'
import type { Change, Judge, Needs } from '../../../src/model/ports.ts'

type Stand = Parameters<Change>[2]
const stands = new Map<string, Stand>()
const change: Change = (_owners, keys, stand) => stands.set(`${keys}`, stand)
const once = new Set<HTMLElement>()
let granted: string[] = []

const needs = ({ dataset, ...element }: HTMLElement): Needs => ({
  words: dataset.consent ? [dataset.consent] : [],
  service: dataset.service || URL.parse(dataset.src || (element as HTMLIFrameElement).src)?.host.replace('www.', ''),
})
const state = { allows: (words: string[], service = '') => granted.some((one) => [...words, service].includes(one)) } as unknown as Judge
const port = { needs: (element: HTMLElement) => needs(element), once, refresh: vi.fn(), state }

const frame = (attributes: string) => {
  const place = document.createElement('div')
  place.innerHTML = `<iframe ${attributes}></iframe>`
  const made = place.firstElementChild as HTMLIFrameElement
  prepare(made, needs(made).service || undefined, port, change)
  return made
}
/** Gives it an address as a page does. Whether the browser was told. */
const give = (made: HTMLElement, address: string, by: 'src' | 'setAttribute' = 'src') => {
  const native = vi.fn()
  stands.get(by)?.(native, made as never, by === 'src' ? [address] : ['SRC', address], by)
  return native.mock.calls.length === 1
}

beforeEach(() => {
  granted = []
})
afterEach(() => once.clear())

it('a marked frame gets the more private address and stays of its service; what nobody marked is left alone', () => {
  expect(frame('data-consent="social" data-src="https://www.youtube.com/embed/a"').dataset).toMatchObject({
    src: 'https://www.youtube-nocookie.com/embed/a',
    service: 'youtube.com',
  })
  expect(frame('data-src="https://www.youtube.com/embed/b"').dataset).toMatchObject({ src: 'https://www.youtube.com/embed/b' })
})

const loaded = (attributes = '') => {
  const made = frame(`data-consent="social" data-src="https://www.youtube.com/embed/a" ${attributes}`)
  made.setAttribute('src', made.dataset.src ?? '')
  delete made.dataset.src
  once.add(made)
  return made
}

it.each([
  'https://www.youtube-nocookie.com/embed/b',
  'https://www.youtube.com/embed/b',
  'https://m.youtube.com/embed/b',
  'about:blank',
  '/own',
])('what was loaded once goes on to %s, which is of the same provider or of nobody', (address) => {
  const made = loaded()
  expect([give(made, address), give(made, address, 'setAttribute')]).toEqual([true, true])
  expect(once.has(made)).toBe(true)
})

it('the next film of the same provider is asked for as privately as the first, unless nobody marked the frame', () => {
  const given = (made: HTMLElement, by: 'src' | 'setAttribute') => {
    const native = vi.fn()
    const address = 'https://www.youtube.com/embed/b'
    stands.get(by)?.(native, made as never, by === 'src' ? [address] : ['src', address], by)
    return native.mock.calls[0]
  }
  const next = 'https://www.youtube-nocookie.com/embed/b'
  expect([given(loaded(), 'src'), given(loaded(), 'setAttribute')]).toEqual([[next], ['src', next]])
  expect(given(frame('data-src="https://www.youtube.com/embed/a"'), 'src')).toEqual(['https://www.youtube.com/embed/b'])
})

it.each(['src', 'setAttribute'] as const)('another provider waits, is asked for by its own name, and was not loaded once (%s)', (by) => {
  const made = loaded()
  expect(give(made, 'https://player.vimeo.com/video/1', by)).toBe(false)
  expect(once.has(made)).toBe(false)
  expect(made.dataset).toMatchObject({ src: 'https://player.vimeo.com/video/1', consent: 'social' })
  expect(made.dataset.service).toBeUndefined()
})

it('goes on at once where the other provider is allowed too', () => {
  granted = ['player.vimeo.com']
  expect(give(loaded(), 'https://player.vimeo.com/video/1')).toBe(true)
})

it('stays of the service that its owner has named', () => {
  const made = loaded('data-service="films"')
  expect(give(made, 'https://player.vimeo.com/video/1')).toBe(false)
  expect(made.dataset.service).toBe('films')
  granted = ['films']
  expect(give(made, 'https://video.example/2')).toBe(true)
})

it('touches no frame that was not let in by us, and no other attribute', () => {
  const made = loaded()
  const native = vi.fn()
  stands.get('setAttribute')?.(native, made as never, ['title', 'https://player.vimeo.com/video/1'], 'setAttribute')
  expect(native).toHaveBeenCalledOnce()
  expect(give(document.createElement('iframe'), 'https://player.vimeo.com/video/1')).toBe(true)
})
