import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createState } from '../../../src/core/state.ts'
import type { Problem } from '../../../src/model/check.ts'
import type { Heard, Signal, SignalsHost } from '../../../src/model/ports.ts'
import { serviceCode } from '../../../src/model/serviceCode.ts'
import type { Configuration } from '../../../src/model/settings.ts'
import type { Answer, ConsentRecord } from '../../../src/model/types.ts'
import { startSignals } from '../../../src/signals/signals.ts'
import { moment, service, settingsOf } from '../../properties/support.ts'

type Answers = Readonly<Record<string, Answer>>

/** A page with vendors that write down what they hear. */
function createPage(configuration: Configuration, given?: Answers, broken: Readonly<Record<string, unknown>> = {}) {
  const settings = settingsOf(configuration)
  let answers = given
  const record = (): ConsentRecord | undefined =>
    answers && {
      id: undefined,
      decided: moment,
      oldest: moment,
      revision: 1,
      source: 'banner',
      answers: new Map(
        Object.entries(answers).map(([id, answer]) => [settings.categories.some((one) => one.id === id) ? id : serviceCode(id), answer]),
      ),
    }
  const heard: string[] = []
  const problems: Problem[] = []
  const loaded: string[] = []
  const host: SignalsHost = { settings, state: createState(settings, record) }
  const vendor =
    (name: string) =>
    ({ allows }: Heard): Signal => {
      const note = (call: string) => () => {
        if (broken[name]) throw broken[name]
        heard.push(`${name} ${call}${['analytics', 'tracking'].filter(allows).map((one) => ` ${one}`)}`)
      }
      return { global: name, before: note('before'), hold: note('hold'), grant: note('grant'), revoke: note('revoke') }
    }
  const parts = {
    async load(name: string) {
      if (name === 'explain') return { report: (all: readonly Problem[]) => problems.push(...all) }
      loaded.push(name)
      if (broken[name]) throw broken[name]
      const [, vendorName = ''] = name.split('/')
      return { [vendorName]: vendor(vendorName) }
    },
  }
  return {
    host,
    heard,
    problems,
    loaded,
    start: () => startSignals(host, parts),
    decide: (next: Answers) => {
      answers = next
      heard.length = 0
      return host.signals?.tell()
    },
  }
}

const services = [
  service('ga', 'analytics', { signal: 'google' }),
  service('ads', 'tracking', { signal: 'google' }),
  service('pixel', 'tracking', { signal: 'meta' }),
  service('plain', 'social'),
]

const fail = (text: string) => {
  throw new Error(text)
}
const browserAsks = (value: unknown) => Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true })
beforeEach(() => {
  vi.useRealTimers()
})
afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(navigator, 'globalPrivacyControl')
  Reflect.deleteProperty(window, 'dataLayer')
})

describe('vendors', () => {
  it('are loaded once each, and only those that a service names', async () => {
    const page = createPage({ services })
    await Promise.all([page.start(), page.start()])
    expect(page.loaded).toEqual(['signals/google', 'signals/meta'])
    expect(page.heard).toEqual(['google before', 'google hold', 'meta before', 'meta hold'])
  })

  it('hear on a later page what stands', async () => {
    const page = createPage({ services }, { analytics: 'yes', ga: 'yes', tracking: 'no', ads: 'no', pixel: 'no' })
    await page.start()
    expect(page.heard).toEqual(['google before analytics', 'google grant analytics', 'meta before analytics', 'meta revoke analytics'])
  })

  it('hear each decision once, those that lose something first', async () => {
    const page = createPage({ services })
    await page.start()
    await page.decide({ analytics: 'yes', ga: 'yes', tracking: 'no', ads: 'no', pixel: 'no' })
    expect(page.heard).toEqual(['meta revoke analytics', 'google grant analytics'])
    await page.decide({ analytics: 'no', ga: 'no', tracking: 'no', ads: 'no', pixel: 'no' })
    expect(page.heard).toEqual(['google revoke', 'meta revoke'])
  })

  it('may do what their own service in a category may, whatever the category says; without one, what the category says', async () => {
    const page = createPage({ services: [services[0] as (typeof services)[0], service('other', 'tracking')] })
    await page.start()
    await page.decide({ analytics: 'no', ga: 'yes', tracking: 'yes', other: 'yes' })
    expect(page.heard).toEqual(['google grant analytics, tracking'])
  })

  it('are not asked for where Google is off', async () => {
    const page = createPage({ services, signals: { google: 'off' } })
    await page.start()
    expect(page.loaded).toEqual(['signals/meta'])
  })
})

