/** Fills the core's ports with the real page. Shared by the entries, which differ only in how lazy parts arrive. */

import { createCore } from './core/consent.ts'
import type { Applications, Core } from './core/contract.ts'
import { createGate } from './gate/gate.ts'
import { intercept } from './gate/intercept.ts'
import type { Texts } from './model/types.ts'
import type { Interface, Panels } from './model/view.ts'
import { readRecord, watchRecord } from './storage/readRecord.ts'

/** The lazy parts by name, as files beside the script or as a bundler's chunks. */
export interface Lazy {
  application: Applications<Parts>
  decisions: typeof import('./decisions.ts')
  ui: Interface
  panels: Panels
  table: typeof import('./table.ts')
  blocks: typeof import('./gate/blocks.ts')
  forms: typeof import('./gate/forms.ts')
  embeds: typeof import('./embeds.ts')
  later: typeof import('./later.ts')
  network: typeof import('./network.ts')
  release: typeof import('./release.ts')
  explain: typeof import('./explain.ts')
  storage: typeof import('./storage/storage.ts')
  signals: typeof import('./signals/signals.ts')
}

export interface Parts {
  /** Loads a part when it is first needed: one by its name, a locale as `locales/nl-je`. What asks and what decides may be here already. */
  load<Name extends keyof Lazy | `locales/${string}` | `signals/${string}`>(
    name: Name,
  ):
    | Promise<Name extends keyof Lazy ? Lazy[Name] : { readonly default: Texts }>
    | (Name extends 'application' | 'decisions' ? Lazy[Name] : never)
  /** Whether there is a configuration to wait for: until it has been read, nothing is known of any other host. */
  readonly waits: unknown
  /** The configuration as the page has it, to recognise it by later; absent where settings need not be kept. */
  readonly text?: string
}

export function assemble(parts: Parts): Core {
  // Until the settings are here nobody knows whose a host is.
  intercept({ decide: () => (parts.waits ? 2 : 0), changed() {}, passes() {} })
  let asked: boolean | undefined
  const core = createCore({
    application: () => parts.load('application'),
    parts,
    trigger: (shown, ...rest) => {
      asked ||= shown
      // Nobody waits for it: a page without is a page that works.
      if (asked) parts.load('later').then((module) => module.showTrigger(shown, ...rest), Boolean)
    },
    gate: (judge, settings) =>
      createGate(judge, {
        ...settings,
        later: () => parts.load('release'),
        blocks: (host) => parts.load('blocks').then((module) => module.createBlocks(host, settings, parts.load)),
      }),
    read: readRecord,
    signals: (host) => parts.load('signals').then((module) => module.startSignals(host, parts)),
    watch: watchRecord,
  })

  /** Controls on the owner's page; ours are in shadow roots, and have their own handlers. */
  addEventListener(
    'click',
    (event) => {
      const { target } = event
      // A form may have a field of that name.
      const action =
        (target as Element).closest &&
        (Element.prototype.closest.call(target, '[data-toestemming-action]') as HTMLElement | null)?.dataset.toestemmingAction
      // A link that is opened in a new tab stays a link.
      if (action && !event.ctrlKey && !event.metaKey && !event.shiftKey && core.act(action)) event.preventDefault()
    },
    true,
  )

  document.addEventListener('readystatechange', core.look)

  return core
}
