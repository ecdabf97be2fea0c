/** What the check has found: data, so that a test can read it as well as a person. */

export type Level = 'error' | 'warning' | 'note'

export type Topic = 'Configuration' | 'Page' | 'Banner' | 'Requests' | 'Cookies and storage'

export interface Finding {
  /**
   * - `error`: something gets through without consent, is never released, or the banner does not ask as the law wants
   * - `warning`: something is probably not as it was meant
   * - `note`: worth a look, and fine if it was meant so
   */
  readonly level: Level
  readonly topic: Topic
  /** What makes it the same thing as another: each is told once. */
  readonly key: string
  /** Which thing, what was found, what to do. */
  readonly text: string
  /** What to put in the page or in the configuration instead, to be copied. */
  readonly paste?: string
  /** Shown by the console, which points at it in the page. */
  readonly element?: Element
}
