/** The lazy part that decides and draws, with its ports filled in. */

import type { Parts } from './assemble.ts'
import { createApplication } from './core/application.ts'
import type { Application, Guard } from './core/consent.ts'
import { attempt } from './model/attempt.ts'
import type { Signals } from './model/ports.ts'
import { serviceCode } from './model/serviceCode.ts'
import { loadTexts } from './model/texts.ts'
import { keeper } from './storage/storage.ts'
import { createHost } from './ui/host.ts'

/** Vendors' own consent calls come behind this port. */
const signals: Signals = { grant() {}, revoke() {} }

export function startApplication(guard: Guard, parts: Parts): Application {
  return createApplication(guard, {
    keeper: {
      ...keeper,
      keep(settings, record, complete) {
        keeper.keep(settings, record, complete)
        const json = JSON.stringify([complete ? record.decided : 0, settings])
        // Only beside a decision: before one, nothing is stored at all.
        const { text } = parts
        if (text !== undefined) attempt(() => localStorage.setItem('toestemming:settings', serviceCode(text + json) + json))
      },
    },
    face: createHost(guard.trigger, {
      ui: () => parts.load('ui'),
      texts: () => loadTexts(guard.settings, document.documentElement.lang, parts.load),
    }),
    signals,
    now: Date.now,
    newId,
    reload: () => location.reload(),
    report: (problem) => void parts.load('explain').then((module) => module.report([problem])),
  })
}

/** 132 random bits in the alphabet that URLs and cookies leave alone. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(17))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, 22)
}
