/** The demo's sites and imitated vendors, under their real names behind a proxy. */

import type { Requested, Web } from './web.ts'

export interface DemoRequest extends Requested {
  /** What was sent with a POST. */
  readonly body: string
}

export interface Demo extends Web {
  readonly log: readonly DemoRequest[]
  setBehaviour(place: string, kind: 'ok' | 'hang' | 'fail' | 'throw', options?: { readonly delay?: number }): void
}

// By address: the demo is plain JavaScript, and stays that.
const server = new URL('../../demo/server.mjs', import.meta.url).href

export const startDemo = async (): Promise<Demo> => {
  const demo = (await import(/* @vite-ignore */ server)) as { startDemo(options: { mode: 'hosts' }): Promise<Demo> }
  return demo.startDemo({ mode: 'hosts' })
}
