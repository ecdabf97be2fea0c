import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../../src/model/check.ts'
import { encode } from '../../src/model/codec.ts'
import { completeSettings } from '../../src/model/settings.ts'
import { joinNetwork, tellSites } from '../../src/network.ts'
import { locale, locales } from '../support/texts.ts'

const own = location.origin
const other = 'https://twee.example'
const id = 'AAAAAAAAAAAAAAAAAAAAAA'
const settingsOf = (network: object, more: object = {}) =>
  completeSettings({ network: network as never, ...more }, { hostname: 'een.example', catalogue: {} })
const network = { sites: [own, other] }
const load = async (name: string) => {
  const [, part = '', file = ''] = /^locales\/(.*\/)?(.+)$/.exec(name) ?? []
  const { [`${part}`]: _, ...all } = locale(file)
  return { default: all }
}

let told: Problem[]
const report = (...problems: Problem[]) => told.push(...problems)
const join = (given: object = network, asks = true) => joinNetwork(settingsOf(given), asks, async () => ({}), report)
const stored = () => localStorage.getItem('toestemming:network')
const record = () => localStorage.getItem('toestemming')
const arrive = (text: string, from = `${other}/`) => {
  history.replaceState(null, '', `/pagina?vraag=1#${text}`)
  vi.spyOn(document, 'referrer', 'get').mockReturnValue(from)
}
const time = (age = 0) => (Date.now() - age).toString(36)
const carried = (age = 0) => `toestemming=${time()}.1.1.${id}.analytics~Y~${time(age)}.tracking~n~${time(age)}`
const given = (age: number, yes = 'analytics') =>
  localStorage.setItem(
    'toestemming',
    encode({
      id,
      decided: Date.now() - age,
      oldest: Date.now() - age,
      revision: 1,
      source: 'banner',
      answers: new Map([[yes, 'yes']]),
    }),
  )

