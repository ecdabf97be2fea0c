/** The script tag: `window.toestemming`, configured by JSON in the page or at an address. */

import { assemble } from './assemble.ts'
import type { Consent } from './core/consent.ts'
import { attempt } from './model/attempt.ts'
import { named, readSettings } from './model/settings.ts'
import type { Service } from './model/types.ts'

type Call = readonly [method: string, ...rest: unknown[]]

/** The object of the script tag, which also takes calls in the form that can be queued before it is there. */
type PushableConsent = Consent & { push(...calls: Call[]): void }

/** Resolved by the browser against the address of this script, wherever the folder is. */
// biome-ignore lint/suspicious/noExplicitAny: each part has its own shape, given where it is asked for
const load = (name: string): Promise<any> => import(`./${name}.js`)

function begin(queued: unknown): void {
  const tag = document.currentScript
  const core = assemble({
    ui: () => load('ui'),
    storage: () => load('storage'),
    blocks: () => load('blocks'),
    explain: () => load('explain'),
    locale: (file) => load(`locales/${file}`),
  })
  const consent = core.consent as PushableConsent
  consent.push = (...calls) => {
    for (const [method, ...rest] of calls) attempt(() => (consent as unknown as Record<string, (...all: unknown[]) => void>)[method]?.(...rest))
  }
  ;(window as { toestemming?: unknown }).toestemming = consent

  const settle = (configuration: unknown, catalogue: Record<string, Service | undefined>) => {
    const { settings, problems } = readSettings(configuration, { hostname: location.hostname, language: document.documentElement.lang, catalogue })
    if (problems.length) core.report(problems)
    else core.start(settings)
  }

  const configure = (configuration: unknown) => {
    const ids = named(configuration).filter((id) => /^[\w-]+$/.test(id))
    if (!ids.length) return settle(configuration, {})
    const entries = ids.map((id) => load(`catalogue/${id}`).then((module) => [id, module.default] as const, () => [id, undefined] as const))
    void Promise.all(entries).then((found) => settle(configuration, Object.fromEntries(found)))
  }

  const url = tag?.getAttribute('data-config')
  const inline = document.querySelector('script[type="application/json"][data-toestemming=config]')?.textContent
  if (url) {
    fetch(url)
      .then((response) => (response.ok ? response.json() : Promise.reject()))
      .then(configure, () => core.report([{ path: 'data-config', found: url, expected: 'url' }]))
  } else {
    let configuration: unknown
    try {
      configuration = inline ? JSON.parse(inline) : {}
    } catch {
      core.report([{ path: '', found: inline?.trim(), expected: 'json' }])
    }
    if (configuration !== undefined) configure(configuration)
  }
  if (Array.isArray(queued)) consent.push(...queued)
}

const present = (window as { toestemming?: { has?: unknown } }).toestemming
// A second copy on the page would ask twice.
if (!present?.has) attempt(() => begin(present))
