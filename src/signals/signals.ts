/**
 * The lazy part that tells vendors, in their own words, what the visitor decided: loads one small file per vendor that a service in the settings names,
 * and says to each what it may do. Loaded before anything of those vendors is released.
 */

import type { Problem } from '../model/check.ts'
import type { Heard, Signal, SignalsHost } from '../model/ports.ts'
import type { Service, SignalName } from '../model/types.ts'
import { isDefault } from './isDefault.ts'

export interface SignalsParts {
  /** Loads the file of one vendor, `signals/google`, which exports `google`; or what tells the developer of problems. */
  load(name: `signals/${string}` | 'explain'): Promise<unknown>
}

type Vendor = Readonly<Record<string, (heard: Heard) => Signal>>
type Explain = { report(problems: readonly Problem[]): void }

/** How long a vendor's file may take, in milliseconds. What was granted is granted: after this it is released, and the signal follows when it can. */
const patience = 2000

/** One start per page, whoever comes first. */
const started = new WeakMap<SignalsHost, Promise<unknown>>()

/** Resolves when every vendor has heard what stands, or has had its time. Never rejects. */
export function startSignals(host: SignalsHost, parts: SignalsParts): Promise<unknown> {
  const before = started.get(host)
  if (before) return before
  const { settings, state } = host
  const report = (problem: Problem) => void parts.load('explain').then((module) => (module as Explain).report([problem]), Boolean)
  const signals: { readonly say: () => unknown; readonly granted: () => boolean }[] = []

  host.signals = {
    // Whoever may no longer do something hears it before anybody may do more.
    tell: () => Promise.all([...signals].sort((one, other) => +one.granted() - +other.granted()).map((one) => one.say())),
  }

  const start = async (name: SignalName, services: readonly Service[]) => {
    const module = (await parts.load(`signals/${name}`).catch((error) => {
      report({
        path: `signals/${name}.js`,
        found: `${error}`,
        expected: 'there, beside toestemming.js: its vendor has not heard the choice',
      })
    })) as Vendor | undefined
    // One key stands for all that a vendor does in a category: so all of it must be granted. What is exempt was not asked, and opens statistics at most.
    const allows: Heard['allows'] = (category) => {
      const own = services.filter((one) => one.category === category && !(one.exempt && category !== 'analytics'))
      return own.length ? own.every(({ id }) => state.has(id)) : state.has(category)
    }
    const signal = module?.[name]?.({ services, allows, signals: settings.signals })
    if (!signal) return
    const call = (task: (() => unknown) | undefined): unknown => {
      // Our template in Tag Manager says the same, and there is to be one voice.
      if (name === 'google' && templated()) return
      const wrong = (error: unknown) =>
        report({
          path: `window.${signal.global}`,
          found: `${error}`,
          expected: `what takes the calls of the signal "${name}": it has not heard the choice`,
        })
      try {
        return Promise.resolve(task?.()).catch(wrong)
      } catch (error) {
        wrong(error)
      }
    }
    const granted = () => services.some(({ id }) => state.has(id))
    // Who asks all sites not to follow has answered for what follows.
    const refuses = ({ category }: Service) => settings.signals.gpc && asksNotToBeFollowed() && /^(tracking|social)$/.test(category)
    const answered = () => services.some((one) => state.answer(one.id) ?? state.answer(one.category) ?? refuses(one))
    const silent = () =>
      signal.keeps &&
      !settings.categories.some((one) => state.answer(one.id)) &&
      !services.some((one) => one.category !== 'functional' && state.has(one.id))
    const say = () => call(silent() ? signal.hold : granted() ? signal.grant : answered() ? signal.revoke : signal.hold)
    let lacks = false
    if (name === 'google' && settings.signals.google === 'advanced')
      call(() => {
        const { dataLayer } = window as { dataLayer?: unknown }
        lacks = !(Array.isArray(dataLayer) && dataLayer.some(isDefault))
      })
    // A tag that nothing holds must have its default before it runs, which is before we can be here. Our template comes a moment later.
    if (lacks)
      setTimeout(() => {
        if (!templated())
          report({
            path: 'signals.google',
            found: 'advanced',
            expected: 'with a consent default before the tag: see docs/signals.md',
          })
      }, patience)
    call(signal.before)
    say()
    signals.push({ say, granted })
  }

  const byName = new Map<SignalName, Service[]>()
  for (const service of settings.services) {
    const { signal } = service
    if (signal && !(signal === 'google' && settings.signals.google === 'off')) byName.set(signal, [...(byName.get(signal) ?? []), service])
  }
  const all = Promise.allSettled([...byName].map(([name, services]) => start(name, services)))
  const done = Promise.race([all, new Promise((resolve) => setTimeout(resolve, patience))])
  started.set(host, done)
  return done
}

/** Set by `gtm/toestemming.tpl`. */
const templated = () => 'toestemmingTemplate' in window

/** Global Privacy Control. https://www.w3.org/TR/gpc/ */
const asksNotToBeFollowed = () => (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true
