/** The narrow contract between the core and the lazily loaded interface: data in, actions out. */

import type { Answer, Category, Service, Settings, Texts } from './types.ts'

/** A category as offered on this page, with its services (configured, or met in the page). */
export interface OfferedCategory extends Category {
  /** `functional`: shown as "altijd aan", never a switch. */
  readonly required: boolean
  /** Whether consent is asked for it; false for `functional` and where every service is exempt. */
  readonly asked: boolean
  readonly services: readonly Service[]
}

/** Everything the interface needs to draw; plain data, a fresh object at each change. */
export interface View {
  readonly settings: Settings
  readonly texts: Texts
  /** Language of `texts`, for `lang` and Intl. */
  readonly lang: string
  readonly categories: readonly OfferedCategory[]
  /** The answers so far by id of category or service; absent is never asked. */
  readonly answers: Readonly<Record<string, Answer | undefined>>
  /** The record's id and time, once there is a decision. */
  readonly record: { readonly id: string; readonly decided: number } | undefined
  readonly open: 'banner' | 'preferences' | undefined
  /** Whether anything was granted that can be withdrawn. */
  readonly withdrawable: boolean
  /** Whether the browser asks not to follow, and so has answered for now. */
  readonly gpc: boolean
  /** What happened last, for the live region; `reload` asks the visitor to reload when `settings.withdrawal` is `ask`. */
  readonly status: '' | 'saved' | 'withdrawn' | 'reloading' | 'reload'
}

/** What the interface may ask of the core. `choices` has one boolean per category id and service id shown. */
export interface Actions {
  acceptAll(source: 'banner' | 'preferences'): void
  rejectAll(source: 'banner' | 'preferences'): void
  save(choices: Readonly<Record<string, boolean>>): void
  withdraw(): void
  open(): void
  close(): void
  reload(): void
}

/** What `panels.js` exports; only the interface knows what is in it. */
export type Panels = object

/** What `ui.js` exports. */
export interface Interface {
  /**
   * Draws, or draws again, banner and preferences into the root of `<toestemming-ui>`, the preferences into each of `mounts.settings`
   * and the cookie table into each of `mounts.cookies`. Safe to call at every change; keeps focus and unsaved switches.
   *
   * @param panels what `panels.js` exports: without it only the banner and the status can be drawn
   */
  draw(root: ShadowRoot, mounts: Mounts, view: View, actions: Actions, panels?: Panels | false): void
  /** Removes what `draw` made. */
  clear(root: ShadowRoot, mounts: Mounts): void
}

/** The owner's elements that show a part of the interface. */
export interface Mounts {
  readonly settings: readonly Element[]
  readonly cookies: readonly Element[]
}
