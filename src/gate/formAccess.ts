/** A form's own functions, past its fields: a field named `submit` or `contains` takes the place of the function. */

const { querySelector, querySelectorAll, getAttribute } = Element.prototype

export const one = (form: HTMLFormElement, selector: string) => querySelector.call(form, selector) as HTMLElement | null

export const all = (form: HTMLFormElement, selector: string) => [...querySelectorAll.call(form, selector)] as HTMLElement[]

export const attribute = (form: HTMLFormElement, name: string) => getAttribute.call(form, name) ?? undefined

export const append = (form: HTMLFormElement, node: Node) => Node.prototype.appendChild.call(form, node)

export const contains = (form: HTMLFormElement, node: Node | null) => Node.prototype.contains.call(form, node)

export const rootOf = (form: HTMLFormElement) => Node.prototype.getRootNode.call(form)

/** All scripts of the page and of the shadow root that it may be in. */
export const scriptsNear = (form: HTMLFormElement) =>
  [...new Set([document, rootOf(form) as ParentNode])].flatMap((place) => [...place.querySelectorAll('script')])

/** Where a script comes from, also while it waits. */
export const addressOf = ({ dataset, src }: HTMLScriptElement) => dataset.src ?? src

/** What sends a form. */
export const sends = '[type=submit],[type=image],button:not([type])'

/** The button itself, or the same that the page has drawn in its place since. */
export const presentOf = (form: HTMLFormElement, by: HTMLElement | null | undefined) =>
  by?.isConnected ? by : all(form, `${by?.localName}`).find((one) => one.isEqualNode(by as HTMLElement))

/** Gives the focus to the first of these that takes it: what is disabled does not. */
export const focusFirst = (elements: readonly (HTMLElement | null | undefined)[]) =>
  elements.some((one) => {
    one?.focus()
    return one && (one.getRootNode() as Document).activeElement === one
  })

/** Whether what is in it stands side by side. */
const isRow = (element: HTMLElement) => {
  const { display, flexDirection } = getComputedStyle(element)
  return /flexrow/.test(display + flexDirection)
}

/** Lets a form that is a row have more lines: in one, a notice could not be read, or would push all else out of the window. */
export function wrap(form: HTMLFormElement, value: '' | 'wrap'): void {
  if (isRow(form)) (Reflect.get(HTMLElement.prototype, 'style', form) as CSSStyleDeclaration).flexWrap = value
}

/** Puts something where the visitor meets it last: before what sends the form and can be seen, or at its end. */
export function putBeforeSend(form: HTMLFormElement, node: HTMLElement): void {
  const [first, ...others] = all(form, sends)
  const putBefore = (send: HTMLElement) => {
    let place = send
    // Not between buttons in a row.
    for (let at = send; at !== form; at = at.parentElement as HTMLElement) {
      const around = at.parentElement as HTMLElement
      if (isRow(around)) place = around === form ? at : around
    }
    place.before(node)
    return send.offsetWidth && node.offsetWidth > 99
  }
  wrap(form, 'wrap')
  if (!first) append(form, node)
  // In a form that is not shown yet, none can be seen.
  else if (!putBefore(first) && !others.some(putBefore)) first.before(node)
}

/** As if the visitor had pressed: the browser checks the fields, and the page's own handlers hear it. */
export function resubmit(form: HTMLFormElement, by: HTMLElement | null | undefined): void {
  const fits = (by as HTMLButtonElement | null)?.form === form && by?.isConnected
  HTMLFormElement.prototype.requestSubmit.call(form, fits ? by : null)
}
