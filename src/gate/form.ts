/** One form that needs a robot check: what it says, when it is sent, and what becomes of it after a withdrawal. */

import { button } from './box.ts'
import { all, focusFirst, one, presentOf, sends } from './formAccess.ts'
import { createFormBox, type FormBox } from './formBox.ts'
import { createFormCheck } from './formCheck.ts'
import { hasAsked, isSame, watchPress } from './formPress.ts'
import { closes, send, type Wish } from './formWish.ts'
import type { FormTools, GuardedForm } from './guardedForm.ts'
import { otherWay } from './otherWay.ts'

/** Without consent; allowed, not yet used; the vendor's script on its way, or not to be had; all there; there, but without an answer. */
type Stage = 'asks' | 'rests' | 'loads' | 'fails' | 'open' | 'refused'

/** How long it says that the form can be sent now, in milliseconds. */
const farewell = 5000
/** How often it is looked whether the visitor has done the check, in milliseconds. */
const beat = 200
/** How often it is looked for a widget that the page's own code draws once it sees that the vendor is there. */
const most = 15

/** What the visitor wanted last, in any form: nothing else is sent by itself. */
let latest: Wish | undefined

export function createForm(form: HTMLFormElement, tools: FormTools): GuardedForm {
  const { host, captcha, loading, settings, say } = tools
  const { words, service } = host.needs(form)
  const alike = settings.services.filter(({ id, category }) => (service ? id === service : words.includes(category)))
  const named = alike.find(({ id, hosts = [] }) => service || !captcha || captcha.sign.test([id, ...hosts].join()))
  /** Whose it is, also where the form does not say. */
  const whose = service ?? (captcha && named?.id)
  /** What its button allows: no more than it needs. */
  const given = () => (whose && (service || alike.length > 1 || !tools.isAlone()) ? [whose] : words)
  const provider = named?.provider ?? captcha?.provider ?? service ?? words.join(', ')
  const check = createFormCheck(form, captcha)

  let box: FormBox | undefined
  let stage: Stage | undefined
  let touched = false
  /** Whether it was withdrawn while the vendor's script was on its way, which then still brings its things. */
  let comesLate = false
  /** Where the visitor was last. */
  let field: HTMLElement | undefined
  let wish: Wish | undefined
  /** What was pressed, if that has led to asking the vendor, which then still has to answer. */
  let callers: HTMLElement[] = []
  /** For what the answer is being asked, and then whether the submission that has it is under way. */
  let asking: Wish | undefined
  let passes = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Where the visitor goes on once what they pressed of ours is gone: where they were, which the page may have disabled since. */
  const places = (asked: Wish | undefined) => [presentOf(form, asked?.by), field, one(form, sends), ...all(form, ':enabled')]

  /** What the visitor can do themselves has the owner's other way beside it. */
  const draw = (text: string, control?: HTMLElement) => {
    clearTimeout(timer)
    box ??= createFormBox(form, { ...tools, title: say('form.title', { provider }) })
    const focused = box.hasFocus()
    box.show(text, control, control && otherWay(form, tools))
    if (focused) focusFirst([control, ...places(wish)])
  }
  const clear = () => {
    clearTimeout(timer)
    box?.remove()
    box = undefined
  }

  const ask = () => {
    const give = () => {
      touched = true
      for (const id of given()) host.grant(id, 'form')
    }
    draw(say('form.text', { provider }), button(`grant:${given()}`, say('form.allow', { provider }), give))
  }

  const begin = (again?: boolean) => loading.begin({ form, words, service: whose, key: check.key, widget: check.hasPlace() }, again)

  const fail = (next: Stage, again: () => void) => {
    stage = next
    draw(say('form.failed', { provider }), button('retry', say('form.retry'), again))
    if (wish) box?.lead()
  }

  /** Goes on with the submission that the visitor asked for, once the check has been done. */
  const proceed = () => {
    if (!wish) return
    const undone = check.undone()
    if (undone || (check.isDue() && wish.looks++ < most)) {
      if (undone && !wish.led) {
        wish.led = true
        draw(say('form.box'))
        undone.parentElement?.querySelector('iframe')?.focus()
      }
      timer = setTimeout(proceed, beat)
      return
    }
    const asked = wish
    wish = undefined
    clear()
    presentOf(form, asked.by)?.focus()
    if (check.isSilent && asked.how !== 'call') answer(asked)
    else send(form, asked, check.isAsked)
  }

  const open = () => {
    stage = 'open'
    callers = []
    check.draw()
    if (wish) timer = setTimeout(proceed)
    else if (box) {
      draw(say('form.ready'))
      timer = setTimeout(clear, farewell)
    }
  }

  /** Asks for the answer itself, where the form has a key and nothing else. */
  const answer = async (asked: Wish) => {
    asking = asked
    clear()
    try {
      await check.ask()
      // Withdrawn in the meantime.
      if (asking !== asked) return check.clean()
      stage = 'open'
      passes = true
      send(form, asked, check.isAsked)
    } catch {
      if (asking !== asked) return
      wish = latest = asked
      fail('refused', () => {
        answer(asked)
        focusFirst(places(asked))
      })
    }
    passes = false
    asking = undefined
  }

  const isKnown = () => stage === 'open' || stage === 'refused'

  const update = () => {
    // Who went on to another form has left this one, and sends it anew.
    if (wish !== latest) wish = undefined
    if (!host.allows(words, whose)) {
      if (stage && (stage !== 'asks' || (comesLate && loading.progress === 'ready'))) {
        check.clean()
        touched = false
        asking = undefined
        comesLate = stage === 'loads'
      }
      if (stage !== 'asks') {
        stage = 'asks'
        wish = undefined
        ask()
      } else box?.place()
      return
    }
    // Who has closed the window that the form is in has left it: what they allow then is for something else.
    if (stage === 'asks' && !box?.isShown()) wish = undefined
    if (!stage || stage === 'asks') stage = 'rests'
    if (touched) begin()
    const { progress } = loading
    if (isKnown()) box?.place()
    else if (progress === 'ready') {
      // Who was told that it does not come decides anew.
      if (stage === 'fails') wish = undefined
      open()
    } else if (!touched) clear()
    else if (progress === 'failed') {
      if (stage !== 'fails') fail('fails', () => begin(true))
    } else {
      stage = 'loads'
      if (box || wish) draw(say(wish ? 'form.sending' : 'form.loading'))
    }
  }

  /** The visitor uses the form: from now on the vendor may be asked. */
  const touch = () => {
    if (touched) return
    touched = true
    update()
  }

  const hold = (event: Event | undefined) => {
    event?.preventDefault()
    event?.stopImmediatePropagation()
  }

  const want = (asked: Wish) => {
    wish = latest = asked
    touched = true
    update()
    if (stage === 'asks' || stage === 'fails') box?.lead()
  }

  const submit: GuardedForm['submit'] = (event, by) => {
    if (closes(form, by)) return
    if (passes || (stage === 'open' && !check.isSilent)) {
      wish = undefined
      clear()
      if (!event) send(form, { how: 'code' }, check.isAsked)
      return
    }
    hold(event)
    if (asking) return
    const asked: Wish = { by, how: event ? 'event' : 'code', looks: 0 }
    if (isKnown()) answer(asked)
    else want(asked)
  }
  // Code that sends a form is heard of by nobody. Where a field has taken this name, there is no such code.
  Reflect.defineProperty(form, 'submit', { configurable: true, writable: true, value: () => submit() })

  return {
    update,
    touch(element) {
      field = element
      touch()
    },
    press(event, by) {
      if (isKnown()) return
      const { calls } = loading
      const waits = wish?.how === 'press' && isSame(by, wish.by)
      // What is asked of the vendor waits for it: once is enough, however fast it is pressed.
      if (waits || hasAsked(by, calls) || callers.some((one) => isSame(by, one))) {
        hold(event)
        return want({ by, how: waits ? 'press' : 'call', looks: 0 })
      }
      watchPress(by, calls, isKnown, (how, isLate) => {
        const isNew = !isSame(by, wish?.by)
        // What is sent as well is pressed again for that. And once it is allowed, scripts that waited for that ask as well.
        if (how === 'press' ? isNew : (isNew || wish?.how !== 'call') && (!isLate || stage === 'asks')) {
          if (how === 'call') callers.push(by)
          want({ by, how, looks: 0 })
        }
      })
    },
    submit,
    resume() {
      draw(say('form.loading'))
      touch()
      box?.lead()
    },
    remove() {
      clear()
      Reflect.deleteProperty(form, 'submit')
      return asking ?? (stage === 'loads' && wish)
    },
  }
}
