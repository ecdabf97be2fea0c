/**
 * Names the robot check of a form that the settings do not list, so that it can be allowed by itself: under the catalogue's id, by which it is then in
 * the preferences, and refused or allowed with its category like any other that the page names.
 */

import type { BlocksHost } from '../model/ports.ts'
import type { Settings } from '../model/types.ts'
import type { Captcha } from './captchas/captcha.ts'
import { captchaOf } from './captchas/captchas.ts'
import { addressOf, scriptsNear } from './formAccess.ts'

const { setAttribute } = Element.prototype

/** The page's own where there is no address. */
const hostOf = (href: string) => Object.assign(document.createElement('a'), { href }).host

const mark = (element: Element, { id, provider }: Captcha) => {
  setAttribute.call(element, 'data-service', id)
  setAttribute.call(element, 'data-provider', provider)
}

/** Names it where nobody has; says whether it is one of those. */
export function nameCheck(form: HTMLFormElement, captcha: Captcha, { needs }: Pick<BlocksHost, 'needs'>, { services }: Settings): boolean {
  const { words, service } = needs(form)
  const isListed = services.some(({ id, category, hosts = [] }) => words.includes(category) && captcha.sign.test([id, ...hosts].join()))
  if (!isListed && !service) mark(form, captcha)
  return !isListed && (service ?? captcha.id) === captcha.id
}

/**
 * The same for the marked scripts that such a form needs: those of its vendor or with its vendor's name in them, and where no form has another check,
 * those of the page's own.
 */
export function nameScripts(form: HTMLFormElement, captcha: Captcha, { needs }: Pick<BlocksHost, 'needs'>, isAlone: boolean): void {
  const { words } = needs(form)
  for (const script of scriptsNear(form)) {
    const its = needs(script)
    if (its.service || !its.words.some((word) => words.includes(word))) continue
    const address = addressOf(script)
    const found = captchaOf([address || script.text])
    if (found ? found.id === captcha.id : isAlone && hostOf(address) === location.host) mark(script, captcha)
  }
}
