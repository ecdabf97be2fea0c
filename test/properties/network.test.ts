/**
 * Two and three sites of one owner and their register, with the real part that joins them: one visitor answers, withdraws, follows links in any order
 * and in both directions at once, while the register fails now and then. What must hold is looked at when all have been visited with a register that works.
 */

import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { decode, encode } from '../../src/model/codec.ts'
import { decide } from '../../src/model/decide.ts'
import { readLedger } from '../../src/model/ledger.ts'
import { serviceCode } from '../../src/model/serviceCode.ts'
import { completeSettings } from '../../src/model/settings.ts'
import type { Source } from '../../src/model/types.ts'
import { joinNetwork } from '../../src/network.ts'
import './seed.ts'

const names = ['een', 'twee', 'drie']
const services = { meter: 'analytics', reclame: 'tracking', film: 'social' } as const
const codes = Object.fromEntries(Object.keys(services).map((id) => [id, serviceCode(id)])) as Record<keyof typeof services, string>
const all = Object.entries(services).flatMap(([id, category]) => [category, serviceCode(id)])
const group = (category: string) => Object.entries(services).flatMap(([id, one]) => (one === category ? [one, serviceCode(id)] : []))
const of = (keys: readonly string[], yes: boolean) => new Map(keys.map((key) => [key, yes]))

/** What a visitor can do: what it answers, whether that is all that is asked, and where. */
const acts = {
  accept: [of(all, true), true, 'banner'],
  reject: [of(all, false), true, 'banner'],
  choose: [new Map([...of(all, false), ...of(group('analytics'), true)]), true, 'preferences'],
  'accept by a button of the owner': [of(all, true), true, 'api'],
  withdraw: [of(all, false), true, 'withdrawal'],
  'withdraw tracking': [of(group('tracking'), false), false, 'withdrawal'],
  'withdraw social': [of(group('social'), false), false, 'withdrawal'],
  'refuse the film': [of([codes.film], false), false, 'api'],
  'allow the film': [of([codes.film], true), false, 'placeholder'],
  'allow analytics': [of(group('analytics'), true), false, 'form'],
} as const satisfies Record<string, readonly [ReadonlyMap<string, boolean>, boolean, Source]>
type Act = keyof typeof acts

/** How a request to the register goes: well; lost on the way; heard, but the answer is lost; answered with an error. */
type Fate = 'well' | 'lost' | 'unanswered' | 'error'
type Step =
  | { readonly act: Act | 'look'; readonly site: number; readonly fates: readonly Fate[] }
  | { readonly leave: number; readonly to: number; readonly fates: readonly Fate[]; readonly at?: 'once' }
  | { readonly arrive: number; readonly fates: readonly Fate[] }

interface Said {
  readonly site: number
  readonly time: number
  readonly key: string
  readonly told?: boolean
}
interface Site {
  readonly origin: string
  readonly storage: Map<string, string>
  /** Refusals that must count here in the end: its own, of those who were the same visitor by the register, and what links have brought. */
  readonly due: Set<Said>
  /** Of those what it surely knew: its own, and what links have brought. */
  readonly sure: Set<Said>
}

let now = Date.UTC(2026, 2, 1)
let storage = new Map<string, string>()
let referrer = ''
let answer: (url: string, init: RequestInit) => Promise<unknown> = async () => ({})
const address = { origin: '', hash: '', href: '', replace() {} }

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] })
  vi.stubGlobal('location', address)
  vi.stubGlobal('history', { state: null, replaceState() {} })
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => storage.get(name) ?? null,
    setItem: (name: string, text: string) => storage.set(name, text),
    removeItem: (name: string) => storage.delete(name),
  })
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => answer(url, init))
  vi.spyOn(document, 'referrer', 'get').mockImplementation(() => referrer)
})
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Whatever waits for an answer that is there has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