beforeEach(() => {
  told = []
  localStorage.clear()
  history.replaceState(null, '', '/')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

describe('a choice that a link brings', () => {
  it('is taken over, and the address is as it was meant', async () => {
    arrive(`plaats&${carried()}`)
    expect(await join()).toMatchObject({ network })
    expect(record()).toMatch(/^1\.\d{13}\.\d+\.1\.network\.A{22}\.analytics\.tracking$/)
    expect(location.pathname + location.search + location.hash).toBe('/pagina?vraag=1#plaats')
    expect(told).toEqual([])
  })

  it.each([
    ['from another site', `${carried()}`, 'https://kwaad.example/'],
    ['from a site whose name begins like it', `${carried()}`, `${other}.kwaad.example/`],
    ['from nowhere', `${carried()}`, ''],
    ['from this very site', `${carried()}`, `${own}/`],
    ['from long ago', `toestemming=${time(61_000)}.1.1.${id}.analytics~Y~${time()}`, `${other}/`],
    ['without a time', `toestemming=1.1.${id}.analytics~Y~${time()}`, `${other}/`],
    ['damaged', `${carried()}%`, `${other}/`],
  ])('%s is none, and is taken out of the address all the same', async (_, text, from) => {
    arrive(text, from)
    await join()
    expect([record(), stored(), location.hash]).toEqual([null, null, ''])
  })

  it('changes nothing that was said here later', async () => {
    given(1000)
    const before = record()
    arrive(`toestemming=${time()}.1.1..analytics~n~${time(2000)}`)
    await join()
    expect(record()).toBe(before)
  })

  it('goes to the cookie where the mirror takes nothing', async () => {
    given(9000)
    arrive(`toestemming=${time()}.1.1..analytics~n~${time()}`)
    const { localStorage: full } = window
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => full.getItem(name),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    const writeCookie = vi.fn()
    await joinNetwork(settingsOf(network), true, async () => ({ writeCookie }), report)
    expect(writeCookie).toHaveBeenCalledWith(expect.anything(), expect.stringMatching(/\.network\.\.\.analytics$/), expect.any(Number))
  })
})

describe('a choice that was made before there was a network', () => {
  it('is this site’s alone', async () => {
    given(1000)
    await join()
    expect(stored()).toMatch(/analytics~y~/)
    document.body.innerHTML = `<a href="${other}/#hier">Verder</a>`
    const link = document.querySelector('a') as HTMLAnchorElement
    let address = ''
    link.addEventListener('click', (event) => {
      address = link.href
      event.preventDefault()
    })
    link.click()
    expect(address).toBe(`${other}/#hier`)
  })
})

describe('the register', () => {
  const answer = (text: string, ok = true) => {
    const ask = vi.fn(async () => ({ ok, text: async () => text }))
    vi.stubGlobal('fetch', ask)
    return ask
  }
  const withRegister = { ...network, register: '/keuze' }

  it('is not asked about who has said nothing, or refused everything', async () => {
    const ask = answer('')
    await join(withRegister)
    localStorage.setItem('toestemming', `1.${Date.now() - 5}.0.1.banner...analytics`)
    await join(withRegister)
    expect(ask).not.toHaveBeenCalled()
  })

  it('is heard before anything begins, line by line', async () => {
    given(9000)
    const ask = answer(`1.1..analytics~n~${time(5000)}\nniets\n1.1..tracking~n~${time(4000)}`)
    await join(withRegister)
    expect(ask).toHaveBeenCalledWith(`${own}/keuze?id=${id}`, { cache: 'no-store' })
    expect(record()).toMatch(/\.network\.\.\.analytics_tracking$/)
    expect(stored()).toMatch(/^1\.1\.\.analytics~n~\w+\.tracking~n~\w+$/)
  })

  it('that never answers holds up nothing for longer than a second', async () => {
    given(9000)
    vi.stubGlobal('fetch', () => new Promise(() => {}))
    const start = Date.now()
    expect(await join(withRegister)).toBeDefined()
    expect(Date.now() - start).toBeLessThan(2000)
    expect(record()).toMatch(/\.banner\./)
  })

  const decide = (text: string, detail: object) => {
    localStorage.setItem('toestemming', text)
    document.dispatchEvent(new CustomEvent('toestemming:decision', { detail }))
  }
  const all = { whole: true, choices: new Map([['analytics', false]]) }
  const later = () => new Promise((resolve) => setTimeout(resolve, 20))
  const told = (ask: ReturnType<typeof answer>) =>
    (ask.mock.calls as unknown as [string, RequestInit][]).filter(([, { method }]) => method === 'POST').map(([url]) => url.slice(-22))

  it('is told again of every number that it has not heard of, each until it has', async () => {
    const second = 'BBBBBBBBBBBBBBBBBBBBBB'
    given(9000)
    await join(withRegister)
    answer('', false)
    decide(`1.${Date.now()}.0.1.withdrawal...analytics`, all)
    await later()
    decide(`1.${Date.now()}.0.1.banner.${second}.analytics.`, all)
    decide(`1.${Date.now() + 1}.0.1.withdrawal...analytics`, all)
    await later()
    expect(stored()?.split(' ').slice(1)).toEqual([id, second])
    // One of the two arrives.
    const ask = vi.fn(async (url: string) => ({ ok: !url.endsWith(id), text: async () => '' }))
    vi.stubGlobal('fetch', ask)
    await join(withRegister)
    expect(told(ask as never).sort()).toEqual([id, second])
    expect(stored()?.split(' ').slice(1)).toEqual([id])
    const well = answer('')
    await join(withRegister)
    expect(told(well)).toEqual([id])
    expect(stored()).not.toContain(' ')
  })

  it.each([
    [id, 'BBBBBBBBBBBBBBBBBBBBBB'],
    ['BBBBBBBBBBBBBBBBBBBBBB', id],
  ])('is told under each number to go on by the lesser (%s, owed %s)', async (mine, owed) => {
    given(9000)
    localStorage.setItem('toestemming', (record() as string).replace(id, mine))
    localStorage.setItem('toestemming:network', `1.1.${mine}.analytics~Y~${time(9000)} ${owed}`)
    const ask = answer('')
    await join(withRegister)
    expect((ask.mock.calls as unknown as [string, RequestInit][]).flatMap(([url, { body }]) => (body ? [[url, body]] : []))).toEqual([
      [`${own}/keuze?id=${owed}`, expect.stringMatching(`^1\\.1\\.${id}\\.analytics~Y~`)],
    ])
  })

  it('gives no consent to who has taken back everything, only what was refused elsewhere', async () => {
    localStorage.setItem('toestemming', `1.${Date.now() - 9000}.0.1.withdrawal...analytics`)
    localStorage.setItem('toestemming:network', `1.1..analytics~n~${time(9000)} ${id}`)
    answer(`1.1.${id}.social~Y~${time(5000)}.tracking~n~${time(5000)}`)
    await join(withRegister)
    expect(record()).toMatch(/\.network\.\.\.analytics_tracking$/)
    expect(stored()).toMatch(/^1\.1\.\.analytics~n~\w+\.tracking~n~\w+$/)
  })

  describe('where storage is full and cookies work', () => {
    const fill = () => {
      const { localStorage: full } = window
      vi.stubGlobal('localStorage', {
        getItem: (name: string) => full.getItem(name),
        removeItem: (name: string) => full.removeItem(name),
        setItem() {
          throw new DOMException('full', 'QuotaExceededError')
        },
      })
    }
    const withdraw = () => {
      // biome-ignore lint/suspicious/noDocumentCookie: as the library writes it.
      document.cookie = `toestemming=1.${Date.now()}.0.1.withdrawal...analytics; path=/`
      document.dispatchEvent(new CustomEvent('toestemming:decision', { detail: all }))
    }
    beforeEach(async () => {
      given(9000)
      answer('')
      await join(withRegister)
      fill()
    })
    afterEach(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: as the library writes it.
      document.cookie = 'toestemming=; max-age=0; path=/'
    })

    it('is told of a withdrawal at once', async () => {
      const ask = answer('')
      withdraw()
      await later()
      expect(told(ask)).toEqual([id])
    })

    it('is told on the next page of what it did not get', async () => {
      answer('', false)
      withdraw()
      await later()
      const ask = answer('')
      await join(withRegister)
      expect(told(ask)).toEqual([id])
      const [, { body }] = (ask.mock.calls as unknown as [string, RequestInit][]).find(([, { method }]) => method === 'POST') ?? ['', {}]
      expect(body).toMatch(/analytics~n~/)
    })
  })

  it('is told what earlier versions left to be told', async () => {
    localStorage.setItem('toestemming:network', `1.1..analytics~n~${time(5000)} ${id}`)
    const ask = answer('')
    await join(withRegister)
    expect(told(ask)).toEqual([id])
    expect(stored()).not.toContain(' ')
  })

  it('may answer a megabyte of anything', async () => {
    given(9000)
    const before = record()
    answer(`${'<p>niets</p>\n'.repeat(80_000)}1.1.${id}.${'a'.repeat(1_000_000)}`)
    await join(withRegister)
    expect(record()).toBe(before)
  })

  it('is told nothing, nor asked, once the library has stopped', async () => {
    given(9000)
    const ask = answer('')
    await join(withRegister)
    document.dispatchEvent(new CustomEvent('toestemming:destroy'))
    ask.mockClear()
    const before = stored()
    decide(`1.${Date.now()}.0.1.withdrawal...analytics`, all)
    document.dispatchEvent(new Event('visibilitychange'))
    await later()
    expect([ask.mock.calls, stored()]).toEqual([[], before])
  })

  it('that fails is nothing', async () => {
    given(9000)
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await join(withRegister)).toBeDefined()
    answer(`1.1..analytics~n~${time()}`, false)
    expect(await join(withRegister)).toBeDefined()
    expect(record()).toMatch(/\.banner\./)
  })
})

