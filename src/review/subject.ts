/** What there is to measure: the library's own views as they are drawn now, and what the owner wrote around them. */

import { textOf } from './tree.ts'
import type { Control, Place, ReviewedConfiguration, ReviewOptions } from './types.ts'
import { type Words, words } from './words.ts'

/** A view that asks: the banner, or preferences. */
export interface Layer {
  readonly place: 'banner' | 'preferences' | 'settings'
  readonly element: HTMLElement
  readonly reject: HTMLElement | undefined
  readonly accept: HTMLElement | undefined
}

export interface Subject {
  readonly page: Document
  readonly window: Window
  readonly layers: readonly Layer[]
  /** The library's own lasting trigger, when it is drawn. */
  readonly trigger: HTMLElement | undefined
  /** What the owner's page has of the library's controls. */
  readonly own: readonly HTMLElement[]
  /** The language of what is drawn, as `nl`. */
  readonly language: string
  readonly words: Words | undefined
  /** Nothing where it is not known. */
  readonly configuration: ReviewedConfiguration | undefined
  /** The library's object, when the page has it. */
  readonly api: Api | undefined
  readonly touched: boolean
}

/** What of `window.toestemming` is used. */
export interface Api {
  open(view: string): void
  close(): void
  readonly record: { readonly decided?: number; readonly answers: Readonly<Record<string, string>> }
}

export const actionOf = (root: ParentNode, action: string): HTMLElement | undefined =>
  root.querySelector<HTMLElement>(`[data-toestemming-action="${action}"]`) ?? undefined

export function rootOf(page: Document): ShadowRoot | undefined {
  return page.querySelector('toestemming-ui')?.shadowRoot ?? undefined
}

export function subjectOf(page: Document, { configuration, touched }: ReviewOptions): Subject {
  const window = page.defaultView as Window & { toestemming?: Partial<Api> }
  const root = rootOf(page)
  const layer = (place: Layer['place'], element: HTMLElement | null | undefined): Layer[] =>
    element ? [{ place, element, reject: actionOf(element, 'reject-all'), accept: actionOf(element, 'accept-all') }] : []
  const layers = [
    ...layer('banner', root?.querySelector<HTMLElement>('[data-toestemming-view="banner"]')),
    ...layer('preferences', root?.querySelector<HTMLElement>('dialog[data-toestemming-view="preferences"]')),
    ...[...page.querySelectorAll('[data-toestemming="settings"] > div')].flatMap((host) =>
      layer('settings', host.shadowRoot?.querySelector<HTMLElement>('[data-toestemming-view="preferences"]')),
    ),
  ]
  const language = (root?.host.getAttribute('lang') || page.documentElement.lang || 'nl').slice(0, 2).toLowerCase()
  const api = window.toestemming
  return {
    page,
    window,
    layers,
    trigger: [...(root?.children ?? [])].find(
      (one): one is HTMLElement => one.getAttribute('data-toestemming-action') === 'open' && one.localName === 'button',
    ),
    own: [...page.querySelectorAll<HTMLElement>('[data-toestemming-action]')],
    language,
    words: words[language],
    configuration: configuration ?? configurationIn(page),
    api: typeof api?.open === 'function' && api.record ? (api as Api) : undefined,
    touched: touched ?? (window.navigator as { userActivation?: { hasBeenActive: boolean } }).userActivation?.hasBeenActive ?? false,
  }
}

/** What the page itself says; nothing when it is somewhere else. */
function configurationIn(page: Document): ReviewedConfiguration | undefined {
  const inline = page.querySelector('script[data-toestemming="config"]')
  const tag = [...page.scripts].find(({ src }) => /\/toestemming\.js([?#]|$)/.test(src))
  if (!tag || tag.dataset.config !== undefined) return undefined
  try {
    return JSON.parse(inline?.textContent || '{}')
  } catch {
    return undefined
  }
}

const own: Readonly<Record<Place, string>> = {
  banner: '[data-toestemming-action]',
  preferences: '[data-toestemming-action]',
  settings: '[data-toestemming-action]',
  trigger: '',
  page: '',
}

export function controlsOf({ layers, trigger }: Subject): Control[] {
  return [
    ...layers.flatMap(({ place, element }) => [...element.querySelectorAll<HTMLElement>(own[place])].map((one) => [place, one] as const)),
    ...(trigger ? [['trigger', trigger] as const] : []),
  ].map(([place, element]) => ({ place, action: element.dataset.toestemmingAction ?? '', label: labelOf(element) }))
}

/** What a screen reader calls it. */
export function labelOf(element: Element): string {
  const named = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const root = element.getRootNode() as Document | ShadowRoot
  const other = named
    .map((id) => root.getElementById?.(id))
    .map((one) => (one ? textOf(one) : ''))
    .join(' ')
    .trim()
  return other || element.getAttribute('aria-label')?.trim() || textOf(element) || element.getAttribute('title')?.trim() || ''
}
