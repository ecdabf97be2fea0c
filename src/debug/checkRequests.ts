/** What the page asked of other hosts, held against what is configured and granted. */

import { addressesOf, names, urlOf } from '../gate/embeds.ts'
import type { Service } from '../model/types.ts'
import { type Context, isFree, nameOf } from './context.ts'
import type { Finding } from './finding.ts'
import type { History } from './history.ts'
import { marked, serviceLine, useLine, written } from './paste.ts'
import type { Marks } from './watchMarks.ts'
import type { Request } from './watchRequests.ts'

/** @param start when the library was there, in milliseconds since the page began */
export function checkRequest(request: Request, context: Context, history: History, marks: Marks, start: number): Finding | undefined {
  const { url, kind, time } = request
  const { settings } = context
  // The library's own files, from wherever they come.
  if (context.folder && url.href.startsWith(context.folder)) return
  const element = elementOf(url)
  const address = url.host + url.pathname
  const own = context.declared(url)

  if (own) {
    if (isFree(own) ? context.consent.has(own.id) : history.grantedAt(own.id, time)) return
    if (history.withdrawn(own.id)) {
      // A page that is about to reload says no more than the reload does.
      if (settings.withdrawal === 'reload') return
      return {
        level: 'warning',
        topic: 'Requests',
        key: `after withdrawal ${own.id}`,
        text: `${nameOf(own)} was asked after the withdrawal (${address}): code that has run goes on until the page is reloaded. With "withdrawal": "reload" that is at once.`,
      }
    }
    if (loadedOnce(own, context, marks)) return
    const { text, paste } = because(request, element, own, context, start)
    return {
      level: 'error',
      topic: 'Requests',
      key: `let through ${own.id}`,
      text: `${nameOf(own)} was asked without consent (${address}). ${text}`,
      ...(paste && { paste }),
      ...(element && { element }),
    }
  }

  const byMark = markedFor(url, marks)
  const likely = context.likely(url)
  if (likely) {
    const free = likely.category === 'functional'
    const granted = free || !!byMark || context.consent.has(likely.category)
    const { text, paste } = byMark ? { text: '', paste: undefined } : because(request, element, likely, context, start)
    return {
      level: granted ? 'warning' : 'error',
      topic: 'Requests',
      key: `undeclared ${likely.id}`,
      text: `${url.host} was asked (${address}, by ${kinds[kind] ?? 'the page'}), most likely for ${nameOf(likely)}. No service in the configuration declares it, so ${byMark ? '' : 'scripts may ask it anything, and '}visitors do not find it in the cookie table.${free || byMark ? '' : ` ${text}`} Add to the configuration:`,
      paste: [useLine(likely.id), ...(paste && !free ? [paste] : [])].join('\n'),
      ...(element && { element }),
    }
  }
  // What is marked and allowed by its category alone has been asked about.
  if (byMark) return
  return {
    level: 'warning',
    topic: 'Requests',
    key: `unlisted ${url.host}`,
    text: `${url.host} was asked (${address}, by ${kinds[kind] ?? 'the page'}), and no service lists it. ${
      element ? `It is ${written(element)}. ` : ''
    }If it is your own or the page cannot do without, add it to the configuration as below; otherwise give it the category that needs consent, and mark it. ${
      settings.unlisted === 'hold' ? '' : '"unlisted": "hold" holds whatever scripts ask of hosts that are not listed.'
    }`.trim(),
    paste: serviceLine(url.hostname, { hosts: [url.host] }),
    ...(element && { element }),
  }
}

const kinds: Readonly<Record<string, string>> = {
  script: 'a script element',
  img: 'an image',
  image: 'an image',
  css: 'a style sheet',
  link: 'a link element',
  iframe: 'a frame',
  fetch: 'fetch',
  xmlhttprequest: 'XMLHttpRequest',
  beacon: 'sendBeacon',
  video: 'a video',
  audio: 'an audio element',
  embed: 'an embed',
  object: 'an object',
}

/** The element that has this address now. */
function elementOf(url: URL): HTMLElement | undefined {
  const { hostname } = url
  const selector = names.map((name) => `[${name}*="${CSS.escape(hostname)}"]:not(a,area,form)`).join()
  return [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
    names.some((name) => {
      const value = element.getAttribute(name)
      return value !== null && (urlOf(value)?.href === url.href || (name === 'srcset' && value.includes(url.pathname)))
    }),
  )
}

/** An element that waited and was let go, or that is told to be marked wrong, with an address at this host. */
function markedFor(url: URL, marks: Marks): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-consent]')].find(
    (element) =>
      (marks.wasHeld(element) || marks.outright.has(element)) && addressesOf(element).some((address) => urlOf(address)?.host === url.host),
  )
}

/** Whether the visitor has let something of this service go, one time, on this page. */
function loadedOnce(service: Service, context: Context, marks: Marks): boolean {
  return [...document.querySelectorAll<HTMLElement>('[data-consent]')].some(
    (element) =>
      marks.wasHeld(element) &&
      !marks.outright.has(element) &&
      names.some((name) => element.hasAttribute(name)) &&
      context.needs(element).service === service.id,
  )
}

/** What let it through, and how to hold it. */
function because(
  { url, kind, time }: Request,
  element: HTMLElement | undefined,
  service: Service,
  context: Context,
  start: number,
): { readonly text: string; readonly paste?: string } {
  if (element?.dataset.consent)
    return {
      text: `It came from ${written(element)}, whose address does not wait. Write it so:`,
      paste: marked(element, context.needs(element).words.join(' '), service.id),
    }
  if (element) {
    const early = /^(stylesheet|preload|preconnect|dns-prefetch|prefetch|modulepreload)$/i.exec(element.getAttribute('rel') ?? '')
    return {
      text: `It came from ${written(element)}, which has no mark: what stands in the HTML is fetched before any script can hold it. ${early && !/stylesheet/i.test(early[0]) ? 'Leave it out, or mark it:' : 'Mark it:'}`,
      paste: marked(element, service.category, service.id),
    }
  }
  if (kind === 'css') {
    const sheet = styleSheetFor(url.hostname)
    return {
      text: `A style sheet asks for it${sheet ? ` (${sheet})` : ''}, with url() or @import, which no script can hold. Serve that file from your own site, or mark the <link> of the style sheet:`,
      paste: `<link rel="stylesheet" data-consent="${service.category}" data-service="${service.id}" data-href="…">`,
    }
  }
  const inline = [...document.scripts].find((script) => !script.src && !script.dataset.consent && script.text.includes(url.hostname))
  if (inline)
    return { text: 'Code in the page itself names that host. Mark that script:', paste: marked(inline, service.category, service.id) }
  if (time < start) return { text: 'It was asked for before toestemming.js was there. Put the tag first in <head>.' }
  if (kind === 'iframe') return { text: `A frame asked for it. Write it as <iframe data-consent="${service.category}" data-src="…">.` }
  return {
    text: 'No element in the page has this address: it comes from a worker, from import(), from a style sheet, or from an element that is gone. Find it in the network view of your browser (F12, column “Initiator”), and mark the script that asks.',
  }
}

/** The style sheet of the page that names a host, where its rules may be read. */
function styleSheetFor(hostname: string): string | undefined {
  for (const sheet of document.styleSheets) {
    try {
      if ([...sheet.cssRules].some(({ cssText }) => cssText.includes(hostname))) return sheet.href ?? 'a <style> in the page'
    } catch {
      // Of another origin, which may not be read.
    }
  }
  return undefined
}
