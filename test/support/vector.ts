/**
 * One way (a vector) in which a script reaches a third party without any mark on it, as a page script that an owner's tag manager would run. The same
 * script runs twice on each page: for a host that a service lists, and for one that no service lists.
 */

import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { type BrowserName, bannerAppears, inEveryBrowser, messagesOf, type TestBrowser } from './browser.ts'
import { thirdParties } from './observe.ts'
import { address, host, put, run, startSite, tag } from './site.ts'
import { quiet, until } from './until.ts'
import type { Web } from './web.ts'

/** Of a service that waits for consent. */
export const listed = 'meter.example'
/** Of no service. */
export const unlisted = 'elders.example'

export const settings = {
  owner: 'Voorbeeld BV',
  services: [{ id: 'meter', provider: 'Meetbureau', category: 'analytics', purpose: 'Telt bezoeken.', hosts: [listed] }],
}

type Several = readonly string[] | ((browser: BrowserName) => readonly string[])

export interface Vector {
  /** `import.meta.url` of the test; its page script is `page.js` beside it. */
  readonly test: string
  /** What is asked of the vendor, each once, as paths; a `*` stands for the vendor's host where more than a path follows from the vector. */
  readonly requests: Several
  /** What the listeners heard that the page script gave to `hear`, as `<name> <event>`. */
  readonly heard?: Several
  /** The scripts among the requests that run. Default: whatever ends in `.js` or `.mjs`. */
  readonly runs?: Several
  /** Markup before the page script. */
  readonly markup?: (vendor: string) => string
  readonly head?: string
  /** What the vendor answers, where the least of its kind is not enough: by path. */
  readonly answers?: Readonly<Record<string, readonly [body: string, type?: string]>>
  /** Quiet, in milliseconds, that counts as nothing being asked. */
  readonly quiet?: number
}

const several = (what: Several | undefined, browser: BrowserName): readonly string[] =>
  typeof what === 'function' ? what(browser) : (what ?? [])

const expand = (what: readonly string[], at: string): string[] => what.map((one) => (one.includes('*') ? one.replace('*', at) : at + one))

/**
 * A page script with what it may use: `vendor` (its origin), `place` (an element of its own), `hear(target, name, ...types)`, which notes the
 * events that the target gets, and returns it, and `note(what)`. `sends(send)` calls `send('')`, and lets a test call it again. When the script has come to its end, `arrived` says so.
 */
export const wrap = (code: string, at: string): string => `(() => {
const vendor = 'https://${at}'
const place = document.currentScript.previousElementSibling
window.heard = window.heard || []
const note = (what) => { heard.push('${at}' + what) }
const hear = (target, name, ...types) => {
  for (const type of types.length ? types : ['load', 'error']) target.addEventListener(type, () => note(name + ' ' + type))
  return target
}
const sends = (send) => {
  (window.sending = window.sending || []).push(send)
  if (!window.later) send('')
}
${code}
;(window.arrived = window.arrived || []).push('${at}')
})()`

export const codeOf = (test: string, name = 'page.js'): string => readFileSync(new URL(name, test), 'utf8')

/** Puts a page on the site that runs a page script for each of these hosts, and gives its address. */
export const putVector = (
  web: Web,
  path: string,
  code: string,
  parts: { config?: unknown; tag?: string; head?: string; markup?: Vector['markup']; hosts?: readonly string[] },
): string => {
  const hosts = parts.hosts ?? [listed, unlisted]
  for (const at of hosts) web.addPage(host, `/vector/${at}.js`, wrap(code, at), { 'content-type': 'text/javascript; charset=utf-8' })
  const body = hosts.map(
    (at) => `${parts.markup?.(`https://${at}`) ?? ''}<div class="place"></div><script src="${address}/vector/${at}.js"></script>`,
  )
  return put(web, path, {
    ...(parts.tag === undefined && { config: parts.config ?? settings }),
    tag: parts.tag ?? tag,
    head: parts.head ?? '',
    body: body.join('\n'),
  })
}

/** What was asked of third parties, sorted. Players ask for a medium in as many pieces as they like, and Firefox once more
 * for what could not be read ahead: those count once. */
export const requested = (web: Web): string[] => {
  const all = thirdParties(web.log, host)
  return all.filter((one, index) => !/mp4$|failing/.test(one) || all.indexOf(one) === index).sort()
}

/** The names noted in a list of the page and of every frame whose window it can reach, sorted. */
export const noted = async (page: Page, list: 'ran' | 'heard'): Promise<string[]> =>
  (
    (await page.evaluate((name) => {
      const walk = (frame: Window): string[] => {
        try {
          const own = (frame as unknown as Record<string, string[] | undefined>)[name] ?? []
          return [...own, ...Array.from({ length: frame.length }, (_, index) => walk(frame[index] as Window)).flat()]
        } catch {
          return []
        }
      }
      return walk(window)
    }, list)) as string[]
  ).sort()

