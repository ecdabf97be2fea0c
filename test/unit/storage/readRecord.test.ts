import { afterEach, describe, expect, it, vi } from 'vitest'
import { kept, readRecord, watchRecord } from '../../../src/storage/readRecord.ts'
import { moment, settingsOf } from '../../properties/support.ts'

const settings = settingsOf({})
const id = 'x'.repeat(22)
const text = (ago: number, yes = 'social') => `1.${moment - ago}.0.1.banner.${yes && id}.${yes}.`

/** What the browser has. */
const has = (cookie: string, mirror: string | null) => {
  vi.useFakeTimers({ now: moment, toFake: ['Date'] })
  vi.spyOn(document, 'cookie', 'get').mockReturnValue(cookie)
  vi.stubGlobal('localStorage', { getItem: (name: string) => (name === 'toestemming' ? mirror : 'other') })
}
const blocked = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the record', () => {
  it('is nothing where nothing was stored', () => {
    has('', null)
    expect(readRecord(settings)).toEqual({ record: undefined, stale: true })
  })

  it('is what cookie and mirror both say', () => {
    has(`_ga=1; toestemming=${text(5)}; toestemming2=3; b=toestemming`, text(5))
    expect(readRecord(settings)).toMatchObject({ record: { decided: moment - 5 }, stale: false })
  })

  it('comes from the mirror when the cookie is gone, and the cookie is to be written again', () => {
    has('_ga=1', text(5))
    expect(readRecord(settings)).toMatchObject({ record: { decided: moment - 5 }, stale: true })
  })

  it('comes from the cookie when the mirror is gone', () => {
    has(`toestemming=${text(5)}`, null)
    expect(readRecord(settings)).toMatchObject({ record: { decided: moment - 5 }, stale: true })
  })

  it.each([
    ['cookie', `toestemming=${text(1, '')}`, text(9)],
    ['mirror', `toestemming=${text(9)}`, text(1, '')],
    ['first cookie', `toestemming=${text(1, '')}; toestemming=${text(9)}`, text(9)],
    ['second cookie', `toestemming=${text(9)}; toestemming=${text(1, '')}`, text(9)],
  ])('is a withdrawal in the %s rather than an older consent elsewhere', (_where, cookie, mirror) => {
    has(cookie, mirror)
    expect(readRecord(settings)).toMatchObject({ record: { decided: moment - 1, id: undefined }, stale: true })
  })

  it('is read under the name that is configured, and under no name that only begins so', () => {
    has(`toestemming2=${text(1)}; xtoestemming=${text(1)}; keuze=${text(2)}`, null)
    expect(readRecord(settings).record).toBeUndefined()
    expect(readRecord(settingsOf({ cookie: { name: 'keuze' } })).record?.decided).toBe(moment - 2)
  })

  it('counts for as many days as are configured', () => {
    has(`toestemming=${text(200 * 864e5)}`, null)
    expect(readRecord(settings).record).toBeUndefined()
    expect(readRecord(settingsOf({ validDays: 365 })).record).toBeDefined()
  })

  it('is nothing where cookies and storage are blocked', () => {
    has('', null)
    vi.spyOn(document, 'cookie', 'get').mockImplementation(blocked)
    vi.stubGlobal('localStorage', { getItem: blocked })
    expect(readRecord(settings)).toEqual({ record: undefined, stale: true })
  })

  it('is read where only one of the two is blocked', () => {
    has(`toestemming=${text(5)}`, null)
    vi.stubGlobal('localStorage', { getItem: blocked })
    expect(readRecord(settings).record?.decided).toBe(moment - 5)
  })

  it('is read without a write', () => {
    has(`toestemming=${text(5)}`, null)
    const write = vi.spyOn(document, 'cookie', 'set')
    readRecord(settings)
    expect(write).not.toHaveBeenCalled()
  })
})

it('kept is empty for what is not there, and where touching it throws', () => {
  has('', null)
  expect(kept('toestemming')).toBe('')
  vi.stubGlobal('localStorage', undefined)
  expect(kept('toestemming')).toBe('')
})

it('another tab and the way back to this page are noticed', () => {
  const changed = vi.fn()
  watchRecord(changed)
  dispatchEvent(new Event('storage'))
  // As browsers do: it bubbles.
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  expect(changed).toHaveBeenCalledTimes(2)
})