async function startVisit(count: number, hasRegister: boolean) {
  const sites = names
    .slice(0, count)
    .map((name): Site => ({ origin: `https://${name}.example`, storage: new Map(), due: new Set(), sure: new Set() }))
  const settings = completeSettings(
    {
      network: { sites: sites.map(({ origin }) => origin), ...(hasRegister && { register: '/keuze' }) },
      services: Object.entries(services).map(([id, category]) => ({ id, category, provider: id, purpose: id, hosts: [`${id}.example`] })),
    },
    { hostname: 'een.example', catalogue: {} },
  )
  const register = new Map<string, string[]>()
  const granted: Said[] = []
  const refused: Said[] = []
  const links: { readonly from: number; readonly to: number; readonly text: string; readonly sure: readonly Said[] }[] = []
  /** Numbers of one visitor, by one of them. */
  const parents = new Map<string, string>()
  const find = (number: string): string => {
    const parent = parents.get(number)
    return parent ? find(parent) : number
  }
  let ids = 0
  now += 864e5

  const recordOf = (site: Site) => decode(site.storage.get('toestemming') ?? '', now, 180)
  const ledgerOf = (site: Site) => readLedger(site.storage.get('toestemming:network')?.split(' ')[0] ?? '', now, 180)
  const known = (number: string | undefined) =>
    hasRegister && number ? sites.filter((site) => find(recordOf(site)?.id ?? '') === find(number)) : []

  const open = async (index: number, fates: readonly Fate[], hash = '', from = '') => {
    const site = sites[index] as Site
    now += 7
    vi.clearAllTimers()
    vi.setSystemTime(now)
    storage = site.storage
    referrer = from
    Object.assign(address, { origin: site.origin, hash, href: `${site.origin}/${hash}` })
    const left = [...fates]
    answer = async (url, { method, body }) => {
      const number = new URL(url).searchParams.get('id') as string
      const fate = left.shift() ?? 'well'
      if (fate === 'lost') throw new TypeError('Failed to fetch')
      if (fate === 'error') return { ok: false }
      const texts = register.get(number) ?? []
      if (method === 'POST') register.set(number, [...texts.filter((text) => text !== body), body as string])
      if (fate === 'unanswered') throw new TypeError('Failed to fetch')
      return { ok: true, text: async () => texts.join('\n') }
    }
    void joinNetwork(
      settings,
      true,
      async () => ({ writeCookie() {} }),
      () => {},
    )
    await settled()
    return site
  }

  const step = async (one: Step): Promise<void> => {
    if ('act' in one) {
      const site = await open(one.site, one.fates)
      if (one.act === 'look') return
      const [choices, whole, source] = acts[one.act]
      const before = recordOf(site)
      const newId = () => `${(++ids * 7919) % 9973}`.padStart(22, 'n')
      now += 5
      vi.setSystemTime(now)
      const record = decide(before, { choices, whole, revision: 1, source, now, newId })
      storage.set('toestemming', encode(record))
      const told = source === 'banner' || source === 'preferences'
      for (const [key, yes] of choices) {
        const said = { site: one.site, time: record.decided, key, told }
        if (yes) granted.push(said)
        else {
          refused.push(said)
          site.sure.add(said)
          for (const other of new Set([site, ...known(before?.id)])) other.due.add(said)
        }
      }
      document.dispatchEvent(new CustomEvent('toestemming:decision', { detail: { granted: [], denied: [], source, whole, choices } }))
      await settled()
    } else if ('leave' in one) {
      if (one.leave === one.to) return
      const site = await open(one.leave, one.fates)
      document.body.innerHTML = `<a href="${sites[one.to]?.origin}/">Verder</a>`
      const link = document.querySelector('a') as HTMLAnchorElement
      let text = ''
      link.addEventListener('click', (event) => {
        text = link.hash
        event.preventDefault()
      })
      link.click()
      links.push({ from: one.leave, to: one.to, text, sure: [...site.sure] })
      if (one.at) await step({ arrive: links.length - 1, fates: [] })
    } else if (links.length) {
      const { from, to, text, sure } = links.splice(one.arrive % links.length, 1)[0] as (typeof links)[number]
      const there = sites[to] as Site
      const before = recordOf(there)?.id
      const carried = readLedger(text.replace(/^#toestemming=\w+\./, ''), now, 180)?.id
      const near = new Set([there, ...known(before)])
      const far = known(carried)
      await open(to, one.fates, text, `${sites[from]?.origin}/`)
      for (const said of sure) {
        there.sure.add(said)
        for (const site of near) site.due.add(said)
      }
      const after = recordOf(there)?.id
      if (!hasRegister) return
      if (!after) for (const site of far) for (const said of there.sure) site.due.add(said)
      for (const number of [before, carried]) if (after && number && find(number) !== find(after)) parents.set(find(number), find(after))
      if (after && carried) {
        const one = new Set([...near, ...far])
        for (const said of [...one].flatMap((site) => [...site.due])) for (const site of one) site.due.add(said)
      }
    }
  }

  /** All are visited, until that changes nothing any more. */
  const settle = async () => {
    const state = () => JSON.stringify([...sites.map(({ storage }) => [...storage]), [...register]])
    for (let round = 0; round < 12; round++) {
      const before = state()
      for (const index of sites.keys()) await open(index, [])
      if (state() === before) return
    }
    throw new Error('It never comes to rest.')
  }

  return { sites, register, granted, refused, step, settle, recordOf, ledgerOf, find }
}

const fates = fc.array(fc.constantFrom<Fate>('well', 'well', 'lost', 'unanswered', 'error'), { maxLength: 5 })
const steps = (count: number) => {
  const site = fc.nat({ max: count - 1 })
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ act: fc.constantFrom(...(Object.keys(acts) as Act[])), site, fates }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('look' as const), site, fates }) },
      { weight: 4, arbitrary: fc.record({ leave: site, to: site, fates, at: fc.constant('once' as const) }) },
      { weight: 3, arbitrary: fc.record({ leave: site, to: site, fates }) },
      { weight: 3, arbitrary: fc.record({ arrive: fc.nat({ max: 9 }), fates }) },
    ) as fc.Arbitrary<Step>,
    { minLength: 4, maxLength: 24, size: 'max' },
  )
}

