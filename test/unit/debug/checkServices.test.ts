import { expect, it } from 'vitest'
import { checkServices } from '../../../src/debug/checkServices.ts'
import type { Service } from '../../../src/index.ts'
import { contextOf, lines, meter } from './support.ts'

const check = (...services: (string | Service)[]) => lines(checkServices(contextOf({ services })))
const own = { id: 'own', category: 'functional', provider: 'Voorbeeld BV' }

it.each([
  ['hosts', { ...own, hosts: ['connect.facebook.net'] }, /services\[0\] \("own"\) is functional.* looks like Meta.* consent for tracking/],
  ['cookies', { ...own, cookies: [{ name: '_ga' }] }, /looks like Google Analytics/],
  ['id', { ...own, id: 'youtube' }, /looks like YouTube/],
])('a known tracker that is functional is told by its %s', (_what, service, words) => {
  expect(check(service)).toEqual([expect.stringMatching(words)])
  expect(check({ ...service, exempt: 'A written reason.' })).toEqual([])
  expect(check({ ...service, category: 'tracking' })).toEqual([])
})

it('a duration that the cookie table cannot read is told', () => {
  expect(check({ ...own, cookies: [{ name: 'cart', duration: '2 weeks' }] })).toEqual([
    expect.stringMatching(/^warning: .*the cookie "cart" has duration "2 weeks".*"P1Y"/),
  ])
  for (const duration of ['P1Y', 'session', 'persistent']) expect(check({ ...own, cookies: [{ name: 'cart', duration }] })).toEqual([])
})

it('two services that claim one cookie or one host are told', () => {
  const other = { id: 'other', category: 'tracking', provider: 'Ander', hosts: ['meter.example'], cookies: [{ name: '_meter' }] }
  expect(check(meter, other)).toEqual([
    expect.stringMatching(/^warning: services\[1\] \("other"\) and services\[0\] \("meter"\) both have the cookie "_meter"/),
    expect.stringMatching(/^warning: .* both have the host "meter\.example": only the first one counts/),
  ])
})

it('right services are told nothing of', () => {
  expect(check('google-analytics', 'google-ads', 'meta-pixel', 'youtube', 'google-recaptcha', meter, own)).toEqual([])
})

it('the library’s own cookie is told where it is listed otherwise than configured', () => {
  const told = (configuration: object) => lines(checkServices(contextOf({ services: [], ...configuration })))
  expect(told({})).toEqual([])
  expect(told({ services: ['toestemming'] })).toEqual([])
  expect(told({ services: ['toestemming'], validDays: 365 })).toEqual([expect.stringMatching(/"toestemming", P180D; .*validDays 365/)])
  expect(told({ services: ['toestemming'], cookie: { name: 'voorkeur' } })).toEqual([expect.stringMatching(/cookie\.name "voorkeur"/)])
  expect(
    told({ services: [{ use: 'toestemming', cookies: [{ name: 'voorkeur', duration: 'P180D' }] }], cookie: { name: 'voorkeur' } }),
  ).toEqual([])
  document.body.innerHTML = ''
})

it('an exempt Matomo that lists cookies is told that it keeps none', () => {
  const matomo = { use: 'matomo', exempt: 'Telt bezoeken zonder cookies.' } as unknown as Service
  expect(check(matomo)).toEqual([expect.stringMatching(/^warning: .*exempt, so Matomo is told to keep no cookies.*"cookies": \[\]/)])
  expect(check({ ...matomo, cookies: [] })).toEqual([])
})
