/**
 * Keeps what the page's own code asks of Google before the part for forms is there, which takes it over. Only where a script of theirs waits in the
 * page: whose else the check is, nobody here knows.
 */

/** What is not there yet is made. */
interface Google {
  ready(task: () => void): unknown
  execute(...values: unknown[]): unknown
  getResponse(): string
  reset(): void
  enterprise: Google
}
interface Queue {
  fns: unknown[]
}
const page = window as unknown as { grecaptcha: Google; ___grecaptcha_cfg: Queue }

export function standInEarly(): void {
  const address = document.querySelector<HTMLElement>('[data-src*="/recaptcha/"]')?.dataset.src
  if (!address) return
  page.grecaptcha ??= {} as Google
  let own = page.grecaptcha
  if (/enterprise/.test(address)) {
    own.enterprise ??= {} as Google
    own = own.enterprise
  }
  page.___grecaptcha_cfg ??= {} as Queue
  page.___grecaptcha_cfg.fns ??= []
  const wait = (task: () => void) => page.___grecaptcha_cfg.fns.push(task)
  own.ready ??= wait
  own.execute ??= (...values) => new Promise((resolve) => wait(Object.assign(() => resolve(own.execute(...values)), { values })))
  own.getResponse ??= () => ''
  own.reset ??= () => {}
}
