/** The demo's sites and imitated vendors, under their real names behind a proxy. */

import { noteOrigin, type Requested, type Web } from './web.ts'

export interface DemoRequest extends Requested {
  /** What was sent with a POST. */
  readonly body: string
}

export interface Demo extends Web {
  readonly log: readonly DemoRequest[]
  watch(listener: (request: DemoRequest) => void): void
  setBehaviour(place: string, kind: 'ok' | 'hang' | 'fail' | 'throw', options?: { readonly delay?: number }): void
}

// By address: the demo is plain JavaScript, and stays that.
const server = new URL('../../demo/server.mjs', import.meta.url).href

export const startDemo = async (): Promise<Demo> => {
  const { startDemo: start } = (await import(/* @vite-ignore */ server)) as { startDemo(options: { mode: 'hosts' }): Promise<Demo> }
  const demo = await start({ mode: 'hosts' })
  const origins = new Map<string, boolean>()
  demo.watch((request) => noteOrigin(origins, request))
  return Object.assign(demo, { origins })
}
