/** Fills the core's ports with the real page. Shared by the entries, which differ only in how lazy parts arrive. */

import labels from '../locales/trigger/labels.json'
import { type Core, createCore } from './core/consent.ts'
import type { Blocks, BlocksSetting } from './gate/blocks.ts'
import { createGate } from './gate/gate.ts'
import type { Problem } from './model/check.ts'
import type { explain } from './model/explain.ts'
import { pickLocale } from './model/locale.ts'
import type { Signals } from './model/ports.ts'
import type { Settings, Texts } from './model/types.ts'
import type { Interface } from './model/view.ts'
import { createStore } from './storage/recordStore.ts'
import type { Storage } from './storage/storage.ts'
import { createHost } from './ui/host.ts'

/** What is loaded when first needed. */
export interface Parts {
  ui(): Promise<Interface>
  storage(): Promise<Storage>
  blocks(): Promise<{ createBlocks(setting: BlocksSetting): Blocks }>
  explain(): Promise<{ explain: typeof explain }>
  /** A locale file by name, such as `nl-je`. */
  locale(file: string): Promise<{ readonly default: Texts }>
}

export interface Assembled extends Core {
  /** Explains on the console what is wrong: one error, whatever the number of problems. */
  report(problems: readonly Problem[], known?: readonly string[]): void
}

export function assemble(parts: Parts): Assembled {
  const reported = new Set<string>()
  let settings: Settings | undefined
  let blocks: Promise<Blocks> | undefined

  const report = (problems: readonly Problem[], known?: readonly string[]) => {
    const fresh = problems.filter(({ path, found }) => !reported.has(`${path} ${found}`) && reported.add(`${path} ${found}`))
    if (!fresh.length) return
    // biome-ignore lint/suspicious/noConsole: the one place where developers are told
    const say = (lines: string[]) => console.error(['[toestemming]', ...lines].join(lines.length > 1 ? '\n  ' : ' '))
    void parts.explain().then(
      ({ explain }) => say(fresh.map((problem) => explain(problem, known))),
      () => say(fresh.map(({ path }) => path)),
    )
  }

  const texts = async () => {
    const { owner, locale = 'nl', register = 'je', texts: own } = settings ?? {}
    const { file, lang } = pickLocale(locale, register)
    // A language that does not arrive stops nothing: Dutch takes its place.
    const [found, language] = await parts.locale(file).then((module) => [module.default, lang] as const, async () => [(await parts.locale('nl-je')).default, 'nl'] as const)
    return { texts: { owner: owner ?? '', ...found, ...own }, lang: language }
  }

  const lang = () => pickLocale(settings?.locale ?? '', 'je').lang as keyof typeof labels
  const signals: Signals = { grant() {}, revoke() {} }
  const core = createCore({
    store: createStore(parts.storage, Date.now),
    face: createHost({ ui: parts.ui, texts, trigger: () => ({ label: labels[lang()], lang: lang() }) }),
    signals,
    gate: (judge, { services, links }) =>
      createGate(judge, {
        services,
        blocks: () => (blocks ??= Promise.all([parts.blocks(), texts()]).then(([module, setting]) => module.createBlocks({ ...setting, contact: links.contact }))),
        report: (problem) => report([problem]),
      }),
    now: Date.now,
    newId: () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(17))))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .slice(0, 22),
    reload: () => location.reload(),
    report: (problem) => report([problem]),
  })

  /** Controls on the owner's page. Ours have their own handlers, and live in elements with our name. */
  const onClick = (event: MouseEvent) => {
    const path = event.composedPath().filter((node): node is Element => node instanceof Element)
    const control = path.find((element) => element.hasAttribute('data-toestemming-action'))
    // A link that is opened in a new tab stays a link.
    if (!control || event.ctrlKey || event.metaKey || event.shiftKey || path.some((element) => element.localName.startsWith('toestemming-'))) return
    if (core.act(control.getAttribute('data-toestemming-action') ?? '')) event.preventDefault()
  }
  addEventListener('click', onClick, true)

  const onState = () => {
    if (document.readyState === 'loading') return
    document.removeEventListener('readystatechange', onState)
    core.ready()
  }

  return {
    ...core,
    report,
    start(given) {
      settings = given
      core.start(given)
      document.addEventListener('readystatechange', onState)
      onState()
    },
  }
}
