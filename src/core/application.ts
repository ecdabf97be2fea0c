/** What decides and what follows from it: the record, the events, the drawing, the erasing, the reload. Loaded when first needed. */

import { attempt } from '../model/attempt.ts'
import type { Problem } from '../model/check.ts'
import { decide } from '../model/decide.ts'
import type { Face, Keeper } from '../model/ports.ts'
import { serviceCode } from '../model/serviceCode.ts'
import type { ConsentRecord, Service, Source } from '../model/types.ts'
import type { Actions } from '../model/view.ts'
import type { Application, Change, Guard } from './consent.ts'
import { isFree, isIncomplete, offer, standing } from './offer.ts'

export interface ApplicationPorts {
  readonly keeper: Keeper
  readonly face: Face
  /** Has vendors hear what stands on this page; resolves when they have, or have had their time. Never rejects. */
  signals(): Promise<unknown>
  /** Whether the visitor's browser asks all sites not to follow. */
  readonly gpc: boolean
  /** Milliseconds since 1970. */
  now(): number
  /** 22 random URL-safe characters: at least 122 bits. */
  newId(): string
  reload(): void
  /** Lets no request leave the page for another origin any more. */
  cutOff(): unknown
  /** Tells the developer what is wrong, each thing once. */
  report(problem: Problem): void
}

/** By key; undefined takes an earlier answer back. */
type Choices = Map<string, boolean | undefined>

/** How long the visitor can read why the page reloads, and vendors have to hear of it; milliseconds. */
const pause = 500

