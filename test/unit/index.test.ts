import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import '../support/selectors.ts'
import { type Consent, createConsent } from '../../src/index.ts'

let consent: Consent | undefined
afterEach(() => {
  consent?.destroy()
  consent = undefined
  vi.unstubAllGlobals()
  localStorage.clear()
})

// What follows an answer half a second later is to find its page.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 700)))

describe('createConsent', () => {
  it('gives an object that answers at once', () => {
    consent = createConsent({ services: [{ id: 'survey', category: 'analytics', provider: 'Bureau X' }] })
    expect(consent.has('functional')).toBe(true)
    expect(consent.has('survey')).toBe(false)
    consent.save({ survey: true })
    expect(consent.has('survey')).toBe(true)
    expect(consent.record.id).toMatch(/^[\w-]{22}$/)
    expect(localStorage.getItem('toestemming')).toMatch(/^1\.\d{13}\.0\.1\.api\./)
  })

  it('has its catalogue services a moment later, and knows nothing before', async () => {
    consent = createConsent({ services: ['matomo'] })
    expect(consent.record).toEqual({ answers: {} })
    await vi.waitFor(() => expect(consent?.record.answers).toHaveProperty('matomo', 'never asked'))
  })

  it('throws for a wrong configuration, with a line for each thing that is wrong', () => {
    expect(() => createConsent({ registr: 'u' } as never)).toThrow(
      '[toestemming] registr: there is no key "registr". Did you mean "register"?',
    )
    expect(() => createConsent({ services: ['matomoo'] })).toThrow('Did you mean "matomo"?')
    expect(() => createConsent({ validDays: 30, revision: 0 })).toThrow(/- revision: .*\n- validDays: |- validDays: .*\n- revision: /)
    expect(() => createConsent(null as never)).toThrow('[toestemming] configuration: found null.')
  })

  it('throws for a network that is wrong, and begins in one that is right once the other sites have been heard', async () => {
    expect(() => createConsent({ network: { sites: ['https://twee.example/'] } })).toThrow(
      'network.sites[0]: found "https://twee.example/".',
    )
    consent = createConsent({
      // A cookie is written a moment later than its record: that of an earlier test may come only now.
      cookie: { name: 'samen' },
      network: { sites: [location.origin, 'https://twee.example'] },
      services: [{ id: 'survey', category: 'analytics', provider: 'Bureau X' }],
    })
    expect(consent.has('functional')).toBe(false)
    await vi.waitFor(() => expect(consent?.record.answers).toHaveProperty('survey', 'never asked'))
    consent.save({ survey: true })
    expect(localStorage.getItem('toestemming:network')).toMatch(/^1\.1\.[\w-]{22}\.\w{5}~y~\w+$/)
  })

  it('takes what is undefined for absent', () => {
    consent = createConsent({ owner: undefined as never })
    expect(consent.has('analytics')).toBe(false)
  })

  it('throws where there is no page, and says what to do', () => {
    vi.stubGlobal('document', undefined)
    expect(() => createConsent()).toThrow('call it in the browser')
  })

  it('writes nothing before a choice', () => {
    const [item, cookie] = [vi.spyOn(Storage.prototype, 'setItem'), vi.spyOn(document, 'cookie', 'set')]
    consent = createConsent({ services: [{ id: 'survey', category: 'analytics', provider: 'Bureau X' }] })
    consent.open()
    consent.close()
    expect(item).not.toHaveBeenCalled()
    expect(cookie).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})