/** Firefox tells of a connection that fails in the same way; a page cannot hear that. */
export const uncaught = (page: Page): string[] =>
  messagesOf(page)
    .filter(({ type, text }) => type === 'uncaught' && !text.startsWith('Firefox can’t establish a connection'))
    .map(({ text }) => text)

/** Waits until it is so or a while has passed: what is not so is for an assertion to say, which is not tried again. */
export const soon = (ask: () => Promise<boolean> | boolean, time = 10_000): Promise<unknown> => until('soon', ask, time).catch(() => {})

const again = new WeakSet<Page>()
/** WebKit has much of the page before still, whatever its headers say: on the next visit what runs and what is heard tells, and that nothing else is asked. */
const fromMemory = ({ name }: TestBrowser, page: Page) => name === 'webkit' && again.has(page)
/** Goes to an address once more. */
const goAgain = async (page: Page, path: string) => {
  again.add(page)
  await page.goto(address + path, { waitUntil: 'domcontentloaded' })
}

/** That exactly this has been asked, has run and was heard, as soon as it can be. */
export const expectEffects = async (
  browser: TestBrowser,
  page: Page,
  { requests, runs, heard }: { readonly requests: readonly string[]; readonly runs: readonly string[]; readonly heard: readonly string[] },
  time = 250,
) => {
  await soon(() => requested(browser.web).length >= requests.length, fromMemory(browser, page) ? 1000 : undefined)
  await quiet(browser.web, time)
  if (fromMemory(browser, page)) expect(requests).toEqual(expect.arrayContaining(requested(browser.web)))
  else expect(requested(browser.web)).toEqual([...requests].sort())
  await soon(async () => (await noted(page, 'ran')).length >= runs.length && (await noted(page, 'heard')).length >= heard.length)
  expect({ runs: await noted(page, 'ran'), heard: await noted(page, 'heard') }).toEqual({
    runs: [...runs].sort(),
    heard: [...heard].sort(),
  })
}

/** The tests that every vector of elements passes, in each browser. */
export const testVector = (vector: Vector) => {
  const code = codeOf(vector.test)
  const { head = '', markup } = vector
  const parts = { head, ...(markup && { markup }) }

  inEveryBrowser(startSite, (browser) => {
    const effects = (...hosts: string[]) => {
      const requests = several(vector.requests, browser.name)
      const runs = vector.runs ? several(vector.runs, browser.name) : requests.filter((one) => /\.m?js$/.test(one))
      const heard = several(vector.heard, browser.name)
      const of = (what: readonly string[]) => hosts.flatMap((at) => expand(what, at))
      return { requests: of(requests), runs: of(runs), heard: hosts.flatMap((at) => heard.map((one) => at + one)) }
    }
    const open = async (path: string, config: unknown, visitor = browser.visitor()) => {
      for (const [answered, [body, type]] of Object.entries(vector.answers ?? {}))
        for (const at of [listed, unlisted]) browser.web.addPage(at, answered, body, type ? { 'content-type': type } : {})
      const without = config === undefined ? { tag: '' } : { config }
      return (await visitor).open(putVector(browser.web, path, code, { ...parts, ...without }), { wait: 'domcontentloaded' })
    }
    const worksOn = async (page: Page) => {
      expect(await run(page, 'window.arrived')).toEqual([listed, unlisted])
      expect(uncaught(page)).toEqual([])
    }

    test('where the library is not, the vendor is asked', async () => {
      const page = await open('/without', undefined)
      await expectEffects(browser, page, effects(listed, unlisted), vector.quiet)
      await worksOn(page)
    })

    test('a listed vendor waits, after a refusal too, and is asked once after consent and on the next visit; another is not touched', async () => {
      const page = await open('/with', settings)
      await expectEffects(browser, page, effects(unlisted), vector.quiet)
      await worksOn(page)
      await run(page, 'toestemming.rejectAll()')
      await expectEffects(browser, page, effects(unlisted), vector.quiet)
      await run(page, 'toestemming.acceptAll()')
      await expectEffects(browser, page, effects(listed, unlisted), vector.quiet)
      await worksOn(page)
      browser.web.clearLog()
      await goAgain(page, '/with')
      await expectEffects(browser, page, effects(listed, unlisted), vector.quiet)
      await worksOn(page)
    })

    test('where unlisted origins are held, only what is listed and granted is asked', async () => {
      const page = await open('/hold', { ...settings, unlisted: 'hold' })
      await expectEffects(browser, page, effects(), vector.quiet)
      await worksOn(page)
      await run(page, 'toestemming.acceptAll()')
      await expectEffects(browser, page, effects(listed), vector.quiet)
      await worksOn(page)
    })
  })
}

