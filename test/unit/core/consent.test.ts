import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCore } from '../../../src/core/consent.ts'
import type { Application, Applications } from '../../../src/core/contract.ts'
import type { Judge, SignalsHost } from '../../../src/model/ports.ts'
import { serviceCode } from '../../../src/model/serviceCode.ts'
import type { Answer, ConsentRecord } from '../../../src/model/types.ts'
import { moment, openPage, service, settingsOf } from '../../properties/support.ts'

const record = (answers: Readonly<Record<string, Answer>>, rest: Partial<ConsentRecord> = {}): ConsentRecord => ({
  id: 'x'.repeat(22),
  decided: moment - 1e9,
  oldest: moment - 1e9,
  revision: 1,
  source: 'banner',
  answers: new Map(Object.entries(answers)),
  ...rest,
})

/** The core with an application that arrives when it is told to. */
function createPage(
  stored?: ConsentRecord | (() => ConsentRecord | undefined),
  stale = false,
  heard: (host: SignalsHost) => void = () => {},
) {
  const calls: string[] = []
  const names = ['acceptAll', 'rejectAll', 'save', 'withdraw', 'open', 'close', 'act', 'grant', 'draw', 'adopt', 'tidy', 'destroy'] as const
  const application = Object.fromEntries(
    names.map((name) => [name, (...all: unknown[]) => void calls.push([name, ...all.filter((one) => typeof one === 'string')].join(' '))]),
  ) as unknown as Application
  const loads: { resolve: (module: Applications<undefined>) => void; reject: (error: unknown) => void }[] = []
  const said: ((value: unknown) => void)[] = []
  const scanned: unknown[] = []
  const shown: boolean[] = []
  let judge: Judge | undefined
  let press = () => {}
  const core = createCore<undefined>({
    read: () => ({ record: typeof stored === 'function' ? stored() : stored, stale }),
    watch() {},
    gate(given) {
      judge = given
      return {
        needs: () => ({ words: [], service: undefined }),
        once: new Set(),
        ran: [],
        roots: new Set(),
        copies: new WeakMap(),
        refresh() {},
        equip() {},
        scan: (root) => scanned.push(root),
        stop() {},
      }
    },
    trigger(is, _settings, given) {
      shown.push(is)
      press = given
    },
    signals(host) {
      heard(host)
      return new Promise((resolve) => said.push(resolve))
    },
    application: () => new Promise((resolve, reject) => loads.push({ resolve, reject })),
    parts: undefined,
  })
  return {
    ...core,
    calls,
    loads,
    said,
    scanned,
    shown,
    press: () => press(),
    judge: () => judge as unknown as Judge,
    arrive: async () => {
      loads.at(-1)?.resolve({ startApplication: () => application })
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}
const settings = settingsOf({ services: [service('youtube', 'social')] })
const readyState = (state: DocumentReadyState) => vi.spyOn(document, 'readyState', 'get').mockReturnValue(state)

beforeEach(() => void vi.useFakeTimers({ now: moment }))
afterEach(() => {
  // What was stubbed is put back as it was then: before the timers are.
  vi.unstubAllGlobals()
  vi.useRealTimers()
  vi.restoreAllMocks()
  Reflect.deleteProperty(window, 'dataLayer')
})

describe('before it has started', () => {
  it('grants nothing, knows nothing and loads nothing', () => {
    const { consent, loads, act } = createPage()
    expect(consent.has('functional')).toBe(false)
    expect(consent.record).toEqual({ answers: {} })
    expect(act('open')).toBe(false)
    consent.acceptAll()
    consent.open()
    expect(loads).toHaveLength(0)
  })

  it('keeps what is asked of it for later, in order', async () => {
    const page = createPage()
    page.consent.rejectAll()
    page.consent.withdraw('social')
    page.consent.scan(document.body)
    page.start(settings, 0)
    await page.arrive()
    expect(page.calls).toEqual(['rejectAll', 'withdraw social', 'draw'])
    expect(page.scanned).toEqual([document.body])
  })
})

describe('the application', () => {
  it('is not loaded where everything is remembered', () => {
    const stored = record({ social: 'yes' })
    const page = createPage(stored)
    page.start(settings, stored.decided)
    page.look()
    expect(page.consent.has('social')).toBe(true)
    expect(page.loads).toHaveLength(0)
    expect(page.shown.at(-1)).toBe(true)
  })

  it('is not loaded where there is nothing to ask, and then there is no trigger either', () => {
    const page = createPage()
    page.start(settingsOf({}), 0)
    page.look()
    expect(page.loads).toHaveLength(0)
    expect(page.shown.at(-1)).toBe(false)
  })

  it('is loaded once, to draw, when something was never asked and there is a page to draw in', async () => {
    const page = createPage()
    const state = readyState('loading')
    page.start(settings, 0)
    page.look()
    expect(page.loads).toHaveLength(0)
    expect(page.shown).toEqual([])
    state.mockReturnValue('interactive')
    page.look()
    expect(page.loads).toHaveLength(1)
    state.mockReturnValue('complete')
    page.look()
    expect(page.loads).toHaveLength(1)
    expect(page.shown.at(-1)).toBe(false)
    await page.arrive()
    expect(page.calls).toContain('draw')
  })

  it.each([
    ['what is stored is not the same everywhere', record({ social: 'no' }), true, true],
    ['these settings have not been kept', record({ social: 'no' }), false, false],
    ['the page before forgot them because of a withdrawal', record({ social: 'no' }, { source: 'withdrawal' }), false, false],
  ])('is loaded to tidy when %s', async (_when, stored, stale, known) => {
    const page = createPage(stored, stale)
    page.start(settings, known ? stored.decided : undefined)
    await page.arrive()
    expect(page.calls).toContain('tidy')
  })

  it('is not loaded to tidy when all is well', () => {
    const stored = record({ social: 'no' }, { source: 'withdrawal', decided: moment - 5e5 })
    const page = createPage(stored)
    page.start(settings, stored.decided)
    expect(page.loads).toHaveLength(0)
  })

  it('is loaded at once where the page is there before the settings are', () => {
    const page = createPage()
    page.look()
    expect(page.loads).toHaveLength(0)
    page.start(settings, 0)
    expect(page.loads).toHaveLength(1)
  })

  it('is tried again when it did not arrive, and then does all that was asked', async () => {
    const page = createPage()
    page.start(settingsOf({}), 0)
    page.consent.acceptAll()
    page.loads[0]?.reject(new TypeError('Failed to fetch'))
    await vi.runAllTimersAsync()
    expect(page.calls).toEqual([])
    expect(page.consent.has('social')).toBe(false)
    page.consent.withdraw()
    expect(page.loads).toHaveLength(2)
    await page.arrive()
    expect(page.calls).toEqual(['acceptAll', 'withdraw'])
  })

  it('is loaded when the page has something that nobody was asked', () => {
    const stored = record({ social: 'no' })
    const page = createPage(stored)
    page.start(settings, stored.decided)
    page.look()
    page.judge().met(['social'], undefined)
    page.judge().met(['functional'], undefined)
    vi.runAllTimers()
    expect(page.loads).toHaveLength(0)
    page.judge().met(['tracking'], undefined)
    vi.runAllTimers()
    expect(page.loads).toHaveLength(1)
  })
})

describe('the trigger', () => {
  it('opens the preferences', async () => {
    const stored = record({ social: 'yes' })
    const page = createPage(stored)
    page.start(settings, stored.decided)
    page.look()
    page.press()
    await page.arrive()
    expect(page.calls).toContain('open')
  })

  it('is there for who has decided, though these settings have no services', () => {
    const stored = record({ social: 'yes' })
    const page = createPage(stored)
    page.start(settingsOf({}), stored.decided)
    page.look()
    expect(page.shown.at(-1)).toBe(true)
  })

  it('waits until the page has loaded', () => {
    const stored = record({ social: 'yes' })
    const page = createPage(stored)
    const state = readyState('interactive')
    page.start(settings, stored.decided)
    page.look()
    expect(page.shown).toEqual([])
    state.mockReturnValue('complete')
    page.look()
    expect(page.shown).toEqual([true])
  })
})

describe('a page that the browser reads ahead', () => {
  const prerendering = (is: boolean) => {
    Object.defineProperty(document, 'prerendering', { value: is, configurable: true })
    document.dispatchEvent(new Event('prerenderingchange'))
  }
  afterEach(() => void Reflect.deleteProperty(document, 'prerendering'))

  it('grants nothing, shows nothing and tells nobody until somebody sees it', () => {
    prerendering(true)
    const stored = record({ social: 'yes' })
    const page = createPage(stored)
    const heard = vi.fn()
    page.consent.on('change', heard)
    page.start(settings, stored.decided)
    page.look()
    vi.runAllTimers()
    expect(page.consent.has('social')).toBe(false)
    expect(page.consent.record).toEqual({ answers: {} })
    expect(page.judge()).toBeUndefined()
    expect([page.loads, page.shown, heard.mock.calls]).toEqual([[], [], []])
    prerendering(false)
    expect(page.consent.has('social')).toBe(true)
    expect(heard).toHaveBeenCalledOnce()
    expect(page.shown).toEqual([true])
    expect(page.loads).toHaveLength(0)
  })

  it('keeps what is asked of it for later', async () => {
    prerendering(true)
    const page = createPage()
    page.start(settings, 0)
    page.consent.acceptAll()
    expect(page.act('open')).toBe(false)
    expect(page.loads).toHaveLength(0)
    prerendering(false)
    await page.arrive()
    expect(page.calls).toEqual(['acceptAll', 'draw'])
  })
})

describe('vendors that must hear of it', () => {
  const told = settingsOf({ services: [service('pixel', 'tracking', { signal: 'meta' })] })
  const open = () => {
    const page = createPage(record({ tracking: 'yes', pixel: 'yes' }))
    const events: string[] = []
    page.consent.on('change', ({ granted }) => events.push(`change ${granted.includes('tracking')}`))
    page.start(told, moment - 1e9)
    return { ...page, events }
  }

  it('hear it before anything is released or told; what is granted is known at once', async () => {
    const page = open()
    expect([page.consent.has('tracking'), page.consent.record.source, page.judge(), page.events]).toEqual([true, 'banner', undefined, []])
    page.consent.withdraw()
    page.look()
    expect(page.loads).toEqual([])
    page.said[0]?.(undefined)
    await vi.waitFor(() => expect(page.judge()).toBeDefined())
    expect(page.judge().has('tracking')).toBe(true)
    expect(page.events).toEqual(['change true'])
    await page.arrive()
    expect(page.calls).toContain('withdraw')
  })

  it('hear what another tab has said in the meantime, before anything is released', async () => {
    const told: unknown[] = []
    const now: { record: ConsentRecord | undefined } = { record: record({ tracking: 'yes', pixel: 'yes' }) }
    const page = createPage(
      () => now.record,
      false,
      (host) => {
        host.signals = { tell: () => Promise.resolve(told.push(page.consent.has('tracking'))) }
      },
    )
    const events: unknown[] = []
    page.consent.on('change', ({ granted }) => events.push(granted.includes('tracking')))
    page.start(settingsOf({ services: [service('pixel', 'tracking', { signal: 'meta' })] }), moment - 1e9)
    now.record = record({ tracking: 'no', pixel: 'no' }, { id: undefined, decided: moment - 1e6 })
    page.said[0]?.(undefined)
    await vi.waitFor(() => expect(page.judge()).toBeDefined())
    expect([told, page.judge().has('tracking'), page.consent.has('tracking'), events]).toEqual([[false], false, false, [false]])
  })

  it('are not told twice of what has not changed', async () => {
    const tell = vi.fn(() => Promise.resolve())
    const page = createPage(record({ tracking: 'yes', pixel: 'yes' }), false, (host) => {
      host.signals = { tell }
    })
    page.start(settingsOf({ services: [service('pixel', 'tracking', { signal: 'meta' })] }), moment - 1e9)
    page.said[0]?.(undefined)
    await vi.waitFor(() => expect(page.judge()).toBeDefined())
    expect(tell).not.toHaveBeenCalled()
  })

  it('are waited for no longer than three seconds', async () => {
    vi.useFakeTimers()
    const page = open()
    await vi.advanceTimersByTimeAsync(2900)
    expect([page.judge(), page.events]).toEqual([undefined, []])
    await vi.advanceTimersByTimeAsync(200)
    expect(page.judge().has('tracking')).toBe(true)
    expect(page.events).toEqual(['change true'])
    page.said[0]?.(undefined)
    await vi.advanceTimersByTimeAsync(100)
    expect(page.events).toEqual(['change true'])
    vi.useRealTimers()
  })

  it('keep nobody waiting where there is no decision', () => {
    const page = createPage()
    page.start(told, 0)
    expect(page.judge()).toBeDefined()
    expect(page.said).toEqual([])
  })
})

describe('has', () => {
  it('never throws', () => {
    const page = openPage({ services: settings.services })
    page.consent.acceptAll()
    for (const odd of [undefined, null, 3, {}, Symbol('x')]) expect(page.consent.has(odd as unknown as string)).toBe(false)
  })
})

describe('when', () => {
  it('resolves once it is granted, and at once when it is', async () => {
    const page = openPage({ services: settings.services })
    const heard: string[] = []
    void page.consent.when('youtube').then(() => heard.push('first'))
    page.consent.save({ social: true, youtube: false })
    await Promise.resolve()
    expect(heard).toEqual([])
    page.consent.save({ youtube: true })
    await Promise.resolve()
    expect(heard).toEqual(['first'])
    void page.consent.when('youtube').then(() => heard.push('second'))
    await Promise.resolve()
    expect(heard).toEqual(['first', 'second'])
  })

  it('resolves at the start for what needs no consent, and for what is remembered', async () => {
    const page = createPage(record({ social: 'yes' }))
    const heard: string[] = []
    for (const id of ['functional', 'social', 'tracking']) void page.consent.when(id).then(() => heard.push(id))
    await Promise.resolve()
    expect(heard).toEqual([])
    page.start(settings, 0)
    await Promise.resolve()
    expect(heard).toEqual(['functional', 'social'])
  })

  it('never rejects', async () => {
    const page = openPage({ services: settings.services })
    page.consent.acceptAll()
    const failed = vi.fn()
    for (const odd of [undefined, null, 3]) void page.consent.when(odd as unknown as string).catch(failed)
    await Promise.resolve()
    expect(failed).not.toHaveBeenCalled()
  })
})

describe('on', () => {
  it('tells the present state at once when there is a decision, and only then', () => {
    const [first, second] = [vi.fn(), vi.fn()]
    const page = openPage({ services: settings.services })
    page.consent.on('change', first)
    expect(first).not.toHaveBeenCalled()
    page.consent.save({ social: true })
    page.consent.on('change', second)
    expect(second.mock.calls).toEqual([
      [{ granted: ['functional', 'social', 'youtube'], denied: ['analytics', 'tracking', 'recaptcha'], added: [], removed: [] }],
    ])
  })

  it('tells what is remembered at the start as added', () => {
    const listener = vi.fn()
    const page = createPage(record({ social: 'yes' }))
    page.consent.on('change', listener)
    page.start(settings, 0)
    expect(listener.mock.calls).toEqual([[expect.objectContaining({ added: ['functional', 'social'], removed: [] })]])
  })

  it('returns its undo', () => {
    const [gone, stays] = [vi.fn(), vi.fn()]
    const page = openPage({ services: settings.services })
    const undo = page.consent.on('decision', gone)
    page.consent.on('decision', stays)
    undo()
    undo()
    page.consent.acceptAll()
    expect(gone).not.toHaveBeenCalled()
    expect(stays).toHaveBeenCalledOnce()
  })

  it('tells each listener though one adds or removes another', () => {
    const page = openPage({ services: settings.services })
    const heard: string[] = []
    const undo = page.consent.on('decision', () => {
      heard.push('first')
      undo()
      page.consent.on('decision', () => heard.push('added'))
    })
    page.consent.on('decision', () => heard.push('second'))
    page.consent.acceptAll()
    expect(heard).toEqual(['first', 'second'])
  })
})

describe('the page', () => {
  it('hears the same as listeners do', () => {
    const heard: string[] = []
    const names = ['ready', 'change', 'decision', 'withdrawal'].map((name) => `toestemming:${name}`)
    const hear = (event: Event) => heard.push(`${event.type} ${(event as CustomEvent).detail.granted}`)
    for (const name of names) document.addEventListener(name, hear)
    const page = openPage({ services: settings.services })
    page.consent.acceptAll()
    page.consent.withdraw()
    for (const name of names) document.removeEventListener(name, hear)
    expect(heard).toEqual([
      'toestemming:ready functional',
      'toestemming:change functional,social,youtube',
      'toestemming:decision functional,social,youtube',
      'toestemming:withdrawal functional',
      'toestemming:change functional',
      'toestemming:decision functional',
    ])
  })

  it('hears changes in its data layer, when it has one', () => {
    const page = openPage({ services: settings.services })
    page.consent.acceptAll()
    const dataLayer: unknown[] = []
    Object.assign(window, { dataLayer })
    page.consent.withdraw()
    expect(dataLayer).toEqual([{ event: 'toestemming', ...page.told('change').at(-1) }])
  })

  it('hears what was answered, whether that was all, and that it has stopped', () => {
    const heard: unknown[] = []
    const hear = ({ type, detail }: Event & { detail?: { whole: boolean; choices: Map<string, boolean> } }) =>
      heard.push([type.slice(12), detail?.whole, detail && [...detail.choices]])
    const names = ['toestemming:decision', 'toestemming:destroy']
    for (const name of names) document.addEventListener(name, hear as (event: Event) => void)
    const page = openPage({ services: settings.services })
    page.consent.save({ youtube: false })
    page.consent.rejectAll()
    page.consent.destroy()
    for (const name of names) document.removeEventListener(name, hear as (event: Event) => void)
    const code = serviceCode('youtube')
    expect(heard).toEqual([
      ['decision', false, [[code, false]]],
      [
        'decision',
        true,
        [
          ['social', false],
          [code, false],
        ],
      ],
      ['destroy', undefined, null],
    ])
  })

  it('is not disturbed by a data layer that throws', () => {
    vi.stubGlobal('reportError', vi.fn())
    const push = () => {
      throw new Error('theirs')
    }
    Object.assign(window, { dataLayer: { push } })
    const page = openPage({ services: settings.services })
    page.consent.acceptAll()
    expect(page.consent.has('social')).toBe(true)
    expect(page.told('decision')).toHaveLength(1)
  })
})

it('shows its record, and lets nobody change it', () => {
  const page = openPage({ services: settings.services })
  expect(page.consent.record).toEqual({
    answers: {
      functional: 'never asked',
      analytics: 'never asked',
      tracking: 'never asked',
      social: 'never asked',
      recaptcha: 'never asked',
      youtube: 'never asked',
    },
  })
  page.consent.acceptAll()
  const shown = page.consent.record as { answers: Record<string, string>; source: string }
  expect(shown).toMatchObject({
    decided: moment,
    oldest: moment,
    revision: 1,
    source: 'api',
    answers: { social: 'yes', tracking: 'never asked' },
  })
  shown.answers.tracking = 'yes'
  shown.source = 'banner'
  expect(page.consent.has('tracking')).toBe(false)
  expect(page.consent.record.source).toBe('api')
})
