/** The script tag: `window.toestemming`, configured by JSON in the page or at an address. */

import { assemble } from './assemble.ts'
import type { Consent } from './core/contract.ts'
import { attempt } from './model/attempt.ts'
import type { Settings } from './model/types.ts'
import { version } from './model/version.ts'
import { kept } from './storage/readRecord.ts'

type Call = readonly [method: keyof Consent, ...rest: unknown[]]

/** The object of the script tag, which also takes calls in the form that can be queued before it is there. */
type PushableConsent = Consent & { push(...calls: Call[]): void }

const page = window as unknown as {
  toestemming?: unknown
  grecaptcha?: { ready(task: unknown): void }
  ___grecaptcha_cfg?: { fns?: unknown[] }
}

/** As they are now: a `<base>` may follow. */
const { src, dataset } = document.currentScript as HTMLScriptElement

/** Resolved against the address of this script, wherever the folder is: Chromium does so by itself only for scripts of the page's own origin. */
// biome-ignore lint/suspicious/noExplicitAny: each part has its own shape, given where it is asked for
const load = (name: string): Promise<any> => import(new URL(`${name}.js`, src) as unknown as string)

function begin(queued: unknown): void {
  const url = dataset.config
  const text = url ?? document.querySelector('[data-toestemming=config]')?.textContent ?? ''
  const core = assemble({ waits: text, text, load })
  const consent = core.consent as PushableConsent
  consent.push = (...calls) => {
    for (const call of calls) attempt(() => (consent[call[0]] as (...all: unknown[]) => void)(...call.slice(1)))
  }
  page.toestemming = consent
  // Where `google-recaptcha` is configured, what asks for it while the page is read waits in its own queue. https://developers.google.com/recaptcha/docs/loading
  if (/-recaptcha/.test(text))
    page.grecaptcha ??= {
      ready(task) {
        // biome-ignore lint/suspicious/noAssignInExpressions: shorter
        ;((page.___grecaptcha_cfg ??= {}).fns ??= []).push(task)
      },
    }

  // Kept with the last decision: the settings that this very configuration gave, so that a return visit needs nothing more.
  const stored = kept('toestemming:settings')
  const mark = `${version}\n${text}\n`
  try {
    core.start(...(JSON.parse((!url && stored.startsWith(mark) && stored.slice(mark.length)) as string) as [Settings, number]))
  } catch {
    // None, or spoiled by somebody.
    load('application')
      .then(({ setUp }) => setUp(text, url, load))
      // Without settings all stays held; what is wrong has been told.
      .then(
        (settings) => settings && core.start(settings),
        () => {},
      )
  }
  if (Array.isArray(queued)) consent.push(...queued)
}

const present = page.toestemming as { has?: unknown } | undefined
// A second copy on the page would ask twice.
if (!present?.has && !(Symbol.for('toestemming') in window)) begin(present)
