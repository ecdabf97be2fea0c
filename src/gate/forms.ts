/** The lazy part for forms that need a robot check: loaded when the page has one. */

import type { Blocks, BlocksHost } from '../model/ports.ts'
import type { LoadLocale } from '../model/texts.ts'
import type { Settings } from '../model/types.ts'
import { loadWords } from './box.ts'
import type { Captcha } from './captchas/captcha.ts'
import { captchaOf } from './captchas/captchas.ts'
import { createForm } from './form.ts'
import { addressOf, attribute, contains, one, rootOf, scriptsNear, sends } from './formAccess.ts'
import type { GuardedForm } from './guardedForm.ts'
import { createLoading, type Loading } from './loading.ts'
import { nameCheck, nameScripts } from './nameCheck.ts'

/** What a visitor presses to go on. */
const pressed = `${sends},button,a,[type=button],[role=button]`

export async function createForms(host: BlocksHost, settings: Settings, load: LoadLocale): Promise<Blocks> {
  const forms = new Map<HTMLFormElement, GuardedForm>()
  const loadings = new Map<Captcha | undefined, Loading>()
  /** Those whose check the settings do not list, with it. */
  const unlisted = new Map<HTMLFormElement, Captcha>()
  const heard = new WeakSet<Node>()
  /** The form that the visitor was in last. */
  let used: GuardedForm | undefined
  const known = settings.categories.map(({ id }) => id)
  const words = await loadWords(settings, load, 'forms/')

  const updateAll = () => {
    for (const form of [...forms.values()]) form.update()
  }

  /** Whose check a form is behind: as it says, as its widget is called, as the scripts say that it needs, or as the settings list it. */
  const captchaFor = (form: HTMLFormElement) => {
    const { words, service } = host.needs(form)
    const google = one(form, '.g-recaptcha') ? 'recaptcha' : ''
    const addresses = scriptsNear(form)
      .filter((script) => {
        const its = host.needs(script)
        return its.words.some((word) => words.includes(word)) && (!service || !its.service || its.service === service)
      })
      .map(addressOf)
    const services = settings.services.filter(({ id, category }) => (service ? id === service : words.includes(category)))
    const listed = services.flatMap(({ id, hosts = [] }) => [...hosts, id])
    return captchaOf([
      attribute(form, 'data-captcha'),
      one(form, '.h-captcha,.cf-turnstile')?.className,
      ...[...addresses, service, ...listed].filter((text) => text?.includes(google)),
      google,
      // With a key and nothing that says whose it is: as the category is called.
      attribute(form, 'data-sitekey') && words.join(),
    ])
  }

  /** Whether all forms have the same check. */
  const isAlone = () => loadings.size < 2

  const add = (form: HTMLFormElement, isAnew?: boolean) => {
    const captcha = captchaFor(form)
    if (captcha && nameCheck(form, captcha, host, settings)) unlisted.set(form, captcha)
    const loading = loadings.get(captcha) ?? createLoading(captcha, host, updateAll)
    loadings.set(captcha, loading)
    const guarded = createForm(form, { host, settings, ...words, captcha, loading, isAlone })
    forms.set(form, guarded)
    // An event of a form does not leave its shadow root.
    listen(rootOf(form))
    const { activeElement } = rootOf(form) as Document
    if (contains(form, activeElement)) {
      used = guarded
      guarded.touch(activeElement as HTMLElement)
    }
    if (isAnew) guarded.resume()
  }

  const press = (event: Event, controls: string) => {
    const { target } = event
    // A form may have a field of that name.
    const by = (target as Element).closest && (Element.prototype.closest.call(target, controls) as HTMLInputElement | null)
    const form = by?.form ?? by?.closest('form')
    // In windows of a page's the button is often below the form.
    if (by) (form ? forms.get(form) : used)?.press(event, by)
  }

  const listen = (root: Node) => {
    if (heard.has(root)) return
    heard.add(root)
    // First of all: what the page does with a submission comes after the check.
    const target = root === document ? window : root
    target.addEventListener(
      'submit',
      (event) => forms.get(event.target as HTMLFormElement)?.submit(event, (event as SubmitEvent).submitter),
      true,
    )
    // What the page does with a press may be to ask the vendor, and to send by itself; also where it hears Enter in a field by itself.
    target.addEventListener('click', (event) => press(event, pressed), true)
    target.addEventListener('keydown', (event) => (event as KeyboardEvent).key === 'Enter' && press(event, `input:not(${pressed})`), true)
    target.addEventListener(
      'focusin',
      (event) => {
        const path = event.composedPath() as HTMLFormElement[]
        // To read what the notice says is not to use the form.
        if (!path.some(({ localName }) => localName === 'toestemming-block'))
          for (const node of path) {
            const guarded = forms.get(node)
            guarded?.touch(path[0] as HTMLElement)
            used = guarded ?? used
          }
      },
      true,
    )
  }

  return {
    update(waiting) {
      let left: HTMLFormElement | undefined
      for (const [form, guarded] of [...forms])
        if (!waiting.has(form)) {
          forms.delete(form)
          if (used === guarded) used = undefined
          if (guarded.remove()) left = form
        }
      for (const element of waiting) {
        const form = element as HTMLFormElement
        const { words } = host.needs(form)
        // What no category stands for cannot be allowed: it stays as it is, and the developer is told.
        if (!forms.has(form) && words.length && words.every((word) => known.includes(word.replace('!', ''))))
          // A page that is drawn anew has another form for the same.
          add(form, left && attribute(left, 'action') === attribute(form, 'action'))
      }
      for (const [form, captcha] of unlisted)
        if (forms.has(form)) nameScripts(form, captcha, host, isAlone())
        else unlisted.delete(form)
      updateAll()
    },
  }
}
