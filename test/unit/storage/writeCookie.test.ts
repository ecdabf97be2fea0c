import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { writeCookie } from '../../../src/storage/writeCookie.ts'
import { settingsOf } from '../../properties/support.ts'

const value = `1.1795254000000.0.1.banner.${'x'.repeat(22)}.analytics.`
const oldest = Date.UTC(2026, 0, 1)
let writes: string[]
let stored: string

beforeEach(() => {
  writes = []
  stored = ''
  vi.spyOn(document, 'cookie', 'get').mockImplementation(() => stored)
  vi.spyOn(document, 'cookie', 'set').mockImplementation((text) => {
    writes.push(text)
    if (!/domain=/i.test(text) && !text.includes('toestemming=;')) stored = text.split(';')[0] ?? ''
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A written cookie's attributes by name, in small letters. */
const read = (text: string | undefined) =>
  Object.fromEntries((text ?? '').split('; ').map((part) => [part.split('=')[0]?.toLowerCase(), part.split('=').slice(1).join('=')]))

it('the cookie is written as it is, for this host, the whole site, and as long as the answers hold', () => {
  writeCookie(settingsOf({ validDays: 200 }), value, oldest)
  expect(writes).toHaveLength(1)
  expect(read(writes[0])).toEqual({
    toestemming: value,
    path: '/',
    samesite: 'lax',
    expires: new Date(oldest + 200 * 864e5).toUTCString(),
  })
})

it('the cookie is for https only, on https', () => {
  vi.stubGlobal('location', { protocol: 'https:' })
  writeCookie(settingsOf({}), value, oldest)
  expect(read(writes[0])).toHaveProperty('secure')
})

it('a cookie for a domain takes the place of the host’s own', () => {
  vi.spyOn(document, 'cookie', 'get').mockReturnValue(`toestemming=${value}`)
  writeCookie(settingsOf({ cookie: { domain: 'voorbeeld.nl' } }), value, oldest)
  expect(writes).toHaveLength(2)
  expect(read(writes[0])).toMatchObject({ toestemming: '', path: '/' })
  expect(read(writes[0])).not.toHaveProperty('domain')
  expect(read(writes[1])).toMatchObject({ toestemming: value, domain: 'voorbeeld.nl' })
})

it('a domain that the browser refuses is left out', () => {
  writeCookie(settingsOf({ cookie: { domain: 'nl' } }), value, oldest)
  expect(read(writes.at(-1))).toMatchObject({ toestemming: value })
  expect(read(writes.at(-1))).not.toHaveProperty('domain')
})

it('blocked cookies stop nothing', () => {
  vi.spyOn(document, 'cookie', 'set').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(() => writeCookie(settingsOf({}), value, oldest)).not.toThrow()
})
