import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { locales } from '../../support/texts.ts'
import { action, createPage, offer, settings } from './support.ts'

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

  it('lists what the library itself keeps with what is required, and nowhere else', () => {
    page.draw({ settings: { ...settings, cookie: { name: 'voorkeur', domain: null }, validDays: 365 } })
    const groups = [...root().querySelectorAll('fieldset')].filter((group) => group.textContent.includes('voorkeur'))
    expect(groups.map((group) => group.querySelector('h3')?.firstChild?.textContent)).toEqual(['Functioneel'])
    expect(row()).toContainEqual([expect.stringMatching(/^voorkeur/), '365 dagen', 'cookie van deze website'])
  })

  it('tells what the provider is to the owner, where that is known (R-138)', () => {
    const services = [
      { id: 'a', category: 'social', provider: 'A', role: 'processor' },
      { id: 'b', category: 'social', provider: 'B', role: 'controller' },
      { id: 'c', category: 'social', provider: 'C', role: 'joint' },
      { id: 'd', category: 'social', provider: 'D' },
    ] as const
    page.draw({ categories: [offer({ id: 'social' }, services)] })
    expect([...root().querySelectorAll('li > p:first-of-type')].map((one) => one.textContent.trim())).toEqual([
      'Aanbieder: A. De aanbieder werkt in opdracht van ons (verwerker).',
      'Aanbieder: B. De aanbieder bepaalt zelf ook waarvoor de gegevens worden gebruikt (verwerkingsverantwoordelijke).',
      'Aanbieder: C. Wij en de aanbieder bepalen samen waarvoor de gegevens worden gebruikt (gezamenlijk verantwoordelijk).',
      'Aanbieder: D.',
    ])
  })

  it('says of a service without cookies whether there are none, or nobody knows which', () => {
    const services = [
      { id: 'none', category: 'social', provider: 'Geen', cookies: [] },
      { id: 'unknown', category: 'social', provider: 'Onbekend' },
    ]
    page.draw({ categories: [offer({ id: 'social' }, services)] })
    expect([...root().querySelectorAll('li > p:last-child')].map((one) => one.textContent)).toEqual([
      'Deze dienst plaatst geen cookies en bewaart niets in de browser.',
      'Welke cookies deze dienst plaatst, is ons niet bekend.',
    ])
  })

  it.each([
    ['nl-je', '2026-11-29', 'Versie 3, laatst gewijzigd op 29 november 2026.'],
    ['nl-je', undefined, 'Versie 3.'],
    // What is no day is left out, and nothing else with it.
    ['nl-je', '29-11-2026', 'Versie 3.'],
    ['nl-je', 20261129, 'Versie 3.'],
    ['de-u', '2026-11-29', 'Version 3, zuletzt geändert am 29. November 2026.'],
  ])('tells its version and the day of its last change: %s, %s (R-141)', (name, updated, said) => {
    page.draw({ settings: { ...settings, updated }, lang: name.slice(0, 2), texts: locales[name] ?? {} })
    expect([...root().querySelectorAll('section > p')].map((one) => one.textContent)).toContain(said)
    expect(root().querySelectorAll('fieldset')).toHaveLength(3)
  })

  it('tells the answer to every service that is asked for', () => {
    page.draw({ answers: { 'google-analytics': 'yes', youtube: 'no' } })
    const answers = [...root().querySelectorAll('h4')].map((heading) => heading.textContent)
    expect(answers).toEqual([
      'Voorbeeld BV (geen toestemming nodig)',
      'Toestemming (geen toestemming nodig)',
      'Google (toegestaan)',
      'Matomo (geen toestemming nodig)',
      'YouTube (geweigerd)',
      'Vimeo (nog niet gekozen)',
    ])
  })

  it("tells the visitor's own choice, with date, version and number", () => {
    page.draw({ record: { id: 'abc', decided: Date.UTC(2026, 10, 21, 12) }, withdrawable: true })
    expect(root().textContent).toContain('Versie 3.')
    expect(root().textContent).toMatch(/Je koos op 21 november 2026 om \d\d:00\. Nummer van je keuze: abc\./)
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

  it('tells what is stored, not what a switch beside it says that was moved and not saved', () => {
    const settings = page.mount('settings').root
    const heading = (name: string) =>
      [...root().querySelectorAll('h4')].find(({ textContent }) => textContent.startsWith(name))?.textContent
    const change = { categories: [offer({ id: 'social' })], answers: { social: 'no', youtube: 'no', vimeo: 'yes' } } as const
    page.draw(change)
    for (const name of ['social/youtube', 'social/vimeo']) settings().querySelector<HTMLInputElement>(`[name="${name}"]`)?.click()
    expect(settings().querySelector<HTMLInputElement>('[name="social/youtube"]')?.checked).toBe(true)
    expect([heading('YouTube'), heading('Vimeo')]).toEqual(['YouTube (geweigerd)', 'Vimeo (toegestaan)'])
  })

  it('tells of what nobody configured the answer to its category, yes or no, while it has none of its own', () => {
    const met = { id: 'x', category: 'social', provider: 'X' }
    const categories = [{ ...offer({ id: 'social' }), services: [met] }]
    for (const [answer, told] of [
      ['yes', 'X (toegestaan)'],
      ['no', 'X (geweigerd)'],
    ] as const) {
      page.draw({ categories, answers: { social: answer } })
      expect(root().querySelector('h4')?.textContent).toBe(told)
    }
  })

  it('offers no objection to what is always on, and tells its reason', () => {
    const pay = { id: 'pay', category: 'functional', provider: 'Betaaldienst', exempt: 'Nodig om te betalen.' }
    page.draw({ categories: [offer({ id: 'functional' }, [pay])] })
    expect(root().textContent).toContain('Nodig om te betalen.')
    expect(root().textContent).not.toContain('bezwaar')
  })

  it('asks nothing', () => {
    page.draw()
    expect(root().querySelector('input')).toBeNull()
  })

  it('marks a text that is not in the language of the page', () => {
    page.draw({ lang: 'en' })
    const marked = [...root().querySelectorAll('bdi[lang]')].map((part) => [part.getAttribute('lang'), part.textContent.trim()])
    expect(marked.filter(([lang]) => lang !== 'en')).toEqual([['nl', 'Toont video’s.']])
  })
})
