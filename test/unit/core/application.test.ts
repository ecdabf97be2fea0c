import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBrowser, moment, openPage, service } from '../../properties/support.ts'

const services = [
  service('ga', 'analytics'),
  service('matomo', 'analytics', { exempt: 'Geen cookies.' }),
  service('youtube', 'social'),
  service('vimeo', 'social'),
]

beforeEach(() => void vi.useFakeTimers({ now: moment }))
afterEach(() => {
  // What was stubbed is put back as it was then: before the timers are.
  vi.unstubAllGlobals()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('the banner', () => {
  it('is there while something is asked, and goes with an answer to all of it', () => {
    const page = openPage({ services })
    expect(page.drawn()?.open).toBe('banner')
    page.consent.rejectAll()
    expect(page.drawn()?.open).toBeUndefined()
    expect(page.events.map(({ name }) => name)).toEqual(['open', 'close', 'decision'])
  })

  it('stays when only one thing is answered', () => {
    const page = openPage({ services })
    page.judge.grant('youtube', 'placeholder')
    expect(page.drawn()?.open).toBe('banner')
    expect(page.kept.at(-1)?.complete).toBe(false)
  })

  it('and the preferences stay open while one thing after another is answered', () => {
    const page = openPage({ services })
    page.judge.grant('youtube', 'placeholder')
    page.consent.open()
    page.consent.save({ vimeo: true })
    expect(page.drawn()?.open).toBe('preferences')
    expect(page.events.filter(({ name }) => /open|close/.test(name)).map(({ name, detail }) => `${name} ${detail.view}`)).toEqual([
      'open banner',
      'close banner',
      'open preferences',
    ])
  })

  it('comes back when the preferences are closed without an answer', () => {
    const page = openPage({ services })
    page.consent.open()
    expect(page.drawn()?.open).toBe('preferences')
    page.consent.close()
    expect(page.drawn()?.open).toBe('banner')
    expect(page.kept).toEqual([])
  })

  it('is not there where everything is exempt, and there still is a trigger', () => {
    const page = openPage({ services: [service('matomo', 'analytics', { exempt: 'Geen cookies.' })] })
    page.sight()
    expect(page.drawn()?.open).toBeUndefined()
    expect(page.page.trigger).toBe(true)
  })

  it('does not come to a site where everything is exempt because a category was withdrawn and the revision raised', () => {
    const exempt = [service('matomo', 'analytics', { exempt: 'Geen cookies.' })]
    const page = openPage({ services: exempt })
    page.consent.withdraw('analytics')
    const next = openPage({ services: exempt, revision: 2 }, [], page.browser)
    next.sight()
    expect(next.drawn()?.open).toBeUndefined()
  })

  it('comes when a part of the page asks for something that nobody answered', () => {
    const page = openPage({})
    expect(page.drawn()).toBeUndefined()
    page.add({ consent: 'social' })
    page.judge.met(['social'], undefined)
    vi.runAllTimers()
    expect(page.drawn()?.open).toBe('banner')
    expect(page.drawn()?.categories.map(({ id }) => id)).toEqual(['functional', 'social'])
  })

  it('gives way to the trigger', () => {
    const page = openPage({ services })
    expect(page.page.trigger).toBe(false)
    page.consent.acceptAll()
    expect(page.page.trigger).toBe(true)
    page.page.press()
    expect(page.drawn()?.open).toBe('preferences')
  })
})

describe('an answer', () => {
  it('says where it was given', () => {
    const page = openPage({ services })
    const act = page.actions()
    const sources: (string | undefined)[] = []
    for (const answer of [
      () => act.acceptAll('banner'),
      () => act.rejectAll('preferences'),
      () => act.save({ analytics: true, ga: true }),
      () => page.judge.grant('youtube', 'placeholder'),
      () => page.judge.grant('social', 'form'),
      () => page.consent.withdraw('social'),
      () => act.withdraw(),
      () => page.consent.acceptAll(),
      () => page.core.act('reject-all'),
      () => page.core.act('grant:youtube'),
      () => page.core.act('withdraw:youtube'),
    ]) {
      answer()
      // The first one follows its paint.
      vi.advanceTimersToNextFrame()
      vi.advanceTimersByTime(1)
      sources.push(page.consent.record.source)
    }
    expect(sources).toEqual([
      'banner',
      'preferences',
      'preferences',
      'placeholder',
      'form',
      'withdrawal',
      'withdrawal',
      'api',
      'preferences',
      'placeholder',
      'withdrawal',
    ])
  })

  it('grants only for true', () => {
    const page = openPage({ services })
    for (const odd of ['yes', 1, {}, 'true', [], null, undefined]) {
      page.consent.save({ youtube: odd as unknown as boolean })
      expect([odd, page.consent.has('youtube')]).toEqual([odd, false])
    }
    page.consent.save(undefined as unknown as Record<string, boolean>)
    page.consent.save({ youtube: true })
    expect(page.consent.has('youtube')).toBe(true)
  })

  it('may name a service with its category, and has the service win from its category', () => {
    const page = openPage({ services })
    page.consent.save({ 'social/vimeo': false, social: true })
    expect(['social', 'youtube', 'vimeo'].map(page.consent.has)).toEqual([true, true, false])
  })

  it('of something unknown changes nothing, and is told', () => {
    const page = openPage({ services })
    page.consent.save({ sociaal: true })
    page.consent.withdraw('you-tube')
    page.core.act('grant:nobody')
    expect(page.kept).toEqual([])
    expect(page.problems.map(({ path, found }) => [path, found])).toEqual([
      ['id', 'sociaal'],
      ['id', 'you-tube'],
      ['id', 'nobody'],
    ])
  })

  it('counts for everything that is drawn, told and kept at once', () => {
    const page = openPage({ services })
    let seen: unknown
    page.consent.on('change', () => {
      seen = [page.consent.has('youtube'), page.consent.record.answers.youtube, page.drawn()?.open, page.browser.mirror !== '']
    })
    page.consent.acceptAll()
    expect(seen).toEqual([true, 'yes', undefined, true])
  })

  it('has the gate look a moment later, so that the banner goes first', () => {
    const page = openPage({ services })
    const before = page.page.refreshed
    page.consent.acceptAll()
    expect(page.page.refreshed).toBe(before)
    let after = 0
    requestAnimationFrame(() => {
      after = page.page.refreshed
    })
    vi.advanceTimersToNextFrame()
    vi.advanceTimersByTime(1)
    expect([after, page.page.refreshed]).toEqual([before, before + 1])
  })

  it('has the gate look though nobody is looking, when no frame is painted', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0)
    const page = openPage({ services })
    const before = page.page.refreshed
    page.consent.acceptAll()
    vi.advanceTimersByTime(499)
    expect(page.page.refreshed).toBe(before)
    vi.advanceTimersByTime(2)
    expect(page.page.refreshed).toBe(before + 1)
  })

  it('is not stopped by a listener that throws', () => {
    const report = vi.fn()
    vi.stubGlobal('reportError', report)
    const page = openPage({ services })
    page.consent.on('decision', () => {
      throw new Error('theirs')
    })
    const after = vi.fn()
    page.consent.on('decision', after)
    page.consent.acceptAll()
    expect(after).toHaveBeenCalledOnce()
    expect(report).toHaveBeenCalledOnce()
    const before = page.page.refreshed
    vi.advanceTimersToNextFrame()
    vi.advanceTimersByTime(1)
    expect(page.page.refreshed).toBe(before + 1)
  })
})

