/** What the core promises to sites, and what it and its lazy parts know of each other. */

import type { Gate, Judge, SignalsHost } from '../model/ports.ts'
import type { Answer, ConsentRecord, Settings, Source } from '../model/types.ts'
import type { State } from './state.ts'

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
  decision: Standing & {
    readonly source: Source
    /** Whether all that is asked was answered. */
    readonly whole: boolean
    /** What was answered, by the record's keys: yes, no, or an earlier answer taken back. */
    readonly choices: ReadonlyMap<string, boolean | undefined>
  }
  /** Something that was granted no longer is. */
  withdrawal: Change
  open: { readonly view: 'banner' | 'preferences' }
  close: { readonly view: 'banner' | 'preferences' }
  /** It has stopped. */
  destroy: undefined
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
  emit<Name extends keyof ConsentEvents>(name: Name, ...detail: ConsentEvents[Name] extends undefined ? [] : [ConsentEvents[Name]]): void
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
