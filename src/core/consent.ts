/** The object that sites use. Answers what can be read at once; has the application loaded for all that decides, draws or changes. */

import { attempt } from '../model/attempt.ts'
import type { Gate, Judge, SignalsHost } from '../model/ports.ts'
import type { Answer, ConsentRecord, Settings, Source } from '../model/types.ts'
import { createState, type State } from './state.ts'

/** What is granted and what is not, by id of category and service. */
export interface Standing {
  readonly granted: readonly string[]
  readonly denied: readonly string[]
}

/** A standing and how it differs from the one before. */
export interface Change extends Standing {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** What listeners are told, by event. */
export interface ConsentEvents {
  /** What is granted has changed; told at once when there already is a decision. */
  change: Change
  /** The visitor has answered, whether or not that changed anything. */
  decision: Standing & { readonly source: Source }
  /** Something that was granted no longer is. */
  withdrawal: Change
  open: { readonly view: 'banner' | 'preferences' }
  close: { readonly view: 'banner' | 'preferences' }
}

/** The record as others may read it. What was never decided has no id, no times and no source. */
export interface PublicRecord extends Partial<Omit<ConsentRecord, 'answers'>> {
  /** By id of every category and service that is configured. */
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

/** What the application works on. */
export interface Guard extends SignalsHost {
  readonly state: State
  gate: Gate
  /** Shows the lasting trigger, or takes it away. */
  trigger(shown: boolean): void
  record: ConsentRecord | undefined
  /** Tells listeners, and the document as `toestemming:<name>`. */
  emit<Name extends keyof ConsentEvents>(name: Name, detail: ConsentEvents[Name]): void
  /** A change, which `dataLayer` hears of too. */
  tell(change: Change): void
}

/** What the lazy part does. */
export interface Application extends Pick<Consent, 'acceptAll' | 'rejectAll' | 'save' | 'withdraw' | 'open' | 'close' | 'destroy'> {
  /** Does what a control on the owner's page asks for: `open`, `accept-all`, `reject-all`, `withdraw`, `withdraw:<id>`, `grant:<id>`. */
  act(action: string): void
  /** Gives one category or service, from a control of the gate's. */
  grant(id: string, source: Source): void
  /** Somebody comes to answer: has what decides loaded. */
  soon(): void
  /** Draws what there is to draw, or draws it again. */
  draw(): void
  /** Takes over a record that another tab or page has written. */
  adopt(record: ConsentRecord): void
  /** Writes the record where it is missing, and removes what denied services left. */
  tidy(): void
}

/** The lazy part that makes the application; `parts` is what the entry has for it. */
export interface Applications<Parts> {
  startApplication(guard: Guard, parts: Parts): Application
}

export interface CorePorts<Parts> {
  /** The newest record that can be trusted; `stale` when a place where it is kept has another, or none. */
  read(settings: Settings): { readonly record: ConsentRecord | undefined; readonly stale: boolean }
  /** Calls back when the record may have changed elsewhere. */
  watch(changed: () => void): void
  gate(judge: Judge, settings: Settings): Gate
  trigger(shown: boolean, settings: Settings, press: () => void): void
  /** Has vendors hear what stands before anything of theirs is released. */
  signals(host: SignalsHost): Promise<unknown>
  /** Loads the application, or has it. */
  application(): Applications<Parts> | Promise<Applications<Parts>>
  readonly parts: Parts
}

export interface Core {
  readonly consent: Consent
  /**
   * Begins, once the settings are known and right.
   * @param complete when the record was decided that is known to answer all that these settings ask, in milliseconds since 1970; 0 for none,
   *   and nothing when these settings have not been kept yet
   */
  start(settings: Settings, complete?: number): void
  /** More of the page has been read: what it holds may be known now, and there may be a body to draw in. */
  look(): void
  /** Does what a control on the owner's page asks for; false when there is nothing to do it with. */
  act(action: string): boolean
}

export function createCore<Parts>(ports: CorePorts<Parts>): Core {
  const listeners = new Set<readonly [name: string, listener: (detail: never) => void]>()
  const tasks: ((application: Application) => void)[] = []
  let guard: Guard | undefined
  let application: Application | undefined
  let loading: boolean | undefined
  let asks: boolean | undefined

  const has = (id: string) => !!guard?.state.has(String(id))

  /** Does it now if the application is here, and otherwise as soon as it is. A part that fails to arrive is tried again at the next task. */
  const ask = (task: (application: Application) => void) => {
    tasks.push(task)
    if (application) flush(application)
    else if (guard?.gate && !loading) {
      loading = true
      const here = guard
      const take = (module: Applications<Parts>) => flush(module.startApplication(here, ports.parts))
      const found = ports.application() as Applications<Parts> & Partial<Promise<Applications<Parts>>>
      if (found.then)
        found.then(take, () => {
          loading = false
        })
      else take(found)
    }
  }

  const flush = (loaded: Application) => {
    application = loaded
    for (const task of tasks.splice(0)) attempt(() => task(loaded))
  }

  /** One listener that throws stops no other; the document's own listeners never do. */
  const emit = (name: string, detail: unknown) => {
    for (const [wanted, listener] of [...listeners]) if (wanted === name) attempt(() => listener(detail as never))
    document.dispatchEvent(new CustomEvent(`toestemming:${name}`, { detail }))
  }

  const tell = (change: Change) => {
    emit('change', change)
    attempt(() => (window as { dataLayer?: unknown[] }).dataLayer?.push({ event: 'toestemming', ...change }))
  }

  const ids = () => [...(guard?.settings.categories ?? []), ...(guard?.settings.services ?? [])].map(({ id }) => id)
  const standing = () => ({ granted: ids().filter(has), denied: ids().filter((id) => !has(id)) })

  const draw = () => {
    if (!guard?.gate || document.readyState === 'loading') return
    // Nothing gated and nothing configured: nothing to show.
    // It is the last thing that a page needs.
    if (!application && document.readyState === 'complete') guard.trigger(!asks && (!!guard.record || !!guard.settings.services.length))
    if (application || asks || document.querySelector('div[data-toestemming]')) ask((loaded) => loaded.draw())
  }

  const names = ['acceptAll', 'rejectAll', 'save', 'withdraw', 'open', 'close', 'destroy'] as const
  const lazy = Object.fromEntries(
    names.map((name) => [name, (argument?: never) => ask((loaded) => loaded[name](argument as never))]),
  ) as unknown as Pick<Consent, (typeof names)[number]>

  const consent: Consent = {
    ...lazy,
    has,
    when: (id) =>
      new Promise<void>((resolve) => {
        const look = () => has(id) && resolve()
        listeners.add(['ready', look]).add(['change', look])
        look()
      }),
    on(name, listener) {
      const entry = [name, listener] as const
      listeners.add(entry)
      if (name === 'change' && guard?.gate && guard.record)
        attempt(() => (listener as (change: unknown) => void)({ ...standing(), added: [], removed: [] }))
      return () => listeners.delete(entry)
    },
    scan: (root) => ask(() => guard?.gate.scan(root)),
    get record() {
      return { ...guard?.record, answers: Object.fromEntries(ids().map((id) => [id, guard?.state.answer(id) ?? ('never asked' as const)])) }
    },
  }

  return {
    consent,
    start(settings, complete) {
      // What the browser reads ahead nobody sees yet: nothing is shown, and nothing let go.
      if ((document as { prerendering?: boolean }).prerendering)
        return document.addEventListener('prerenderingchange', () => this.start(settings, complete))
      const { record, stale } = ports.read(settings)
      const state = createState(settings, () => guard?.record)
      const here = {
        settings,
        state,
        record,
        emit,
        tell,
        trigger: (shown: boolean) => ports.trigger(shown, settings, () => consent.open()),
      } as Guard
      guard = here
      const begin = () => {
        here.gate = ports.gate(
          {
            allows: state.allows,
            has,
            categoryOf: (id) => state.declared(id)?.category,
            // What nobody has answered is to be asked; what nobody knows is to be told.
            met(words, service) {
              if (
                asks ||
                words.every(
                  (word) => word === 'functional' || state.answer(word.replace('!', '')) || state.declared(service)?.category === word,
                )
              )
                return
              asks = true
              setTimeout(draw)
            },
            grant: (id, source) => ask((loaded) => loaded.grant(id, source)),
            mounted: draw,
          },
          settings,
        )
        // With nothing to ask in the settings, the page's own marks may have something.
        asks = record ? record.decided !== complete : settings.services.length > 0
        ports.watch(() => {
          const next = ports.read(settings).record
          if (next && next.decided > (here.record?.decided ?? 0)) ask((loaded) => loaded.adopt(next))
        })
        const now = standing()
        emit('ready', now)
        if (record) tell({ ...now, added: now.granted, removed: [] })
        here.gate.refresh()
        // Settings that are not kept are new, or forgotten because code that ran until a reload may have left something again.
        if (record && (stale || complete === undefined)) ask((loaded) => loaded.tidy())
        if (tasks.length) ask(() => {})
        draw()
      }
      // What is granted is known at once; nothing is released before vendors have heard it.
      if (settings.urgency > +!record) ports.signals(here).then(begin, begin)
      else begin()
    },
    look() {
      guard?.gate?.refresh()
      draw()
    },
    act(action) {
      if (guard) ask((loaded) => loaded.act(action))
      // Otherwise the link behind the control goes on working.
      return !!guard
    },
  }
}
