/** How the library is put in the page: the tag, its place, the configuration beside it. */

import { urlOf } from '../gate/embeds.ts'
import type { Finding } from './finding.ts'
import { identity } from './identity.ts'
import { libraryTags } from './libraryTags.ts'
import { written } from './paste.ts'
import { runs } from './watchMarks.ts'

/** What a link element must be to have the browser ask for something. */
export const loads = /stylesheet|preload|preconnect|prefetch|icon|manifest/i

const tagLine = '<script src="/toestemming/toestemming.js"></script>'

export function checkTag(present: boolean): Finding[] {
  const found: Finding[] = []
  const page = (level: Finding['level'], key: string, text: string, element?: Element, paste?: string) =>
    found.push({ level, topic: 'Page', key, text, ...(element && { element }), ...(paste && { paste }) })
  const tags = libraryTags()
  const [tag, second] = tags
  if (!tag) {
    if (!present)
      page('error', 'tag', 'toestemming.js is not on this page, so nothing is held. Put its tag first in <head>:', undefined, tagLine)
    return found
  }
  const module = /module/i.test(tag.type)
  if (module || tag.defer || tag.async)
    page(
      'error',
      'tag loading',
      `The tag of toestemming.js has ${module ? 'type="module"' : tag.async ? 'async' : 'defer'}: it comes too late to hold anything${module ? ', and does not start' : ''}. Leave that out:`,
      tag,
      tagLine,
    )
  else if (!present)
    page(
      'error',
      'tag silent',
      `${written(tag)} is in the page, but there is no window.toestemming. Open the address of the file in your browser: it must answer with the script. An ad blocker can stop it too.`,
      tag,
    )
  if (!tag.closest('head'))
    page('error', 'tag place', 'The tag of toestemming.js is not in <head>: what comes before it is not held. Put it first in <head>.', tag)
  if (second)
    page('warning', 'tag twice', `toestemming.js is loaded ${tags.length} times. Only the first one works: leave out this one.`, second)

  for (const element of document.querySelectorAll<HTMLElement>('script,link,img,iframe')) {
    if (!(element.compareDocumentPosition(tag) & Node.DOCUMENT_POSITION_FOLLOWING)) break
    if (element.dataset.consent || (element.localName === 'script' && !runs(element as HTMLScriptElement))) continue
    const address = element.getAttribute('src') ?? (element.localName === 'link' ? element.getAttribute('href') : null)
    // A link to another place asks nothing of it, and a module of the page's own runs later.
    if (element.localName === 'link' && !loads.test(element.getAttribute('rel') ?? '')) continue
    const foreign = urlOf(address ?? '')?.host !== location.host && address !== null
    if (foreign)
      page(
        'error',
        `before ${identity(element)}`,
        `${written(element)} comes before the tag of toestemming.js. Put the tag first in <head>.`,
        element,
      )
    else if (element instanceof HTMLScriptElement && !element.defer && !/module/i.test(element.type))
      page(
        'warning',
        `before ${identity(element)}`,
        `The script ${written(element)} comes before the tag of toestemming.js: what it loads is not held. Put the tag first in <head>.`,
        element,
      )
  }

  const configurations = [...document.querySelectorAll('[data-toestemming=config]')]
  const [first, other] = configurations
  const configuration = (level: Finding['level'], key: string, text: string, element: Element | undefined) =>
    found.push({ level, topic: 'Configuration', key, text, ...(element && { element }) })
  if (first && tag.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING)
    configuration(
      'error',
      'config after',
      'The configuration comes after the tag of toestemming.js, where it is not read. Put it before the tag.',
      first,
    )
  if (first && tag.dataset.config !== undefined)
    configuration(
      'warning',
      'config both',
      'There is a configuration in the page and a data-config on the tag. Only data-config is read: leave out one of the two.',
      first,
    )
  if (other)
    configuration(
      'warning',
      'config twice',
      `There are ${configurations.length} configurations in the page. Only the first one is read: put them together.`,
      other,
    )
  for (const one of configurations)
    if (one instanceof HTMLScriptElement && runs(one))
      configuration(
        'error',
        'config type',
        'The configuration has no type="application/json": the browser reads it as a script. Add it.',
        one,
      )

  const local = /^(localhost|127\.|\[::1\]|.*\.(localhost|test)$)/.test(location.hostname)
  if (location.protocol === 'file:')
    page(
      'error',
      'file',
      'This page is opened from a file: browsers load no modules there, so everything stays held. Serve it, for example with npx serve.',
    )
  else if (location.protocol === 'http:' && !local)
    page('warning', 'http', 'This page comes over http: anyone on the way can read the choice and change the page. Serve it over https.')
  return found
}
