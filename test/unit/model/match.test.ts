import { describe, expect, it } from 'vitest'
import { placesOf, serviceAt } from '../../../src/model/match.ts'

const service = (id: string, hosts?: readonly string[]) => ({ id, category: 'social', provider: id, ...(hosts && { hosts }) })
const places = placesOf([
  service('youtube', ['youtube.com', 'www.youtube-nocookie.com']),
  service('maps', ['google.com/maps', '*.maps.example']),
  service('google', ['google.com']),
  service('local', ['127.0.0.1:8080', 'localhost:3000/pixel']),
  service('none'),
])

describe('serviceAt', () => {
  it.each([
    ['https://youtube.com/embed/1', 'youtube'],
    ['https://www.youtube.com/embed/1', 'youtube'],
    ['http://youtube.com', 'youtube'],
    ['//youtube.com?a', 'youtube'],
    ['https://youtube.com#a', 'youtube'],
    ['  https://YouTube.com/', 'youtube'],
    ['https://user:word@youtube.com/', 'youtube'],
    ['https://www.youtube-nocookie.com/embed/1', 'youtube'],
    ['https://maps.example/', 'maps'],
    ['https://a.maps.example/', 'maps'],
    ['http://127.0.0.1:8080/x', 'local'],
    ['http://localhost:3000/pixel.gif', 'local'],
  ])('of %s is %s', (address, id) => {
    expect(serviceAt(address, places)).toBe(id)
  })

  it('is the one with the most exact place', () => {
    expect(serviceAt('https://www.google.com/maps/embed', places)).toBe('maps')
    expect(serviceAt('https://www.google.com/recaptcha', places)).toBe('google')
  })

  it.each([
    'https://notyoutube.com/',
    'https://youtube.com.example/',
    'https://example.nl/?//youtube.com/',
    'https://example.nl/#@youtube.com/',
    'https://youtube.com@example.nl/',
    'https://youtubexcom/',
    'https://youtube-nocookie.com/',
    'http://127.0.0.1:8081/',
    'http://localhost:3000/other',
    '/youtube.com/',
    'youtube.com',
    '',
  ])('of %s is nobody', (address) => {
    expect(serviceAt(address, places)).toBeUndefined()
  })
})
