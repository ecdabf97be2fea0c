/** The lazy part that sees what is needed for what waits: what stands in for frames and templates, what looks after forms, or nothing yet. */

import { attempt } from '../model/attempt.ts'
import type { Blocks, BlocksHost, BlocksPort } from '../model/ports.ts'
import type { Settings } from '../model/types.ts'
import { standInEarly } from './captchas/early.ts'
import type { LoadForPlaceholders } from './placeholders.ts'
import { createRest } from './rest.ts'

/** Loads a locale, what knows embeds of well-known providers, or the part for forms. */
export type LoadForBlocks = LoadForPlaceholders & ((name: 'forms') => Promise<typeof import('./forms.ts')>)

const isForm = (element: HTMLElement): element is HTMLFormElement => element.localName === 'form'

export function createBlocks(port: BlocksPort, settings: Settings, load: LoadForBlocks): Blocks {
  const host: BlocksHost = { ...port, ...port.state }
  let ready: Promise<void> | undefined
  /** Fetches a part when it is first needed, and has it draw; says whether it arrived. One that did not is tried again by the next look. */
  const part = (fetch: () => Promise<() => Promise<Blocks>>) => {
    let found: Promise<Blocks> | undefined
    return async (elements: () => ReadonlySet<HTMLElement>): Promise<boolean> => {
      ready ??= untilReady()
      // What both draw with comes at the same time. Beside this file in `dist/`, and a chunk of a bundler's from npm.
      found ??= Promise.all([fetch(), ready, import('./box.ts').catch(Boolean)]).then(([create]) => create())
      try {
        const blocks = await found
        attempt(() => blocks.update(elements()))
        return true
      } catch {
        found = undefined
        return false
      }
    }
  }
  const drawPlaceholders = part(async () => {
    const { createPlaceholders } = await import('./placeholders.ts')
    return () => createPlaceholders(host, settings, load)
  })
  const drawForms = part(async () => {
    const { createForms } = await load('forms')
    return () => createForms(host, settings, load)
  })

  let embeds = new Set<HTMLElement>()
  let forms = new Set<HTMLFormElement>()
  let hasPlaceholders = false
  let hasForms = false
  const wake = async () => {
    hasForms = await drawForms(() => forms)
    if (hasForms) rest.watch(new Set())
  }
  const rest = createRest(wake)

  return {
    update(waiting) {
      forms = new Set()
      embeds = new Set()
      for (const element of waiting) {
        if (isForm(element)) forms.add(element)
        else embeds.add(element)
      }
      if (forms.size) standInEarly()
      hasPlaceholders ||= embeds.size > 0
      if (hasPlaceholders) void drawPlaceholders(() => embeds)
      const isRefused = (form: HTMLFormElement) => {
        const { words, service } = host.needs(form)
        return !host.allows(words, service)
      }
      // Until what looks after them is here, none is sent without its check.
      if (hasForms || rest.watch(forms) || [...forms].some(isRefused)) void wake()
    },
  }
}

/** The page's own scripts first find what the server sent: a framework that takes over its HTML wants nothing between. */
function untilReady(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') resolve()
    for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, () => setTimeout(resolve))
  })
}
