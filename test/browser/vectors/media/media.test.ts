import { testVector } from '../../../support/vector.ts'

testVector({
  test: import.meta.url,
  requests: [
    '/image.gif',
    '/image-size.gif',
    '/created.gif',
    '/set.gif',
    '/both.gif',
    '/audio.mp4',
    '/named.mp4',
    '/music.mp4',
    '/poster.gif',
    '/video.mp4',
    '/source.mp4',
    '/picture.gif',
    '/button.gif',
    '/lazy.gif',
  ],
  heard: ['/image.gif load', '/image-size.gif load', '/created.gif load', '/set.gif load', '/both.gif load'],
})