export function createApplication(guard: Guard, ports: ApplicationPorts): Application {
  const { settings, state, gate, trigger, emit } = guard
  const { keeper, face } = ports
  let open: 'banner' | 'preferences' | undefined
  let destroyed = false
  let status: 'saved' | 'withdrawn' | 'reloading' | 'reload' | '' = ''

  const show = (view: typeof open) => {
    const before = open
    open = view
    if (before === view) return
    if (before) emit('close', { view: before })
    if (view) emit('open', { view })
  }

  /** What the page's own marks ask for; grows, because what was asked once stays to be seen. */
  const met = new Map<string, Map<string, Partial<Service>>>()
  const offered = () => offer(settings, state, met)
  const stands = () => standing(settings, offered(), state)
  const incomplete = () => isIncomplete(offered(), state, (guard.record?.revision ?? 0) < settings.revision)

  /** Until the vendors are there to hear it, nobody gets what is theirs; a refusal need not wait for anyone. */
  let hearing = settings.urgency ? ports.signals() : undefined
  void hearing?.then(() => {
    hearing = undefined
  })

  const known = settings.categories.map(({ id }) => id)

  /** Takes note of what an element asks for, and tells the developer of marks that cannot be right. */
  const note = (element: HTMLElement) => {
    const { words, service } = gate.needs(element)
    if (element instanceof HTMLScriptElement && !/^text\/plain$/i.test(element.type) && !gate.isCopy(element))
      ports.report({ path: 'data-consent', found: element.outerHTML.slice(0, 80), expected: 'late' })
    for (const word of words) {
      const id = word.replace('!', '')
      if (!known.includes(id)) ports.report({ path: 'data-consent', found: id, expected: known })
      else if (id !== 'functional' && state.declared(service)?.category !== id) {
        const named = met.get(id) ?? new Map()
        met.set(id, named)
        const { provider, privacy } = element.dataset
        // What came out of a template has the name that the template has.
        if (service && !state.declared(service) && (provider || !named.has(service)))
          named.set(service, { ...(provider && { provider, privacy }) })
      }
    }
  }

  /** Looks at all that is marked in the page; a strange element stops no other. */
  const look = () => {
    for (const root of gate.roots)
      for (const element of root.querySelectorAll<HTMLElement>('[data-consent],[data-consent-form]')) attempt(() => note(element))
  }

  const draw = () => {
    if (destroyed || !document.body) return
    look()
    const categories = offered()
    const asks = incomplete()
    if (asks && !open) show('banner')
    else if (!asks && open === 'banner') show(undefined)
    trigger(open !== 'banner' && (settings.services.length > 0 || categories.length > 1))
    const answers = Object.fromEntries(categories.flatMap((one) => [one, ...one.services]).map(({ id }) => [id, state.answer(id)]))
    const { record } = guard
    const withdrawable = !!record?.id
    face.draw(
      {
        settings,
        categories,
        answers,
        record: record && { id: record.id ?? '', decided: record.decided },
        open,
        status,
        withdrawable,
        gpc: ports.gpc && categories.some(({ id, asked }) => asked && !answers[id] && /^(tracking|social)$/.test(id)),
      },
      actions,
    )
  }

  const erase = async () => {
    const denied = settings.services.filter(({ id }) => state.answer(id) === 'no')
    const granted = settings.services.filter(({ id }) => state.has(id))
    if (denied.length) await keeper.erase(settings.cookie.name, denied, granted)
  }

  const hush = () => {
    if (status !== 'saved' && status !== 'withdrawn') return
    status = ''
    draw()
  }

  /** Takes a new record and does all that follows from it. */
  const adopt = (next: ConsentRecord, before = stands().granted) => {
    guard.record = next
    const now = stands()
    const change: Change = {
      ...now,
      added: now.granted.filter((id) => !before.includes(id)),
      removed: before.filter((id) => !now.granted.includes(id)),
    }
    const { added, removed } = change
    let heard: unknown
    attempt(() => {
      heard = guard.signals?.tell()
    })
    const probe = document.createElement('i')
    const ranOn =
      removed.length > 0 &&
      (gate.ran.some(({ words, service }) => !state.allows(words, service) && !/!/.test(words.join())) ||
        // Also what nobody marked.
        performance.getEntriesByType('resource').some((entry) => {
          probe.dataset.src = entry.name
          return (entry as PerformanceResourceTiming).initiatorType === 'script' && removed.includes(gate.needs(probe).service as string)
        }))
    status = ranOn ? (settings.withdrawal === 'ask' ? 'reload' : 'reloading') : removed.length ? 'withdrawn' : 'saved'
    // Frames of what was withdrawn go before anything else happens.
    if (removed.length) attempt(gate.refresh)
    attempt(draw)
    // Said once; the same words later are to be heard again.
    setTimeout(hush, pause * 8)
    if (removed.length) emit('withdrawal', change)
    if (removed.length || added.length) guard.tell(change)
    const erased = erase()
    // The visitor sees the banner go before any vendor's code has the thread. What is not in view is not painted.
    const release = () => setTimeout(gate.refresh)
    requestAnimationFrame(release)
    setTimeout(release, pause)
    if (status === 'reloading') void leave([erased, heard])
  }

  /** Reloads, once the visitor can have read why and all that must be done before is done or has had its time. */
  const leave = async (before: unknown[]) => {
    const wait = () => new Promise((resolve) => setTimeout(resolve, pause))
    await Promise.race([Promise.allSettled(before), wait()])
    // Running code often has a last word when a page goes; now it says it to nobody.
    await Promise.race([ports.cutOff(), wait()]).catch(() => {})
    await wait()
    await Promise.race([erase(), wait()]).catch(() => {})
    // The next page erases once more.
    keeper.forget()
    ports.reload()
  }

  const keep = (record: ConsentRecord) => keeper.keep(settings, record, !incomplete())

  const answerWith = (choices: Choices, whole: boolean, source: Source) => {
    if (destroyed) return
    if (hearing && [...choices.values()].includes(true)) return void hearing.then(() => answerWith(choices, whole, source))
    const { now, newId } = ports
    const before = stands().granted
    const next = decide(guard.record, { choices, whole, revision: settings.revision, source, now: now(), newId })
    if (whole) show(undefined)
    guard.record = next
    keep(next)
    adopt(next, before)
    emit('decision', { ...stands(), source })
  }

  /** One answer for all that is asked; an objection against what is exempt is another matter, and stays. */
  const answerAll = (yes: boolean, source: Source) => {
    const choices: Choices = new Map()
    if (!yes) gate.once.clear()
    for (const { id, asked, services } of offered()) {
      if (asked) choices.set(id, yes)
      for (const service of services) {
        if (!isFree(service)) asked && choices.set(serviceCode(service.id), yes)
        else if (state.answer(service.id)) choices.set(serviceCode(service.id), false)
      }
    }
    answerWith(choices, true, source)
  }

  /** Answers by id of category or service, or `category/service`. Only `true` grants. What is unknown is reported and changes nothing. */
  const answerSome = (given: Readonly<Record<string, unknown>>, whole: boolean, source: Source) => {
    look()
    const choices: Choices = new Map()
    const categories = offered()
    const services: Service[] = categories.flatMap((one) => one.services)
    const codes = services.map(({ id }) => serviceCode(id))
    const entries = Object.entries(Object(given) === given ? given : { [String(given)]: true }).map(
      ([id, yes]) => [id.replace(/^.*\//, ''), yes === true] as const,
    )
    for (const [id, yes] of entries) {
      if (!state.isCategory(id) || id === 'functional') continue
      choices.set(id, yes)
      for (const service of services) if (service.category === id && !isFree(service)) choices.set(serviceCode(service.id), yes)
      // Which category a service of another page is in, nobody knows here: with a category withdrawn, it is asked again.
      if (!yes)
        for (const key of guard.record?.answers.keys() ?? [])
          if (/^[A-Z\d]{5}$/.test(key) && !codes.includes(key)) choices.set(key, undefined)
    }
    for (const [id, yes] of entries) {
      const service = services.find((one) => one.id === id)
      if (service) {
        // Of what is exempt, only an objection is an answer.
        if (service.category !== 'functional') choices.set(serviceCode(id), yes && isFree(service) ? undefined : yes)
      } else if (!state.isCategory(id) && state.answer(id)) choices.set(serviceCode(id), yes)
      else if (!state.isCategory(id)) ports.report({ path: 'id', found: id, expected: [...categories, ...services].map((one) => one.id) })
    }
    if (choices.size) answerWith(choices, whole, source)
  }

  const withdraw = (id?: string) => {
    // What was loaded once goes too, when it is this that is withdrawn.
    for (const element of gate.once) {
      const { words, service } = gate.needs(element)
      if (!id || service === id || words.includes(id)) gate.once.delete(element)
    }
    if (id) answerSome({ [id]: false }, false, 'withdrawal')
    else answerAll(false, 'withdrawal')
  }

  const setOpen = (view?: 'banner' | 'preferences') => {
    if (destroyed) return
    show(view)
    status = ''
    draw()
  }

  const actions: Actions = {
    acceptAll: (source) => answerAll(true, source),
    rejectAll: (source) => answerAll(false, source),
    save: (choices) => answerSome(choices, true, 'preferences'),
    withdraw: () => withdraw(),
    open: () => setOpen('preferences'),
    close: () => setOpen(),
    reload: ports.reload,
  }

  return {
    acceptAll: () => answerAll(true, 'api'),
    rejectAll: () => answerAll(false, 'api'),
    save: (choices) => answerSome(choices, false, 'api'),
    withdraw,
    open: (view) => setOpen(view === 'banner' ? view : 'preferences'),
    close: () => setOpen(),
    act(action) {
      const [verb, id] = action.split(':')
      if (verb === 'open') setOpen('preferences')
      else if (verb === 'accept-all') answerAll(true, 'preferences')
      else if (verb === 'reject-all') answerAll(false, 'preferences')
      else if (verb === 'withdraw') withdraw(id)
      else if (verb === 'grant' && id) answerSome({ [id]: true }, false, 'placeholder')
      else ports.report({ path: 'data-toestemming-action', found: action, expected: 'action' })
    },
    grant: (id, source) => answerSome({ [id]: true }, false, source),
    draw,
    adopt: (record) => {
      const take = () => destroyed || adopt(record)
      if (hearing) void hearing.then(take)
      else take()
    },
    tidy() {
      if (guard.record) keep(guard.record)
      void erase()
    },
    destroy() {
      destroyed = true
      gate.stop()
      face.clear()
      trigger(false)
      guard.record = undefined
    },
  }
}