describe('what is kept', () => {
  it('is nothing, not even its name, when there is nothing to say', async () => {
    localStorage.setItem('toestemming:network', `1.1..analytics~n~${time(181 * 864e5)} ${id}`)
    await join()
    expect(stored()).toBeNull()
  })
})

describe('a network that is wrong', () => {
  it('gives no settings, and says why', async () => {
    expect(await join({ sites: [`${other}/`] })).toBeUndefined()
    expect(told.map(({ path }) => path)).toEqual(['network.sites[0]'])
  })

  it('cannot be in the page, where it would not be asked for again', async () => {
    expect(await join(network, false)).toBeUndefined()
    expect(told.map(({ path }) => path)).toEqual(['network'])
  })

  it('without this site is no network for it', async () => {
    expect(await join({ sites: [other] })).not.toHaveProperty('network')
    expect(told.map(({ path }) => path)).toEqual(['network.sites'])
  })
})

describe('what the visitor is told', () => {
  const tell = async (given: object, language = 'nl', more: object = {}) =>
    (await tellSites(settingsOf(given, more), language, load as never, '', 'panels/')).texts

  it('is for which other sites the choice counts, in banner and preferences', async () => {
    const texts = await tell({ sites: [own, other, 'https://drie.example:8443'], register: '/keuze' })
    const more = ' Ga je via een link naar twee.example / drie.example:8443, dan geldt je keuze daar ook. Intrekken geldt dan daar ook.'
    for (const key of ['banner.text', 'preferences.text']) expect(texts[key]).toBe(`${locale('nl-je')[key]}${more}`)
  })

  it('promises no withdrawal without a register, and nothing to a site that is alone', async () => {
    expect((await tell(network))['banner.text']).toMatch(/dan geldt je keuze daar ook\.$/)
    expect((await tell({ sites: [own] }))['banner.text']).toBe(locale('nl-je')['banner.text'])
  })

  it('comes behind the owner’s own words', async () => {
    expect((await tell(network, 'nl', { texts: { 'banner.text': 'Mag dit?' } }))['banner.text']).toMatch(/^Mag dit\? Ga je via een link/)
  })

  it.each(Object.keys(locales).map((name) => [name]))('is said in %s', async (name) => {
    const [language = '', register = 'je'] = name.split(/-(?=je$|u$)/)
    const texts = await tell({ ...network, register: '/keuze' }, language, { register })
    expect(texts['banner.text']).toContain('twee.example')
    expect(texts['banner.text']).toContain(locale(name)['network.register'])
  })
})
