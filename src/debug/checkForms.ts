/** Forms that wait for a spam check. */

import { addressesOf, urlOf } from '../gate/embeds.ts'
import { suggest } from '../model/explain.ts'
import type { Context } from './context.ts'
import type { Finding } from './finding.ts'
import { identity } from './identity.ts'
import { written } from './paste.ts'

/** Where a widget goes. */
const places = '.g-recaptcha,.h-captcha,.cf-turnstile'
const checks = /recaptcha|hcaptcha\.com|challenges\.cloudflare\.com|friendlycaptcha/

export function checkForms(context: Context): Finding[] {
  const found: Finding[] = []
  const ids = context.settings.categories.map(({ id }) => id)
  for (const form of document.querySelectorAll<HTMLElement>('[data-consent-form]')) {
    const what = written(form)
    const say = (level: Finding['level'], key: string, text: string, paste?: string) =>
      found.push({ level, topic: 'Page', key: `form ${key} ${identity(form)}`, text, element: form, ...(paste && { paste }) })
    const words: readonly string[] = (form.dataset.consentForm ?? '').match(/\S+/g) ?? []
    if (form.localName !== 'form') {
      say('error', 'kind', `${what} has data-consent-form, which belongs on a <form>.`)
      continue
    }
    if (!words.length)
      say('error', 'empty', `${what} has an empty data-consent-form, so it can never be sent. Write data-consent-form="recaptcha".`)
    for (const id of words)
      if (!context.isCategory(id))
        say(
          'error',
          `category ${id}`,
          `data-consent-form="${id}" can never be sent: there is no such category. ${suggest(id, ids)}Use one of: ${ids.join(', ')}.`,
        )
    if (!form.hasAttribute('action'))
      say(
        'note',
        'action',
        `${what} has no action, so it is sent to this page itself. Fine if a script sends it; otherwise add action="…".`,
      )
    const buttons = '[type=submit],[type=image],button:not([type])'
    if (!form.querySelector(buttons) && !(form.id && document.querySelector(`[form="${CSS.escape(form.id)}"]`)))
      say('warning', 'button', `${what} has no submit button, so a visitor cannot send it. Add <button>…</button>.`)
    if (!context.settings.links.contact && !form.querySelector('[data-consent-contact]') && !context.service(form.dataset.service)?.exempt)
      say(
        'warning',
        'contact',
        `${what} has no other way to get in touch for who refuses the check. Add "links": { "contact": "…" } to the configuration, or put in the form:`,
        '<p data-consent-contact hidden>…</p>',
      )
    if (form.querySelector('toestemming-block')?.shadowRoot?.querySelector('[data-toestemming-action=retry]'))
      say(
        'warning',
        'failed',
        `The spam check of ${what} did not come within 10 seconds, or gave no answer. The visitor is told in the form. Check the site key.`,
      )
    if (!words.includes('recaptcha')) continue
    if (!form.querySelector(places) && !form.dataset.sitekey && document.querySelector(places)?.closest('[data-consent-form]'))
      say(
        'warning',
        'place',
        `${what} has no place for the spam check, and another form has: a check counts for its own form only. Put in it:`,
        '<div class="g-recaptcha" data-sitekey="…"></div>',
      )
    const id = form.querySelector(places)?.id
    if (id && document.getElementById(id)?.closest('form') !== form)
      say('warning', 'same', `id="${id}" is in two forms: only the first gets its spam check.`)
    const scripts = [...document.querySelectorAll<HTMLElement>('script')]
    for (const template of document.querySelectorAll('template')) scripts.push(...template.content.querySelectorAll('script'))
    const loads = scripts.some(
      (script) =>
        addressesOf(script).some((address) => checks.test(address)) ||
        (!script.dataset.toestemming && checks.test(script.textContent ?? '')),
    )
    if (!loads && !form.dataset.sitekey && !form.querySelector('[data-sitekey]'))
      say(
        'warning',
        'check',
        `${what} waits for a spam check, but nothing on this page loads one, and the form has no data-sitekey. Add the check, marked, or leave data-consent-form out. For reCAPTCHA:`,
        '<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/api.js" async></script>',
      )
    for (const script of document.scripts) {
      const url = urlOf(script.getAttribute('src') ?? 'x:')
      if (
        url &&
        checks.test(url.href) &&
        url.host !== location.host &&
        !script.dataset.consent &&
        context.declared(url) === undefined &&
        !context.likely(url)
      )
        say(
          'error',
          `script ${url.href}`,
          `${written(script)} loads the spam check before there is consent. Mark it with data-consent="recaptcha".`,
        )
    }
  }
  return found
}
