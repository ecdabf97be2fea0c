/** The lasting trigger, in plain DOM. */

import { languageOf } from '../model/locale.ts'
import type { Settings } from '../model/types.ts'
import { dress } from './dress.ts'
import { leaveRoom } from './leaveRoom.ts'
import { uiRoot } from './root.ts'

/**
 * What a page passes on stops at the host: its fonts and spacing, and that all is hidden. System colours follow `color-scheme`, so that light and dark
 * take no rules of their own. The ring lies on the button, where no page can be of its colour; that of the banner's looks has a colour that is not known here.
 */
const style =
  ':host{all:initial!important;display:contents!important}[part=trigger]{position:fixed;z-index:99999;left:12px;bottom:12px;max-width:calc(100% - 24px);padding:14px;font:clamp(.875em,.875rem,1.75em) var(--toestemming-font,system-ui);color:CanvasText;background:Canvas;background:light-dark(#fff,#151b23);border:1px solid;border-radius:var(--toestemming-corners,2em);cursor:pointer}[part=trigger]:focus-visible{outline:3px solid;outline-offset:-6px}@media print{[part=trigger]{display:none}}'

const dressed = new WeakSet<ShadowRoot>()
let button: HTMLButtonElement | undefined
let giveBack: (() => void) | undefined

/** Shows the trigger, or takes it away. An owner without one has a control on the page; where that is missing, it is there all the same. */
export function drawTrigger(
  shown: boolean,
  { ui, locale, texts }: Settings,
  labels: Readonly<Record<string, string>>,
  onclick: () => void,
): void {
  if (!shown || (ui.trigger === 'none' && document.querySelector('[data-toestemming-action=open]'))) {
    button?.remove()
    giveBack?.()
    giveBack = undefined
    return
  }
  const root = uiRoot()
  if (!dressed.has(root)) dress(root, style)
  dressed.add(root)
  const language = languageOf(locale || document.documentElement.lang)
  const lang = labels[language] ? language : 'nl'
  const look = { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' }
  // What else is drawn here goes before it.
  if (!(root.host as HTMLElement).lang) Object.assign(root.host, look)
  button ??= document.createElement('button')
  Object.assign(button, { ...look, textContent: texts['trigger.label'] ?? labels[lang], onclick, part: 'trigger' })
  button.setAttribute('data-toestemming-action', 'open')
  button.style.colorScheme = ui.theme === 'auto' ? 'light dark' : ui.theme
  button.style.inset = ui.trigger === 'bottom-right' ? 'auto 12px 12px auto' : ''
  // Where it is already it stays, with the focus.
  if (button.parentNode !== root) root.append(button)
  giveBack ??= leaveRoom(button)
}