export interface RequestVector {
  readonly test: string
  /** Every path that `send(name)` of the page script asks for, each once; the page script calls it with '' and the tests with other names, which come before the path. */
  readonly requests: readonly string[]
  /** What is noted when a request is answered, and when it fails. */
  readonly answered: readonly string[]
  readonly failed: readonly string[]
  /** Browsers that say nothing of such a connection that fails, without the library either. */
  readonly silent?: readonly BrowserName[]
  /** The requests that wait under `"requests": "wait"`; the others fail then too. What they note when answered and when failed. */
  readonly waiting?: { readonly requests: readonly string[]; readonly answered: readonly string[]; readonly failed: readonly string[] }
  readonly answers?: Vector['answers']
  /** Whether the page asks when the settings are known only, because what is asked earlier cannot wait, and fails. */
  readonly later?: boolean
  /** As with `LaunchOptions`. */
  readonly newcomers?: boolean
}

/** The tests that every vector of requests passes, in each browser. Its page script calls `sends(function)`. */
export const testRequests = (vector: RequestVector) => {
  const code = codeOf(vector.test)
  const of = (at: string, what: readonly string[], name = '') => what.map((one) => at + name + one)

  const scenarios = (browser: TestBrowser) => {
    const open = async (path: string, config: unknown) => {
      for (const [answered, [body, type]] of Object.entries(vector.answers ?? {}))
        for (const at of [listed, unlisted])
          for (const name of ['', '/again', '/refused'])
            browser.web.addPage(at, name + answered, body, {
              'access-control-allow-origin': '*',
              ...(type && { 'content-type': type }),
            })
      const without = config === undefined ? { tag: '' } : { config }
      const page = await browser.open(
        putVector(browser.web, path, code, { ...without, head: vector.later ? '<script>window.later = true</script>' : '' }),
        { wait: 'domcontentloaded' },
      )
      if (vector.later && config) await bannerAppears(page)
      if (vector.later) await send(page, '')
      return page
    }
    const send = (page: Page, name: string) => run(page, `for (const one of sending) one(${JSON.stringify(name)})`)
    const worksOn = async (page: Page) => {
      expect(await run(page, 'window.arrived')).toEqual([listed, unlisted])
      expect(uncaught(page)).toEqual([])
    }
    const { requests, answered } = vector
    const failed = vector.silent?.includes(browser.name) ? [] : vector.failed

    test('where the library is not, the vendor is asked and answers', async () => {
      const page = await open('/without', undefined)
      await expectEffects(browser, page, {
        requests: [...of(listed, requests), ...of(unlisted, requests)],
        runs: [],
        heard: [...of(listed, answered), ...of(unlisted, answered)],
      })
      await worksOn(page)
    })

    test('a request to a listed vendor fails like any other, after a refusal too, and is answered after consent; another is not touched', async () => {
      const page = await open('/with', settings)
      const all = {
        requests: of(unlisted, requests),
        runs: [],
        heard: [...of(listed, failed), ...of(unlisted, answered)],
      }
      await expectEffects(browser, page, all)
      await worksOn(page)
      await run(page, 'toestemming.rejectAll()')
      await send(page, '/refused')
      all.requests.push(...of(unlisted, requests, '/refused'))
      all.heard.push(...of(listed, failed, '/refused'), ...of(unlisted, answered, '/refused'))
      await expectEffects(browser, page, all)
      // What has failed is not sent after all.
      await run(page, 'toestemming.acceptAll()')
      await until('it is granted', () => run(page, "toestemming.has('meter')"))
      await expectEffects(browser, page, all)
      await send(page, '/again')
      for (const at of [listed, unlisted]) {
        all.requests.push(...of(at, requests, '/again'))
        all.heard.push(...of(at, answered, '/again'))
      }
      await expectEffects(browser, page, all)
      await worksOn(page)
      browser.web.clearLog()
      await goAgain(page, '/with')
      if (vector.later) await send(page, '')
      await expectEffects(browser, page, {
        requests: [...of(listed, requests), ...of(unlisted, requests)],
        runs: [],
        heard: [...of(listed, answered), ...of(unlisted, answered)],
      })
    })

    test('where requests wait, those that can are sent once after consent; where unlisted origins are held, they stay held', async () => {
      const page = await open('/wait', { ...settings, requests: 'wait', unlisted: 'hold' })
      const { waiting = { requests: [], answered: [], failed: [] } } = vector
      const others = failed.filter((one) => !waiting.failed.includes(one))
      const heard = [...of(listed, others), ...of(unlisted, others)]
      await expectEffects(browser, page, { requests: [], runs: [], heard })
      await worksOn(page)
      await run(page, 'toestemming.acceptAll()')
      heard.push(...of(listed, waiting.answered))
      await expectEffects(browser, page, { requests: of(listed, waiting.requests), runs: [], heard })
      await worksOn(page)
    })
  }
  inEveryBrowser(startSite, scenarios, vector.newcomers ? { newcomers: true } : {})
}
