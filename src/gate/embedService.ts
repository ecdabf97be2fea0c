import type { Gate } from '../model/ports.ts'

/** What in a template shows where its content comes from. */
const asking = 'iframe,script,img,embed,object,video,audio,source,link'

/** The service of what a template holds: as its mark says, or that of the first other host in it. */
export function embedService(template: HTMLTemplateElement, needs: Gate['needs']): string | undefined {
  const { service } = needs(template)
  if (service) return service
  // A frame can always be allowed by itself: where nothing names its service, its host does.
  const probe = document.createElement('iframe')
  for (const { dataset, attributes } of template.content.querySelectorAll<HTMLElement>(asking)) {
    if (dataset.service) return dataset.service
    for (const { name, value } of attributes)
      if (/^(data-)?(src|href|data)$/.test(name) && /^(https?:)?\/\//.test(value)) {
        probe.dataset.src = value
        return needs(probe).service
      }
  }
  return undefined
}
