/**
 * The host element and the lasting trigger in plain DOM, so that a return visit needs nothing more.
 * Banner, preferences and cookie table are loaded when the first of them must be drawn.
 */

import type { Texts } from '../model/types.ts'
import type { Actions, Interface, Mounts, View } from '../model/view.ts'

type Sight = Omit<View, 'texts' | 'lang'>

export interface HostParts {
  /** Loads the interface. */
  ui(): Promise<Interface>
  /** Loads the texts of the visitor's language and register. */
  texts(): Promise<{ readonly texts: Texts; readonly lang: string }>
  /** The trigger's words, known without a locale file. */
  trigger(): { readonly label: string; readonly lang: string }
}

const style = `
:host { all: initial; }
.trigger { position: fixed; inset-block-end: 12px; inset-inline-start: 12px; z-index: 2147483646; box-sizing: border-box; min-height: 44px; padding: 8px 14px;
  font: 500 14px/1.3 system-ui, sans-serif; color: #1d3b5c; background: #fff; border: 1px solid #6b7f95; border-radius: 22px; cursor: pointer; box-shadow: 0 1px 4px #0003; }
.trigger.right { inset-inline: auto 12px; }
.trigger:hover { background: #eaf1f8; }
.trigger:focus-visible { outline: 3px solid #1d3b5c; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { .trigger.auto { color: #d6e6f7; background: #1b2530; border-color: #8ea3b8; } .trigger.auto:focus-visible { outline-color: #d6e6f7; } }
.trigger.dark { color: #d6e6f7; background: #1b2530; border-color: #8ea3b8; } .trigger.dark:focus-visible { outline-color: #d6e6f7; }
@media print { .trigger { display: none; } }
`

export function createHost(parts: HostParts) {
  let host: HTMLElement | undefined
  let trigger: HTMLButtonElement | undefined
  let loaded: { ui: Interface; texts: Texts; lang: string } | undefined
  let loading: Promise<void> | undefined
  let last: { sight: Sight; actions: Actions } | undefined
  let mounts: Mounts = { settings: [], cookies: [] }

  const root = (): ShadowRoot => {
    if (!host) {
      host = document.createElement('toestemming-ui')
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(style)
      host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet]
    }
    if (host.parentNode !== document.body) document.body.prepend(host)
    return host.shadowRoot as ShadowRoot
  }

  const drawTrigger = ({ settings, open }: Sight, press: () => void) => {
    const { theme, trigger: place } = settings.ui
    // An owner without a trigger has a control of their own on the page; where that is missing, the trigger is there.
    const wanted = open !== 'banner' && (place !== 'none' || !document.querySelector('[data-toestemming-action=open]'))
    if (!trigger) {
      trigger = document.createElement('button')
      trigger.type = 'button'
      trigger.dataset.toestemmingAction = 'open'
      const { label, lang } = parts.trigger()
      trigger.lang = lang
      trigger.textContent = settings.texts['trigger.label'] ?? label
      trigger.className = `trigger ${theme} ${place === 'bottom-right' ? 'right' : ''}`
      trigger.setAttribute('part', 'trigger')
      trigger.addEventListener('click', press)
    }
    if (!wanted) trigger.remove()
    else if (!trigger.parentNode) root().append(trigger)
  }

  const drawAll = () => {
    if (!last || !loaded) return
    const { sight, actions } = last
    const { ui, texts, lang } = loaded
    ui.draw(root(), mounts, { ...sight, texts, lang }, actions)
  }

  return {
    draw(sight: Sight, actions: Actions) {
      last = { sight, actions }
      const find = (name: string) => [...document.querySelectorAll(`[data-toestemming=${name}]`)]
      mounts = { settings: find('settings'), cookies: find('cookies') }
      root()
      drawTrigger(sight, actions.open)
      if (loaded) drawAll()
      else if (sight.open || sight.status || mounts.settings.length || mounts.cookies.length)
        loading ??= Promise.all([parts.ui(), parts.texts()]).then(
          ([ui, texts]) => {
            if (!last) return
            loaded = { ui, ...texts }
            drawAll()
          },
          () => {
            // Everything stays held, and the next change tries again.
            loading = undefined
          },
        )
    },
    clear() {
      last = undefined
      if (host && loaded) loaded.ui.clear(host.shadowRoot as ShadowRoot, mounts)
      host?.remove()
      host = trigger = undefined
    },
  }
}