describe('a vendor that fails', () => {
  it('is named, and stops no other', async () => {
    const page = createPage({ services }, undefined, { google: new TypeError('Cannot add property 0, object is not extensible') })
    await page.start()
    expect(page.heard).toEqual(['meta before', 'meta hold'])
    await vi.waitFor(() => expect(page.problems).toHaveLength(2))
    expect(page.problems[0]).toMatchObject({ path: 'window.google', found: 'TypeError: Cannot add property 0, object is not extensible' })
  })

  it('to arrive is named, and the rest goes on', async () => {
    const page = createPage({ services }, undefined, { 'signals/google': new TypeError('Failed to fetch') })
    await page.start()
    expect(page.heard).toEqual(['meta before', 'meta hold'])
    await vi.waitFor(() => expect(page.problems[0]).toMatchObject({ path: 'signals/google.js' }))
  })

  it('to answer keeps nobody waiting for more than two seconds', async () => {
    vi.useFakeTimers()
    const page = createPage({ services })
    const load = () => new Promise(() => {})
    let over = false
    void startSignals(page.host, { load }).then(() => {
      over = true
    })
    await vi.advanceTimersByTimeAsync(1990)
    expect(over).toBe(false)
    await vi.advanceTimersByTimeAsync(20)
    expect(over).toBe(true)
  })
})

describe('Global Privacy Control', () => {
  it('is a refusal of tracking and social until the visitor has answered', async () => {
    browserAsks(true)
    const page = createPage({ services })
    await page.start()
    expect(page.heard).toEqual(['google before', 'google revoke', 'meta before', 'meta revoke'])
    await page.decide({ tracking: 'yes', pixel: 'yes', ads: 'yes' })
    expect(page.heard).toEqual(['google grant tracking', 'meta grant tracking'])
  })

  it('is nothing when it is off, not exactly true, or not to be heard', async () => {
    for (const [value, gpc] of [
      [false, true],
      ['1', true],
      [true, false],
    ] as const) {
      browserAsks(value)
      const page = createPage({ services, signals: { gpc } })
      await page.start()
      expect(page.heard).toContain('meta hold')
    }
  })
})

describe('advanced mode', () => {
  const advanced = { services, signals: { google: 'advanced' } } as const
  const page = window as { dataLayer?: unknown; toestemmingTemplate?: boolean }
  /** What is wrong, once all has had its time. */
  const problems = async () => {
    vi.useFakeTimers({ now: moment })
    const { start, problems, heard } = createPage(advanced, { analytics: 'yes' })
    void start()
    await vi.advanceTimersByTimeAsync(5000)
    vi.useRealTimers()
    return { problems, heard }
  }
  afterEach(() => {
    delete page.dataLayer
    delete page.toestemmingTemplate
  })

  it('says so when there is no default before the tag', async () => {
    expect((await problems()).problems).toMatchObject([{ path: 'signals.google', found: 'advanced' }])
  })

  it.each(['basic', 'advanced'] as const)('in %s mode nothing that the page has put there keeps anybody from hearing', async (google) => {
    for (const shape of [
      { get: () => fail('no'), configurable: true },
      { value: [{ length: '1e10' }, [Symbol('x')], [Object.create(null)], null, undefined, 'consent'], configurable: true },
    ]) {
      Object.defineProperty(window, 'dataLayer', shape)
      const page = createPage({ services, signals: { google } }, { analytics: 'yes', ga: 'yes' })
      await page.start()
      expect(page.heard).toContain('google grant analytics')
      expect(page.heard).toContain('meta hold analytics')
      await page.decide({ analytics: 'no', ga: 'no' })
      expect(page.heard).toContain('google revoke')
    }
  })

  it('is right with one', async () => {
    page.dataLayer = [['consent', 'default', {}]]
    expect(await problems()).toMatchObject({ problems: [], heard: expect.arrayContaining(['google before']) })
  })

  it('leaves it to our template in Tag Manager where that runs', async () => {
    page.toestemmingTemplate = true
    const { problems: wrong, heard } = await problems()
    expect([wrong, heard.filter((call) => call.startsWith('google'))]).toEqual([[], []])
  })
})

describe('what one vendor may do in a category', () => {
  const two = [service('statistics', 'analytics'), service('ads', 'tracking'), service('audiences', 'tracking')].map(
    (one) => ({ ...one, signal: 'google' }) as const,
  )
  const loader = { ...service('loader', 'tracking'), signal: 'google', exempt: 'Laadt alleen.' } as const
  const answers = (all: readonly string[]) =>
    Array.from({ length: 2 ** all.length }, (_, bits) =>
      Object.fromEntries(all.map((id, bit) => [id, (bits >> bit) & 1 ? 'yes' : 'no'] as const)),
    )

  it.each(answers(['statistics', 'ads', 'audiences']))('is what all of its services there may: %j', async (given) => {
    for (const configured of [two, [...two, loader]]) {
      const page = createPage({ services: configured }, given as Answers)
      await page.start()
      const ads = given.ads === 'yes' && given.audiences === 'yes'
      const words = `${given.statistics === 'yes' ? ' analytics' : ''}${ads ? `${given.statistics === 'yes' ? ',' : ''} tracking` : ''}`
      expect(page.heard.at(-1)?.replace(/^google \w+/, '')).toBe(words)
    }
  })

  it('opens nothing through what is exempt, before an answer or after a refusal', async () => {
    const services = [loader, two[0] as (typeof two)[number]]
    for (const given of [undefined, { analytics: 'no', tracking: 'no' }] as const) {
      const page = createPage({ services }, given)
      await page.start()
      expect(page.heard.every((call) => !/analytics|tracking/.test(call))).toBe(true)
    }
  })
})
