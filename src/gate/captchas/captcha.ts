/** What the forms need of a robot check, whoever makes it. */

/** The part of a vendor's global that is used here. */
export interface CaptchaApi {
  ready?(callback: () => void): void
  render?(place: HTMLElement, parameters: Readonly<Record<string, unknown>>): unknown
  execute?(...values: unknown[]): unknown
  getResponse?(...values: unknown[]): unknown
  reset?(...values: unknown[]): unknown
}

export interface Captcha {
  /** What its addresses, classes and service ids have in them, and no other's. */
  readonly sign: RegExp
  /** Its id in the catalogue. */
  readonly id: string
  /** Who makes it. */
  readonly provider: string
  /** The class by which owners mark where its widget goes; with `-response` the name of the field that the server reads. */
  readonly place: string
  /** What it keeps in the site's own storage. */
  readonly keys?: RegExp
  /** A queue of its own, made if need be: what is in it is called when all of it works. */
  queue?(): (() => void)[]
  /** Whether a key alone is enough: the check has no widget, and is asked at each submission. */
  readonly silent?: boolean
  /** Where the script is, for forms that give only a key. */
  address(key: string | undefined, language: string): string
  /** The vendor's global, or the stand-in for it. */
  api(): CaptchaApi | undefined
  /** Puts a stand-in where the global will be, until the vendor's own is there; returns what takes it away, if it must be gone by then. */
  standIn(whenReady: (task: () => void) => void): (() => void) | undefined
}
