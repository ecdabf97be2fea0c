/** The lazy part that decides, with its ports filled in. */

import type { Parts } from './assemble.ts'
import { createDecisions } from './core/decisions.ts'
import type { Decisions, Desk } from './core/desk.ts'
import { claimed } from './model/claimed.ts'
import { encode } from './model/codec.ts'
import { undated } from './model/undated.ts'
import { version } from './model/version.ts'

export function startDecisions(desk: Desk, parts: Parts): Decisions {
  const { settings } = desk.guard
  // A withdrawal would leave something, or a table leave something out: whoever sets up the site is to know before.
  for (const wrong of [claimed(settings.services), undated(settings)])
    if (wrong.length) parts.load('explain').then((module) => module.report(wrong), Boolean)
  // Made before somebody answers: the browser takes its time for the first.
  let id = newId()
  return createDecisions(desk, {
    keeper: {
      // The cookie, which is written a moment later, is restored from this.
      note: ({ cookie }, record) => store(cookie.name, encode(record)),
      keep(settings, record, complete) {
        const text = encode(record)
        store(settings.cookie.name, text)
        const json = JSON.stringify([settings, complete ? record.decided : 0])
        if (parts.text !== undefined) store('toestemming:settings', `${version}\n${parts.text}\n${json}`)
        parts.load('storage').then(
          (module) => module.writeCookie(settings, text, record.oldest),
          () => {},
        )
      },
      forget: () => store('toestemming:settings', ''),
      erase: async (...all) => (await parts.load('storage')).erase(...all),
    },
    signals: () => parts.load('signals').then((module) => module.startSignals(desk.guard, parts), Boolean),
    now: Date.now,
    newId() {
      const next = id
      id = newId()
      return next
    },
    cutOff: async () => (await parts.load('later')).cutOff(),
    dim(unseen) {
      for (const view of document.querySelector('toestemming-ui')?.shadowRoot?.querySelectorAll<HTMLElement>('[data-toestemming-view]') ??
        [])
        view.style.setProperty('opacity', unseen ? '0' : '', 'important')
    },
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
