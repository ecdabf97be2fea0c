import { expect, it } from 'vitest'
import { createState } from '../../../src/core/state.ts'
import { waitsForAct } from '../../../src/gate/waitsForAct.ts'
import { completeSettings, standard } from '../../../src/model/settings.ts'
import type { ConsentRecord } from '../../../src/model/types.ts'

const words = (text: string) => text.split(' ')

it('what needs the functional category and its absence waits for an act, and nothing else does', () => {
  expect(waitsForAct(words('functional !functional'))).toBe(true)
  expect(waitsForAct(words('!functional social functional'))).toBe(true)
  for (const other of ['functional', '!functional', 'social !social', 'social', ''])
    expect([other, waitsForAct(words(other))]).toEqual([other, false])
})

it('no choice ever fulfils it, whatever is granted', () => {
  const settings = completeSettings(
    { services: [{ id: 'knop', category: 'social', provider: 'Knop', exempt: 'x' }] },
    { hostname: 'x', catalogue: {} },
  )
  const answers = new Map(standard.map((id) => [id, 'yes'] as const))
  const record: ConsentRecord = { id: 'x', decided: 1, oldest: 1, revision: 1, source: 'banner', answers }
  const state = createState(settings, () => record)
  expect(state.allows(['social'], 'knop')).toBe(true)
  for (const service of ['knop', 'ander', undefined]) expect(state.allows(words('functional !functional'), service)).toBe(false)
})
