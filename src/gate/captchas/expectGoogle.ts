import type { CaptchaApi } from './captcha.ts'

interface Page {
  grecaptcha?: object
  ___grecaptcha_cfg?: { fns?: (() => void)[] }
}
type Executor = (resolve: () => void) => void

/**
 * Answers the page's own code that calls reCAPTCHA while the page is being read, before the part for forms is here. What the page has is known only at
 * the moment of the call, so it is a getter; on the prototype, so that the window of a page without a form has no such property. The first use puts
 * a plain object in its place: `ready` adds to the queue that the loader goes through, and the loader keeps the object that it finds.
 * https://developers.google.com/recaptcha/docs/loading
 */
export function expectGoogle(): void {
  Object.defineProperty(Window.prototype, 'grecaptcha', {
    configurable: true,
    get(this: Page) {
      // biome-ignore lint/suspicious/noAssignInExpressions: every page loads this, and it is shorter
      if (document.querySelector('[data-consent-form],[data-src*=recaptcha]')) return (this.grecaptcha = own)
    },
    set(this: Page, value: object) {
      delete (Window.prototype as Page).grecaptcha
      this.grecaptcha = value
    },
  })
  const own: Required<Pick<CaptchaApi, 'ready' | 'execute'>> & { enterprise?: CaptchaApi } = {
    ready(task) {
      // biome-ignore lint/suspicious/noAssignInExpressions: every page loads this, and it is shorter
      ;(((window as Page).___grecaptcha_cfg ??= {}).fns ??= []).push(task)
    },
    execute: (...values) => new Promise<void>(own.ready as Executor).then(() => own.execute(...values)),
  }
  // Its functions are one level deeper in Enterprise, and no page has both.
  own.enterprise = own
}