describe('a first answer by hand', () => {
  /** Presses *accept*; the frame that shows it is still to come. */
  const pressed = () => {
    const page = openPage({ services })
    const before = page.page.refreshed
    page.actions().acceptAll('banner')
    return { page, before }
  }

  it('is out of sight at once; all else follows the paint, once', () => {
    const { page, before } = pressed()
    expect([page.page.unseen, page.drawn()?.open]).toEqual([true, 'banner'])
    expect([page.consent.has('ga'), page.browser.mirror, page.heard.length]).toEqual([false, '', 0])
    expect([page.told('decision').length, page.kept.length, page.page.refreshed]).toEqual([0, 0, before])
    vi.runAllTimers()
    expect([page.consent.has('ga'), page.drawn()?.open, page.page.unseen]).toEqual([true, undefined, false])
    expect([page.told('decision').length, page.told('change').length, page.kept.length]).toEqual([1, 1, 1])
    expect(page.page.refreshed).toBeGreaterThan(before)
    expect(page.heard).toHaveLength(1)
  })

  it('is noted and heard by vendors before anything is let go', () => {
    const { page, before } = pressed()
    let when: unknown
    page.consent.on('decision', () => {
      when = [page.browser.mirror !== '', page.heard.length, page.page.refreshed - before]
    })
    vi.runAllTimers()
    expect(when).toEqual([true, 1, 0])
  })

  it('is told to tag managers also where it changes nothing', () => {
    const dataLayer: unknown[] = []
    vi.stubGlobal('dataLayer', dataLayer)
    const page = openPage({ services })
    page.actions().rejectAll('banner')
    vi.runAllTimers()
    expect(page.told('change')).toEqual([])
    expect(dataLayer).toMatchObject([{ event: 'toestemming', granted: ['functional', 'matomo'], added: [], removed: [] }])
    page.consent.acceptAll()
    expect(dataLayer).toHaveLength(2)
  })

  it('has had all its consequences when another one is given before the paint', () => {
    const { page } = pressed()
    page.browser.now += 1000
    page.consent.withdraw('social')
    expect(page.events.map(({ name }) => name).slice(-4)).toEqual(['decision', 'withdrawal', 'change', 'decision'])
    vi.runAllTimers()
    expect([page.consent.has('ga'), page.consent.has('youtube'), page.kept.length]).toEqual([true, false, 2])
  })

  it('and a later one alike let nothing go when the next one, or the end of the page, comes before the paint', () => {
    const page = openPage({ services })
    page.consent.acceptAll()
    const before = page.page.refreshed
    page.consent.withdraw('social')
    // Only what is withdrawn goes.
    expect(page.page.refreshed).toBe(before + 1)
    page.consent.save({ social: true })
    dispatchEvent(new Event('pagehide'))
    expect(page.page.refreshed).toBe(before + 1)
    vi.runAllTimers()
    expect(page.page.refreshed).toBeGreaterThan(before + 1)
  })

  it('does not undo what another page has said meanwhile, and lets nothing go that this denies', () => {
    const { page, before } = pressed()
    const other = openPage({ services }, [], createBrowser())
    other.browser.now = page.browser.now + 1000
    other.consent.rejectAll()
    page.browser.now += 2000
    page.browser.mirror = page.browser.cookie = other.browser.cookie
    let seen: unknown
    page.consent.on('decision', () => {
      seen = 'the older answer'
    })
    page.notice()
    expect([page.consent.has('ga'), page.kept, seen]).toEqual([false, [], undefined])
    vi.runAllTimers()
    expect([page.consent.has('ga'), page.browser.cookie]).toEqual([false, other.browser.cookie])
    expect(page.page.refreshed).toBeGreaterThan(before)
  })

  it('is told and kept when the page is left before the paint, and lets nothing go', () => {
    const { page, before } = pressed()
    dispatchEvent(new Event('pagehide'))
    expect([page.told('decision').length, page.kept.length, page.page.refreshed]).toEqual([1, 1, before])
  })

  it('is no first one where something was loaded once: that goes at once', () => {
    const page = openPage({ services })
    page.actions()
    page.once.add(document.createElement('iframe'))
    const before = page.page.refreshed
    page.actions().rejectAll('banner')
    expect(page.page.refreshed).toBeGreaterThan(before)
    expect(page.drawn()?.status).toBe('withdrawn')
  })

  it('grants nothing any more when all is stopped before the paint', () => {
    const { page } = pressed()
    page.consent.destroy()
    vi.runAllTimers()
    expect([page.consent.has('ga'), page.told('change').length]).toEqual([false, 0])
  })
})

