import { contains, resubmit, rootOf } from './formAccess.ts'

/** For how long a press or a submission waits at most, in milliseconds. */
const patience = 10_000

export interface Rest {
  /** Looks after these forms, and no others; says whether one of them is in use already. */
  watch(forms: ReadonlySet<HTMLFormElement>): boolean
}

/**
 * Forms whose check is allowed, until the first of them is used: nothing is loaded for them. What is pressed or sent before all is there waits, and
 * is then done again; where it does not come, the form is as it would be without us.
 *
 * @param wake has what looks after forms loaded; resolves when that is there or is not to be had
 */
export function createRest(wake: () => Promise<void>): Rest {
  let resting: ReadonlySet<HTMLFormElement> = new Set()
  const heard = new WeakSet<Node>()
  /** What is done again, by form: the last of what was asked. */
  const waiting = new Map<HTMLFormElement, () => void>()
  /** What may go on as it is. */
  let passing: HTMLFormElement | undefined

  const hold = (event: Event, form: HTMLFormElement, again: () => void) => {
    if (!resting.has(form) || passing === form) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const isFirst = !waiting.has(form)
    waiting.set(form, again)
    if (isFirst)
      void Promise.race([wake(), new Promise((resolve) => setTimeout(resolve, patience))]).then(() => {
        passing = form
        waiting.get(form)?.()
        waiting.delete(form)
        passing = undefined
      })
  }

  const listen = (root: Node) => {
    if (heard.has(root)) return
    heard.add(root)
    // A submission does not leave the shadow root of its form.
    const target = root === document ? window : root
    target.addEventListener(
      'submit',
      (event) => {
        const form = event.target as HTMLFormElement
        hold(event, form, () => resubmit(form, (event as SubmitEvent).submitter))
      },
      true,
    )
    // What the page does when its button is pressed may ask the vendor, as may what it does with the submission.
    target.addEventListener(
      'click',
      (event) => {
        const pressed = (event.composedPath() as HTMLButtonElement[]).find(({ form, type }) => form && /^(submit|image)$/.test(type))
        if (!pressed?.form) return
        hold(event, pressed.form, () => {
          // Safari gives a button that is pressed no focus, and by that a form is known to be used.
          pressed.focus()
          pressed.click()
        })
      },
      true,
    )
    target.addEventListener(
      'focusin',
      (event) => {
        if (event.composedPath().some((node) => resting.has(node as HTMLFormElement))) void wake()
      },
      true,
    )
  }

  return {
    watch(forms) {
      resting = forms
      for (const form of forms) listen(rootOf(form))
      return [...forms].some((form) => {
        const { activeElement } = rootOf(form) as Document
        return contains(form, activeElement)
      })
    },
  }
}
