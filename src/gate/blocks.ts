/**
 * What stands in for a frame, and the notice in a form: plain DOM, loaded when the first one is needed.
 * Nothing here asks anything of anyone: no thumbnail, no icon.
 */

import { fill } from '../model/text.ts'
import type { Texts } from '../model/types.ts'

export interface Blocks {
  /** Hides the frame and shows why; returns what puts the frame back. */
  placeholder(frame: HTMLElement, about: PlaceholderAbout): () => void
  /** Says in the form why sending needs consent, with a button that gives exactly that; returns what removes it. */
  formNotice(form: HTMLFormElement, provider: string, allow: () => void): () => void
  /** Brings the visitor from a submit that cannot go on yet to the notice that says why. */
  focusNotice(form: Element): void
}

export interface PlaceholderAbout {
  readonly provider: string
  readonly privacy: string | undefined
  once(): void
  always(): void
}

export interface BlocksSetting {
  readonly texts: Texts
  readonly lang: string
  readonly contact: string | undefined
}

const style = `
:host { all: initial; display: block; box-sizing: border-box; max-width: 100%; overflow: auto; contain: content; color-scheme: light dark;
  font: 16px/1.5 system-ui, sans-serif; color: #1d2530; background: #f3f5f8; border: 1px solid #6b7686; border-radius: 8px; }
[role=group] { box-sizing: border-box; min-height: 100%; padding: 16px 20px; display: flex; flex-direction: column; justify-content: center; gap: 10px; }
p { margin: 0; max-width: 60ch; overflow-wrap: anywhere; }
.title { font-weight: 600; }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
button { font: inherit; min-height: 44px; padding: 8px 16px; border: 1px solid #24476b; border-radius: 6px; background: #fff; color: #24476b; cursor: pointer; }
button:hover { background: #e4ecf5; }
a { color: #24476b; }
:focus-visible { outline: 3px solid #24476b; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { :host { color: #e9edf2; background: #1f2733; border-color: #8793a4; }
  button, a { color: #b9d6f5; } button { background: #16202c; border-color: #b9d6f5; } button:hover { background: #2a3a4c; }
  :focus-visible { outline-color: #b9d6f5; } }
`

let sheet: CSSStyleSheet | undefined
let counter = 0
const notices = new WeakMap<Element, HTMLElement>()

export function createBlocks({ texts, lang, contact }: BlocksSetting): Blocks {
  const say = (key: string, values = {}) => fill(texts[key] ?? '', values)

  /** An element of ours in the page, with a named group in an open shadow root. */
  const box = (view: string, title: string, ...children: Node[]) => {
    const host = document.createElement('toestemming-block')
    host.setAttribute('data-toestemming-view', view)
    host.lang = lang
    const root = host.attachShadow({ mode: 'open' })
    dress(root)
    const group = make('div', '')
    const name = `toestemming-${++counter}`
    group.setAttribute('role', 'group')
    group.setAttribute('aria-labelledby', name)
    group.tabIndex = -1
    const heading = make('p', title, 'title')
    heading.id = name
    group.append(heading, ...children)
    root.append(group)
    return host
  }

  return {
    placeholder(frame, { provider, privacy, once, always }) {
      const { width, height } = frame.getBoundingClientRect()
      const shown = frame.style.display
      // What no visitor would see needs no explanation, and no space.
      if (width < 20 || height < 20) return () => {}
      const row = make('div', '', 'row')
      row.append(button('load-once', say('placeholder.once'), once), button('load-always', say('placeholder.always', { provider }), always))
      const parts = [make('p', say('placeholder.text', { provider })), row]
      if (privacy) {
        const policy = make('p', '')
        policy.append(link(privacy, say('placeholder.privacy', { provider })))
        parts.push(policy)
      }
      const host = box('placeholder', frame.title || say('placeholder.title', { provider }), ...parts)
      const room = frame.parentElement?.clientWidth ?? width
      // The room the frame has now; as wide as the page allows, and higher where the words need it.
      host.style.setProperty('width', width >= room - 1 ? '100%' : `${width}px`)
      host.style.setProperty('min-height', `${height}px`)
      frame.style.setProperty('display', 'none', 'important')
      frame.before(host)
      return () => {
        const focused = document.activeElement === host
        host.remove()
        frame.style.removeProperty('display')
        if (shown) frame.style.setProperty('display', shown)
        if (focused) frame.focus()
      }
    },

    formNotice(form, provider, allow) {
      const row = make('div', '', 'row')
      row.append(button('allow', say('form.allow', { provider }), allow))
      const parts = [make('p', say('form.text', { provider })), row]
      if (contact) {
        const [before = '', after = ''] = say('form.contact').split('{contact}')
        const other = make('p', before)
        other.append(link(contact, contact.replace(/^(mailto|tel):/, '')), after)
        parts.push(other)
      }
      const host = box('form', say('form.title', { provider }), ...parts)
      const submit = form.querySelector('[type=submit],button:not([type])')
      // In front of the button's own line in the form, or at the end.
      if (submit) submit.before(host)
      else form.append(host)
      host.style.setProperty('margin-block', '16px')
      notices.set(form, host)
      return () => {
        const focused = document.activeElement === host
        const done = make('p', say('form.ready'))
        done.setAttribute('role', 'status')
        host.shadowRoot?.replaceChildren(done)
        notices.delete(form)
        if (focused && submit instanceof HTMLElement) submit.focus()
        setTimeout(() => host.remove(), 4000)
      }
    },

    focusNotice(form) {
      const host = notices.get(form)
      host?.scrollIntoView({ block: 'nearest' })
      host?.shadowRoot?.querySelector('button')?.focus()
    },
  }
}

function make(name: 'p' | 'div', text: string, className = ''): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  if (className) element.className = className
  return element
}

function button(action: string, text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.dataset.toestemmingAction = action
  element.textContent = text
  element.addEventListener('click', press)
  return element
}

function link(href: string, text: string): HTMLAnchorElement {
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
