/** What the public API takes and refuses. Read by the type checker, never run: each line that is expected to be wrong must be wrong. */
import type { Answer, Change, Configuration, Consent, PublicRecord, Service } from '../../src/index.ts'
import { createConsent } from '../../src/index.ts'

type Equal<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false
const holds = <_Fact extends true>() => {}

export const configurations: readonly Configuration[] = [
  {},
  { services: ['google-analytics', { use: 'matomo', exempt: 'Tw 11.7a lid 3 b' }, { id: 'survey', provider: 'X', category: 'analytics' }] },
  { register: 'u', ui: { theme: 'dark' }, cookie: { domain: null }, records: { endpoint: null }, signals: { google: 'off', gpc: false } },
  { categories: { crash: { title: 'Fouten' } }, texts: { 'banner.title': 'Cookies' }, links: { privacy: '/privacy' } },
  { locale: 'nl-BE', updated: '2026-11-29', services: [{ use: 'matomo', role: 'processor' }] },
  { locale: 'ar' },
  { locale: 'pt-BR' },
  // @ts-expect-error a language is a tag
  { locale: 31 },
  // @ts-expect-error a key that does not exist
  { onwer: 'Voorbeeld BV' },
  // @ts-expect-error neither je nor u
  { register: 'jij' },
  // @ts-expect-error a number of days is a number
  { validDays: '180' },
  // @ts-expect-error a service that is written out has a provider
  { services: [{ id: 'survey', category: 'analytics' }] },
  // @ts-expect-error Dutch is always there
  { services: [{ id: 'survey', provider: 'X', category: 'analytics', purpose: { en: 'Asks.' } }] },
  // @ts-expect-error a cookie has a name
  { services: [{ id: 'survey', provider: 'X', category: 'analytics', cookies: [{ duration: 'P1Y' }] }] },
  // @ts-expect-error no such storage
  { services: [{ id: 'survey', provider: 'X', category: 'analytics', cookies: [{ name: 'a', storage: 'indexedDB' }] }] },
  // @ts-expect-error no legitimate interest
  { services: [{ id: 'survey', provider: 'X', category: 'analytics', basis: 'legitimate-interest' }] },
  // @ts-expect-error no such role
  { services: [{ use: 'matomo', role: 'owner' }] },
  // @ts-expect-error no such layout
  { ui: { layout: 'wall' } },
  // @ts-expect-error a reason is written
  { services: [{ use: 'matomo', exempt: true }] },
]

export function use(consent: Consent, service: Service) {
  holds<Equal<ReturnType<typeof createConsent>, Consent>>()
  holds<Equal<ReturnType<Consent['has']>, boolean>>()
  holds<Equal<ReturnType<Consent['when']>, Promise<void>>>()
  holds<Equal<Consent['record'], PublicRecord>>()
  holds<Equal<PublicRecord['answers'][string], Answer | 'never asked'>>()
  holds<Equal<PublicRecord['id'], string | undefined>>()

  const undo: () => void = consent.on('change', (change) => {
    holds<Equal<typeof change, Change>>()
    // @ts-expect-error what is told is readonly
    change.added.push('social')
  })
  undo()
  consent.on('decision', ({ source, granted }) => {
    holds<Equal<typeof granted, readonly string[]>>()
    // @ts-expect-error no such source
    return source === 'scroll'
  })
  consent.on('close', ({ view }) => holds<Equal<typeof view, 'banner' | 'preferences'>>())
  // @ts-expect-error no such event
  consent.on('accept', () => {})
  // @ts-expect-error a decision has no `added`
  consent.on('decision', ({ added }) => added)

  consent.save({ analytics: true, social: false })
  // @ts-expect-error only true grants
  consent.save({ analytics: 'yes' })
  // @ts-expect-error there is no silent way to give nothing
  consent.save()
  consent.withdraw()
  consent.withdraw('youtube')
  // @ts-expect-error one at a time
  consent.withdraw(['youtube'])
  consent.open('preferences')
  // @ts-expect-error no such view
  consent.open('table')
  consent.scan(document)
  // @ts-expect-error a root is an element, a shadow root or a document
  consent.scan('#app')
  // @ts-expect-error one category or service
  consent.has()
  // @ts-expect-error the record is readonly
  consent.record = { answers: {} }
  // @ts-expect-error and so are its answers
  consent.record.answers.analytics = 'yes'
  // @ts-expect-error a service's facts too
  service.category = 'functional'
  // @ts-expect-error JSON only
  createConsent({ texts: { 'banner.title': () => 'Cookies' } })
}
