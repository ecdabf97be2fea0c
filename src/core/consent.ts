/** The object that sites use. Answers what can be read at once; has the application loaded for all that decides, draws or changes. */

import { attempt } from '../model/attempt.ts'
import type { Application, Applications, Change, Consent, Core, CorePorts, Guard } from './contract.ts'
import { createState } from './state.ts'

/** What the application does. */
type Later = 'acceptAll' | 'rejectAll' | 'save' | 'withdraw' | 'open' | 'close' | 'destroy'

/** How long vendors' signals may hold up a page, in milliseconds. */
const patience = 3000

export function createCore<Parts>(ports: CorePorts<Parts>): Core {
  const listeners = new Set<readonly [name: string, listener: (detail: never) => void]>()
  const tasks: ((application: Application) => void)[] = []
  let guard: Guard | undefined
  let application: Application | undefined
  let loading: boolean | undefined
  let asks: unknown

  const has = (id: string) => !!guard?.state.has(String(id))

  /** Does it now if the application is here, and otherwise as soon as it is. A part that fails to arrive is tried again at the next task. */
  const ask = (task: (application: Application) => void) => {
    tasks.push(task)
    if (application) flush(application)
    else if (guard?.gate && !loading) {
      loading = true
      const here = guard
      const take = (module: Applications<Parts>) => flush(module.startApplication(here, ports.parts))
      const found = ports.application() as Applications<Parts> & Partial<Promise<Applications<Parts>>>
      if (found.then)
        found.then(take, () => {
          loading = false
        })
      else take(found)
    }
  }

  const flush = (loaded: Application) => {
    application = loaded
    for (const task of tasks.splice(0)) attempt(() => task(loaded))
  }

  /** One listener that throws stops no other; the document's own listeners never do. */
  const emit = (name: string, detail: unknown) => {
    for (const [wanted, listener] of [...listeners]) attempt(() => wanted === name && listener(detail as never))
    document.dispatchEvent(new CustomEvent(`toestemming:${name}`, { detail }))
  }

  const tell = (change: Change) => {
    emit('change', change)
    attempt(() => (window as { dataLayer?: unknown[] }).dataLayer?.push({ event: 'toestemming', ...change }))
  }

  const ids = () => (guard ? [...guard.settings.categories, ...guard.settings.services].map(({ id }) => id) : [])
  const standing = () => ({ denied: ids().filter((id) => !has(id)), granted: ids().filter(has) })

  const draw = () => {
    if (!guard?.gate || document.readyState === 'loading') return
    // Nothing gated and nothing configured: nothing to show.
    // It is the last thing that a page needs.
    if (!application && document.readyState === 'complete') guard.trigger(!asks && (!!guard.record || !!guard.settings.services[0]))
    if (application || asks || document.querySelector('div[data-toestemming]')) ask((loaded) => loaded.draw())
  }

  const names = 'open rejectAll acceptAll withdraw destroy close save'.split(' ') as readonly Later[]
  const lazy = Object.fromEntries(
    names.map((name) => [name, (argument?: never) => ask((loaded) => loaded[name](argument as never))]),
  ) as unknown as Pick<Consent, Later>

  const consent: Consent = {
    ...lazy,
    has,
    when: (id) =>
      new Promise<void>((resolve) => {
        const look = () => has(id) && resolve()
        listeners.add(['ready', look]).add(['change', look])
        look()
      }),
    on(name, listener) {
      const entry = [name, listener] as const
      listeners.add(entry)
      if (name === 'change' && guard?.gate && guard.record)
        attempt(() => (listener as (change: unknown) => void)({ ...standing(), added: [], removed: [] }))
      return () => listeners.delete(entry)
    },
    scan: (root) => ask(() => guard?.gate.scan(root)),
    get record() {
      return { ...guard?.record, answers: Object.fromEntries(ids().map((id) => [id, guard?.state.answer(id) ?? ('never asked' as const)])) }
    },
  }

  return {
    act(action) {
      if (guard) ask((loaded) => loaded.act(action))
      // Otherwise the link behind the control goes on working.
      return !!guard
    },
    start(settings, complete) {
      // What the browser reads ahead nobody sees yet: nothing is shown, and nothing let go.
      if ((document as { prerendering?: boolean }).prerendering)
        return document.addEventListener('prerenderingchange', () => this.start(settings, complete))
      let { record, stale } = ports.read(settings)
      const state = createState(settings, () => guard?.record)
      const here = {
        state,
        record,
        settings,
        tell,
        trigger: (shown: boolean) => ports.trigger(shown, settings, () => consent.open()),
        emit,
      } as Guard
      guard = here
      const begin = () => {
        here.gate = ports.gate(
          {
            grant: (id, source) => ask((loaded) => loaded.grant(id, source)),
            has,
            // What nobody has answered is to be asked; what nobody knows is to be told.
            met(words, service) {
              if (
                asks ||
                words.every(
                  (word) => word === 'functional' || state.answer(word.replace('!', '')) || state.declared(service)?.category === word,
                )
              )
                return
              asks = true
              setTimeout(draw)
            },
            categoryOf: (id) => state.declared(id)?.category,
            mounted: draw,
            allows: state.allows,
          },
          settings,
        )
        // With nothing to ask in the settings, the page's own marks may have something.
        asks = record ? record.decided !== complete : settings.services[0]
        ports.watch(() => {
          const next = ports.read(settings).record
          if (next && next.decided > (here.record?.decided ?? 0)) ask((loaded) => loaded.adopt(next))
        })
        const now = standing()
        emit('ready', now)
        if (record) tell({ ...now, added: now.granted, removed: [] })
        here.gate.refresh()
        // Settings that are not kept are new, or forgotten because code that ran until a reload may have left something again.
        if (record && (stale || complete === undefined)) ask((loaded) => loaded.tidy())
        if (tasks.length) ask(() => {})
        draw()
      }
      /** Another tab may have said something newer in the meantime: vendors hear that too. */
      const again = () => {
        if (here.gate) return
        ;({ record, stale } = ports.read(settings))
        if (record?.decided !== here.record?.decided) {
          here.record = record
          attempt(() => here.signals?.tell())
        }
        begin()
      }
      // What is granted is known at once; nothing is released before vendors have heard it, or have had their time.
      if (settings.urgency > +!record) {
        ports.signals(here).then(again, again)
        setTimeout(again, patience)
      } else begin()
    },
    look() {
      guard?.gate?.refresh()
      draw()
    },
    consent,
  }
}
