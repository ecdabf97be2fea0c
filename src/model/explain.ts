/** Sentences about what is wrong in a configuration or in a page's markup. For developers; never in the visitor's first bytes. */

import type { Problem } from './check.ts'

const needs: Readonly<Record<string, string>> = {
  text: 'a text between quotes',
  'text?': 'a text between quotes, or null',
  flag: 'true or false',
  list: 'a list: [ … ]',
  object: 'an object: { … }',
  json: 'valid JSON: check the quotes and the last comma',
  url: 'the address of JSON: check that the file is served',
  catalogue: 'the id of a service in the catalogue: check the spelling, or write the service out with id, provider, category and hosts',
  file: 'an id whose file is served: check the folder "catalogue" beside toestemming.js',
  id: 'small letters, digits and hyphens only',
  host: 'a host name, such as example.com or example.com/path, without https://',
  before: 'before the tag that loads the library: after it, it is not read',
  unique: 'an id that no category or other service has: choose another one',
  code: 'another id: its short code is the same as another service’s',
  pattern:
    'a name without spaces, "<", ">" or "#", a "prefix*" of two characters or more ("_ga_*" for "_ga_<id>"), or an anchored pattern "/^…/", that matches neither everything nor nothing',
  duration: 'an ISO 8601 duration, such as P1Y, P50M or PT30M, or "session" or "persistent"',
  day: 'a day that there is, as YYYY-MM-DD, such as 2026-11-29; until then the cookie table tells none',
  claimed: 'listed with one service only, for the other one keeps it after a withdrawal: give one of them "cookies" without it',
  domain: 'this site’s own host name or a parent of it',
  late: 'written so that the browser waits: type="text/plain" on a script, data-src for src (data-href, …) on all else',
}

/** What a control on the page can ask for. */
const actions = ['open', 'accept-all', 'reject-all', 'withdraw', 'withdraw:<id>', 'grant:<id>']

/** A message with a line per problem: where, what was found, what belongs there, and the nearest name when it looks like a slip. */
export function explain(problems: readonly Problem[], catalogue: readonly string[] = []): string {
  const lines = problems.map((problem) => sentence(problem, catalogue))
  return lines.length > 1
    ? [
        `[toestemming] ${problems.every(({ expected }) => expected === 'claimed') ? 'Withdrawal is not complete' : 'Nothing is released'} until this is put right:`,
        ...lines,
      ].join('\n- ')
    : `[toestemming] ${lines[0]}`
}

function sentence(problem: Problem, catalogue: readonly string[]): string {
  const { path, found, expected } = problem
  if (expected === 'action') return sentence({ path, found, expected: actions }, catalogue)
  if (typeof expected !== 'string') {
    const key = path.split('.').pop() ?? path
    const isKey = !/category$|^id$|^data-/.test(path)
    const names = expected.filter((name) => name && name !== '*')
    const sought = isKey ? key : String(found)
    return `${path}: ${isKey ? `there is no key "${key}"` : `found ${show(found)}, which does not exist`}. ${suggest(sought, names)}Use one of: ${names.join(', ')}.`
  }
  const range = /^(\d+)-(\d+)$/.exec(expected)
  const choice = expected.includes('|') ? expected.split('|') : undefined
  const present = expected === 'catalogue' && catalogue.includes(found as string)
  const wanted = range
    ? `a whole number from ${range[1]} to ${range[2]}`
    : choice
      ? `one of ${choice.map((word) => `"${word}"`).join(', ')}`
      : (needs[present ? 'file' : expected] ?? expected)
  const hint = present ? '' : suggest(String(found), choice ?? (expected === 'catalogue' ? catalogue : []))
  return `${path || 'configuration'}: found ${show(found)}. ${hint}It should be ${wanted}.`
}

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : typeof value === 'string' ? `"${value}"` : JSON.stringify(value)
  return (text ?? typeof value).slice(0, 80)
}

/** What vendors, or those who use them, call it as well. */
const otherwise: Readonly<Record<string, string>> = {
  ga: 'google-analytics',
  ga4: 'google-analytics',
  gtag: 'google-analytics',
  gtm: 'google-tag-manager',
  adwords: 'google-ads',
  recaptcha: 'google-recaptcha',
  captcha: 'google-recaptcha',
  fbq: 'meta-pixel',
  'facebook-pixel': 'meta-pixel',
  meta: 'meta-pixel',
  'linkedin-pixel': 'linkedin-insight',
  clarity: 'microsoft-clarity',
  bing: 'microsoft-advertising',
  uet: 'microsoft-advertising',
  twitter: 'x',
  maps: 'google-maps',
  fonts: 'google-fonts',
  wp: 'wordpress',
}

/** `Did you mean "…"? ` when one of the names is meant by that word too, begins or ends with it, or is a slip of the pen away. */
export function suggest(word: string, names: readonly string[]): string {
  const small = word.toLowerCase().replace(/[\s_]+/g, '-')
  const part = names.filter((name) => `-${name.toLowerCase()}-`.includes(`-${small}-`))
  let best = names.find((name) => name === otherwise[small]) ?? (part.length === 1 ? part[0] : undefined) ?? ''
  // With every letter changed it is another word.
  let least = best ? 0 : Math.min(small.length, Math.max(2, Math.floor(word.length / 3)) + 1)
  for (const name of names) {
    const distance = edits(small, name.toLowerCase())
    if (distance < least) {
      least = distance
      best = name
    }
  }
  return best ? `Did you mean "${best}"? ` : ''
}

/** How many letters must be added, dropped or changed (Levenshtein). */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let left = 1; left <= from.length; left++) {
    const next = [left]
    for (let right = 1; right <= to.length; right++) {
      const change = (row[right - 1] ?? 0) + (from[left - 1] === to[right - 1] ? 0 : 1)
      next.push(Math.min(change, (row[right] ?? 0) + 1, (next[right - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
