/** Has a vendor's script loaded: once for all forms that need it, when the first of them is used. */

import type { BlocksHost } from '../model/ports.ts'
import type { Captcha } from './captchas/captcha.ts'
import { addressOf, scriptsNear } from './formAccess.ts'

/** How it goes; empty before it has begun. */
export type Progress = '' | 'loading' | 'ready' | 'failed'

/** What a form says of the script it needs. */
export interface Wanted {
  readonly form: HTMLFormElement
  readonly words: readonly string[]
  readonly service: string | undefined
  /** A key on the form itself. */
  readonly key: string | undefined
  /** Whether a place for a widget is marked in it. This or a key is enough to load the script where the page has none. */
  readonly widget: unknown
}

export interface Loading {
  readonly progress: Progress
  /** The calls of the page's code that wait for the vendor, as they are kept. */
  calls(): (() => void)[]
  /** Lets the scripts go that wait for such a form, or puts one in; `again` asks once more for what did not come. Doing it twice does nothing more. */
  begin(wanted: Wanted, again?: boolean): void
}

/** After this the visitor is told that it does not come; it may still, and is used then. Milliseconds. */
const patience = 10_000

/** @param captcha nothing when no known vendor is meant: then the page's own marked scripts are all there is */
export function createLoading(captcha: Captcha | undefined, host: BlocksHost, changed: () => void): Loading {
  const { needs, once, refresh } = host
  const tasks: (() => void)[] = []
  /** The scripts from elsewhere that were let go, to be asked for again. */
  let asked: HTMLScriptElement[] = []
  /** Of an unknown vendor: what has not come yet. */
  const missing = new Set<string>()
  let progress: Progress = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const set = (next: Progress) => {
    if (progress === next || progress === 'ready') return
    progress = next
    clearTimeout(timer)
    if (next === 'ready') for (const task of calls().splice(0)) task()
    if (next === 'loading') timer = setTimeout(() => set('failed'), patience)
    changed()
  }
  const calls = () => captcha?.queue?.() ?? tasks
  const whenReady = (task: () => void) => void (progress === 'ready' ? task() : calls().push(task))

  /** What the vendor's script defines last; no stand-in has it. */
  const look = () => {
    if (captcha ? captcha.api()?.render : !missing.size) set('ready')
  }
  const takeAway = captcha?.standIn(whenReady)
  // Where there is a queue, what is in it is called when all of it works, widgets that are drawn by themselves included.
  // After it: what the page has put there. Not by `ready`: the one of Google's manual that pages copy calls back at once.
  captcha?.queue?.().push(() => setTimeout(() => set('ready')))
  if (captcha) look()

  for (const type of ['load', 'error'])
    document.addEventListener(
      type,
      ({ target }) => {
        const { localName, src } = target as HTMLScriptElement
        if (localName !== 'script' || !(captcha ? captcha.sign.test(src) : missing.delete(src)) || progress !== 'loading') return
        if (type === 'error') set('failed')
        // A moment for what it draws by itself.
        else if (!captcha?.queue) setTimeout(look, captcha && 200)
      },
      true,
    )

  const put = (address: string, { words, service }: Wanted, like?: HTMLScriptElement) => {
    const script = document.createElement('script')
    for (const name of like?.getAttributeNames() ?? [])
      if (!/^(data-)?(src|type|toestemming)$/.test(name)) script.setAttribute(name, like?.getAttribute(name) ?? '')
    script.type = 'text/plain'
    if (like) script.nonce = like.nonce
    script.dataset.src = address
    script.dataset.consent = words.join(' ')
    if (service) script.dataset.service = service
    // Its own host may be that of a service which is refused.
    const its = needs(script)
    if (host.allows(its.words, its.service)) once.add(script)
    document.head.append(script)
    return script
  }

  /** What its script puts in is part of it, also where the same check is refused elsewhere: for a form that is exempt it is needed all the same. */
  const forms = new Set<Wanted>()
  const follow = new MutationObserver(() => {
    // Unless it has been withdrawn for every form.
    if (![...forms].some(({ words, service }) => host.allows(words, service))) return
    const parts = [...document.querySelectorAll<HTMLScriptElement>('[data-toestemming=held]')].filter(
      (part) => !once.has(part) && captcha?.sign.test(addressOf(part)),
    )
    for (const part of parts) once.add(part)
    if (parts[0]) refresh()
  })

  return {
    get progress() {
      return progress
    },
    calls,
    begin(wanted, again) {
      forms.add(wanted)
      if (!progress || (again && progress === 'failed')) {
        takeAway?.()
        follow.observe(document, { subtree: true, childList: true })
        set('loading')
      } else again = false
      const fresh = again ? asked.map((script) => put(addressOf(script), wanted, script)) : []
      let found = again
      for (const script of scriptsNear(wanted.form)) {
        const { words, service } = needs(script)
        if (once.has(script) || !host.allows(words, service) || !words.some((word) => wanted.words.includes(word)) || !waits(script))
          continue
        if (service && wanted.service && service !== wanted.service) continue
        once.add(script)
        found = true
        if (addressOf(script)) fresh.push(script)
      }
      const isThere = [...document.scripts, ...asked, ...fresh].some((script) => captcha?.sign.test(addressOf(script)))
      if (captcha && (wanted.key || wanted.widget) && progress === 'loading' && !isThere) {
        fresh.push(put(captcha.address(wanted.key, document.documentElement.lang || 'nl'), wanted))
        found = true
      }
      asked = again ? fresh : [...asked, ...fresh]
      if (!captcha) for (const script of fresh) missing.add(new URL(addressOf(script), document.baseURI).href)
      if (found) refresh()
      if (!captcha?.queue) look()
    },
  }
}

/** Whether a script has not run: what was marked is plain text until then, what was held has its address elsewhere. */
const waits = ({ type, dataset }: HTMLScriptElement) => type === 'text/plain' || (dataset.toestemming === 'held' && !!dataset.src)
