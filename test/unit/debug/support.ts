/** What the checks know, of a page in a test. */

import { vi } from 'vitest'
import { catalogueIndex } from '../../../src/debug/catalogueIndex.ts'
import { type Context, createContext } from '../../../src/debug/context.ts'
import type { Finding } from '../../../src/debug/finding.ts'
import type { History } from '../../../src/debug/history.ts'
import { settingsOf } from '../../../src/debug/readConfiguration.ts'
import type { Marks } from '../../../src/debug/watchMarks.ts'
import type { Writes } from '../../../src/debug/watchWrites.ts'
import type { Answer, Configuration } from '../../../src/index.ts'

export const meter = { id: 'meter', category: 'analytics', provider: 'Meetbureau', hosts: ['meter.example'], cookies: [{ name: '_meter' }] }

export const contextOf = (
  configuration: Configuration = { services: [meter] },
  granted: readonly string[] = [],
  answers: Readonly<Record<string, Answer | 'never asked'>> = {},
): Context =>
  createContext(
    { has: (id) => id === 'functional' || granted.includes(id), record: { answers } },
    settingsOf(configuration, catalogueIndex),
    catalogueIndex,
    'https://cdn.example/toestemming/',
  )

export const noMarks: Marks = { wasHeld: () => false, outright: new Set(), stop() {} }
export const held: Marks = { ...noMarks, wasHeld: () => true }
export const never: History = { grantedAt: () => false, withdrawn: () => false }
export const noWrites: Writes = { writerOf: () => undefined, stop() {} }

/** Each finding as one line. */
export const lines = (found: readonly (Finding | undefined)[]) =>
  found.map((one) => one && `${one.level}: ${one.text}${one.paste ? ` | ${one.paste}` : ''}`)

/** Puts this in the page, of which nothing is loaded. */
export const showPage = (html: string): void => {
  const loading = { handleDisabledFileLoadingAsSuccess: true }
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, loading)
  // Frames have no such setting, and say on the console that they are not loaded.
  vi.spyOn(console, 'error').mockReturnValue()
  document.body.innerHTML = html
}
