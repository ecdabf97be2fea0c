import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../../src/model/check.ts'
import { setUp } from '../../src/setup.ts'

const matomo = { id: 'matomo', category: 'analytics', provider: 'Matomo' }
let told: Problem[][]
const load = vi.fn(async (name: string): Promise<unknown> => {
  if (name === 'explain') return { report: (problems: Problem[]) => void told.push(problems) }
  if (name === 'catalogue/matomo') return { default: matomo }
  throw new TypeError('Failed to fetch')
})
const answer = (body: string, status = 200) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status })),
  )

beforeEach(() => {
  told = []
  load.mockClear()
})
afterEach(() => void vi.unstubAllGlobals())

describe('the configuration in the page', () => {
  it('makes settings, and nothing is loaded for it', async () => {
    expect(await setUp('{ "owner": "Voorbeeld BV" }', undefined, load)).toMatchObject({ owner: 'Voorbeeld BV', validDays: 180 })
    expect(load).not.toHaveBeenCalled()
  })

  it('may be missing', async () => {
    expect(await setUp('', undefined, load)).toMatchObject({ owner: location.hostname, services: [] })
  })

  it('that comes after the tag is told, for it is not read', async () => {
    document.body.innerHTML = '<script type="application/json" data-toestemming="config"> { "owner": "Te laat" } </script>'
    expect(await setUp('', undefined, load)).toMatchObject({ owner: location.hostname })
    window.dispatchEvent(new Event('load'))
    await vi.waitFor(() => expect(told).toContainEqual([{ path: 'data-toestemming', found: 'config', expected: 'before' }]))
    document.body.innerHTML = ''
  })

  it('has its services fetched from the catalogue', async () => {
    const settings = await setUp('{ "services": ["matomo", { "use": "matomo", "id": "second" }] }', null, load)
    expect(settings?.services).toEqual([matomo, { ...matomo, use: 'matomo', id: 'second' }])
  })

  it.each(['{', 'nee', '{ "owner": "x", }', '{{ config | json }}'])('that reads "%s" is told and gives nothing', async (text) => {
    expect(await setUp(text, undefined, load)).toBeUndefined()
    expect(told).toEqual([[{ path: '', found: text, expected: 'json' }]])
  })

  it.each(['null', '3', '[]', '"x"'])('that is %s is told and gives nothing', async (text) => {
    expect(await setUp(text, undefined, load)).toBeUndefined()
    expect(told).toEqual([[{ path: '', found: JSON.parse(text), expected: 'object' }]])
  })

  it('that names a service the catalogue does not have is told and gives nothing', async () => {
    expect(await setUp('{ "services": ["matomoo"] }', undefined, load)).toBeUndefined()
    expect(told).toEqual([[{ path: 'services[0]', found: 'matomoo', expected: 'catalogue' }]])
  })

  it.each(['../../evil', 'https://elsewhere.example/x', 'a/b', '', '__proto__'])(
    'that names "%s" has nothing fetched outside the catalogue',
    async (name) => {
      expect(await setUp(JSON.stringify({ services: [name] }), undefined, load)).toBeUndefined()
      for (const [part] of load.mock.calls) expect(part).toMatch(/^(explain|catalogue\/[\w-]+)$/)
      expect(told).toHaveLength(1)
    },
  )
})

describe('the configuration at an address', () => {
  it('is fetched, and comes before one in the page', async () => {
    answer('{ "owner": "Elders" }')
    expect(await setUp('{ "owner": "Hier" }', '/toestemming.json', load)).toMatchObject({ owner: 'Elders' })
    expect(fetch).toHaveBeenCalledWith('/toestemming.json')
  })

  it('that does not answer is told and gives nothing', async () => {
    answer('', 404)
    expect(await setUp('{}', '/gone.json', load)).toBeUndefined()
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    expect(await setUp('{}', '/gone.json', load)).toBeUndefined()
    expect(told).toEqual(Array(2).fill([{ path: 'data-config', found: '/gone.json', expected: 'url' }]))
  })

  it('that answers with a page is told and gives nothing', async () => {
    answer('<!doctype html>')
    expect(await setUp('', '/index.html', load)).toBeUndefined()
    expect(told).toEqual([[{ path: '', found: '<!doctype html>', expected: 'json' }]])
  })
})

describe('a network of sites', () => {
  const network = { sites: [location.origin, 'https://twee.example'] }
  const join = vi.fn(async (...all: unknown[]): Promise<unknown> => all[0])
  const loadNetwork = async (name: string) => (name === 'network' ? { joinNetwork: join } : load(name))

  it('is joined before there are settings, and told whether the configuration is read anew on each page', async () => {
    join.mockClear()
    answer(JSON.stringify({ network }))
    expect(await setUp('', '/c.json', loadNetwork)).toMatchObject({ network })
    expect(await setUp(JSON.stringify({ network }), null, loadNetwork)).toMatchObject({ network })
    expect(join.mock.calls.map(([, asks]) => asks)).toEqual([true, false])
  })

  it('without the part for it gives no settings, so that all stays held', async () => {
    answer(JSON.stringify({ network }))
    await expect(setUp('', '/c.json', load)).rejects.toThrow('Failed to fetch')
  })
})
