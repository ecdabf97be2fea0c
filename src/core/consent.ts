/** Consent as state: what was answered, what that grants, and what follows from each change. */

import { attempt } from '../model/attempt.ts'
import { decide } from '../model/decide.ts'
import type { Gate, Judge, Ports } from '../model/ports.ts'
import { serviceCode } from '../model/serviceCode.ts'
import type { Answer, Category, ConsentRecord, Service, Settings, Source } from '../model/types.ts'
import type { Actions, OfferedCategory } from '../model/view.ts'
import { createEmitter } from './emitter.ts'

/** What is granted and denied now, by id of category and service. */
export interface State {
  readonly granted: readonly string[]
  readonly denied: readonly string[]
}

/** A state and how it differs from the one before. */
export interface Change extends State {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** What listeners are told, by event. */
export interface ConsentEvents {
  /** What is granted has changed; called at once when there already is a decision. */
  change: Change
  /** The visitor has answered, whether or not that changed anything. */
  decision: State & { readonly source: Source }
  /** Something that was granted no longer is. */
  withdrawal: Change
  open: { readonly view: 'banner' | 'preferences' }
  close: { readonly view: 'banner' | 'preferences' }
}

/** The record as others may read it. */
export interface PublicRecord {
  /** Random, only while something is granted. */
  readonly id: string | null
  /** Milliseconds since 1970 (UTC); null when nothing was ever decided. */
  readonly decided: number | null
  readonly revision: number | null
  readonly source: Source | null
  readonly answers: Readonly<Record<string, Answer | 'never asked'>>
}

/** The object that `createConsent` returns and `window.toestemming` is. */
export interface Consent {
  /** Whether this category or service is granted. Synchronous, never throws, false while never asked. */
  has(id: string): boolean
  /** Resolves once this category or service is granted; never rejects. */
  when(id: string): Promise<void>
  /** Calls the listener at each such event; returns its undo. `change` after a decision is told the present state at once. */
  on<Name extends keyof ConsentEvents>(name: Name, listener: (detail: ConsentEvents[Name]) => void): () => void
  /** Grants all that is asked on this page or was answered before. */
  acceptAll(): void
  /** Denies all that is asked on this page or was answered before. */
  rejectAll(): void
  /** Answers for these categories and services only; a category's answer holds for its services unless they are named too. */
  save(choices: Readonly<Record<string, boolean>>): void
  /** Withdraws one category or service, or everything. Erases what it left and, where its code has run, reloads the page. */
  withdraw(id?: string): void
  open(view?: 'banner' | 'preferences'): void
  /** Closes without an answer. */
  close(): void
  /** Gates a subtree that the library cannot see by itself, such as a shadow root. */
  scan(root: ParentNode): void
  readonly record: PublicRecord
  /** Holds what can be held, removes everything drawn, and stops. The record stays. */
  destroy(): void
}

export interface Core {
  readonly consent: Consent
  /** Begins, once the settings are known and right. */
  start(settings: Settings): void
  /** The page has been read to its end: what it holds is known, and there is a body to draw in. */
  ready(): void
  /** What a control on the owner's page asks for: `open`, `accept-all`, `reject-all`, `withdraw`, `grant:<id>`, `withdraw:<id>`. */
  act(action: string): boolean
}

/** How long the visitor can read why the page reloads, and vendors have to hear of it; milliseconds. */
const reloadDelay = 500

export function createCore(ports: Ports): Core {
  const { store, face, signals, report } = ports
  const emitter = createEmitter<ConsentEvents>()
  /** Categories met in the page, with the services named there that nobody configured. */
  const met = new Map<string, Map<string, string>>()
  const waiting = new Map<string, { promise: Promise<void>; resolve: () => void }>()
  let settings: Settings | undefined
  let record: ConsentRecord | undefined
  let gate: Gate | undefined
  let unwatch: (() => void) | undefined
  let open: 'banner' | 'preferences' | undefined
  let status: 'saved' | 'withdrawn' | 'reloading' | 'reload' | '' = ''
  let ready = false
  /** Calls made before the settings were known. */
  let pending: (() => void)[] = []
  const later = (task: () => void) => {
    if (settings) task()
    else pending.push(task)
  }

  const category = (id: string): Category | undefined => settings?.categories.find((one) => one.id === id)
  const declared = (id: string | undefined): Service | undefined => settings?.services.find((one) => one.id === id)
  const free = (service: Service) => service.category === 'functional' || !!service.exempt
  const answer = (id: string) => record?.answers.get(category(id) ? id : serviceCode(id))

  /** The categories that have something in them: configured, met in the page, or answered before. In order. */
  const offered = (): OfferedCategory[] =>
    (settings?.categories ?? []).flatMap((one) => {
      const required = one.id === 'functional'
      const services: Service[] = (settings?.services ?? []).filter((service) => service.category === one.id)
      const asked = !required && (met.has(one.id) || !!answer(one.id) || services.some((service) => !free(service)))
      for (const [id, provider] of met.get(one.id) ?? []) services.push({ id, category: one.id, provider })
      return asked || services.length || required ? [{ ...one, required, asked, services }] : []
    })

  const has = (id: string): boolean => {
    if (id === 'functional') return true
    const service = declared(id)
    if (service && free(service)) return service.category === 'functional' || answer(id) !== 'no'
    return !!settings && answer(id) === 'yes'
  }

  /** A service that nobody configured has its category's answer until it has one of its own. */
  const grants = (word: string, id: string | undefined): boolean => {
    const service = declared(id)
    if (service) return service.category === word ? has(service.id) : has(word)
    return id && answer(id) ? has(id) : has(word)
  }

  const allows: Judge['allows'] = (words, id) => {
    const service = declared(id)
    const all = words.length || !service ? words : [service.category]
    return (
      !!all.length &&
      all.every((word) => (word[0] === '!' ? !!category(word.slice(1)) && !grants(word.slice(1), id) : !!category(word) && grants(word, id))) &&
      (!service || has(service.id) || all.some((word) => word[0] === '!'))
    )
  }

  /** Every id with a state of its own: categories that are offered, and their services. */
  const state = (): State => {
    const ids = offered().flatMap((one) => [one.id, ...one.services.map((service) => (grants(one.id, service.id) ? service.id : `!${service.id}`))])
    const granted: string[] = []
    const denied: string[] = []
    for (const id of ids) {
      if (id[0] === '!') denied.push(id.slice(1))
      else if (category(id) && !has(id)) denied.push(id)
      else granted.push(id)
    }
    return { granted, denied }
  }

  const incomplete = (): boolean =>
    offered().some((one) => one.asked && (!answer(one.id) || one.services.some((service) => declared(service.id) && !free(service) && !answer(service.id)))) ||
    (!!record && !!settings && record.revision < settings.revision && offered().some((one) => one.asked))

  const announce = (name: string, detail: unknown) =>
    attempt(() => void document.dispatchEvent(new CustomEvent(`toestemming:${name}`, { detail })))

  const settle = () => {
    for (const [id, { resolve }] of waiting) if (has(id)) resolve()
  }

  const tell = (change: Change) => {
    emitter.emit('change', change)
    announce('change', change)
    const layer = (window as { dataLayer?: unknown[] }).dataLayer
    if (layer) attempt(() => void layer.push({ event: 'toestemming', ...change }))
    settle()
  }

  const draw = () => {
    if (!ready || !settings) return
    const categories = offered()
    // Nothing gated and nothing configured: nothing to show.
    if (categories.length < 2 && !settings.services.length) return face.clear()
    if (!open && incomplete()) show('banner')
    else if (open === 'banner' && !incomplete()) show(undefined)
    const answers: Record<string, Answer> = {}
    for (const one of categories)
      for (const id of [one.id, ...one.services.map((service) => service.id)]) {
        const said = answer(id)
        if (said) answers[id] = said
      }
    face.draw(
      {
        settings,
        categories,
        answers,
        record: record && { id: record.id, decided: record.decided },
        open,
        status,
        withdrawable: [...(record?.answers.values() ?? [])].includes('yes'),
      },
      actions,
    )
  }

  const show = (view: typeof open) => {
    const before = open
    open = view
    if (before === view) return
    if (before) emitter.emit('close', { view: before })
    if (view) store.prepare()
    if (view) emitter.emit('open', { view })
  }

  /** Takes a new record, from here or from another tab, and does all that follows from it. */
  const adopt = (next: ConsentRecord) => {
    if (!settings) return
    const before = state()
    record = next
    const now = state()
    const change: Change = {
      ...now,
      added: now.granted.filter((id) => !before.granted.includes(id)),
      removed: before.granted.filter((id) => !now.granted.includes(id)),
    }
    const { added, removed } = change
    let heard: unknown
    if (removed.length)
      attempt(() => {
        heard = signals.revoke(removed)
      })
    if (added.length) attempt(() => signals.grant(added))
    const mustReload = !!removed.length && !!gate?.mustReload()
    status = mustReload ? (settings.withdrawal === 'ask' ? 'reload' : 'reloading') : removed.length ? 'withdrawn' : 'saved'
    draw()
    if (removed.length) {
      emitter.emit('withdrawal', change)
      announce('withdrawal', change)
    }
    if (removed.length || added.length) tell(change)
    if (removed.length) gate?.refresh()
    // The visitor sees the banner go before any vendor's code has the thread.
    else setTimeout(() => gate?.refresh())
    const erased = erase()
    if (status === 'reloading') {
      const pause = new Promise((resolve) => setTimeout(resolve, reloadDelay))
      void Promise.all([pause, Promise.race([Promise.all([erased, heard]), pause])]).then(ports.reload, ports.reload)
    }
  }

  const erase = async (): Promise<void> => {
    const services = settings?.services ?? []
    const refused = services.filter((one) => answer(one.id) === 'no')
    if (settings && refused.length) await store.erase(settings, refused, services.filter((one) => has(one.id)))
  }

  const answerWith = (choices: Map<string, boolean>, whole: boolean, source: Source) => {
    if (!settings) return
    const { now, newId } = ports
    const next = decide(record, { choices, whole, revision: settings.revision, source, now: now(), newId })
    store.write(settings, next)
    if (whole) show(undefined)
    adopt(next)
    const detail = { ...state(), source }
    emitter.emit('decision', detail)
    announce('decision', detail)
  }

  /** One answer for all that is asked; an objection against what is exempt is another matter, and stays. */
  const answerAll = (yes: boolean, source: Source) => {
    const choices = new Map<string, boolean>()
    for (const one of offered()) {
      if (one.asked) choices.set(one.id, yes)
      for (const service of one.services) {
        const objected = free(service) && answer(service.id)
        if (objected) choices.set(serviceCode(service.id), objected === 'yes')
        else if (!free(service) && one.asked) choices.set(serviceCode(service.id), yes)
      }
    }
    answerWith(choices, true, source)
  }

  /** Answers by id of category or service, or `category/service`. Unknown ids are reported, and change nothing. */
  const answerSome = (given: Readonly<Record<string, boolean>>, whole: boolean, source: Source) => {
    const choices = new Map<string, boolean>()
    const known = offered()
    const services = known.flatMap((one) => one.services)
    const entries = Object.entries(given).map(([id, yes]) => [id.split('/').pop() as string, yes] as const)
    for (const [id, yes] of entries) {
      const one = category(id)
      if (!one || id === 'functional') continue
      choices.set(id, yes === true)
      for (const service of services) if (service.category === id && !free(service)) choices.set(serviceCode(service.id), yes === true)
    }
    for (const [id, yes] of entries) {
      const service = services.find((one) => one.id === id)
      if (service && service.category !== 'functional') choices.set(serviceCode(id), yes === true)
      else if (!category(id)) report({ path: `save.${id}`, found: yes, expected: [...known, ...services].map((one) => one.id) })
    }
    if (choices.size) answerWith(choices, whole, source)
  }

  const withdraw = (id?: string) => {
    gate?.forget(id)
    if (id) answerSome({ [id]: false }, false, 'withdrawal')
    else answerAll(false, 'withdrawal')
  }

  const setOpen = (view?: 'banner' | 'preferences') => {
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

  const judge: Judge = {
    allows,
    found(words, id, provider) {
      for (const word of words) {
        const name = word.replace(/^!/, '')
        if (!category(name)) {
          report({ path: 'data-consent', found: name, expected: settings?.categories.map((one) => one.id) ?? [] })
        } else if (name !== 'functional' && declared(id)?.category !== name) {
          const services = met.get(name) ?? new Map()
          const before = met.size + services.size
          met.set(name, services)
          if (id && !declared(id) && !category(id) && !services.has(id)) services.set(id, provider)
          if (met.size + services.size > before) setTimeout(draw)
        }
      }
    },
    grant: (id, source) => answerSome({ [id]: true }, false, source),
    mounted: () => void setTimeout(draw),
  }

  const consent: Consent = {
    has,
    when(id) {
      if (has(id)) return Promise.resolve()
      let entry = waiting.get(id)
      if (!entry) {
        let resolve = () => {}
        entry = { promise: new Promise<void>((done) => (resolve = done)), resolve }
        waiting.set(id, entry)
      }
      return entry.promise
    },
    on(name, listener) {
      const undo = emitter.on(name, listener)
      if (name === 'change' && record) attempt(() => (listener as (change: Change) => void)({ ...state(), added: [], removed: [] }))
      return undo
    },
    acceptAll: () => later(() => answerAll(true, 'api')),
    rejectAll: () => later(() => answerAll(false, 'api')),
    save: (choices) => later(() => answerSome(choices, false, 'api')),
    withdraw: (id) => later(() => withdraw(id)),
    open: (view = 'preferences') => later(() => setOpen(view)),
    close: () => later(() => setOpen()),
    scan: (root) => later(() => gate?.scan(root)),
    get record(): PublicRecord {
      const answers: Record<string, Answer | 'never asked'> = {}
      for (const one of offered())
        if (!one.required) for (const { id } of [one, ...one.services]) answers[id] = answer(id) ?? 'never asked'
      const { id, decided = null, revision = null, source = null } = record ?? {}
      return Object.freeze({ id: id || null, decided, revision, source, answers: Object.freeze(answers) })
    },
    destroy() {
      settings = undefined
      unwatch?.()
      gate?.stop()
      face.clear()
    },
  }

  return {
    consent,
    start(given) {
      settings = given
      record = store.read(given)
      gate = ports.gate(judge, given)
      const reread = () => {
        const next = settings && store.read(settings)
        if (next && next.decided > (record?.decided ?? 0)) adopt(next)
      }
      unwatch = store.watch(given, reread)
      // Code that ran until the reload may have left something again.
      if (record?.source === 'withdrawal' && ports.now() - record.decided < 6e5) void erase()
      const now = state()
      announce('ready', now)
      if (record) tell({ ...now, added: now.granted, removed: [] })
      settle()
      gate.refresh()
      for (const task of pending) attempt(task)
      pending = []
      draw()
    },
    ready() {
      ready = true
      gate?.refresh()
      draw()
    },
    act(action) {
      const [verb = '', id] = action.split(':')
      // The link behind a control goes on working while there is nothing to control.
      if (!settings) return false
      if (verb === 'open') setOpen('preferences')
      else if (verb === 'accept-all') answerAll(true, 'preferences')
      else if (verb === 'reject-all') answerAll(false, 'preferences')
      else if (verb === 'withdraw') withdraw(id)
      else if (verb === 'grant' && id) judge.grant(id, 'placeholder')
      else return false
      return true
    },
  }
}