it.each([
  [2, true],
  [3, true],
  [3, false],
] as const)('every refusal counts wherever the consent before it does, on %i sites (register: %s)', async (count, hasRegister) => {
  await fc.assert(
    fc.asyncProperty(steps(count), async (given) => {
      const visit = await startVisit(count, hasRegister)
      for (const one of given) await visit.step(one)
      await visit.settle()
      const { sites, granted, refused, recordOf, ledgerOf, find } = visit
      for (const [index, site] of sites.entries()) {
        const record = recordOf(site)
        for (const [key, one] of record?.answers ?? []) {
          if (one !== 'yes') continue
          const { time = 0, answer: stands } = ledgerOf(site)?.said.get(key) ?? {}
          expect(stands).toBe('yes')
          // It was given, and for this site too.
          const origin = granted.find((said) => said.key === key && said.time === time && (said.site === index || said.told))
          expect(origin).toBeDefined()
          // Nobody who gave it has taken it back since, nor anybody who is the same visitor, nor who came from there.
          const since = [...site.due, ...(hasRegister ? refused.filter((said) => said.site === origin?.site) : [])]
          expect(since.filter((said) => said.key === key && said.time > time)).toEqual([])
        }
        // Whoever is one visitor has one number, and nothing is kept without a reason.
        for (const other of sites) {
          const [mine, theirs] = [record?.id, recordOf(other)?.id]
          if (mine && theirs && find(mine) === find(theirs)) expect(theirs).toBe(mine)
        }
        const text = site.storage.get('toestemming:network')
        expect(text ?? 'nothing').not.toMatch(/^$| |^1\.\d+\.[^.]*$/)
        if (!record?.id) expect(text ?? '').not.toMatch(/n{4}/)
      }
    }),
    { numRuns: 300 },
  )
})
