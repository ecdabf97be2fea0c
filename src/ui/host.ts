/** Loads the interface and the texts when the first of banner, preferences or cookie table must be drawn, and draws. */

import type { Face } from '../model/ports.ts'
import type { TextsPart } from '../model/texts.ts'
import type { Texts } from '../model/types.ts'
import type { Actions, Interface, Mounts, Panels, View } from '../model/view.ts'
import { removeRoot, uiRoot } from './root.ts'

type Sight = Omit<View, 'texts' | 'lang'>

export interface HostParts {
  /** Loads the interface. */
  ui(): Promise<Interface>
  /** Somebody comes to choose: loads what is needed then. */
  soon(): void
  /** Loads what is more than the banner. */
  panels(): Promise<Panels>
  /** Loads these texts in the visitor's language and register. */
  texts(...parts: TextsPart[]): Promise<{ readonly texts: Texts; readonly lang: string }>
}

export function createHost(parts: HostParts): Face {
  let loaded: { ui: Interface; texts: Texts; lang: string; panels: Panels | undefined } | undefined
  let loading = false
  let last: { sight: Sight; actions: Actions; mounts: Mounts } | undefined

  /** Draws what was asked for last, once everything for it is here; until then what is shown stays. */
  const draw = () => {
    if (!last || loading) return
    const { sight, actions, mounts } = last
    const panels = sight.open === 'preferences' || mounts.settings.length > 0 || mounts.cookies.length > 0
    if (loaded && (loaded.panels || !panels) && (!sight.gpc || loaded.texts.gpc)) {
      const { ui, texts, lang } = loaded
      ui.draw(uiRoot(), mounts, { ...sight, texts, lang }, actions, loaded.panels)
    } else if (loaded || panels || sight.open || sight.status) {
      loading = true
      Promise.all([
        parts.ui(),
        panels ? parts.panels() : undefined,
        parts.texts('', ...(panels ? (['panels/'] as const) : []), ...(sight.gpc ? (['gpc/'] as const) : [])),
      ])
        .then(([ui, more, words]) => {
          loaded = { ui, panels: more, ...words }
          loading = false
          if (!last) return
          draw()
          // An answer begins with a pointer that comes near, or with the focus.
          for (const event of ['pointerover', 'focusin']) uiRoot().addEventListener(event, parts.soon, { once: true })
        })
        .catch(() => {
          // Everything stays held, and the next change tries again.
          loading = false
        })
    }
  }

  return {
    draw(sight, actions) {
      const find = (name: string) => [...document.querySelectorAll(`[data-toestemming=${name}]`)]
      last = { sight, actions, mounts: { settings: find('settings'), cookies: find('cookies') } }
      draw()
    },
    clear() {
      if (last) loaded?.ui.clear(uiRoot(), last.mounts)
      removeRoot()
      last = undefined
    },
  }
}
