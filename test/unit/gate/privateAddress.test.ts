import { expect, it } from 'vitest'
import { prepare, privateAddress } from '../../../src/gate/privateAddress.ts'

it.each([
  ['https://www.youtube.com/embed/a?rel=0', 'https://www.youtube-nocookie.com/embed/a?rel=0'],
  ['//www.youtube.com/embed/a', /\/\/www\.youtube-nocookie\.com\/embed\/a$/],
  ['https://player.vimeo.com/video/1?h=2', 'https://player.vimeo.com/video/1?h=2&dnt=1'],
  ['https://www.youtube.com/embed/a?enablejsapi=1', 'https://www.youtube.com/embed/a?enablejsapi=1'],
  ['https://other.example/embed/a', 'https://other.example/embed/a'],
  ['https://', 'https://'],
])('%s is asked at %s', (address, better) => {
  expect(privateAddress(address)).toMatch(better)
})

it('a marked frame gets it and stays of its service; what nobody marked is left alone', () => {
  document.body.innerHTML =
    '<iframe data-consent="social" data-src="https://www.youtube.com/embed/a"></iframe><iframe data-src="https://www.youtube.com/embed/b"></iframe>'
  const [marked, other] = [...document.querySelectorAll('iframe')]
  for (const one of [marked, other]) if (one) prepare(one, 'youtube.com')
  expect(marked?.dataset).toMatchObject({ src: 'https://www.youtube-nocookie.com/embed/a', service: 'youtube.com' })
  expect(other?.dataset).toMatchObject({ src: 'https://www.youtube.com/embed/b' })
})
