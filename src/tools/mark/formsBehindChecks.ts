/** Which forms in a snippet are behind a robot check: by the widget in them, or by the code that asks for an answer when they are sent. */

import { attributeOf, endOf, type Tag, type Token, textOf } from './tokens.ts'

/** What marks the place of a widget, and whose it is. */
const widgets: Readonly<Record<string, string>> = {
  'g-recaptcha': 'google-recaptcha',
  'h-captcha': 'hcaptcha',
  'cf-turnstile': 'turnstile',
  'frc-captcha': 'friendly-captcha',
}
/** What looks for something on the site itself asks nobody. */
const searches = /\brole=["']?search|\btype=["']?search/i
/** Fields that an answer is put in. */
const fields = /captcha|turnstile/i

/**
 * @param checkOf the id of the robot check that a script is for, if any
 * @returns the check of each such form, by the place of its token
 */
export function formsBehindChecks(tokens: readonly Token[], checkOf: (script: Tag) => string | undefined): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  const forms = tokens.flatMap((token, place) => (isStart(token, 'form') ? [place] : []))
  for (const place of forms) {
    const check = within(tokens, place).flatMap((token) => widgetOf(token) ?? [])[0]
    if (check) found.set(place, check)
  }
  const codes = new Map<string, string>()
  for (const token of tokens) {
    const check = isStart(token, 'script') && checkOf(token)
    if (check) codes.set(check, `${codes.get(check) ?? ''}\n${token.content ?? ''}`)
  }
  for (const [check, code] of codes) {
    if ([...found.values()].includes(check)) continue
    const left = forms.filter((place) => !found.has(place) && !searches.test(within(tokens, place).map(textOf).join('')))
    const named = left.filter((place) => within(tokens, place).some((token) => isMeant(token, code)))
    // The code of a plug-in names none: then there is no doubt only where there is one form.
    for (const place of named.length || left.length > 1 ? named : left) found.set(place, check)
  }
  return found
}

const isStart = (token: Token, name: string): token is Tag => token.kind === 'start' && token.name === name

const within = (tokens: readonly Token[], place: number) => tokens.slice(place, endOf(tokens, place) + 1)

const widgetOf = (token: Token): string | undefined =>
  token.kind === 'start'
    ? widgets[/(?<![\w-])(g-recaptcha|h-captcha|cf-turnstile|frc-captcha)(?![\w-])/.exec(attributeOf(token, 'class') ?? '')?.[1] ?? '']
    : undefined

/** Whether the code speaks of this element, or the element of the code. */
function isMeant(token: Token, code: string): boolean {
  if (token.kind !== 'start') return false
  const [id, name, type] = ['id', 'name', 'type'].map((one) => attributeOf(token, one) ?? '') as [string, string, string]
  if (type === 'hidden' && fields.test(name)) return true
  const classes = (attributeOf(token, 'class') ?? '').split(/\s+/).filter(Boolean)
  // What many fields are called says nothing.
  const names = token.name === 'form' ? [id, name, ...classes.map((one) => `.${one}`)] : [id]
  const texts = code.match(/(["'`])(?:\\.|(?!\1)[^\\\n])*\1/g) ?? []
  const called = token.attributes.flatMap(([attribute, value]) =>
    attribute.startsWith('on') ? (value.match(/[\w$]+(?=\s*\()/g) ?? []) : [],
  )
  return (
    names.some((one) => one && texts.some((text) => RegExp(`(?<![\\w-])${escaped(one)}(?![\\w-])`).test(text))) ||
    called.some((one) => RegExp(`function\\s+${escaped(one)}\\b|\\b${escaped(one)}\\s*=`).test(code))
  )
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
