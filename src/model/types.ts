/** The nouns of consent, shared by every folder. Types only: nothing here reaches the visitor. */

/** What a visitor said of one category or service. Absence is *never asked*. */
export type Answer = 'yes' | 'no'

/** How a decision came about; kept in the record for proof. */
export type Source = 'banner' | 'preferences' | 'placeholder' | 'form' | 'withdrawal' | 'api' | 'network'

/** What was decided, when, and about which revision of the question. */
export interface ConsentRecord {
  /** 22 random URL-safe characters (132 bits), only while something is granted. */
  readonly id: string | undefined
  /** Milliseconds since 1970 (UTC). */
  readonly decided: number
  /** When the oldest of the answers was given, in milliseconds since 1970: validity counts from here. */
  readonly oldest: number
  readonly revision: number
  readonly source: Source
  /** By key: a category's id, or a service's code (see `serviceCode`). A key that is absent was never asked. */
  readonly answers: ReadonlyMap<string, Answer>
}

/** Whose consent calls we know; `own` is an event for what the owner writes. One file of that name in `signals/` each. */
export type SignalName =
  | 'google'
  | 'microsoft'
  | 'clarity'
  | 'meta'
  | 'tiktok'
  | 'pinterest'
  | 'matomo'
  | 'hubspot'
  | 'shopify'
  | 'wordpress'
  | 'own'

/** One cookie or storage key that a service keeps on the visitor's device. */
export interface StoredItem {
  /** Exact name, `prefix*`, or an anchored pattern written as `/^…/`. */
  readonly name: string
  /** ISO 8601 duration (`P2Y`, `PT30M`), or `session`, or `persistent`. */
  readonly duration?: string
  /** Where it is kept. Default: `cookie`. */
  readonly storage?: 'cookie' | 'local' | 'session'
  /** `third` when it lives on the provider's own domain, where a site cannot erase it. Default: `first`. */
  readonly party?: 'first' | 'third'
  /** One plain sentence. */
  readonly purpose?: string | Localised
}

/** A text per language. Dutch is always there. */
export interface Localised {
  readonly nl: string
  readonly en?: string
}

/** One party's one use, as the owner configures it or the catalogue describes it. */
export interface Service {
  readonly id: string
  readonly category: string
  readonly provider: string
  /** Shown name; default: the provider. */
  readonly title?: string
  readonly purpose?: string | Localised
  /** `example.com` (and its subdomains), optionally with a port and a path prefix. */
  readonly hosts?: readonly string[]
  /** Empty when it keeps nothing; absent when nobody has said what. */
  readonly cookies?: readonly StoredItem[]
  /** Address of the provider's privacy policy. */
  readonly privacy?: string
  /** Whether data leaves the European Economic Area. */
  readonly outsideEEA?: boolean
  /** Whether the provider works on instruction, decides as well what the data is used for, or decides together with the owner. */
  readonly role?: 'processor' | 'controller' | 'joint'
  /** Which of the vendors' own consent calls this service listens to, beside being held. */
  readonly signal?: SignalName
  /** Written reason why no consent is needed (Tw 11.7a lid 3); the service then runs until the visitor objects. */
  readonly exempt?: string
}

/** A group of services with one purpose and one switch. */
export interface Category {
  readonly id: string
  /** Owner's texts; default: the locale's, under `category.<id>.…`. */
  readonly title?: string
  readonly purpose?: string
}

/** Sites of one owner that honour each other's choices. */
export interface Network {
  /** Their origins, this site's own among them. */
  readonly sites: readonly string[]
  /** Path on each of the sites where they tell each other of changes; without it only links do. */
  readonly register?: string
}

/** The configuration after checking, defaults filled in. */
export interface Settings {
  /** Who asks; default: the host name. */
  readonly owner: string
  /** Language tag; empty for the page's own language. */
  readonly locale: string
  readonly register: 'je' | 'u'
  readonly revision: number
  /** The day on which what is declared was last changed, as it is written: see `isDay`. */
  readonly updated?: unknown
  /** 180 to 400 days, counted from the decision. */
  readonly validDays: number
  readonly links: { readonly privacy?: string; readonly cookies?: string; readonly contact?: string }
  /** In order: the standard five, then the owner's. */
  readonly categories: readonly Category[]
  readonly services: readonly Service[]
  /** Which addresses belong to which service; see `placesOf`. */
  readonly places: readonly (readonly [pattern: string, service: string])[]
  readonly cookie: { readonly name: string; readonly domain: string | null }
  /** What becomes of other origins that no service lists, when a script asks for them. */
  readonly unlisted: 'allow' | 'hold'
  /** Whether a request that is held fails, or waits until it is allowed. */
  readonly requests: 'fail' | 'wait'
  readonly signals: {
    /** Whether Google's tags wait too, run before a choice with everything denied, or hear nothing of us. */
    readonly google: 'basic' | 'advanced' | 'off'
    /** Whether Global Privacy Control counts as a refusal. */
    readonly gpc: boolean
    /** Whether Matomo waits with everything, or with cookies alone. */
    readonly matomo: 'tracking' | 'cookie'
  }
  /** When vendors' signals are needed: 0, never; 1, as soon as there is a decision; 2, before anything may run. */
  readonly urgency: 0 | 1 | 2
  /** After a withdrawal from code that has run: reload at once, or ask the visitor to. */
  readonly withdrawal: 'reload' | 'ask'
  readonly ui: {
    readonly layout: 'bar' | 'box' | 'center'
    readonly theme: 'light' | 'dark' | 'auto'
    readonly trigger: 'bottom-left' | 'bottom-right' | 'none'
  }
  /** Other sites of the owner's, to which a choice goes along; see `joinNetwork`. */
  readonly network?: Network
  /** The owner's replacements for the locale's texts, by key. */
  readonly texts: Readonly<Record<string, string>>
}

/** A locale file: every text of the interface by key. `{name}` marks what is filled in. */
export type Texts = Readonly<Record<string, string>>
