/** A site in memory: the real core and application, with a store, a page and a clock that a test holds in its hands. */
import { createApplication } from '../../src/core/application.ts'
import { createCore } from '../../src/core/consent.ts'
import type { ConsentEvents } from '../../src/core/contract.ts'
import { createDecisions } from '../../src/core/decisions.ts'
import { urlOf } from '../../src/gate/embeds.ts'
import type { Problem } from '../../src/model/check.ts'
import { encode, newest } from '../../src/model/codec.ts'
import { createMatcher } from '../../src/model/match.ts'
import type { Gate, Judge, Needs } from '../../src/model/ports.ts'
import { type Configuration, completeSettings } from '../../src/model/settings.ts'
import type { ConsentRecord, Service, Settings } from '../../src/model/types.ts'
import type { Actions, View } from '../../src/model/view.ts'

export const day = 864e5
/** A moment for tests to begin at. */
export const moment = Date.UTC(2026, 2, 1)

export const settingsOf = (configuration: Configuration): Settings =>
  completeSettings(configuration, { hostname: 'www.voorbeeld.nl', catalogue: {} })

export const service = (id: string, category: string, rest: Partial<Service> = {}): Service => ({
  id,
  category,
  provider: `Provider of ${id}`,
  ...rest,
})

/** An element's marks. */
export interface Mark {
  readonly consent: string
  readonly service?: string
  /** On a form: `data-consent-form`. */
  readonly form?: boolean
}

/** What lasts from page to page. */
export interface Browser {
  now: number
  cookie: string
  mirror: string
  ids: number
}

export const createBrowser = (): Browser => ({ now: moment, cookie: '', mirror: '', ids: 0 })

export interface Event {
  readonly name: string
  readonly detail: Record<string, readonly string[]>
}

const names = ['change', 'decision', 'withdrawal', 'open', 'close'] as const

/**
 * Opens a page of the site in the browser. The application is there at once, as it is from npm.
 *
 * @param complete what `start` is told; from npm nothing is known, and each page looks for itself whether all is answered
 * @param gpc whether the browser asks all sites not to follow
 */
export function openPage(
  configuration: Configuration,
  marks: readonly Mark[] = [],
  browser: Browser = createBrowser(),
  complete = 0,
  gpc = false,
) {
  const settings = settingsOf(configuration)
  const place = document.createElement('div')
  for (const mark of marks) add(mark)
  let judge: Judge | undefined
  let sight: Omit<View, 'texts' | 'lang'> | undefined
  let actions: Actions | undefined
  let changed = () => {}
  const events: Event[] = []
  const problems: Problem[] = []
  const kept: { readonly record: ConsentRecord; readonly complete: boolean }[] = []
  const erased: { readonly services: readonly string[]; readonly kept: readonly string[] }[] = []
  /** What vendors heard to be granted, one list per time. */
  const heard: string[][] = []
  const ran: Needs[] = []
  const once = new Set<HTMLElement>()
  const page = {
    refreshed: 0,
    reloads: 0,
    cuts: 0,
    trigger: false,
    unseen: false,
    press: () => {},
    log: [] as string[],
    fails: false,
    /** What vendors are still busy with when they have heard something. */
    vendors: undefined as Promise<unknown> | undefined,
  }

  function add({ consent, service: name, form }: Mark): HTMLElement {
    const element = document.createElement(form ? 'form' : 'iframe')
    element.setAttribute(form ? 'data-consent-form' : 'data-consent', consent)
    if (name) element.setAttribute('data-service', name)
    place.append(element)
    return element
  }
  const match = createMatcher(settings.places)
  const needs = (element: Element): Needs => ({
    words: (element.getAttribute('data-consent') ?? element.getAttribute('data-consent-form') ?? '').match(/\S+/g) ?? [],
    service: element.getAttribute('data-service') ?? match(urlOf(element.getAttribute('data-src') ?? '')),
  })
  const gate: Gate = {
    needs,
    once,
    ran,
    copies: new WeakMap(),
    roots: new Set([place]),
    refresh() {
      page.refreshed++
      for (const element of place.children) judge?.met(needs(element).words, needs(element).service)
    },
    scan() {},
    equip() {},
    stop() {},
  }
  const core = createCore<undefined>({
    read() {
      const texts = [browser.mirror, browser.cookie]
      return { record: newest(texts, browser.now, settings.validDays), stale: texts[0] !== texts[1] }
    },
    watch(call) {
      changed = call
    },
    gate(given) {
      judge = given
      return gate
    },
    trigger(shown, _settings, press) {
      page.trigger = shown
      page.press = press
    },
    signals: async () => {},
    application: () => ({
      startApplication: (guard) => {
        const hear = async () => {
          guard.signals = {
            tell: async () => {
              heard.push(idsOf(settings).filter(guard.state.has))
              await page.vendors
            },
          }
        }
        // On a page of a visitor who has chosen the core has seen to it.
        if (!settings.urgency || guard.record) void hear()
        return createApplication(guard, {
          face: {
            draw(given, todo) {
              sight = given
              actions = todo
            },
            clear() {
              sight = undefined
            },
          },
          decisions: () => ({
            startDecisions: (desk) =>
              createDecisions(desk, {
                keeper: {
                  note(_settings, record) {
                    browser.mirror = encode(record)
                  },
                  keep(_settings, record, complete) {
                    kept.push({ record, complete })
                    browser.cookie = browser.mirror = encode(record)
                  },
                  forget: () => page.log.push('forget'),
                  async erase(_own, services, others) {
                    page.log.push('erase')
                    erased.push({ services: services.map(({ id }) => id), kept: others.map(({ id }) => id) })
                  },
                },
                signals: hear,
                now: () => browser.now,
                newId: () => `${++browser.ids}`.padStart(22, 'i'),
                dim: (unseen) => {
                  page.unseen = unseen
                },
                async cutOff() {
                  if (page.fails) throw new TypeError('Failed to fetch')
                  page.cuts++
                  page.log.push('cut')
                },
              }),
          }),
          gpc,
          reload() {
            page.reloads++
            page.log.push('reload')
          },
          report: (path, found, expected) => problems.push({ path, found, expected }),
        })
      },
    }),
    parts: undefined,
  })
  const { consent } = core
  for (const name of names)
    consent.on(name, (detail: ConsentEvents[typeof name]) => {
      events.push({ name, detail: detail as unknown as Event['detail'] })
    })
  core.start(settings, complete)
  core.look()

  return {
    settings,
    browser,
    core,
    consent,
    events,
    problems,
    kept,
    erased,
    heard,
    ran,
    once,
    page,
    add,
    /** The gate's own questions and demands. */
    judge: judge as unknown as Judge,
    /** What was drawn last; drawn for the purpose when nothing was. */
    sight() {
      if (!sight) {
        consent.open()
        consent.close()
      }
      return sight as unknown as Omit<View, 'texts' | 'lang'>
    },
    /** What the interface would ask of the core. */
    actions() {
      this.sight()
      return actions as unknown as Actions
    },
    /** What was drawn last, if anything was. */
    drawn: () => sight,
    /** Whatever another tab has written is noticed. */
    notice: () => changed(),
    isAllowed: (words: string, name?: string) => !!judge?.allows(words.split(' '), name),
    /** What listeners were told by one name. */
    told(name: string) {
      return events.filter((event) => event.name === name).map(({ detail }) => detail)
    },
  }
}

export type Page = ReturnType<typeof openPage>

/** Every id that the settings know, categories first. */
export const idsOf = ({ categories, services }: Settings): string[] => [...categories, ...services].map(({ id }) => id)
