/** What is asked, and what is drawn of it. Loaded when first needed; what follows from an answer is loaded when somebody comes to give one. */

import { attempt } from '../model/attempt.ts'
import type { Problem } from '../model/check.ts'
import type { Face } from '../model/ports.ts'
import type { Service } from '../model/types.ts'
import type { Actions } from '../model/view.ts'
import type { Application, Guard } from './contract.ts'
import { type Decisions, type Desk, pause, type Status } from './desk.ts'
import { isIncomplete, offer } from './offer.ts'

export interface ApplicationPorts {
  readonly face: Face
  /** Loads what decides, or has it. */
  decisions(): MakesDecisions | Promise<MakesDecisions>
  /** Whether the visitor's browser asks all sites not to follow. */
  readonly gpc: boolean
  reload(): void
  /** Tells the developer what is wrong, each thing once. */
  report(...problem: readonly [path: string, found: unknown, expected: Problem['expected']]): void
}

/** The lazy part that decides, with its ports filled in. */
export interface MakesDecisions {
  startDecisions(desk: Desk): Decisions
}

export function createApplication(guard: Guard, ports: ApplicationPorts): Application {
  const { settings, state, gate, trigger, emit } = guard
  const { face } = ports
  let open: 'banner' | 'preferences' | undefined
  let status: Status = ''

  const show = (view: typeof open) => {
    const before = open
    open = view
    if (before === view) return
    if (before) emit('close', { view: before })
    if (view) emit('open', { view })
  }

  /** What the page's own marks ask for; grows, because what was asked once stays to be seen. */
  const met = new Map<string, Map<string, Partial<Service>>>()
  const offered = () => offer(settings, state, met)
  const incomplete = () => isIncomplete(offered(), state, (guard.record?.revision ?? 0) < settings.revision)

  const known = settings.categories.map(({ id }) => id)

  /** Takes note of what an element asks for, and tells the developer of marks that cannot be right. */
  const note = (element: HTMLElement) => {
    const { words, service } = gate.needs(element)
    if (element instanceof HTMLScriptElement && !/^text\/plain$/i.test(element.type) && !gate.copies.has(element))
      ports.report('data-consent', element.outerHTML.slice(0, 80), 'late')
    for (const word of words) {
      const id = word.replace('!', '')
      if (!known.includes(id)) ports.report('data-consent', id, known)
      else if (id !== 'functional' && state.declared(service)?.category !== id) {
        const named = met.get(id) ?? new Map()
        met.set(id, named)
        const { provider, privacy } = element.dataset
        // What came out of a template has the name that the template has.
        if (service && !state.declared(service) && (provider || !named.has(service)))
          named.set(service, { ...(provider && { provider, privacy }) })
      }
    }
  }

  /** Looks at all that is marked in the page; a strange element stops no other. */
  const look = () => {
    for (const root of gate.roots)
      for (const element of root.querySelectorAll<HTMLElement>('[data-consent],[data-consent-form]')) attempt(() => note(element))
  }

  const draw = () => {
    if (desk.destroyed || !document.body) return
    look()
    const categories = desk.gather?.(offered()) ?? offered()
    const asks = incomplete()
    if (asks && !open) show('banner')
    else if (!asks && open === 'banner') show(undefined)
    trigger(open !== 'banner' && (settings.services.length > 0 || categories.length > 1))
    const answers = Object.fromEntries(categories.flatMap((one) => [one, ...one.services]).map(({ id }) => [id, state.answer(id)]))
    const { record } = guard
    const withdrawable = !!record?.id
    face.draw(
      {
        settings,
        categories,
        answers,
        record: record && { id: record.id ?? '', decided: record.decided },
        open,
        status,
        withdrawable,
        gpc: ports.gpc && categories.some(({ id, asked }) => asked && !answers[id] && /^(tracking|social)$/.test(id)),
      },
      actions,
    )
  }

  const hush = () => {
    if (!status || status.startsWith('reload')) return
    status = ''
    draw()
  }

  const tasks: ((decisions: Decisions) => void)[] = []
  let decisions: Decisions | undefined
  let loading = false

  /** Does it now if what decides is here, and otherwise as soon as it is. What fails to arrive is tried again at the next task. */
  const ask = (task: (decisions: Decisions) => void) => {
    if (desk.destroyed) return
    tasks.push(task)
    if (decisions) flush(decisions)
    else if (!loading) {
      loading = true
      const take = (module: MakesDecisions) => flush(module.startDecisions(desk))
      const found = ports.decisions()
      if ('then' in found)
        found.then(take, () => {
          loading = false
        })
      else take(found)
    }
  }
  const flush = (loaded: Decisions) => {
    decisions = loaded
    for (const task of tasks.splice(0)) if (!desk.destroyed) attempt(() => task(loaded))
  }

  const desk: Desk = {
    destroyed: false,
    guard,
    offered,
    incomplete,
    look,
    show,
    draw(next) {
      status = next
      draw()
      // Said once; the same words later are to be heard again.
      setTimeout(hush, pause * 8)
    },
    report: ports.report,
    reload: ports.reload,
  }

  const setOpen = (view?: 'banner' | 'preferences') => {
    if (desk.destroyed) return
    show(view)
    status = ''
    draw()
  }

  const actions: Actions = {
    acceptAll: (source) => ask((loaded) => loaded.answerAll(true, source)),
    rejectAll: (source) => ask((loaded) => loaded.answerAll(false, source)),
    save: (choices) => ask((loaded) => loaded.answerSome(choices, true, 'preferences')),
    withdraw: () => ask((loaded) => loaded.withdraw()),
    open: () => setOpen('preferences'),
    close: () => setOpen(),
    reload: ports.reload,
  }

  return {
    acceptAll: () => ask((loaded) => loaded.answerAll(true, 'api')),
    rejectAll: () => ask((loaded) => loaded.answerAll(false, 'api')),
    save: (choices) => ask((loaded) => loaded.answerSome(choices, false, 'api')),
    withdraw: (id) => ask((loaded) => loaded.withdraw(id)),
    open: (view) => setOpen(view === 'banner' ? view : 'preferences'),
    close: () => setOpen(),
    act(action) {
      if (action === 'open') setOpen('preferences')
      else ask((loaded) => loaded.act(action))
    },
    grant: (id, source) => ask((loaded) => loaded.answerSome({ [id]: true }, false, source)),
    draw,
    // The focus may come while something is being drawn.
    soon: () => decisions || ask(() => setTimeout(draw)),
    adopt: (record) => ask((loaded) => loaded.adopt(record)),
    tidy: () => ask((loaded) => loaded.tidy()),
    destroy() {
      desk.destroyed = true
      gate.stop()
      face.clear()
      trigger(false)
      guard.record = undefined
      emit('destroy')
    },
  }
}
