/**
 * What stands in for a frame, and the notice in a form: plain DOM, loaded when the first one is needed.
 * Nothing here asks anything of anyone: no thumbnail, no icon.
 */

import type { Blocks, BlocksHost } from '../model/ports.ts'
import { fill } from '../model/text.ts'
import { type LoadLocale, loadTexts } from '../model/texts.ts'
import type { Settings } from '../model/types.ts'
import { isFrame } from './embeds.ts'

/** System colours follow `color-scheme`, so that light and dark take no rules of their own. */
const style = `:host{all:initial;--accent:var(--toestemming-accent,#174f8c);display:block;box-sizing:border-box;max-width:100%;overflow:auto;font:16px/1.5 system-ui,sans-serif;color:CanvasText;background:Canvas;border:1px solid GrayText;border-radius:8px;color-scheme:light dark}
@media(prefers-color-scheme:dark){:host{--accent:var(--toestemming-accent,#9dc6f8)}}
:host>p,[role]{padding:16px 20px;display:flex;flex-direction:column;gap:10px}
p{margin:0;max-width:60ch;overflow-wrap:anywhere}
#title{font-weight:600}
div div{display:flex;flex-wrap:wrap;gap:8px}
button{font:inherit;font-weight:600;min-height:44px;padding:8px 16px;border:2px solid;border-radius:8px;background:Canvas;color:var(--accent);cursor:pointer}
button:hover{text-decoration:underline}
a{color:var(--accent);align-self:start}
:focus-visible{outline:3px solid;outline-offset:2px}`

let sheet: CSSStyleSheet | undefined

export async function createBlocks({ needs, once, refresh, grant }: BlocksHost, settings: Settings, load: LoadLocale): Promise<Blocks> {
  // The page's own scripts first find what the server sent: a framework that takes over its HTML wants nothing between.
  if (document.readyState !== 'complete')
    await new Promise((resolve) => {
      for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, () => setTimeout(resolve))
    })
  const { texts, lang } = await loadTexts(settings, document.documentElement.lang, load, 'blocks/')
  /** What was drawn, and how to take it away. */
  const drawn = new Map<HTMLElement, { host?: HTMLElement; remove(): void }>()
  const known = settings.categories.map(({ id }) => id)
  const say = (key: string, values = {}) => fill(texts[key] ?? '', values)

  /** An element of ours in the page, with a named group in an open shadow root. */
  const box = (view: string, title: string, ...children: Node[]) => {
    const host = document.createElement('toestemming-block')
    const { theme } = settings.ui
    host.setAttribute('data-toestemming-view', view)
    host.lang = lang
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

  const placeholder = (frame: HTMLIFrameElement) => {
    // In a tab or a fold that is closed the frame has no size yet; then its attributes tell.
    const { width, height } = frame.getClientRects().length
      ? frame.getBoundingClientRect()
      : { width: +frame.width || 300, height: +frame.height || 150 }
    // What no visitor would see needs no explanation, and no space.
    if (width < 20 || height < 20) return { remove() {} }
    const { service = '' } = needs(frame)
    const { provider = service, privacy } = settings.services.find((one) => one.id === service) ?? {}
    const shown = frame.style.display
    const row = make('div', '')
    row.append(
      button('load-once', say('placeholder.once'), () => {
        once.add(frame)
        refresh()
      }),
      button('load-always', say('placeholder.always', { provider }), () => grant(service, 'placeholder')),
    )
    const parts = [make('p', say('placeholder.text', { provider })), row]
    if (privacy) parts.push(link(privacy, say('placeholder.privacy', { provider })))
    const host = box('placeholder', frame.title || say('placeholder.title', { provider }), ...parts)
    const room = frame.parentElement?.clientWidth ?? width
    // The room the frame has now; as wide as the page allows, and higher where the words need it.
    host.style.setProperty('width', width >= room - 1 ? '100%' : `${width}px`)
    host.style.setProperty('min-height', `${height}px`)
    hide(frame)
    frame.before(host)
    return {
      host,
      remove() {
        const focused = document.activeElement === host
        host.remove()
        frame.style.removeProperty('display')
        if (shown) frame.style.setProperty('display', shown)
        if (focused) frame.focus()
      },
    }
  }

  const notice = (form: HTMLElement) => {
    const { words } = needs(form)
    const provider = settings.services.find((one) => words.includes(one.category))?.provider ?? words.join(', ')
    const row = make('div', '')
    row.append(
      button(`grant:${words.join()}`, say('form.allow', { provider }), () => {
        for (const word of words) grant(word, 'form')
      }),
    )
    const parts = [make('p', say('form.text', { provider })), row]
    const { contact } = settings.links
    if (contact) parts.push(link(contact, say('form.contact')))
    const host = box('form', say('form.title', { provider }), ...parts)
    host.style.setProperty('margin-block', '16px')
    const submit = form.querySelector<HTMLElement>('[type=submit],button:not([type])')
    if (submit) submit.before(host)
    else form.append(host)
    return {
      host,
      remove() {
        const focused = document.activeElement === host
        const ready = make('p', say('form.ready'))
        ready.setAttribute('role', 'status')
        host.shadowRoot?.replaceChildren(ready)
        if (focused) submit?.focus()
        setTimeout(() => host.remove(), 5000)
      },
    }
  }

  // A form that needs a consent is not sent without it; the notice in it says why.
  addEventListener(
    'submit',
    (event) => {
      const host = drawn.get(event.target as HTMLElement)?.host
      if (!host) return
      event.preventDefault()
      event.stopImmediatePropagation()
      host.scrollIntoView({ block: 'nearest' })
      host.shadowRoot?.querySelector('button')?.focus()
    },
    true,
  )

  return {
    update(waiting) {
      for (const [element, { host, remove }] of [...drawn])
        if (!waiting.has(element)) {
          drawn.delete(element)
          remove()
        } else if (host && isFrame(element) && host.nextSibling !== element) {
          // A framework has moved the frame, or has taken away what it did not put there.
          hide(element)
          element.before(host)
        }
      // What no category stands for cannot be allowed: it stays as it is, and the developer is told.
      for (const element of waiting)
        if (
          !drawn.has(element) &&
          needs(element).words.length &&
          needs(element).words.every((word) => known.includes(word.replace('!', '')))
        )
          drawn.set(element, isFrame(element) ? placeholder(element as HTMLIFrameElement) : notice(element))
    },
  }
}

function hide({ style }: HTMLElement): void {
  style.setProperty('display', 'none', 'important')
}

function make(name: 'p' | 'div', text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
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