describe('a service that nobody configured', () => {
  const marks = [{ consent: 'social', service: 'widget' }]

  it('is granted by itself on the first visit', () => {
    const page = openPage({}, marks)
    vi.runAllTimers()
    page.judge.grant('widget', 'placeholder')
    expect(page.isAllowed('social', 'widget')).toBe(true)
  })

  it('is granted by itself on a later visit, when there is nothing left to ask', () => {
    const first = openPage({}, marks)
    vi.runAllTimers()
    first.consent.rejectAll()
    first.browser.now += 1000
    const page = openPage({}, marks, first.browser, first.consent.record.decided)
    vi.runAllTimers()
    page.judge.grant('widget', 'placeholder')
    expect(page.problems).toEqual([])
    expect(page.isAllowed('social', 'widget')).toBe(true)
  })

  it('is withdrawn by itself on a later visit', () => {
    const first = openPage({}, marks)
    vi.runAllTimers()
    first.consent.acceptAll()
    first.browser.now += 1000
    const page = openPage({}, marks, first.browser, first.consent.record.decided)
    vi.runAllTimers()
    page.consent.withdraw('widget')
    expect(page.isAllowed('social', 'widget')).toBe(false)
  })

  it('is withdrawn with its category, also from a page that does not have it', () => {
    const first = openPage({ services }, marks)
    vi.runAllTimers()
    first.judge.grant('widget', 'placeholder')
    first.browser.now += 1000
    const elsewhere = openPage({ services }, [], first.browser)
    vi.runAllTimers()
    elsewhere.consent.withdraw('social')
    first.browser.now += 1000
    expect(openPage({ services }, marks, first.browser).isAllowed('social', 'widget')).toBe(false)
  })
})

