import { expect, it } from 'vitest'
import { privateAddress } from '../../../src/gate/privateAddress.ts'

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
