/** What every part of the page shares. */

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Configuration } from '../../src/model/settings.ts'
import type { Texts } from '../../src/model/types.ts'
import { at, set } from './edit.ts'
import type { Mistake } from './problems.ts'
import { empty, type State } from './state.ts'
import type { Update } from './useAddress.ts'

export interface Shared {
  readonly state: State
  readonly update: Update
  readonly mistakes: readonly Mistake[]
  /** The library's own texts in the language chosen, once they are here. */
  readonly texts: Texts
  /** Says something in the live region. */
  readonly say: (text: string) => void
}

export const Context = createContext<Shared>({ state: empty, update() {}, mistakes: [], texts: {}, say() {} })

export const useShared = (): Shared => useContext(Context)

/** The configuration, and how to change it. */
export function useConfiguration(): readonly [Configuration, (next: Configuration, key?: string) => void] {
  const { state, update } = useShared()
  return [state.configuration, (configuration, key) => update({ ...state, configuration }, key)]
}

/** One value of the configuration. */
export function useValue(path: readonly (string | number)[]): readonly [unknown, (value: unknown, typed?: boolean) => void] {
  const [configuration, change] = useConfiguration()
  return [at(configuration, path), (value, typed) => change(set(configuration, path, value), typed ? path.join('.') : undefined)]
}

/** What is wrong at a path or below it. */
export function useMistakes(path: string | undefined): readonly Mistake[] {
  const { mistakes } = useShared()
  return path === undefined
    ? []
    : mistakes.filter((one) => one.path === path || one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[`))
}
