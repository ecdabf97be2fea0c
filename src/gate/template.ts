import type { Later } from '../model/ports.ts'
import { runs } from './scripts.ts'

/**
 * Puts a copy of a template's contents behind it, and returns its nodes. All that is in it needs what the template needs: scripts take their
 * turn in the page's order, and addresses may wait in `data-src` there too. They must: a browser runs nothing in a template and most fetch
 * nothing, but Firefox reads ahead and fetches what a template in the page's own HTML names outright. The page's one policy of trusted types is in
 * what `copyScript` was made with.
 */
export const releaseTemplate: Later['releaseTemplate'] = (template, copyScript) => {
  const content = document.importNode(template.content, true)
  for (const element of content.querySelectorAll('*')) {
    for (const name of ['data-consent', 'data-service'])
      element.setAttribute(name, element.getAttribute(name) ?? template.getAttribute(name) ?? '')
    if (element.localName !== 'script' || !runs(element as HTMLScriptElement)) continue
    const { type } = element as HTMLScriptElement
    const address = element.getAttribute('src')
    // Made anew, because a strict page takes the text of a copied script from nobody, whatever its type.
    const held = copyScript(element as HTMLScriptElement)
    held.type = 'text/plain'
    held.dataset.type = type
    if (address !== null) {
      held.removeAttribute('src')
      held.dataset.src = address
    }
    element.replaceWith(held)
  }
  const nodes = [...content.childNodes]
  template.after(content)
  return nodes
}