describe('a choice where vendors must hear of it', () => {
  const listening = [service('pixel', 'tracking', { signal: 'meta' })]

  it('waits for them when it grants something, and for nobody when it does not', async () => {
    const page = openPage({ services: listening })
    page.consent.acceptAll()
    expect([page.kept.length, page.consent.has('pixel')]).toEqual([0, false])
    await Promise.resolve()
    await Promise.resolve()
    expect([page.kept.length, page.consent.has('pixel')]).toEqual([1, true])
    const other = openPage({ services: listening })
    other.consent.rejectAll()
    expect(other.kept.length).toBe(1)
  })

  it('keeps the order of answers: a refusal after a consent that still waits is the last word', async () => {
    const page = openPage({ services: listening })
    page.consent.acceptAll()
    page.consent.rejectAll()
    for (let turn = 0; turn < 4; turn++) await Promise.resolve()
    expect([page.kept.length, page.consent.has('pixel')]).toEqual([2, false])
  })
})

describe('a withdrawal', () => {
  const granted = () => {
    const page = openPage({ services })
    page.consent.acceptAll()
    page.browser.now += 1000
    vi.runAllTimers()
    return page
  }

  it('is heard by vendors, listeners and the gate before anything else happens', () => {
    const page = granted()
    const before = page.page.refreshed
    let seen: unknown
    page.consent.on('withdrawal', () => {
      seen = [page.page.refreshed - before, page.heard.at(-1)]
    })
    page.consent.withdraw('social')
    expect(seen).toEqual([1, ['functional', 'analytics', 'ga', 'matomo']])
  })

  it('erases what denied services left, and spares what granted ones share', async () => {
    const page = granted()
    await vi.runAllTimersAsync()
    page.erased.length = 0
    page.consent.withdraw('social')
    await vi.advanceTimersByTimeAsync(0)
    expect(page.erased).toEqual([{ services: ['youtube', 'vimeo'], kept: ['ga', 'matomo'] }])
  })

  it('says so, and reloads only where code of it has run', async () => {
    const page = granted()
    page.ran.push({ words: ['social'], service: 'youtube' })
    page.consent.withdraw('analytics')
    expect(page.drawn()?.status).toBe('withdrawn')
    await vi.runAllTimersAsync()
    expect(page.page.reloads).toBe(0)
    page.consent.withdraw('youtube')
    expect(page.drawn()?.status).toBe('reloading')
    await vi.runAllTimersAsync()
    expect([page.page.cuts, page.page.reloads]).toEqual([1, 1])
  })

  it('cuts the page off, gives the visitor half a second to read why, erases once more, and only then reloads', async () => {
    const page = granted()
    page.ran.push({ words: ['social'], service: 'youtube' })
    page.consent.withdraw()
    await vi.advanceTimersByTimeAsync(499)
    const { length } = page.erased
    expect([page.page.cuts, page.page.reloads]).toEqual([1, 0])
    await vi.advanceTimersByTimeAsync(1)
    expect(page.erased).toHaveLength(length + 1)
    expect(page.page.reloads).toBe(1)
  })

  it('from code that has run has the next page tidy, and that is settled just before the reload', async () => {
    const page = granted()
    await vi.runAllTimersAsync()
    page.ran.push({ words: ['social'], service: 'youtube' })
    page.page.log.length = 0
    page.consent.withdraw()
    expect(page.page.log).not.toContain('forget')
    await vi.runAllTimersAsync()
    expect(page.page.log).toEqual(['erase', 'cut', 'erase', 'forget', 'reload'])
  })

  it.each([
    ['a script of the service', 'https://www.youtube.com/player.js', 'script', 1],
    ['an image of it', 'https://www.youtube.com/pixel.gif', 'img', 0],
    ['a script of another service', 'https://vimeo.com/player.js', 'script', 0],
    ['a script that nobody lists', 'https://other.example/x.js', 'script', 0],
    ['a script of the page itself', '/own.js', 'script', 0],
  ])('from code that nobody marked reloads too, where %s has come', async (_what, name, initiatorType, reloads) => {
    const hosts = { youtube: ['youtube.com'], vimeo: ['vimeo.com'] } as const
    const page = openPage({
      services: [service('youtube', 'social', { hosts: hosts.youtube }), service('vimeo', 'social', { hosts: hosts.vimeo })],
    })
    page.consent.acceptAll()
    vi.runAllTimers()
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ name, initiatorType }] as never)
    page.consent.withdraw('youtube')
    expect(page.drawn()?.status).toBe(reloads ? 'reloading' : 'withdrawn')
    await vi.runAllTimersAsync()
    expect(page.page.reloads).toBe(reloads)
  })

  it('from nothing that has run asks nothing of the next page', async () => {
    const page = granted()
    page.consent.withdraw()
    await vi.runAllTimersAsync()
    expect(page.page.log).not.toContain('forget')
  })

  it('reloads though the page cannot be cut off', async () => {
    const page = granted()
    page.ran.push({ words: ['social'], service: 'youtube' })
    page.page.fails = true
    page.consent.withdraw()
    await vi.runAllTimersAsync()
    expect(page.page.log.slice(-2)).toEqual(['forget', 'reload'])
  })

  it('erases once more after the vendors’ last word, where the page stays', async () => {
    const page = openPage({ services, withdrawal: 'ask' })
    page.consent.acceptAll()
    await vi.runAllTimersAsync()
    page.ran.push({ words: ['social'], service: 'youtube' })
    page.erased.length = 0
    page.consent.withdraw('social')
    await vi.advanceTimersByTimeAsync(0)
    expect(page.erased).toHaveLength(1)
    await vi.runAllTimersAsync()
    expect(page.erased).toHaveLength(2)
  })

  it('erases nothing that a vendor may need before that vendor has had its time', async () => {
    const page = granted()
    await vi.runAllTimersAsync()
    page.erased.length = 0
    let done = () => {}
    page.page.vendors = new Promise<void>((resolve) => {
      done = resolve
    })
    page.consent.withdraw('social')
    await vi.advanceTimersByTimeAsync(100)
    expect([page.heard.at(-1), page.erased.length]).toEqual([['functional', 'analytics', 'ga', 'matomo'], 0])
    done()
    await vi.advanceTimersByTimeAsync(0)
    expect(page.erased).toHaveLength(1)
    // One that never says that it is done has half a second.
    page.page.vendors = new Promise<void>(() => {})
    page.consent.withdraw('ga')
    const { length } = page.erased
    await vi.advanceTimersByTimeAsync(500)
    expect(page.erased.length).toBeGreaterThan(length)
  })

  it('asks the visitor to reload where the owner wants that', async () => {
    const page = openPage({ services, withdrawal: 'ask' })
    page.consent.acceptAll()
    page.ran.push({ words: ['social'], service: 'youtube' })
    page.consent.withdraw('social')
    expect(page.drawn()?.status).toBe('reload')
    await vi.runAllTimersAsync()
    expect(page.page.reloads).toBe(0)
    page.actions().reload()
    expect(page.page.reloads).toBe(1)
  })

  it('takes back what was loaded once, when it is this that is withdrawn', () => {
    const page = openPage({ services })
    const [one, other] = [page.add({ consent: 'social', service: 'youtube' }), page.add({ consent: 'analytics', service: 'ga' })]
    page.once.add(one).add(other)
    page.consent.withdraw('social')
    expect([...page.once]).toEqual([other])
    page.consent.withdraw('ga')
    expect([...page.once]).toEqual([])
    page.once.add(one).add(other)
    page.consent.withdraw()
    expect([...page.once]).toEqual([])
  })
})

