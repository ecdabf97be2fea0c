import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { action, createPage, offer } from './support.ts'

describe('cookie table', () => {
  let page: ReturnType<typeof createPage>
  let root: () => ShadowRoot
  beforeEach(() => {
    page = createPage()
    root = page.mount('cookies').root
  })
  afterEach(() => page.clear())

  const row = () => [...root().querySelectorAll('tbody tr')].map((one) => [...one.children].map((cell) => cell.textContent.trim()))

  it('lists every service, with provider, purpose, policy and place', () => {
    page.draw()
    const text = root().textContent
    for (const part of ['Google', 'Matomo', 'YouTube', 'Vimeo', 'Voorbeeld BV', 'Toont video’s.', 'buiten de EER'])
      expect(text).toContain(part)
    expect(root().querySelector('a[href="/youtube"]')?.textContent).toBe('Privacyverklaring van Google')
  })

  it('tells of every cookie its name, time, kind and party', () => {
    const cookies = [
      { name: '_ga', duration: 'P2Y' },
      { name: '/^_pk_id\\.\\d+/', duration: 'P13M' },
      { name: 'device', duration: 'persistent', storage: 'local', party: 'third' },
      { name: 'YSC', duration: 'session', storage: 'session' },
      { name: 'odd' },
    ] as const
    page.draw({ categories: [offer({ id: 'social' }, [{ id: 'x', category: 'social', provider: 'X', cookies }])] })
    expect(row()).toEqual([
      ['_ga', '2 jaar', 'cookie van deze website'],
      ['_pk_id*', '13 maanden', 'cookie van deze website'],
      ['device', 'tot je het verwijdert', 'local storage van X'],
      ['YSC', 'tot het sluiten van de browser', 'session storage van deze website'],
      ['odd', 'niet bekend', 'cookie van deze website'],
    ])
    expect([...root().querySelectorAll('th')].every((cell) => ['col', 'row'].includes(cell.getAttribute('scope') ?? ''))).toBe(true)
  })

  it('tells the answer to every service that is asked for', () => {
    page.draw({ answers: { 'google-analytics': 'yes', youtube: 'no' } })
    const answers = [...root().querySelectorAll('h4')].map((heading) => heading.textContent)
    expect(answers).toEqual([
      'Voorbeeld BV (geen toestemming nodig)',
      'Google (toegestaan)',
      'Matomo (geen toestemming nodig)',
      'YouTube (geweigerd)',
      'Vimeo (nog niet gekozen)',
    ])
  })

  it("tells the visitor's own choice, with date, version and number", () => {
    page.draw({ record: { id: 'abc', decided: Date.UTC(2026, 10, 21, 12) }, withdrawable: true })
    expect(root().textContent).toMatch(/Je koos op 21 november 2026 om \d\d:00 \(versie 3\)\. Nummer van je keuze: abc\./)
    action(root(), 'open').click()
    action(root(), 'withdraw').click()
    expect([page.actions.open.mock.calls, page.actions.withdraw.mock.calls]).toEqual([[[]], [[]]])
  })

  it('has no number and nothing to withdraw before there is a choice', () => {
    page.draw()
    expect(root().textContent).toContain('Je hebt nog niet gekozen.')
    expect(root().textContent).not.toContain('Nummer')
    expect(() => action(root(), 'withdraw')).toThrow()
  })

  it('asks nothing', () => {
    page.draw()
    expect(root().querySelector('input')).toBeNull()
  })

  it('marks a text that is not in the language of the page', () => {
    page.draw({ lang: 'en' })
    expect([...root().querySelectorAll('bdi[lang]')].map((part) => [part.getAttribute('lang'), part.textContent.trim()])).toEqual([
      ['nl', 'Toont video’s.'],
    ])
  })
})
