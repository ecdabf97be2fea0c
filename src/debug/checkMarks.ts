/** Marks in the page that cannot be right, or may not be what was meant. */

import { addressesOf, isFrame, urlOf } from '../gate/embeds.ts'
import { waitsForAct } from '../gate/waitsForAct.ts'
import { suggest } from '../model/explain.ts'
import { type Context, nameOf } from './context.ts'
import type { Finding } from './finding.ts'
import { identity } from './identity.ts'
import { marked, serviceLine, useLine, written } from './paste.ts'
import { asks, type Marks, runs } from './watchMarks.ts'

/** What can wait; any other element has to be put in a template. */
const waits = /^(script|iframe|img|link|video|audio|source|track|embed|object|template|form)$/
/** A script that no browser runs: there to be read, by the page or by a provider's own script. */
const isData = (element: HTMLElement) => element instanceof HTMLScriptElement && !runs(element) && !/^text\/plain$/i.test(element.type)
const actions = ['open', 'accept-all', 'reject-all', 'withdraw', 'grant']

export function checkMarks(context: Context, marks: Marks): Finding[] {
  const found: Finding[] = []
  for (const element of document.querySelectorAll<HTMLElement>('[data-consent]:not([data-toestemming=failed])'))
    found.push(...checkMark(element, context, marks))
  for (const element of document.querySelectorAll<HTMLElement>('[data-service]:not([data-consent],[data-consent-form])'))
    if (element.dataset.toestemming !== 'held' && waits.test(element.localName) && !isData(element))
      found.push(
        mark(
          'warning',
          element,
          'bare service',
          `${written(element)} has data-service and no data-consent, so it does not wait. Add data-consent with its category.`,
        ),
      )
  for (const element of document.querySelectorAll<HTMLElement>('[data-toestemming-action]')) {
    const { toestemmingAction = '' } = element.dataset
    const [verb = '', id] = toestemmingAction.split(':')
    if (!actions.includes(verb))
      found.push(
        mark(
          'error',
          element,
          'action',
          `data-toestemming-action="${toestemmingAction}" does nothing. ${suggest(verb, actions)}Use one of: open, accept-all, reject-all, withdraw, withdraw:<id>, grant:<id>.`,
        ),
      )
    else if (id && !context.isCategory(id) && !context.service(id))
      found.push(
        mark(
          'error',
          element,
          'action',
          `data-toestemming-action="${toestemmingAction}" names "${id}", which does not exist. ${choose(id, context)}`,
        ),
      )
  }
  const { trigger } = context.settings.ui
  if (
    trigger === 'none' &&
    !document.querySelector('[data-toestemming-action=open],[data-toestemming-action^=withdraw],[data-toestemming=settings]')
  )
    found.push({
      level: 'error',
      topic: 'Page',
      key: 'no way back',
      text: 'ui.trigger is "none", and this page has no other way to change the choice, which must be as easy as giving it. Add a link:',
      paste: '<a href="/cookies" data-toestemming-action="open">Cookie-instellingen</a>',
    })
  return found
}

function mark(level: Finding['level'], element: HTMLElement, what: string, text: string, paste?: string): Finding {
  return { level, topic: 'Page', key: `${what} ${identity(element)}`, text, element, ...(paste && { paste }) }
}

function choose(id: string, { settings }: Context): string {
  const names = [...settings.categories, ...settings.services].map((one) => one.id)
  return `${suggest(id, names)}Use one of: ${names.join(', ')}.`
}

