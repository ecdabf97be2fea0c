import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StoredItem } from '../../../src/model/types.ts'
import { erase } from '../../../src/storage/erase.ts'
import { service } from '../../properties/support.ts'

const keeps = (id: string, ...cookies: readonly StoredItem[]) => service(id, 'analytics', { cookies })
const named = (...names: readonly string[]) => names.map((name): StoredItem => ({ name }))
let writes: string[]

/** The names of the cookies that were made to expire. */
const expired = () => [...new Set(writes.map((text) => text.split('=')[0]))]
const has = (cookies: string) => vi.spyOn(document, 'cookie', 'get').mockReturnValue(cookies)

beforeEach(() => {
  writes = []
  vi.spyOn(document, 'cookie', 'set').mockImplementation((text) => void writes.push(text))
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('cookies', () => {
  it('go when their name is exact, a prefix or an anchored pattern of the service', () => {
    has('_ga=1; _ga_X=2; _gat=3; my_ga=4; sv_1=5; xsv_1=6; other=7')
    erase('toestemming', [keeps('a', ...named('_ga', '_ga_*', '/^sv_\\d$/'))], [])
    expect(expired()).toEqual(['_ga', '_ga_X', 'sv_1'])
  })

  it('stay when a service that stays has the same name', () => {
    has('_gcl_au=1; _gcl_aw=2')
    erase('toestemming', [keeps('a', ...named('_gcl_*'))], [keeps('b', ...named('_gcl_au'))])
    expect(expired()).toEqual(['_gcl_aw'])
  })

  it('stay when they are the record, whatever a service claims', () => {
    has('toestemming=1; toestemmingen=2')
    localStorage.setItem('toestemming', '1')
    localStorage.setItem('toestemming:settings', '1')
    erase('toestemming', [keeps('a', ...named('toestemming*'), { name: 'toestemming*', storage: 'local' })], [])
    expect(expired()).toEqual(['toestemmingen'])
    expect(localStorage.length).toBe(2)
  })

  it('stay when they are the provider’s own, which are out of reach, or no cookies at all', () => {
    has('IDE=1; key=2')
    erase('toestemming', [keeps('a', { name: 'IDE', party: 'third' }, { name: 'key', storage: 'local' })], [])
    expect(expired()).toEqual([])
  })

  it('go from the site’s own storage also where the provider mostly keeps them on its own', () => {
    localStorage.setItem('rc::a', '1')
    sessionStorage.setItem('rc::c', '1')
    const third = (storage: 'local' | 'session') => ({ name: 'rc::*', storage, party: 'third' }) as const
    erase('toestemming', [keeps('a', third('local'), third('session'))], [])
    expect([localStorage.getItem('rc::a'), sessionStorage.getItem('rc::c')]).toEqual([null, null])
  })

  it('stay where a pattern would fit just about everything', () => {
    has('_ga=1; session=2')
    erase('toestemming', [keeps('a', ...named('*', '/ga/', '/^.*/', 'a*', '/^(/'))], [])
    expect(expired()).toEqual([])
  })

  it('go from every parent domain and every beginning of the path', () => {
    vi.stubGlobal('location', { hostname: 'a.shop.voorbeeld.nl', pathname: '/nl/map/pagina.html' })
    has('_ga=GA1.2.3')
    erase('toestemming', [keeps('a', ...named('_ga'))], [])
    for (const text of writes) expect(text).toMatch(/^_ga=; Max-Age=0; Path=\//)
    const part = (name: string) => [...new Set(writes.map((text) => RegExp(`${name}=([^;]+)`).exec(text)?.[1]))]
    expect(part('Domain')).toEqual([undefined, 'a.shop.voorbeeld.nl', 'shop.voorbeeld.nl', 'voorbeeld.nl', 'nl'])
    expect(part('Path').sort()).toEqual(['/', '/nl', '/nl/', '/nl/map', '/nl/map/', '/nl/map/pagina.html', '/nl/map/pagina.html/'])
    expect(writes.some((text) => text.endsWith('; Secure; SameSite=None; Partitioned'))).toBe(true)
    expect(new Set(writes).size).toBe(5 * 7 * 3)
  })
})

describe('storage keys', () => {
  it('go from the storage that the service says, and from no other', () => {
    has('')
    for (const storage of [localStorage, sessionStorage]) for (const name of ['yt-a', 'yt-b', 'own']) storage.setItem(name, '1')
    erase('toestemming', [keeps('a', { name: 'yt-*', storage: 'local' }, { name: 'yt-a', storage: 'session' })], [])
    expect(Object.keys(localStorage)).toEqual(['own'])
    expect(Object.keys(sessionStorage).sort()).toEqual(['own', 'yt-b'])
  })

  it('go though cookies are blocked, and the other way round', () => {
    const blocked = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    const services = [keeps('a', { name: 'aa' }, { name: 'aa', storage: 'session' })]
    vi.spyOn(document, 'cookie', 'get').mockImplementation(blocked)
    vi.stubGlobal('localStorage', undefined)
    sessionStorage.setItem('aa', '1')
    erase('toestemming', services, [])
    expect(sessionStorage.length).toBe(0)
    vi.stubGlobal('sessionStorage', undefined)
    has('aa=1')
    erase('toestemming', services, [])
    expect(expired()).toEqual(['aa'])
  })
})