describe('another tab', () => {
  it('is followed when its record is newer', () => {
    const browser = createBrowser()
    const [one, other] = [openPage({ services }, [], browser), openPage({ services }, [], browser)]
    one.consent.acceptAll()
    other.notice()
    expect(other.consent.has('youtube')).toBe(true)
    expect(other.drawn()?.open).toBeUndefined()
    expect(other.told('change').at(-1)?.added).toContain('youtube')
    browser.now += 1000
    other.consent.withdraw('youtube')
    one.notice()
    expect(one.told('withdrawal').at(-1)?.removed).toEqual(['youtube'])
    expect(other.kept).toHaveLength(1)
  })

  it('is not followed when its record is the same, older or gone', () => {
    const page = openPage({ services })
    page.consent.acceptAll()
    const { mirror } = page.browser
    const { length } = page.events
    page.notice()
    page.browser.mirror = page.browser.cookie = ''
    page.notice()
    page.browser.mirror = `1.${moment - 5000}.0.1.banner...social`
    page.notice()
    page.browser.mirror = mirror
    page.notice()
    expect(page.events).toHaveLength(length)
    expect(page.drawn()?.status).toBe('saved')
    expect(page.consent.record).toMatchObject({ decided: moment, answers: { youtube: 'yes' } })
  })
})

describe('the developer', () => {
  it('is told of unknown categories, and of scripts that did not wait', () => {
    const page = openPage({ services }, [{ consent: 'sociaal' }])
    const script = document.createElement('script')
    script.setAttribute('data-consent', 'analytics')
    const { parentNode } = page.add({ consent: 'social' })
    parentNode?.append(script)
    page.consent.open()
    expect(page.problems).toContainEqual({ path: 'data-consent', found: 'sociaal', expected: page.settings.categories.map(({ id }) => id) })
    expect(page.problems).toContainEqual({ path: 'data-consent', found: script.outerHTML, expected: 'late' })
  })

  it('is told of a control that does nothing', () => {
    const page = openPage({ services })
    page.core.act('accept')
    expect(page.problems).toEqual([{ path: 'data-toestemming-action', found: 'accept', expected: 'action' }])
  })
})

it('destroyed, it draws nothing more and grants nothing', () => {
  const page = openPage({ services })
  page.consent.acceptAll()
  page.consent.destroy()
  expect(page.drawn()).toBeUndefined()
  expect(page.consent.has('youtube')).toBe(false)
  expect(page.browser.mirror).not.toBe('')
  page.consent.open()
  expect(page.drawn()).toBeUndefined()
})