function checkMark(element: HTMLElement, context: Context, marks: Marks): Finding[] {
  const found: Finding[] = []
  const say = (level: Finding['level'], what: string, text: string, paste?: string) => found.push(mark(level, element, what, text, paste))
  const { localName, dataset } = element
  const needs = context.needs(element)
  const { words, service } = needs
  const what = written(element)
  const ids = context.settings.categories.map(({ id }) => id)
  const first = words[0] ?? 'analytics'
  /** The gate has let it go: by consent, or because the visitor acted. */
  const released = marks.wasHeld(element) && (context.allows(needs) || waitsForAct(words))

  if (!words.length)
    say('error', 'empty', `${what} has an empty data-consent, so it is never released. Write a category in it: ${ids.slice(1).join(', ')}.`)
  for (const word of words) {
    const id = word.replace('!', '')
    if (context.isCategory(id)) continue
    const own = context.service(id) ?? context.catalogue.find((one) => one.id === id)
    say(
      'error',
      `category ${id}`,
      own
        ? `data-consent="${id}" is never released: "${id}" is a service, and data-consent takes a category. Write data-consent="${own.category}" data-service="${id}".`
        : `data-consent="${id}" is never released: there is no such category. ${suggest(id, ids)}Use one of: ${ids.join(', ')}; or add it to "categories" in the configuration.`,
    )
  }
  // What came out of a template has the template's mark, whatever it is.
  if (!waits.test(localName) && !released)
    say(
      'error',
      'cannot wait',
      `${what} cannot wait: only elements with an address can. Put what must wait in a template:`,
      `<template data-consent="${words.join(' ')}"> … </template>`,
    )

  if (localName === 'script') {
    const script = element as HTMLScriptElement
    if (runs(script) && dataset.toestemming !== 'held' && !released)
      say(
        'error',
        'runs',
        `${what} is marked, but the browser runs it at once${dataset.src ? ' with nothing in it' : ''}: a script that must wait needs type="text/plain".`,
        marked(element, words.join(' '), dataset.service),
      )
    else if (!runs(script) && !dataset.src && !script.getAttribute('src') && !script.text.trim())
      say('warning', 'nothing', `${what} holds nothing: it has neither data-src nor code.`)
  } else if (marks.outright.has(element)) {
    const name =
      ['src', 'srcset', 'href', 'data', 'poster', 'srcdoc'].find(
        (one) => element.hasAttribute(one) || element.hasAttribute(`data-${one}`),
      ) ?? 'src'
    say(
      'error',
      'outright',
      `A marked <${localName}> has its address in ${name}, where the browser asks for it before anything can hold it. Write data-${name}:`,
      marked(element, words.join(' '), dataset.service),
    )
  } else if (/^(iframe|img|embed|object)$/.test(localName) && !addressesOf(element).length)
    say('warning', 'nothing', `${what} holds nothing: it has no data-src. Check the spelling of that attribute.`)

  if (isFrame(element)) {
    if (!element.title.trim())
      say(
        'warning',
        'title',
        `${what} has no title: screen readers, and the text that stands in for it, say what it is by its title. Add title="…".`,
      )
    const { width, height, aspectRatio } = getComputedStyle(element)
    const sized = (attribute: string, style: string) => element.hasAttribute(attribute) || !/^(auto|)$/.test(style)
    if (context.allows(needs) === false && !sized('width', width) && !sized('height', height) && /^(auto|)$/.test(aspectRatio))
      say(
        'note',
        'size',
        `${what} has no size, so 300 × 150 is kept free for it and the page moves when it loads. Add width="…" height="…", or a size in your style sheet.`,
      )
  }
  if (localName === 'template') {
    const { content } = element as HTMLTemplateElement
    if (content.querySelector('template'))
      say(
        'warning',
        'nested',
        `${what} has a template in it: what is inside that one is put in the page as well. Leave the inner template out.`,
      )
    for (const inner of content.querySelectorAll('*')) {
      if (!asks(inner).length || inner.localName === 'script') continue
      say(
        'warning',
        'template address',
        `In a template is ${written(inner)}: some browsers (Firefox) fetch that at once. Write the address with data- in front:`,
        written(inner).replace(/\s(src|href|srcset|poster|data)=/g, ' data-$1='),
      )
      break
    }
    if (!content.childNodes.length && !element.childNodes.length) say('warning', 'nothing', `${what} is empty: nothing comes out of it.`)
  }
  const scheme = /^\s*(javascript|data|blob):/i.exec(dataset.src ?? '')?.[1]
  if (scheme)
    say(
      'warning',
      'scheme',
      `${what} waits for an address that begins with "${scheme}:". ${/java/i.test(scheme) ? 'Such an address is never used: put the code in a marked script.' : 'Is that meant?'}`,
    )

  // Of a video it is an address that waits.
  const poster = /^(iframe|template)$/.test(localName) ? dataset.poster : undefined
  if (poster && urlOf(poster)?.origin !== location.origin)
    say(
      'warning',
      'poster',
      `${what} has data-poster="${poster}", which is not on your own host: it is not shown, because whoever has it would be asked for it before consent. Put the picture on your own site.`,
    )
  // By its host is called what nobody has named: also by the library, which writes that in the mark.
  if (dataset.service && !dataset.service.includes('.') && !context.service(dataset.service)) {
    const known = context.catalogue.find(({ id }) => id === dataset.service)
    if (known)
      say(
        'warning',
        `service ${known.id}`,
        `data-service="${known.id}" is in the catalogue, but not in the configuration: its cookies are neither listed nor erased. Add to the configuration:`,
        useLine(known.id),
      )
    else
      say(
        'warning',
        `service ${dataset.service}`,
        `data-service="${dataset.service}" is in neither the configuration nor the catalogue. ${suggest(
          dataset.service,
          [...context.settings.services, ...context.catalogue].map(({ id }) => id),
        )}Correct it, or add the service to the configuration:`,
        serviceLine(dataset.service, { category: first.replace('!', '') }),
      )
  }
  const declared = context.service(service)
  if (declared && words.length && !waitsForAct(words) && !words.some((word) => word.replace('!', '') === declared.category))
    say(
      'note',
      'both',
      `${what} waits for ${words.join(' and ')} and for ${nameOf(declared)}, which is in ${declared.category}: it needs both. Is one of the two a slip?`,
    )
  if (words.includes('functional') && localName !== 'form') {
    const likely = addressesOf(element)
      .map((address) => context.likely(urlOf(address)))
      .find((one) => one && one.category !== 'functional')
    if (likely && !context.service(service)?.exempt)
      say(
        'error',
        'functional',
        `${what} is marked functional, which needs no consent, but looks like ${nameOf(likely)}, which does. Write data-consent="${likely.category}".`,
      )
  }
  return found
}
