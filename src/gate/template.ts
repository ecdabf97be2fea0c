import { runs } from './scripts.ts'

/**
 * Puts a copy of a template's contents behind it, and returns its nodes: browsers neither fetch nor run what is in a template, so that any
 * HTML can wait there. Its scripts are held, to take their turn in the page's order.
 */
export function releaseTemplate(template: HTMLTemplateElement): readonly ChildNode[] {
  const content = document.importNode(template.content, true)
  for (const script of content.querySelectorAll('script')) {
    if (!runs(script)) continue
    for (const name of ['data-consent', 'data-service'])
      script.setAttribute(name, script.getAttribute(name) ?? template.getAttribute(name) ?? '')
    script.setAttribute('data-type', script.type)
    script.type = 'text/plain'
  }
  const nodes = [...content.childNodes]
  template.after(content)
  return nodes
}
