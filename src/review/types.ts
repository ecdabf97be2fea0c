/** What a review says: data, so that a page, the console and a command can tell it in their own way. */

/** A text in Dutch and in English. */
export interface Both {
  readonly nl: string
  readonly en: string
}

/** Where on the page: the first layer, the preferences over the page or within it, the lasting trigger, or what the owner wrote. */
export type Place = 'banner' | 'preferences' | 'settings' | 'trigger' | 'page'

/** A rule by its code in the project's list of requirements: `DP-…` for a dark pattern, `R-…` for a duty. */
export interface Rule {
  readonly code: string
  /** What holds when it is kept. */
  readonly rule: Both
  /** Where the rule comes from. */
  readonly source: Both
  /** Which of the nine rules of thumb of the Dutch regulator (Autoriteit Persoonsgegevens, _Heldere en misleidende cookiebanners_) it belongs to. */
  readonly regulator: readonly number[]
  /** Other codes that say the same. */
  readonly also: readonly string[]
}

export interface Finding extends Rule {
  /** `error`: a duty is not kept; `warning`: a recommendation is not, or it takes a person to say. */
  readonly level: 'error' | 'warning'
  readonly place: Place
  /** What was measured, with what it should be. */
  readonly figure: Both
  /** What is wrong, in one or two sentences. */
  readonly text: Both
  /** What to do. */
  readonly remedy: Both
  /** What it is about, to point at; of the page that was reviewed. */
  readonly element?: Element
}

/** A rule that could not be measured this time, or that no machine can judge. */
export interface Unmeasured extends Rule {
  readonly why: Both
}

/** A control of ours as it was drawn, so that two widths can be compared. */
export interface Control {
  readonly place: Place
  readonly action: string
  readonly label: string
}

export interface Review {
  /** What was there to measure, in order. Nothing: the library has drawn nothing here. */
  readonly shown: readonly Place[]
  readonly findings: readonly Finding[]
  /** Measured, and kept. */
  readonly kept: readonly Rule[]
  /** A machine can see it, but not here or not now. */
  readonly unmeasured: readonly Unmeasured[]
  /** What no machine can judge: for a person to look at. */
  readonly unseen: readonly Unmeasured[]
  readonly controls: readonly Control[]
  /** The window of the page, in CSS pixels. */
  readonly width: number
  readonly height: number
  readonly theme: 'light' | 'dark'
}

export interface ReviewOptions {
  /**
   * Opens the preferences to measure them too, and closes them again without an answer; focus and banner are put back. Without it only what
   * is shown is measured.
   */
  readonly open?: boolean
  /**
   * What the owner configured, where it is not in the page: `owner`, `links.privacy` and `texts` are read. Default: the configuration in the
   * page's own `<script data-toestemming="config">`.
   */
  readonly configuration?: ReviewedConfiguration
  /** Whether somebody has used the page, so that a switch may be on, or the focus on an answer, because of them. Default: what the browser says. */
  readonly touched?: boolean
}

export interface ReviewedConfiguration {
  readonly owner?: string
  readonly links?: { readonly privacy?: string; readonly cookies?: string; readonly contact?: string }
  readonly texts?: { readonly [key: string]: string }
}
