/** How things stand on this page: which services are granted and why, and what is held or released. */

import { addressesOf, names } from '../gate/embeds.ts'
import { type Context, nameOf } from './context.ts'
import type { Finding, Level, Topic } from './finding.ts'
import { written } from './paste.ts'
import { type Marks, runs } from './watchMarks.ts'

/** Plain data, for the eye and for tests. */
export interface Report {
  readonly granted: readonly string[]
  readonly denied: readonly string[]
  readonly services: readonly ServiceReport[]
  readonly elements: readonly ElementReport[]
  readonly findings: readonly FindingReport[]
}

export interface ServiceReport {
  readonly service: string
  readonly name: string
  readonly category: string
  readonly granted: boolean
  readonly why: string
  /** How many requests to its hosts this page has made. */
  readonly requests: number
}

export interface ElementReport {
  readonly element: string
  readonly needs: string
  readonly service: string
  readonly state: 'held' | 'released' | 'running'
  readonly why: string
}

export interface FindingReport {
  readonly level: Level
  readonly topic: Topic
  readonly text: string
  readonly paste?: string
}

export function createReport(context: Context, marks: Marks, findings: readonly Finding[], requested: readonly URL[]): Report {
  const { consent, settings } = context
  const ids = [...settings.categories, ...settings.services].map(({ id }) => id)
  return {
    granted: ids.filter((id) => consent.has(id)),
    denied: ids.filter((id) => !consent.has(id)),
    services: settings.services.map((service) => ({
      service: service.id,
      name: nameOf(service),
      category: service.category,
      granted: consent.has(service.id),
      why: whyService(service.id, context),
      requests: requested.filter((url) => context.declared(url)?.id === service.id).length,
    })),
    elements: [
      ...document.querySelectorAll<HTMLElement>(
        '[data-consent]:not([data-toestemming=failed]),[data-consent-form],[data-toestemming=held]',
      ),
    ].map((element) => {
      const needs = context.needs(element)
      const state = stateOf(element, context, marks)
      return {
        element: written(element),
        needs: needs.words.join(' '),
        service: needs.service ?? '',
        state,
        why: whyElement(element, state, context),
      }
    }),
    findings: findings.map(({ level, topic, text, paste }) => ({ level, topic, text, ...(paste && { paste }) })),
  }
}

function stateOf(element: HTMLElement, context: Context, marks: Marks): ElementReport['state'] {
  const { localName } = element
  const held =
    localName === 'script'
      ? !runs(element as HTMLScriptElement) || (element.dataset.src !== undefined && element.dataset.toestemming === 'held')
      : localName === 'form' || localName === 'template'
        ? !context.allows(context.needs(element))
        : names.some((name) => element.dataset[name] !== undefined)
  if (held) return 'held'
  return localName === 'script' && element.dataset.toestemming !== 'held' && !marks.wasHeld(element) ? 'running' : 'released'
}

function whyService(id: string, { consent, service }: Context): string {
  const { category, exempt } = service(id) ?? {}
  const answer = consent.record.answers[id]
  if (category === 'functional') return 'functional: always on'
  if (exempt) return answer === 'no' ? 'exempt, but the visitor objects' : `exempt: ${exempt}`
  return answer === 'yes' ? 'the visitor said yes' : answer === 'no' ? 'the visitor said no' : 'never asked, or not answered yet'
}

function whyElement(element: HTMLElement, state: ElementReport['state'], context: Context): string {
  const needs = context.needs(element)
  const unknown = needs.words.find((word) => !context.isCategory(word.replace('!', '')))
  if (unknown !== undefined) return `there is no category "${unknown}"`
  if (state === 'running') return 'the browser ran it at once: no type="text/plain"'
  if (context.allows(needs)) return state === 'held' ? 'allowed; its turn comes' : `${needs.words.join(' and ')} allowed`
  if (state === 'released') return 'the visitor loaded it, this one time'
  if (!needs.words.length) return addressesOf(element).length ? 'its host is not listed, and unlisted is "hold"' : 'it names no category'
  return `waits for ${needs.words.join(' and ')}`
}

/** The report as tables on the console. */
export function showReport({ services, elements, findings }: Report): void {
  console.group('[toestemming debug] How things stand')
  if (services.length) console.table(services)
  if (elements.length) console.table(elements)
  console.info(
    findings.length ? `${findings.length} found so far; see above, or toestemmingDebug.report().findings.` : 'Nothing to put right so far.',
  )
  console.groupEnd()
}
