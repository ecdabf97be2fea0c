/** What a vendor's robot check has in one form: its widgets, its answers, and nothing of both after a withdrawal. */

import { make } from './box.ts'
import type { Captcha } from './captchas/captcha.ts'
import { parameters } from './captchas/parameters.ts'
import { addressOf, all, append, attribute, one, putBeforeSend, scriptsNear } from './formAccess.ts'

export interface FormCheck {
  /** A key on the form itself. */
  readonly key: string | undefined
  /** Whether an answer is asked for at each submission: the form has a key, and the check no widget. */
  readonly isSilent: unknown
  /** Whether a place for a widget is marked. */
  hasPlace(): unknown
  /** Draws the widgets that the vendor's script has not drawn itself: it looks once, when it comes. */
  draw(): void
  /** The answer that the visitor still has to give in a widget, if any. */
  undone(): HTMLElement | undefined
  /** Whether a place for a widget is empty still, or a field that the page's own code puts an answer in, as Contact Form 7 does; or that code draws one. */
  isDue(): unknown
  /** Does something, and tells whether the page's code asks the vendor meanwhile. */
  isAsked(act: () => void): boolean
  /** Asks the vendor, which asks nothing of the visitor, and puts the answer in the form; rejects when there is none in time. */
  ask(): Promise<void>
  /** Takes away what the vendor put in the page. */
  clean(): void
}

/** How long the vendor may take for an answer that asks nothing of the visitor, in milliseconds. */
const patience = 10_000

export function createFormCheck(form: HTMLFormElement, captcha: Captcha | undefined): FormCheck {
  const key = attribute(form, 'data-sitekey')
  const place = captcha && `.${captcha.place}[data-sitekey]`
  /** The field that we put the answer in. */
  let input: HTMLInputElement | undefined

  const hasPlace = () => place && one(form, place)
  const field = captcha && `[name=${captcha.place}-response]`
  const answers = () => (field ? all(form, field) : []) as (HTMLInputElement | HTMLTextAreaElement)[]

  /** Whether the page's own code draws the widget where nothing is marked, and has yet to: react-google-recaptcha does. */
  const isToBeDrawn = () =>
    field &&
    !key &&
    !hasPlace() &&
    scriptsNear(form).some((script) => captcha.sign.test(addressOf(script)) && /[?&](render=explicit|onload=)/.test(addressOf(script))) &&
    // A check that asks nothing may be outside all forms, and is then for any.
    ![...answers(), ...document.querySelectorAll<HTMLInputElement>(field)].some((answer) => !answer.form || answer.form === form)

  return {
    key,
    isSilent: key && captcha?.silent,
    hasPlace,
    draw() {
      if (!captcha || !place) return
      if (key && !captcha.silent && !hasPlace()) {
        const made = make('div', '')
        made.className = captcha.place
        made.dataset.sitekey = key
        putBeforeSend(form, made)
      }
      for (const element of all(form, place)) {
        // A button may have a picture or a word in it; anything else, a widget.
        if (element.firstElementChild && element.localName !== 'button') continue
        try {
          captcha.api()?.render?.(element, parameters(element))
        } catch {
          // It has been drawn already, or the vendor has said what is wrong.
        }
      }
    },
    undone: () => answers().find((answer) => answer !== input && !answer.value && isSeen(answer)),
    isDue: () =>
      all(form, '[data-sitekey]:not(button,input)').some((place) => !place.firstElementChild) ||
      (all(form, '[type=hidden]') as HTMLInputElement[]).some((field) => field !== input && !field.value && /captcha/i.test(field.name)) ||
      isToBeDrawn(),
    isAsked(act) {
      const api = (captcha?.api() ?? {}) as Record<string, ((...values: unknown[]) => unknown) | undefined>
      const own = ['ready', 'execute'].flatMap((name) => (api[name] ? [[name, api[name]] as const] : []))
      let asked = false
      for (const [name, call] of own)
        Reflect.set(api, name, (...values: unknown[]) => {
          asked = true
          return call.apply(api, values)
        })
      act()
      for (const [name, call] of own) Reflect.set(api, name, call)
      return asked
    },
    async ask() {
      const token = await Promise.race([
        captcha?.api()?.execute?.(key, { action: attribute(form, 'data-action') ?? 'submit' }),
        new Promise((_, reject) => setTimeout(reject, patience)),
      ])
      if (!token) throw token
      if (!input) {
        input = document.createElement('input')
        input.type = 'hidden'
        input.name = `${captcha?.place}-response`
      }
      append(form, input)
      input.value = `${token}`
    },
    clean() {
      if (!captcha) return
      for (const element of all(form, `.${captcha.place}`)) if (element.localName !== 'button') element.replaceWith(element.cloneNode())
      for (const frame of document.querySelectorAll('iframe')) if (captcha.sign.test(frame.src)) frame.remove()
      for (const element of [...answers(), ...document.querySelectorAll('.grecaptcha-badge')]) element.remove()
      // Also where no service in the settings names them.
      try {
        for (const kept of [localStorage, sessionStorage])
          for (const name of Object.keys(kept)) if (captcha.keys?.test(name)) kept.removeItem(name)
      } catch {
        // Where storage is blocked, nothing is kept.
      }
    },
  }
}

/** Whether the visitor has something to do in the widget of this answer, or to wait for. */
const isSeen = (answer: Element) =>
  !answer.closest('.grecaptcha-badge,[data-size=invisible]') && answer.parentElement?.querySelector('iframe')?.style.display !== 'none'
