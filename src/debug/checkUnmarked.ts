/** Vendors that stand in the page without a mark: they ask before anything can hold them. */

import { addressesIn, names, urlOf } from '../gate/embeds.ts'
import type { Service } from '../model/types.ts'
import { loads } from './checkTag.ts'
import { type Context, isFree, nameOf } from './context.ts'
import type { Finding } from './finding.ts'
import { identity } from './identity.ts'
import { marked, useLine, written } from './paste.ts'
import { runs } from './watchMarks.ts'

const asking = 'script,iframe,img,link,video,audio,source,track,embed,object'

/** Whose an element without a mark is, and whether the configuration names that service. */
export interface Unmarked {
  readonly element: HTMLElement
  readonly service: Service
  readonly declared: boolean
}

/** Unmarked elements of vendors; what our own interceptor or gate has had in hand is not among them. */
export function findUnmarked(context: Context): Unmarked[] {
  const found: Unmarked[] = []
  for (const element of document.querySelectorAll<HTMLElement>(asking)) {
    const { dataset } = element
    if (dataset.consent || dataset.toestemming) continue
    const script = element.localName === 'script' ? (element as HTMLScriptElement) : undefined
    if (script && !runs(script)) continue
    if (element.localName === 'link' && !loads.test(element.getAttribute('rel') ?? '')) continue
    const inline = script && !script.hasAttribute('src')
    const addresses = inline
      ? addressesIn('html', script.text)
      : names.flatMap((name) => addressesIn(name, element.getAttribute(name) ?? '').filter(Boolean))
    const whose = firstOf(addresses, context)
    if (whose) found.push({ element, ...whose })
  }
  return found
}

function firstOf(addresses: readonly string[], context: Context): Pick<Unmarked, 'service' | 'declared'> | undefined {
  for (const address of addresses) {
    const url = urlOf(address)
    if (!url || url.host === location.host || !url.host) continue
    const own = context.declared(url)
    const service = own ?? context.likely(url)
    if (service) return { service, declared: !!own }
  }
  return undefined
}

export function checkUnmarked(context: Context): Finding[] {
  const found: Finding[] = []
  for (const { element, service, declared } of findUnmarked(context)) {
    // What is granted may have been put there by its own code.
    if (isFree(service) || (declared && context.consent.has(service.id))) continue
    const { id, category } = service
    const hint = /preconnect|dns-prefetch|preload|prefetch/i.test(element.getAttribute('rel') ?? '')
    // Code may name a vendor and ask nothing of it, as in the address of a link.
    const inline = element.localName === 'script' && !element.hasAttribute('src')
    found.push({
      level: inline ? 'warning' : 'error',
      topic: 'Page',
      key: `unmarked ${id} ${identity(element)}`,
      text: `${
        inline
          ? `Code in the page names a host of ${nameOf(service)}, and is not marked. If it loads or sends anything there, replace it by the line below.`
          : `${nameOf(service)} is in the page without a mark: ${written(element)}. ${
              hint
                ? 'This alone gives the visitor’s address to the vendor. Leave it out, or replace it by the line below.'
                : 'The browser fetches it before anything can hold it. Replace it by the line below.'
            }`
      }${declared ? '' : ' And add the service to the configuration: then it is listed, can be allowed by itself, and is erased on withdrawal.'}`,
      paste: [marked(element, category, id), ...(declared ? [] : [useLine(id)])].join('\n'),
      element,
    })
  }
  // Where scripts run, what is in a noscript is only text.
  for (const element of document.querySelectorAll('noscript')) {
    const whose = firstOf(addressesIn('html', element.textContent ?? ''), context)
    if (!whose || isFree(whose.service)) continue
    found.push({
      level: 'error',
      topic: 'Page',
      key: `noscript ${whose.service.id}`,
      text: `A <noscript> asks ${nameOf(whose.service)} for something. A visitor without script cannot be asked for consent, so nothing holds it. Leave the whole <noscript> out.`,
      element,
    })
  }
  return found
}
