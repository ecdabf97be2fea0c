import { expect, it } from 'vitest'
import { ownServices } from '../../src/own.ts'
import { service, settingsOf } from '../properties/support.ts'

const own = (configuration: Parameters<typeof settingsOf>[0]) =>
  ownServices(settingsOf(configuration))[0]?.cookies?.map(({ name, duration, storage = 'cookie' }) => [name, duration, storage])

it('the library’s own cookie and keys are those that are configured', () => {
  expect(own({})).toEqual([
    ['toestemming', 'P180D', 'cookie'],
    ['toestemming', 'persistent', 'local'],
    ['toestemming:settings', 'persistent', 'local'],
  ])
  expect(own({ cookie: { name: 'voorkeur' }, validDays: 365 })).toEqual([
    ['voorkeur', 'P365D', 'cookie'],
    ['voorkeur', 'persistent', 'local'],
    ['toestemming:settings', 'persistent', 'local'],
  ])
})

it('of several sites the key that they share is among them', () => {
  expect(own({ network: { sites: ['https://een.example'], register: '/r.html' } })?.at(-1)?.[0]).toBe('toestemming:network')
})

it('what the configuration lists itself stays as it is', () => {
  expect(own({ services: [service('toestemming', 'functional')] })).toBeUndefined()
})
