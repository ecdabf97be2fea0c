import type { Gate } from '../model/ports.ts'

/** What in a template shows where its content comes from. */
const asking = 'iframe,script,img,embed,object,video,audio,source,link'

/**
 * The service of what a template holds: as its mark says, or that of the first other host in it.
 *
 * @param script where the script is that draws it, for a snippet that came without
 */
export function embedService(template: HTMLTemplateElement, needs: Gate['needs'], script?: string): string | undefined {
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
  if (!script) return undefined
  probe.dataset.src = script
  return needs(probe).service
}
