import type { Later } from '../model/ports.ts'
import { embedService } from './embedService.ts'
import { runs } from './scripts.ts'

/** What has an embed drawn by its provider's own script; see `renderEmbeds`. */
export type Render = (
  /** What is added to these goes with them. */
  nodes: ChildNode[],
  marks: DOMStringMap,
  once: Set<HTMLElement> | undefined,
  /** The providers' scripts of the owner's own snippet. */
  scripts: readonly OwnScript[],
) => void

/** A provider's script as the owner's own snippet has it. */
export interface OwnScript {
  readonly address: string
  /** Makes it anew, held, with all that it says; without it the snippet's own code puts it in the page. */
  make?(): HTMLScriptElement
}

/** What tells whose an embed is. */
export type Describe = (element: HTMLElement, service?: string) => { readonly provider?: string; readonly privacy?: string }

/** Scripts of providers that look through the whole page for their embeds: one is enough for all, and it is called again for each. */
export const shared =
  /\/(platform\.(twitter|x|linkedin)\.com|(www\.)?(instagram|tiktok)\.com|connect\.facebook\.net\/\w+\/sdk(\.js)?|assets\.(pinterest|calendly)\.com|embed\.typeform\.com)([/?#]|$)/

/**
 * Makes what puts a copy of a template's contents behind it, and returns its nodes. All that is in it needs what the template needs: scripts take
 * their turn in the page's order, and addresses may wait in `data-src` there too. They must: a browser runs nothing in a template and most fetch
 * nothing, but Firefox reads ahead and fetches what a template in the page's own HTML names outright. The page's one policy of trusted types is in
 * what `copyScript` was made with.
 *
 * @param load loads what has embeds drawn by their provider's script
 */
export function createRelease(
  load: () => Promise<{ readonly renderEmbeds: Render; readonly describe: Describe }>,
): Later['releaseTemplate'] {
  return (template, copyScript, once, needs) => {
    // Who is allowed alone, or refused alone, is known by name.
    const service = embedService(template, needs)
    if (service) template.dataset.service = service
    const content = document.importNode(template.content, true)
    let draws = !!content.querySelector('blockquote,[class],[data-pin-do]')
    const scripts: OwnScript[] = []
    for (const element of content.querySelectorAll<HTMLElement>('*')) {
      // What asks for more than the template was not loaded with it.
      const part = once.has(template) && (element.dataset.consent ?? template.dataset.consent) === template.dataset.consent
      for (const name of ['data-consent', 'data-service'])
        element.setAttribute(name, element.getAttribute(name) ?? template.getAttribute(name) ?? '')
      if (part) once.add(element)
      const script = element as HTMLScriptElement
      const address = script.dataset.src ?? script.getAttribute('src')
      // A frame may have a better address, and has it before it asks for any.
      if (address && element.localName === 'iframe') {
        element.dataset.src = address
        element.removeAttribute('src')
      }
      if (element.localName !== 'script') continue
      const make = () => {
        // An address that is set is held, if what was loaded once is not allowed for good, and then has its turn after what follows it.
        script.removeAttribute('src')
        delete script.dataset.src
        // Made anew, because a strict page takes the text of a copied script from nobody, whatever its type.
        const held = copyScript(script)
        held.type = 'text/plain'
        held.dataset.type = script.type
        if (address !== null) held.dataset.src = address
        if (part) once.add(held)
        return held
      }
      if (shared.test(address ?? '')) {
        draws = true
        scripts.push({ address: address ?? '', make })
        script.remove()
      } else if (runs(script)) {
        script.replaceWith(make())
        // The classic snippet is code that puts the provider's script in the page.
        const loaded = address === null && script.text.match(/(https?:)?\/\/[^\s'"]+/g)?.find((one) => shared.test(one))
        if (loaded) scripts.push({ address: loaded })
        // What a provider writes as a script that no browser runs is there for its own script to read.
      } else if (script.type !== 'text/plain') script.removeAttribute('data-consent')
    }
    const nodes = [...content.childNodes]
    template.after(content)
    template.dispatchEvent(new CustomEvent('toestemming:released', { detail: nodes }))
    if (draws)
      load().then(
        ({ renderEmbeds, describe }) => {
          // In the preferences it is called by its provider's name.
          const { provider, privacy } = describe(template, service)
          if (provider) template.dataset.provider ??= provider
          if (privacy) template.dataset.privacy ??= privacy
          renderEmbeds(nodes, template.dataset, once.has(template) ? once : undefined, scripts)
        },
        // Without it the embed stays the plain text that its provider gave with it.
        () => {},
      )
    return nodes
  }
}
