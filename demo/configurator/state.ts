/** What an owner has filled in, and how it is kept in the page's address. Pure. */

import { checkConfiguration } from '../../src/model/checkConfiguration.ts'
import type { Configuration } from '../../src/model/settings.ts'

export interface Look {
  /** Colours as `#rrggbb`; absent: the library's own. */
  readonly accent?: string
  /** Text on the accent; absent: black or white, whichever can be read better. */
  readonly onAccent?: string
  /** A value of `font-family`. */
  readonly font?: string
  /** How round corners are, a length. */
  readonly corners?: string
  /** How much air there is inside, from .5 to 1.5. */
  readonly density?: string
}

export interface State {
  readonly configuration: Configuration
  readonly look: Look
  /** Vendors' code as it was pasted. */
  readonly pasted: string
  /** Where the library is on the owner's site. */
  readonly folder: string
}

/** The cookie that keeps the choice is listed like any other. */
export const empty: State = { configuration: { services: ['toestemming'] }, look: {}, pasted: '', folder: '/toestemming/' }

/** Browsers, and programs that pass on addresses, have their limits. */
export const isTooLong = ({ pasted }: State): boolean => pasted.length > 30_000

/** For the part of an address after `#`: nothing for a page on which nothing was filled in. */
export function encode(state: State): string {
  const text = JSON.stringify(isTooLong(state) ? { ...state, pasted: '' } : state)
  if (text === JSON.stringify(empty)) return ''
  const bytes = [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('')
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** What cannot be read is a page on which nothing was filled in. */
export function decode(hash: string): State {
  try {
    const bytes = atob(hash.replace(/^#/, '').replace(/-/g, '+').replace(/_/g, '/'))
    const found: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))),
    )
    if (!isObject(found) || !isConfiguration(found.configuration)) return empty
    const { configuration, look, pasted, folder } = found
    return {
      configuration,
      look: isObject(look) ? onlyTexts(look, ['accent', 'onAccent', 'font', 'corners', 'density']) : {},
      pasted: typeof pasted === 'string' ? pasted : '',
      folder: typeof folder === 'string' ? folder : empty.folder,
    }
  } catch {
    return empty
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const onlyTexts = (object: Record<string, unknown>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (typeof object[name] === 'string' ? [[name, object[name]]] : [])))

/** Of the right kinds throughout: what is wrong in it otherwise can be shown, and put right. */
const isConfiguration = (value: unknown): value is Configuration =>
  checkConfiguration(value, { hostname: '', catalogue: {} }).every(
    ({ expected, found, path }) =>
      !['list', 'object', 'flag', 'text?'].includes(String(expected)) &&
      !(expected === 'text' && found !== undefined) &&
      !(Array.isArray(expected) && !path.endsWith('.category')),
  )
