/** Pages with forms of our own making, on the demo's web with its imitated vendors under their real names. */

import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { action, bannerAppears, find, noBanner, pressInShadow, view } from '../../support/browser.ts'
import type { Demo } from '../../support/demo.ts'
import { html } from '../../support/site.ts'
import { until } from '../../support/until.ts'

export const host = 'formulier.example'

const service = (id: string, provider: string, hosts: readonly string[], cookies: readonly object[] = []) => ({
  id,
  provider,
  category: 'recaptcha',
  purpose: 'Houdt robots tegen.',
  hosts,
  cookies,
  privacy: 'https://privacy.example/',
})
export const services = {
  google: service(
    'google-recaptcha',
    'Google',
    ['www.google.com/recaptcha', 'www.recaptcha.net/recaptcha', 'www.gstatic.com/recaptcha'],
    [
      { name: '_grecaptcha', duration: 'persistent', storage: 'local' },
      { name: 'rc::*', duration: 'persistent', storage: 'local', party: 'third' },
      { name: 'rc::*', duration: 'session', storage: 'session', party: 'third' },
    ],
  ),
  hcaptcha: service('hcaptcha', 'hCaptcha', ['hcaptcha.com']),
  turnstile: service('turnstile', 'Cloudflare', ['challenges.cloudflare.com']),
}

export const fields = `<label>Naam <input name="naam" required></label><label>Bericht <textarea name="bericht"></textarea></label>`

/** Puts a page on the site and gives its address. What is sent to `/verzonden` is in the log. */
export const put = (
  web: Demo,
  body: string,
  { config = {}, head = '', at = host }: { config?: object; head?: string; at?: string } = {},
): string => {
  const shared = { owner: 'Voorbeeld BV', links: { contact: '/bellen' }, ui: { trigger: 'none' } }
  web.addPage(at, '/verzonden', '<!doctype html><html lang="nl"><title>Verzonden</title><p>Bedankt.</p></html>')
  const [first] = Object.values(services)
  web.addPage(at, '/', html({ config: { ...shared, services: [first], ...config }, head, body: `<main><h1>Contact</h1>${body}</main>` }))
  return `https://${at}/`
}

/** What was asked of others, as host and path, in order. */
export const asked = (web: Demo): string[] =>
  web.log.filter((one) => !one.host.endsWith(host)).map(({ host: at, path }) => at + path.replace(/\/rcv\/.*/, ''))

/** What was sent, as fields. */
export const sent = (web: Demo): Record<string, string>[] =>
  web.log
    .filter(({ method, path }) => method === 'POST' && path === '/verzonden')
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)))

export const refuse = async (page: Page) => {
  await bannerAppears(page)
  await pressInShadow(page, action('reject-all'), { within: view('banner') })
  await noBanner(page)
}

export const notice = (page: Page) => find(page, view('form'))

/** Fills in the form, presses what sends it, and then what the notice offers, with the keyboard. */
export const sendAndAllow = async (page: Page, web: Demo, button = '[type=submit]') => {
  await notice(page)
  await page.type('[name=naam]', 'Sanne de Proef')
  await page.type('[name=bericht]', 'Wat kost het?')
  for (let time = 0; time < 5; time++) await page.click(button)
  await until('the focus is on the one button', () => focusedAction(page).then((found) => found?.startsWith('grant:')))
  expect(asked(web)).toEqual([])
  expect(sent(web)).toEqual([])
  await page.keyboard.press('Enter')
}

export const focusedAction = (page: Page) =>
  page.evaluate(() => (document.activeElement?.shadowRoot?.activeElement as HTMLElement | undefined)?.dataset.toestemmingAction)

export const oneSent = async (web: Demo) => {
  await until('it has been sent', () => sent(web).length > 0)
  return sent(web)[0] ?? {}
}

export const tick = async (page: Page, frame: RegExp, box: string) => {
  const found = await until('the frame is there', () => page.frames().find((one) => frame.test(one.url())))
  await (await until('the box is there', () => found.$(box))).click()
}
