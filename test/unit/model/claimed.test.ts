import { describe, expect, it } from 'vitest'
import { checkConfiguration } from '../../../src/model/checkConfiguration.ts'
import { claimed } from '../../../src/model/claimed.ts'
import { explain } from '../../../src/model/explain.ts'
import type { Service } from '../../../src/model/types.ts'

const survey = { id: 'survey', provider: 'Bureau X', category: 'analytics' }
const problems = ({ services }: { readonly services: readonly object[] }) => claimed(services as readonly Service[])

describe('two services that claim one cookie', () => {
  const other = { ...survey, id: 'other' }
  const both = (one: object, two: object) => ({
    services: [
      { ...survey, cookies: [one] },
      { ...other, cookies: [two] },
    ],
  })

  it.each([
    [{ name: 'sv' }, { name: 'sv' }],
    [{ name: 'sv_1' }, { name: 'sv_*' }],
    [{ name: 'sv_*' }, { name: 'sv_1' }],
    [{ name: '/^sv_\\d/' }, { name: 'sv_1' }],
    [
      { name: 'sv', storage: 'local' },
      { name: 'sv', storage: 'local' },
    ],
  ])('are told of it, and nothing is held for it: %j, %j', (one, two) => {
    const found = problems(both(one, two))
    expect(checkConfiguration(both(one, two), { hostname: 'www.voorbeeld.nl', catalogue: {} })).toEqual([])
    expect(found).toEqual([{ path: 'services[1].cookies[0].name', found: `${two.name}, also of survey`, expected: 'claimed' }])
    expect(explain(found)).toContain('It should be listed with one service only')
  })

  it.each([
    [{ name: 'sv' }, { name: 'sv_1' }],
    [{ name: 'sv' }, { name: 'sv', storage: 'local' }],
    [
      { name: 'sv', party: 'third' },
      { name: 'sv', party: 'third' },
    ],
    [{ name: 'sv' }, { name: 'sv', party: 'third' }],
  ])('are not meant where it is another one: %j, %j', (one, two) => {
    expect(problems(both(one, two))).toEqual([])
  })

  it('are not meant where one service lists it twice', () => {
    expect(problems({ services: [{ ...survey, cookies: [{ name: 'sv_*' }, { name: 'sv_1' }] }] })).toEqual([])
  })
})
