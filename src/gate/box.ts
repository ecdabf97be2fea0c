/** What a placeholder and a notice are made of: texts, and plain DOM in an open shadow root, which takes nothing from the page and asks nothing of anyone. */

import type { BlocksHost } from '../model/ports.ts'
import { fill } from '../model/text.ts'
import { type LoadLocale, loadTexts } from '../model/texts.ts'
import type { Settings } from '../model/types.ts'

/**
 * System colours follow `color-scheme`, so that light and dark take no rules of their own. The notice in a form has a line to itself in rows and
 * columns of the page's own, and does not stretch them.
 */
const style = `:host{all:initial;--accent:var(--toestemming-accent,#174f8c);--ground:Canvas;--line:GrayText;display:flex;flex-direction:column;justify-content:center;box-sizing:border-box;max-width:100%;font:16px/1.5 var(--toestemming-font,system-ui,sans-serif);color:CanvasText;background:var(--ground);border:1px solid var(--line);border-radius:calc(var(--toestemming-corners,1em)/2);color-scheme:light dark}
@media(prefers-color-scheme:dark){:host{--accent:var(--toestemming-accent,#9dc6f8)}}
@supports(color:oklch(from light-dark(red,red) l c h)){:host{--ground:light-dark(#fff,#151b23);--line:light-dark(#d4dbe3,#3b4755);--accent:light-dark(oklch(from var(--toestemming-accent,#174f8c) min(l,.5) c h),oklch(from var(--toestemming-accent,#9dc6f8) max(l,.75) c h))!important}}
:host>p,[role]{padding:16px clamp(8px,6%,20px);display:flex;flex-direction:column;gap:10px}
p{margin:0;max-width:60ch;overflow-wrap:anywhere}
#title{font-weight:600}
div div{display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px}
button{font:inherit;font-weight:600;min-height:44px;max-width:100%;overflow-wrap:anywhere;padding:8px 16px;border:2px solid;border-radius:calc(var(--toestemming-corners,1em)/2);background:var(--ground);color:var(--accent);cursor:pointer}
button:hover{text-decoration:underline}
a{color:var(--accent)}
.links{display:flex;flex-wrap:wrap;gap:0 20px;font-size:15px}
.links a{display:inline-block;padding:5px 0}
:host(.poster){background:var(--ground) var(--poster) top/100% auto no-repeat;justify-content:end;padding-top:72px;overflow:clip}
:host(.poster) [role]{background:var(--ground)}
:host(.small){width:fit-content;margin-block:4px;font-size:15px}
:host(.small) [role]{padding:10px 14px;gap:6px}
:host(.small) button{min-height:36px;padding:4px 12px}
:host([data-toestemming-view=failure]){margin-block:8px}
:host([data-toestemming-view=form]){margin-block:16px!important;width:100%!important;grid-column:1/-1!important;contain:inline-size;contain-intrinsic-inline-size:17em}
:host(.said){height:1px;margin-bottom:-1px;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:focus-visible{outline:3px solid;outline-offset:2px}`

let sheet: CSSStyleSheet | undefined

/** What is drawn in the page for one element, and how to take it away. */
export interface Drawn {
  readonly host?: HTMLElement
  /** What was said of it, to see when it is no longer so. */
  readonly told?: string
  /** @param again whether it is drawn anew: nothing has come of it */
  remove(again?: boolean): void
}

/** The texts of one part, in the visitor's language and register. */
export interface Words {
  /** A text by key, filled in. */
  say(key: string, values?: Readonly<Record<string, string>>): string
  readonly lang: string
}

/** What the drawing of one placeholder or notice needs. */
export interface Drawing extends BlocksHost, Pick<Words, 'say'> {
  readonly settings: Settings
  /** Has screen readers say it of what is there. */
  tell(text: string, near: Element): void
  /** An element of ours for the page, with a named group in an open shadow root. */
  box(view: string, title: string, ...children: Node[]): HTMLElement
}

export async function loadWords(settings: Settings, load: LoadLocale, part: 'blocks/' | 'forms/'): Promise<Words> {
  const { texts, lang } = await loadTexts(settings, document.documentElement.lang, load, part)
  return { lang, say: (key, values = {}) => fill(texts[key] ?? '', values) }
}

/** An element of ours for the page, with a named group in an open shadow root. */
export function box({ theme }: Settings['ui'], lang: string, view: string, title: string, children: readonly Node[]): HTMLElement {
  const host = document.createElement('toestemming-block')
  host.setAttribute('data-toestemming-view', view)
  host.lang = lang
  host.dir = lang === 'ar' ? 'rtl' : 'ltr'
  if (theme !== 'auto') {
    host.style.colorScheme = theme
    host.style.setProperty('--accent', `var(--toestemming-accent,${theme === 'dark' ? '#9dc6f8' : '#174f8c'})`)
  }
  const root = host.attachShadow({ mode: 'open' })
  dress(root)
  const group = make('div', '')
  group.setAttribute('role', 'group')
  group.setAttribute('aria-labelledby', 'title')
  const heading = make('p', title)
  heading.id = 'title'
  group.append(heading, ...children)
  root.append(group)
  return host
}

export function hide({ style }: HTMLElement): void {
  style.setProperty('display', 'none', 'important')
}

export function make(name: 'p' | 'div', text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

export function button(action: string, text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.dataset.toestemmingAction = action
  element.textContent = text
  element.addEventListener('click', press)
  // The focus may come here while a key is held that sent a form: that is no answer.
  element.addEventListener('keydown', (event) => {
    if (event.repeat) event.preventDefault()
  })
  return element
}

export function link(href: string, text: string): HTMLAnchorElement {
  const element = document.createElement('a')
  element.href = href
  element.textContent = text
  return element
}

/** A constructed sheet needs no leave from `style-src`. */
function dress(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
  }
  root.adoptedStyleSheets = [sheet]
}
