import { expect, it } from 'vitest'
import { describe as tell } from '../../../src/gate/describe.ts'

const make = (html: string) => {
  document.body.innerHTML = html
  return document.body.firstElementChild as HTMLElement
}
const frame = (address: string) => make(`<iframe data-src="${address}"></iframe>`)

it.each([
  ['https://www.youtube.com/embed/abc-1?rel=0', 'YouTube', 'https://www.youtube.com/watch?v=abc-1'],
  ['https://www.youtube-nocookie.com/embed/videoseries?list=PL1', 'YouTube', 'https://www.youtube.com/playlist?list=PL1'],
  ['https://player.vimeo.com/video/12?dnt=1', 'Vimeo', 'https://vimeo.com/12'],
  ['https://player.vimeo.com/video/12?h=3', 'Vimeo', 'https://vimeo.com/12/3'],
  ['https://www.youtube.com/embed/live_stream?channel=UCa', 'YouTube', 'https://www.youtube.com/channel/UCa/live'],
  ['https://www.google.com/maps/d/embed?mid=1a', 'Google Maps', 'https://www.google.com/maps/d/viewer?mid=1a'],
  ['https://open.spotify.com/embed-podcast/show/5a', 'Spotify', 'https://open.spotify.com/show/5a'],
  ['https://www.google.com/maps/embed?pb=!1m!2d4.5!3d52.1!5', 'Google Maps', 'https://www.google.com/maps/search/?api=1&query=52.1,4.5'],
  [
    'https://www.google.com/maps/embed?pb=!4v1!6m8!1m7!1sCAoS!2m2!1d52.37!2d-4.89!3f120!4f0!5f0.7',
    'Google Maps',
    'https://www.google.com/maps/@?api=1&map_action=pano&viewpoint=52.37,-4.89',
  ],
  ['https://www.google.nl/maps?q=Kade+1&output=embed', 'Google Maps', 'https://www.google.com/maps/search/?api=1&query=Kade+1'],
  ['https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4', 'OpenStreetMap', 'https://www.openstreetmap.org/?bbox=1,2,3,4'],
  ['https://open.spotify.com/embed/track/a1', 'Spotify', 'https://open.spotify.com/track/a1'],
  ['https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b', 'SoundCloud', 'https://soundcloud.com/a/b'],
  ['https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa', 'Facebook', 'https://www.facebook.com/a'],
  ['https://www.instagram.com/p/C1/embed', 'Instagram', 'https://www.instagram.com/p/C1/'],
  ['https://www.linkedin.com/embed/feed/update/urn:li:share:7', 'LinkedIn', 'https://www.linkedin.com/feed/update/urn:li:share:7'],
  ['https://assets.pinterest.com/ext/embed.html?id=9', 'Pinterest', 'https://www.pinterest.com/pin/9/'],
  ['https://calendly.com/a/b', 'Calendly', 'https://calendly.com/a/b'],
  ['https://form.typeform.com/to/q', 'Typeform', 'https://form.typeform.com/to/q'],
  ['https://calendar.google.com/calendar/embed?src=a', 'Google Agenda', 'https://calendar.google.com/calendar/embed?src=a'],
  ['https://docs.google.com/document/d/1/pub', 'Google Documenten', 'https://docs.google.com/document/d/1/pub'],
  ['https://www.tiktok.com/embed/v2/1', 'TikTok', 'https://www.tiktok.com/embed/v2/1'],
])('a frame of %s is of %s, and can be seen at %s', (address, provider, open) => {
  expect(tell(frame(address), undefined)).toMatchObject({ provider, open, button: false })
  expect(tell(frame(address), undefined).privacy).toMatch(/^https:/)
})

it.each([
  [
    '<blockquote class="twitter-tweet"><a href="https://t.co/1">x</a><a href="https://twitter.com/a/status/1">1</a></blockquote>',
    'X',
    'https://twitter.com/a/status/1',
  ],
  [
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/1/"></blockquote>',
    'Instagram',
    'https://www.instagram.com/p/1/',
  ],
  [
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1"></blockquote>',
    'TikTok',
    'https://www.tiktok.com/@a/video/1',
  ],
  ['<div data-tf-widget="moe6aa"></div>', 'Typeform', 'https://form.typeform.com/to/moe6aa'],
  [
    '<div data-tf-live="01"></div><a href="https://form.typeform.com/to/moe6aa">Form</a>',
    'Typeform',
    'https://form.typeform.com/to/moe6aa',
  ],
  [
    '<iframe data-src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293"></iframe><div><a href="https://soundcloud.com/a">A</a> · <a href="https://soundcloud.com/a/b">B</a></div>',
    'SoundCloud',
    'https://soundcloud.com/a/b',
  ],
  ['<div class="calendly-inline-widget" data-url="https://calendly.com/a"></div>', 'Calendly', 'https://calendly.com/a'],
  ['<iframe src="https://www.youtube.com/embed/a"></iframe>', 'YouTube', 'https://www.youtube.com/watch?v=a'],
])('a template with %s is of %s, and can be seen at %s', (content, provider, open) => {
  expect(tell(make(`<template>${content}</template>`), undefined)).toMatchObject({ provider, open })
})

it('of what has no page at its provider none is told, and a button leads not back to the site itself', () => {
  expect(tell(make('<template><div data-tf-live="01"></div></template>'))).toMatchObject({ provider: 'Typeform', open: undefined })
  for (const liked of [`${location.origin}/artikel`, 'https://a.example/artikel'])
    expect(tell(make(`<template><div class="fb-like" data-href="${liked}"></div></template>`), 'facebook').open).toBeUndefined()
  const plugin = 'https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fa.example%2F&action=like'
  expect(tell(frame(plugin)).open).toBe(plugin)
})

it('a track that is known by number alone is on the page that the line under its player names, or else in the player', () => {
  const player = 'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293&color=%23ff5500'
  expect(tell(frame(player)).open).toBe(player)
  const line = '<div><a href="https://soundcloud.com/a">A</a> · <a href="https://soundcloud.com/a/b">B</a><a href="/elders">C</a></div>'
  document.body.innerHTML = `<iframe data-src="${player}"></iframe>${line}`
  expect(tell(document.querySelector('iframe') as HTMLElement).open).toBe('https://soundcloud.com/a/b')
})

it('a button is told from what is bigger', () => {
  expect(tell(make('<template><div class="fb-like" data-href="https://a.example/"></div></template>'), 'facebook').button).toBe(true)
  expect(tell(make('<template><div class="fb-post" data-href="https://a.example/"></div></template>'), 'facebook').button).toBe(false)
})

it('of what nobody knows only its address is told, and of what is no address nothing', () => {
  expect(tell(frame('https://other.example/x'), 'other.example')).toEqual({ open: 'https://other.example/x', button: false })
  for (const address of ['https://', 'javascript:1', '', '/own']) expect(tell(frame(address), undefined).open).toBeUndefined()
})
