/** Every text of each locale, its parts together again. */

import { readdirSync, readFileSync } from 'node:fs'
import type { Texts } from '../../src/model/types.ts'

const read = (name: string): Texts => JSON.parse(readFileSync(`locales/${name}`, 'utf8'))

/** The folders of `locales/` that have a file for each. */
export const parts = ['', 'panels/', 'table/', 'blocks/', 'forms/', 'gpc/', 'network/'] as const

/** The names of the files in one of those folders. */
export const filesOf = (part: (typeof parts)[number]): string[] =>
  readdirSync(`locales/${part}`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))

export const locale = (name: string): Texts => Object.assign({}, ...parts.map((part) => read(`${part}${name}.json`)))

/** By the name of the file. */
export const locales: Readonly<Record<string, Texts>> = Object.fromEntries(filesOf('').map((name) => [name, locale(name)]))

/** The trigger's words by language. */
export const labels: Texts = { ...read('trigger/labels.json'), ...read('trigger/more.json') }
