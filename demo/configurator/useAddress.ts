/** State that lives in the page's address: every change is a step of the browser's own back and forward. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { decode, encode, type State } from './state.ts'

/** Changes with the same key one after another, such as the letters of one field, are one step. */
export type Update = (next: State, key?: string) => void

/** Browsers take no more than so many changes of an address at a time. */
const calm = 250

export function useAddress(): readonly [State, Update] {
  const [state, setState] = useState(() => decode(location.hash))
  const last = useRef<{ key: string | undefined; written: boolean; timer: ReturnType<typeof setTimeout> | undefined; state: State }>({
    key: undefined,
    written: true,
    timer: undefined,
    state,
  })

  const write = useCallback(() => {
    const { current } = last
    clearTimeout(current.timer)
    if (current.written) return
    current.written = true
    const hash = encode(current.state)
    history.replaceState(null, '', `${location.pathname}${location.search}${hash && `#${hash}`}`)
  }, [])

  const update = useCallback<Update>(
    (next, key) => {
      const { current } = last
      const continues = key !== undefined && key === current.key
      if (!continues) {
        write()
        // A step of its own, whose address follows.
        history.pushState(null, '')
      }
      current.key = key
      current.state = next
      current.written = false
      clearTimeout(current.timer)
      current.timer = setTimeout(write, continues ? calm : 0)
      setState(next)
    },
    [write],
  )

  useEffect(() => {
    const arrive = () => {
      const { current } = last
      clearTimeout(current.timer)
      current.written = true
      current.key = undefined
      current.state = decode(location.hash)
      setState(current.state)
    }
    addEventListener('popstate', arrive)
    addEventListener('hashchange', arrive)
    addEventListener('pagehide', write)
    return () => {
      removeEventListener('popstate', arrive)
      removeEventListener('hashchange', arrive)
      removeEventListener('pagehide', write)
    }
  }, [write])

  return [state, update]
}
