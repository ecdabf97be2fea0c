/** The host element and the lasting trigger in plain DOM, so that a return visit needs nothing more. */

import { pickLanguage } from '../model/locale.ts'
import type { Trigger } from '../model/ports.ts'
import type { Settings } from '../model/types.ts'

/** System colours follow `color-scheme`, so that light and dark take no rules of their own. */
const style =
  '[part]{position:fixed;z-index:99999;left:12px;bottom:12px;padding:14px;font:14px system-ui;color:CanvasText;background:Canvas;border:1px solid;border-radius:2em;}'

export function createTrigger({ ui, locale, labels }: Settings, onclick: () => void): Trigger {
  const lang = pickLanguage(locale || document.documentElement.lang)
  const host = document.createElement('toestemming-ui')
  const shadow = host.attachShadow({ mode: 'open' })
  const button = Object.assign(document.createElement('button'), { lang, textContent: labels[lang], onclick, part: 'trigger' })
  button.setAttribute('data-toestemming-action', 'open')
  button.style.colorScheme = ui.theme === 'auto' ? 'light dark' : ui.theme
  if (ui.trigger === 'bottom-right') button.style.inset = 'auto 12px 12px auto'

  return {
    root() {
      if (!host.isConnected) {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(style)
        shadow.adoptedStyleSheets = [sheet]
        document.body.prepend(host)
      }
      return shadow
    },
    show(shown) {
      // An owner without a trigger has a control on the page; where that is missing, the trigger is there all the same.
      if (shown && (ui.trigger !== 'none' || !document.querySelector('[data-toestemming-action=open]'))) this.root().append(button)
      else button.remove()
    },
  }
}
