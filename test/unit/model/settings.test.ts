import { describe, expect, it } from 'vitest'
import { complete, completeSettings, named, standard } from '../../../src/model/settings.ts'

const matomo = { id: 'matomo', category: 'analytics', provider: 'Matomo', hosts: ['matomo.example'] }
const page = { hostname: 'www.voorbeeld.nl', catalogue: { matomo, gone: undefined } }
const survey = { id: 'survey', category: 'crash', provider: 'Bureau X', hosts: ['survey.example'] }

describe('settings', () => {
  it('have a default for everything', () => {
    expect(completeSettings({}, page)).toEqual({
      owner: 'www.voorbeeld.nl',
      locale: '',
      register: 'je',
      revision: 1,
      validDays: 180,
      links: {},
      withdrawal: 'reload',
      unlisted: 'allow',
      requests: 'fail',
      texts: {},
      categories: [{ id: 'functional' }, { id: 'analytics' }, { id: 'tracking' }, { id: 'social' }, { id: 'recaptcha' }],
      services: [],
      places: [],
      signals: { google: 'basic', gpc: true, matomo: 'tracking' },
      urgency: 0,
      cookie: { name: 'toestemming', domain: null },
      ui: { layout: 'bar', theme: 'auto', trigger: 'bottom-left' },
    })
  })

  it('keep what is configured, part by part', () => {
    expect(
      completeSettings({ owner: 'Voorbeeld BV', ui: { theme: 'dark' }, cookie: { name: 'keuze' }, validDays: 365 }, page),
    ).toMatchObject({
      owner: 'Voorbeeld BV',
      ui: { layout: 'bar', theme: 'dark', trigger: 'bottom-left' },
      cookie: { name: 'keuze', domain: null },
      validDays: 365,
    })
  })

  it('know how soon vendors must hear something: never, after a decision, or before anything runs', () => {
    const urgency = (service: object, google: 'basic' | 'off' = 'basic') =>
      completeSettings({ services: [{ ...survey, ...service }], signals: { google } }, page).urgency
    expect([urgency({}), urgency({ signal: 'google' }), urgency({ signal: 'google' }, 'off'), urgency({ signal: 'meta' }, 'off')]).toEqual([
      0, 1, 0, 1,
    ])
    expect(urgency({ signal: 'matomo', exempt: 'Geen cookies.' })).toBe(2)
    // What the owner leaves unmarked, because it asks the vendor's own interface.
    expect(urgency({ signal: 'wordpress' })).toBe(2)
    const matomo = { ...survey, signal: 'matomo' } as const
    expect(completeSettings({ services: [matomo], signals: { matomo: 'cookie' } }, page).urgency).toBe(2)
    expect(completeSettings({ services: [matomo] }, page).urgency).toBe(1)
    const google = { ...survey, signal: 'google' } as const
    expect(completeSettings({ services: [google], signals: { google: 'advanced' } }, page).urgency).toBe(2)
  })

  it('let Google’s hosts go in advanced mode, and no others', () => {
    const services = [{ ...survey, signal: 'google' as const }, matomo]
    const places = completeSettings({ services, signals: { google: 'advanced' } }, page).places
    expect(places.map(([, id]) => id).sort()).toEqual(['functional', 'matomo'])
  })

  it('have the standard categories first, in their order, then the owner’s', () => {
    const { categories } = completeSettings({ categories: { crash: { title: 'Fouten' }, social: { title: 'Video' } } }, page)
    expect(categories.map(({ id }) => id)).toEqual([...standard, 'crash'])
    expect(categories.at(-1)).toEqual({ id: 'crash', title: 'Fouten' })
    expect(categories[3]).toEqual({ id: 'social', title: 'Video' })
  })

  it('have services by catalogue id, with changes, or written out, and their places', () => {
    const { services, places } = completeSettings(
      { services: ['matomo', { use: 'matomo', id: 'second', exempt: 'Geen cookies.' }, survey] },
      page,
    )
    expect(services).toEqual([matomo, { ...matomo, use: 'matomo', id: 'second', exempt: 'Geen cookies.' }, survey])
    expect(places.map(([, id]) => id).sort()).toEqual(['matomo', 'second', 'survey'])
  })

  it('survive being kept as JSON', () => {
    const settings = completeSettings({ services: ['matomo', survey], categories: { crash: {} } }, page)
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings)
  })
})

describe('complete', () => {
  it('leaves the catalogue as it is', () => {
    complete({ use: 'matomo', provider: 'Wij' }, page.catalogue)
    expect(matomo.provider).toBe('Matomo')
  })
})

describe('named', () => {
  it('finds the catalogue ids in whatever is given', () => {
    expect(named({ services: ['matomo', { use: 'youtube' }, survey, 3, null, { use: 4 }] })).toEqual(['matomo', 'youtube'])
    for (const odd of [undefined, null, 3, 'x', [], {}, { services: 'matomo' }, { services: { use: 'matomo' } }])
      expect(named(odd)).toEqual([])
  })
})
