/** The lazy part that decides and draws, with its ports filled in. */

import type { Parts } from './assemble.ts'
import { createApplication } from './core/application.ts'
import type { Application, Guard } from './core/consent.ts'
import { encode } from './model/codec.ts'
import { loadTexts } from './model/texts.ts'
import { version } from './model/version.ts'
import { createHost } from './ui/host.ts'

export { setUp } from './setup.ts'

export function startApplication(guard: Guard, parts: Parts): Application {
  return createApplication(guard, {
    keeper: {
      keep(settings, record, complete) {
        const text = encode(record)
        const json = JSON.stringify([complete ? record.decided : 0, settings])
        const { name } = settings.cookie
        // At once, so that leaving the page cannot lose it: the cookie, which is written a moment later, is restored from this.
        store(name, text)
        if (parts.text !== undefined) store('toestemming:settings', `${version}\n${parts.text}\n${json}`)
        parts.load('storage').then(
          (module) => module.writeCookie(settings, text, record.oldest),
          () => {},
        )
      },
      forget: () => store('toestemming:settings', ''),
      erase: async (...all) => (await parts.load('storage')).erase(...all),
    },
    face: createHost({
      ui: () => parts.load('ui'),
      later: () => {
        for (const name of ['later', 'release'] as const) void parts.load(name).catch(Boolean)
      },
      panels: () => parts.load('panels'),
      texts: (part) => loadTexts(guard.settings, document.documentElement.lang, parts.load, part),
    }),
    signals: () => parts.load('signals').then((module) => module.startSignals(guard, parts), Boolean),
    gpc: guard.settings.signals.gpc && !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl,
    now: Date.now,
    newId,
    // Not `reload`: a page that came from a form would send that form again.
    reload: () => location.replace(location.href.replace(/#.*/, '')),
    cutOff: async () => (await parts.load('later')).cutOff(),
    report: (problem) => void parts.load('explain').then((module) => module.report([problem]), Boolean),
  })
}

/** Blocked or full storage throws: the cookie, or else the page's memory, holds the choice. */
function store(name: string, text: string): void {
  try {
    localStorage.setItem(name, text)
  } catch {
    // Nothing to do.
  }
}

/** 132 random bits in the alphabet that URLs and cookies leave alone. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(17))
  return btoa(String.fromCharCode(...bytes))
    .replace(/[+/]/g, '_')
    .slice(0, 22)
}
