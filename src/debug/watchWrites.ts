/** Notes which script writes a cookie or a storage key: afterwards nobody can tell. It stands between, and passes all on. */

export interface Writes {
  /** The address of the script that wrote this name last; empty for inline code, nothing where it was not seen. */
  writerOf(storage: 'cookie' | 'local' | 'session', name: string): string | undefined
  stop(): void
}

/** @param changed called after each write */
export function watchWrites(changed: () => void): Writes {
  const writers = new Map<string, string>()
  const undo: (() => void)[] = []

  const stand = (target: object, key: string, kind: 'value' | 'set', note: (own: unknown, values: readonly unknown[]) => void) => {
    const found = Object.getOwnPropertyDescriptor(target, key)
    const native = found?.[kind]
    if (!found?.configurable || !native) return
    const proxy = new Proxy(native, {
      apply(_, own, values) {
        try {
          note(own, values)
        } catch {
          // What we cannot note is written all the same.
        }
        return Reflect.apply(native, own, values)
      },
    })
    Object.defineProperty(target, key, { ...found, [kind]: proxy })
    undo.push(() => Object.defineProperty(target, key, found))
  }
  const keep = (storage: string, name: string) => {
    writers.set(`${storage} ${name}`, caller(new Error().stack ?? ''))
    changed()
  }

  try {
    stand(Document.prototype, 'cookie', 'set', (_, [text]) => keep('cookie', `${text}`.split('=')[0]?.trim() ?? ''))
    stand(Storage.prototype, 'setItem', 'value', (own, [name]) => keep(own === sessionStorage ? 'session' : 'local', `${name}`))
  } catch {
    // Storage that is blocked throws when it is touched.
  }
  return {
    writerOf: (storage, name) => writers.get(`${storage} ${name}`),
    stop() {
      for (const one of undo) one()
    },
  }
}

/** The address of the script that called us, from the text of a stack; empty for code in the page itself. */
export function caller(stack: string): string {
  const addresses = stack.match(/\w+:\/\/[^\s()]+?(?=:\d+(:\d+)?\)?(\s|$))/g) ?? []
  const own = addresses[0]
  const found = addresses.find((address) => address !== own) ?? ''
  return found.split('#')[0] === location.href.split('#')[0] ? '' : found
}
