import { describe, expect, it } from 'vitest'
import { checkNetwork } from '../../../src/model/checkNetwork.ts'
import type { Network } from '../../../src/model/types.ts'

const found = (network: Partial<Network>) => checkNetwork(network, 'https://een.example').map(({ path }) => path)
const sites = ['https://een.example', 'https://twee.example:8443', 'http://localhost:4700']

describe('a network', () => {
  it('is right with origins, and a path', () => {
    expect(found({ sites })).toEqual([])
    expect(found({ sites, register: '/keuze' })).toEqual([])
  })

  it.each([
    'https://twee.example/',
    'https://twee.example/pad',
    'twee.example',
    '//twee.example',
    '/',
    '',
    'null',
    'data:x',
    'https://TWEE.example',
  ])('cannot have "%s" for a site', (site) => {
    expect(found({ sites: [...sites, site] })).toEqual(['network.sites[3]'])
  })

  it('needs sites', () => {
    expect(found({})).toEqual(['network.sites'])
    expect(found({ sites: [] })).toEqual(['network.sites'])
  })

  it.each(['//twee.example/keuze', '/\\twee.example/keuze', 'https://een.example/keuze', 'keuze', ''])(
    'cannot have "%s" for a register',
    (register) => {
      expect(found({ sites, register })).toEqual(['network.register'])
    },
  )
})
