/** Reads and mirrors the record; writing the cookie and erasing are loaded when needed. Storage that is blocked is an empty one. */

import { decode, encode, newest } from '../model/codec.ts'
import type { Store } from '../model/ports.ts'
import type { ConsentRecord, Settings } from '../model/types.ts'
import type { Storage } from './storage.ts'

/** @param load the lazy part; a failure leaves the mirror, from which the cookie is restored later */
export function createStore(load: () => Promise<Storage>, now: () => number): Store {
  let storage: Storage | undefined
  const loaded = async () => (storage ??= await load())

  /** With the lazy part here the cookie is written at once, so that leaving the page cannot lose it. */
  const writeCookie = (settings: Settings, record: ConsentRecord) => {
    if (storage) storage.writeCookie(settings, encode(record), record.oldest)
    else void loaded().then(() => writeCookie(settings, record), () => {})
  }

  return {
    read(settings) {
      const { name } = settings.cookie
      const mirror = mirrored(name)
      const stored = cookies(name)
      const record = newest([mirror, ...stored].map((value) => decode(value, now(), settings.validDays)))
      if (record) {
        const text = encode(record)
        // Browsers that shorten the life of cookies written by script keep the mirror longer.
        if (!stored.includes(text)) writeCookie(settings, record)
        if (mirror !== text) keepMirror(name, text)
      }
      return record
    },
    write(settings, record) {
      keepMirror(settings.cookie.name, encode(record))
      writeCookie(settings, record)
    },
    prepare: () => void loaded().catch(() => {}),
    watch(settings, changed) {
      const onStorage = (event: StorageEvent) => event.key === settings.cookie.name && changed()
      const onShow = () => document.visibilityState === 'visible' && changed()
      addEventListener('storage', onStorage)
      addEventListener('pageshow', onShow)
      document.addEventListener('visibilitychange', onShow)
      return () => {
        removeEventListener('storage', onStorage)
        removeEventListener('pageshow', onShow)
        document.removeEventListener('visibilitychange', onShow)
      }
    },
    async erase(settings, services, kept) {
      ;(await loaded()).erase(settings.cookie.name, services, kept)
    },
  }
}

/** Every cookie of this name: one of the host and one of a parent domain can both be there. */
function cookies(name: string): string[] {
  try {
    return document.cookie
      .split('; ')
      .filter((pair) => pair.startsWith(`${name}=`))
      .map((pair) => pair.slice(name.length + 1))
  } catch {
    return []
  }
}

function mirrored(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keepMirror(name: string, text: string): void {
  try {
    localStorage.setItem(name, text)
  } catch {
    // Blocked or full: the cookie, or else the page's memory, holds the choice.
  }
}
