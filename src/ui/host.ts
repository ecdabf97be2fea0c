/** Loads the interface and the texts when the first of banner, preferences or cookie table must be drawn, and draws. */

import type { Face, Trigger } from '../model/ports.ts'
import type { Texts } from '../model/types.ts'
import type { Actions, Interface, Mounts, View } from '../model/view.ts'

type Sight = Omit<View, 'texts' | 'lang'>

export interface HostParts {
  /** Loads the interface. */
  ui(): Promise<Interface>
  /** Loads the texts of the visitor's language and register. */
  texts(): Promise<{ readonly texts: Texts; readonly lang: string }>
}

export function createHost({ root }: Trigger, parts: HostParts): Face {
  let loaded: { ui: Interface; texts: Texts; lang: string } | undefined
  let loading = false
  let last: { sight: Sight; actions: Actions } | undefined
  let mounts: Mounts = { settings: [], cookies: [] }

  const drawLast = () => {
    if (!last || !loaded) return
    const { ui, texts, lang } = loaded
    ui.draw(root(), mounts, { ...last.sight, texts, lang }, last.actions)
  }

  return {
    draw(sight, actions) {
      last = { sight, actions }
      const find = (name: string) => [...document.querySelectorAll(`[data-toestemming=${name}]`)]
      mounts = { settings: find('settings'), cookies: find('cookies') }
      if (loaded) return drawLast()
      if (loading || !(sight.open || sight.status || mounts.settings.length || mounts.cookies.length)) return
      loading = true
      Promise.all([parts.ui(), parts.texts()])
        .then(([ui, texts]) => {
          loaded = { ui, ...texts }
          drawLast()
        })
        // Everything stays held, and the next change tries again.
        .catch(() => (loading = false))
    },
    clear() {
      last = undefined
      loaded?.ui.clear(root(), mounts)
    },
  }
}
