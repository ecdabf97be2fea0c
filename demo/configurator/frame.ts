/** A page of the same origin with the real library in it, which keeps nothing outside itself. */

import type { Configuration } from '../../src/model/settings.ts'

/** What the page in the frame reads from the frame that it is in. */
export interface Example {
  readonly configuration: Configuration
  /** Custom properties of the owner's look. */
  readonly properties: Readonly<Record<string, string>>
  readonly scheme: 'light' | 'dark'
  /** Services with content in a page: their placeholder is shown. */
  readonly embeds: readonly { readonly id: string; readonly category: string; readonly title: string }[]
  /** Whether the preferences stand in the page too, to be measured. */
  readonly preferences: boolean
  /** What the library keeps, for as long as the frame is there. */
  readonly cookies: Map<string, string>
  readonly storage: Record<string, string>
}

export interface ExampleFrame extends HTMLIFrameElement {
  example?: Example
}

export function createFrame(title: string, example: Omit<Example, 'cookies' | 'storage'>): ExampleFrame {
  const frame: ExampleFrame = document.createElement('iframe')
  frame.title = title
  frame.example = { ...example, cookies: new Map(), storage: {} }
  frame.src = 'voorbeeld.html'
  return frame
}

/** The library in the frame, once it is there. */
export const consentIn = (frame: ExampleFrame | undefined) =>
  (frame?.contentWindow as { toestemming?: { open(view?: string): void; close(): void } } | null | undefined)?.toestemming
