import { describe, expect, it } from 'vitest'
import { createMatcher, placesOf } from '../../../src/model/match.ts'

const service = (id: string, hosts?: readonly string[]) => ({ id, category: 'social', provider: id, ...(hosts && { hosts }) })
const places = placesOf([
  service('youtube', ['youtube.com', 'www.youtube-nocookie.com']),
  service('maps', ['google.com/maps', '*.maps.example']),
  service('google', ['Google.com']),
  service('local', ['127.0.0.1:8080', 'localhost:3000/pixel']),
  service('star', ['cdn.example/a*b/']),
  service('tag', ['tag.example/js']),
  service('ads', ['tag.example/js?id=AW-']),
  service('none'),
])
const match = createMatcher(places)
/** As a page of the site would read the address. */
const at = (address: string) => match(new URL(address, 'https://www.voorbeeld.nl/map/'))

describe('the service', () => {
  it.each([
    ['https://youtube.com/embed/1', 'youtube'],
    ['https://www.youtube.com/embed/1', 'youtube'],
    ['http://youtube.com', 'youtube'],
    ['//youtube.com?a', 'youtube'],
    ['https://youtube.com#a', 'youtube'],
    ['  https://YouTube.com/', 'youtube'],
    ['https://user:word@youtube.com/', 'youtube'],
    ['https:\\\\youtube.com\\embed', 'youtube'],
    ['wss://live.youtube.com/', 'youtube'],
    ['https://www.youtube-nocookie.com/embed/1', 'youtube'],
    ['https://maps.example/', 'maps'],
    ['https://a.maps.example/', 'maps'],
    ['https://google.com/', 'google'],
    ['http://127.0.0.1:8080/x', 'local'],
    ['http://localhost:3000/pixel.gif', 'local'],
    ['https://cdn.example/a*b/x', 'star'],
    ['https://cdn.example/aab/', 'star'],
    ['https://tag.example/js?id=AW-1', 'ads'],
    ['https://tag.example/js?id=G-1', 'tag'],
    ['https://tag.example/js?id=G-1&also=AW-1', 'tag'],
  ])('of %s is %s', (address, id) => {
    expect(at(address)).toBe(id)
  })

  it.each([
    ['https://youtube.com:8443/', 'youtube'],
    ['http://www.youtube.com:443/', 'youtube'],
    ['https://google.com:8443/maps/embed', 'maps'],
    ['https://127.0.0.1:8080/', 'local'],
  ])('of %s is %s: a host is meant with every port, unless it names one', (address, id) => {
    expect(at(address)).toBe(id)
  })

  it.each([
    ['https://youtube.com./', 'youtube'],
    ['https://www.youtube.com.:8443/', 'youtube'],
    ['https://www.google.com./maps/embed', 'maps'],
  ])('of %s is %s: a dot at the end makes no other host', (address, id) => {
    expect(at(address)).toBe(id)
  })

  it('is the one with the most exact place', () => {
    expect(at('https://www.google.com/maps/embed')).toBe('maps')
    expect(at('https://www.google.com/recaptcha')).toBe('google')
  })

  it('has paths of its own letters, capitals and small ones, and hosts of any', () => {
    expect(at('https://WWW.GOOGLE.COM/maps/embed')).toBe('maps')
    expect(at('https://www.google.com/Maps/embed')).toBe('google')
    expect(createMatcher(placesOf([service('maps', ['Maps.Example/Embed'])]))(new URL('https://maps.example/Embed/1'))).toBe('maps')
  })

  it.each([
    'https://notyoutube.com/',
    'https://youtube.com.example/',
    'https://example.nl/?//youtube.com/',
    'https://example.nl/#@youtube.com/',
    'https://example.nl/youtube.com/',
    'https://youtube.com@example.nl/',
    'https://youtubexcom/',
    'https://youtube-nocookie.com/',
    'http://127.0.0.1:8081/',
    'http://127.0.0.1/',
    'http://localhost:3000/other',
    'http://localhost/pixel.gif',
    'https://youtube.com..example/',
    'https://cdn.example/a/b/',
    'https://example.nl/?https://youtube.com/',
    'view-source:https://youtube.com/',
    'data:text/html,//youtube.com/',
    'blob:https://youtube.com/1',
    'about:blank',
    '/youtube.com/',
    'youtube.com',
    '',
  ])('of %s is nobody', (address) => {
    expect(at(address)).toBeUndefined()
  })

  it('of no address is nobody', () => {
    expect(match(undefined)).toBeUndefined()
    expect(createMatcher([])(new URL('https://youtube.com/'))).toBeUndefined()
  })
})

it('places survive being kept as JSON', () => {
  expect(createMatcher(JSON.parse(JSON.stringify(places)))(new URL('https://www.youtube.com/'))).toBe('youtube')
})
