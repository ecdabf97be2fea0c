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
  /** Loads what is more than the banner; with the cookie table, or without. */
  panels(tabled: boolean): Promise<Panels>
  /** Loads these texts in the visitor's language and register. */
  texts(...parts: TextsPart[]): Promise<{ readonly texts: Texts; readonly lang: string }>
}

export function createHost(parts: HostParts): Face {
  let loaded: { ui: Interface; texts: Texts; lang: string; panels: Panels | false; names: readonly TextsPart[] } | undefined
  let loading = false
  /** Whether the cookie table did not come. */
  let missed = false
  let last: { sight: Sight; actions: Actions; mounts: Mounts } | undefined

  /** Draws what was asked for last, once everything for it is here; until then what is shown stays. */
  const draw = () => {
    if (!last || loading) return
    const { sight, actions } = last
    const mounts = missed ? { ...last.mounts, cookies: [] } : last.mounts
    const tabled = mounts.cookies.length > 0
    const panels = tabled || sight.open === 'preferences' || mounts.settings.length > 0
    const names = (['', panels && 'panels/', tabled && 'table/', sight.gpc && 'gpc/'] as const).filter((name) => name !== false)
    if (loaded && names.every((name) => loaded?.names.includes(name))) {
      const { ui, texts, lang } = loaded
      ui.draw(uiRoot(), mounts, { ...sight, texts, lang }, actions, loaded.panels)
    } else if (loaded || panels || sight.open || sight.status) {
      loading = true
      Promise.all([parts.ui(), panels && parts.panels(tabled), parts.texts(...names)])
        .then(([ui, more, words]) => {
          loaded = { ui, panels: more, names, ...words }
          loading = false
          if (!last) return
          draw()
          // An answer begins with a pointer that comes near, or with the focus.
          for (const event of ['pointerover', 'focusin']) uiRoot().addEventListener(event, parts.soon, { once: true })
        })
        .catch(() => {
          // Everything stays held, and the next change tries again; what is asked does not wait for the cookie table.
          loading = false
          missed = tabled
          if (missed) draw()
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
