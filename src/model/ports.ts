/** What the parts need of each other: types only. The entries fill them in; tests fill in their own. */

import type { Answer, ConsentRecord, Service, Settings, Source } from './types.ts'
import type { Actions, View } from './view.ts'

/** Keeps the record and erases what services keep. Never throws: blocked storage means that choices live for the page. */
export interface Keeper {
  /** Keeps the record where it takes no time, so that leaving the page cannot lose it. */
  note(settings: Settings, record: ConsentRecord): void
  /**
   * Keeps it everywhere, and the settings with it.
   * @param complete whether the record answers all that the settings ask
   */
  keep(settings: Settings, record: ConsentRecord, complete: boolean): void
  /** Has the next page make its settings anew, and tidy up. */
  forget(): void
  /** Removes what `services` keep on the device, but for names that `kept` services share, and the record's own. */
  erase(own: string, services: readonly Service[], kept: readonly Service[]): Promise<void>
}

/** What an element's marks say. */
export interface Needs {
  readonly words: readonly string[]
  readonly service: string | undefined
}

/** Holds and releases elements of the page. */
export interface Gate {
  needs(element: HTMLElement): Needs
  /** What the visitor loaded once: these elements, on this page. */
  readonly once: Set<HTMLElement>
  /** What the scripts needed that have run on this page. */
  readonly ran: readonly Needs[]
  /** The scripts that the gate has released or put in, each with what runs in its place. */
  readonly copies: WeakMap<Element, Element>
  /** The page, and the roots that were given to `scan`. */
  readonly roots: ReadonlySet<ParentNode>
  /** Looks at all gated elements again and holds or releases each. */
  refresh(): void
  /** Takes what is needed less often, where it is loaded ahead: `GateTools.later` gives it otherwise. Only the first counts. */
  equip(tools: unknown): void
  /** Also looks after `root`, which the page's own observer cannot see (a shadow root, a detached subtree). */
  scan(root: ParentNode): void
  /** Holds again what can be held, also what a page that is still being read brings, and removes what was drawn. */
  stop(): void
}

/** What the gate asks of the core. */
export interface Judge {
  /** Whether an element with these words and this service may be active now. False for anything unknown. */
  allows(words: readonly string[], service: string | undefined): boolean
  /** Whether this service, which has a host in the settings, is granted now, or was loaded once. */
  has(service: string): boolean
  /** The category of a service in the settings. */
  categoryOf(service: string): string | undefined
  /** Tells the core that the page has an element with these words, so that they can be offered, or told when they are unknown. */
  met(words: readonly string[], service: string | undefined): void
  /** What the controls in the page give: a service or category, for always. */
  grant(id: string, source: Source): void
  /** Tells the core that a place to draw in may have come or gone. */
  mounted(): void
}

/** What the gate needs less often. */
export interface Later {
  /** Has scripts that we let run find what they have missed, and who puts in or takes away what they replace find them in its place. */
  startLate(change: Change, released: WeakMap<Element, Element>): void
  /** Has who goes on with a script that was replaced find what runs in its place. */
  represent(replaced: Element, runner: Element): void
  /** Starts the downloads of scripts whose turn comes later. */
  readAhead(
    waiting: readonly (readonly HTMLScriptElement[])[],
    allowed: (element: HTMLElement) => boolean,
    ours: WeakMap<Element, Element>,
  ): void
  /** Puts what a template holds behind it, each thing with its marks; what the visitor loaded once, in the same set. */
  releaseTemplate(
    template: HTMLTemplateElement,
    copyScript: (script: HTMLScriptElement) => HTMLScriptElement,
    once: Set<HTMLElement>,
    needs: Gate['needs'],
  ): readonly ChildNode[]
  /**
   * Has a frame that may load ask for its provider's more private address, where there is one, and looks after it: what was allowed of one provider
   * is allowed of no other.
   */
  prepare(element: HTMLElement, service: string | undefined, port: BlocksPort, change: Change): void
}

export interface GateTools extends Pick<Settings, 'places' | 'unlisted' | 'requests'> {
  /** Loads what is needed for templates, and for scripts that come after the page has loaded. */
  later(): Promise<Later>
  /** Loads what draws placeholders and notices; called when the first one is needed. */
  blocks(host: BlocksPort): Promise<Blocks>
}

export type Native = (...values: unknown[]) => unknown

/**
 * Has a function stand in for the browser's own: methods of these interfaces, or what sets or else what gets an attribute of theirs; constructors
 * and functions of the window where the owner is ''. It gets what it stands in for, `this` (of a constructor, what `new` was called on), the
 * arguments and the name. Several names have commas between them.
 */
export type Change = (
  owners: string | readonly string[],
  keys: string | readonly string[],
  stand: (native: Native, own: never, values: unknown[], key: string) => unknown,
) => void

/** What is held of what scripts ask for unmarked. */
export interface Interception {
  /** What becomes of a request to an address of another host: 0, it goes on; 1, it fails; 2, it waits and asks again. */
  decide(url: URL): 0 | 1 | 2
  /** Whether this element may ask for what it likes, because its own marks or the visitor say so. */
  passes(element: HTMLElement): unknown
  /** Something that the gate looks after has come into the page, or has changed; or while it is read something has come of which nobody knows what it is. */
  changed(parsed?: unknown): void
}

/** What stands in for frames, and what forms say. */
export interface Blocks {
  /** Draws what is missing for these frames that wait and these forms, and takes away what is no longer needed. */
  update(waiting: ReadonlySet<HTMLElement>): void
}

/** What the gate has for what draws blocks. */
export interface BlocksPort extends Pick<Gate, 'needs' | 'once' | 'refresh'> {
  /** What the gate itself asks whether something may be: its `has` can be told of what was loaded once, of which the core knows nothing. */
  readonly state: Judge
}

/** What the drawing of blocks asks of the gate. */
export interface BlocksHost extends BlocksPort, Pick<Judge, 'allows' | 'grant'> {}

/** What draws banner, preferences and cookie table. */
export interface Face {
  draw(view: Omit<View, 'texts' | 'lang'>, actions: Actions): void
  clear(): void
}

/** What one vendor's signal is made of. */
export interface Heard extends Pick<Settings, 'signals'> {
  /** The services that listen to it. */
  readonly services: readonly Service[]
  /** Whether this vendor may do what is in this category: some of its own services there, or where it has none, the category. */
  allows(category: string): boolean
}

/** One vendor's own consent calls, exactly as it documents them. What throws is reported, and stops nothing else. */
export interface Signal {
  /** The global that hears it, to name it when something is wrong with it. */
  readonly global: string
  /** Whether the vendor keeps what it hears in the browser, though its services are always on: then it hears nothing before somebody has answered. */
  readonly keeps?: true
  /** Said once on each page, before anything of the vendor's may run: nothing is allowed. */
  readonly before: () => void
  /** Said then, while nobody has answered. */
  readonly hold?: () => void
  /** Some of the vendor's services are allowed. */
  readonly grant: () => unknown
  /** None is. May return a promise, which a reload waits for, half a second at most. */
  readonly revoke: () => unknown
}

/** Tells all vendors. */
export interface Signals {
  /** Says what stands now, first to those who may do nothing. Once per decision. Returns what a reload waits for. */
  tell(): Promise<unknown>
}

/** What signals are told of. */
export interface SignalsHost {
  readonly settings: Settings
  readonly state: { has(id: string): boolean; answer(id: string): Answer | undefined }
  /** Put here once all vendors have heard what stands on this page. */
  signals?: Signals | undefined
}
