import { afterEach, expect, it } from 'vitest'
import { checkStored } from '../../../src/debug/checkStorage.ts'
import { readStored, type Stored } from '../../../src/debug/readStored.ts'
import type { Answer, Configuration } from '../../../src/index.ts'
import { contextOf, lines, never, noWrites } from './support.ts'

afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const cookie = (name: string): Stored => ({ storage: 'cookie', name })
interface Case {
  readonly stored: readonly Stored[]
  readonly before?: readonly Stored[]
  readonly configuration?: Configuration
  readonly granted?: readonly string[]
  readonly answers?: Readonly<Record<string, Answer>>
  readonly writer?: string
  readonly told?: Set<string>
}
const check = ({ stored, before = [], configuration, granted, answers, writer, told = new Set() }: Case) =>
  lines(checkStored(stored, before, contextOf(configuration, granted, answers), never, { ...noWrites, writerOf: () => writer }, told))

it('what is kept is read by kind', () => {
  localStorage.setItem('one', '1')
  sessionStorage.setItem('two', '2')
  expect(readStored()).toEqual(
    expect.arrayContaining([
      { storage: 'local', name: 'one' },
      { storage: 'session', name: 'two' },
    ]),
  )
})

it('a cookie of a service that is not granted is told with what set it', () => {
  const stored = [cookie('_meter')]
  expect(check({ stored, writer: 'https://meter.example/m.js' })).toEqual([
    expect.stringMatching(
      /^error: The cookie "_meter" of Meetbureau was set without consent for analytics\. The script https:\/\/meter\.example\/m\.js, of Meetbureau, set it\./,
    ),
  ])
  expect(check({ stored, writer: '' })).toEqual([expect.stringContaining('Code in the page itself set it.')])
  expect(check({ stored })).toEqual([expect.stringContaining('No script was seen to set it')])
  expect(check({ stored, granted: ['meter'] })).toEqual([])
})

it('one that was there before is a warning, and says whether it could have been erased', () => {
  const both = { stored: [cookie('_meter')], before: [cookie('_meter')] }
  expect(check(both)).toEqual([expect.stringMatching(/^warning: .*An earlier visit left it/)])
  expect(check({ ...both, answers: { meter: 'no' } })).toEqual([expect.stringMatching(/^warning: .*It could not be erased/)])
  expect(check({ ...both, writer: '' })).toEqual([expect.stringMatching(/^error: /)])
})

it('one that no service declares is named with the likely service and the line to add', () => {
  expect(check({ stored: [cookie('_ga_ABC')], writer: '' })).toEqual([
    expect.stringMatching(
      /^error: The cookie "_ga_ABC" is most likely of Google Analytics.*must wait for analytics.* \| "services": \[ …, "google-analytics" \]$/,
    ),
  ])
  expect(check({ stored: [cookie('_ga')], granted: ['analytics'] })).toEqual([expect.stringMatching(/^warning: /)])
})

it('those that nobody knows are told together, each once, with a service to fill in', () => {
  const told = new Set<string>()
  const stored = [cookie('own-cart'), { storage: 'local', name: 'own-theme' } as const]
  expect(check({ stored, told })).toEqual([
    expect.stringMatching(
      /^warning: .*the cookie "own-cart", the localStorage key "own-theme"\..* \| .*"cookies":\[{"name":"own-cart","duration":"session"},{"name":"own-theme","duration":"persistent","storage":"local"}\]/,
    ),
  ])
  expect(check({ stored, told })).toEqual([])
  expect(check({ stored: [...stored, cookie('new')], told })).toEqual([expect.not.stringContaining('"cart"')])
})

it('the library’s own record is not told', () => {
  expect(
    check({
      stored: [cookie('toestemming'), { storage: 'local', name: 'toestemming' }, { storage: 'local', name: 'toestemming:settings' }],
    }),
  ).toEqual([])
})
