/** What the core needs of the outside: types only. The entries fill these in; tests fill in their own. */

import type { Problem } from './check.ts'
import type { ConsentRecord, Service, Settings } from './types.ts'
import type { Actions, View } from './view.ts'

/** Where the record is kept. Never throws: blocked storage means that choices live for the page. */
export interface Store {
  /** The newest record that can be trusted, or nothing. */
  read(settings: Settings): ConsentRecord | undefined
  write(settings: Settings, record: ConsentRecord): void
  /** Loads what writing needs, before the visitor is asked. */
  prepare(): void
  /** Calls back when the record may have changed elsewhere: another tab, another page of the site, a page taken from the cache. */
  watch(settings: Settings, changed: () => void): () => void
  /** Removes what the services keep on the device, but for names that `kept` services share. */
  erase(settings: Settings, services: readonly Service[], kept: readonly Service[]): Promise<void>
}

/** Holds and releases elements of the page. */
export interface Gate {
  /** Looks at all gated elements again and holds or releases each. */
  refresh(): void
  /** Also looks after `root`, which the page's own observer cannot see (a shadow root, a detached subtree). */
  scan(root: ParentNode): void
  /** Ends "load once" for elements of a withdrawn category or service, or for all. */
  forget(id?: string): void
  /** Whether code has run that may no longer run. */
  mustReload(): boolean
  /** Holds again what can be held, removes what was drawn and stops watching. */
  stop(): void
}

/** What draws. */
export interface Face {
  draw(view: Omit<View, 'texts' | 'lang'>, actions: Actions): void
  clear(): void
}

/** Tells vendors, in their own words, what was granted or withdrawn. Ids of categories and services. */
export interface Signals {
  grant(ids: readonly string[]): void
  /** May return a promise that the reload after a withdrawal waits for, half a second at most. */
  revoke(ids: readonly string[]): void | Promise<void>
}

export interface Ports {
  readonly store: Store
  readonly face: Face
  readonly signals: Signals
  /** Makes the gate once the settings are known; until then nothing is released. */
  gate(judge: Judge, settings: Settings): Gate
  /** Milliseconds since 1970. */
  now(): number
  /** 22 random URL-safe characters: at least 122 bits. */
  newId(): string
  reload(): void
  /** Tells the developer what is wrong, once per path. Never throws. */
  report(problem: Problem): void
}

/** What the gate asks of the core. */
export interface Judge {
  /** Whether an element with these words and this service may be active now. False for anything unknown. */
  allows(words: readonly string[], service: string | undefined): boolean
  /** Tells the core that the page has an element with these words, so that they can be offered. `provider` is how to call the service. */
  found(words: readonly string[], service: string | undefined, provider: string): void
  /** What the gate's own controls give: a service or category, for always. */
  grant(id: string, source: 'placeholder' | 'form'): void
  /** Tells the core that a place to draw in has come or gone. */
  mounted(): void
}
