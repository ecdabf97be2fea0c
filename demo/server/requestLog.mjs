/** Every request that was asked of any host: an array to read, with a way to wait for what is still to come. */

/** @typedef {{ time: number, protocol: string, host: string, method: string, path: string, query: Record<string, string>, url: string,
 *   referer: string, cookies: Record<string, string>, headers: Record<string, string | string[] | undefined>, body: string,
 *   type: string, site: string | null, provider: string | null, own: boolean, fromVendor: boolean, unknown: boolean, status: number
 * }} LogEntry */

/**
 * A filter is a host (`www.google.com`, also `*.google.com`), a host with the start of a path (`www.google.com/recaptcha`),
 * a pattern tested on the whole address, or a function of the entry.
 */
export function matches(filter, entry) {
  if (filter === undefined) return true
  if (typeof filter === 'function') return Boolean(filter(entry))
  if (filter instanceof RegExp) return filter.test(entry.url)
  const slash = filter.indexOf('/')
  const host = slash < 0 ? filter : filter.slice(0, slash)
  const path = slash < 0 ? '' : filter.slice(slash)
  const sameHost = host.startsWith('*.') ? entry.host.endsWith(host.slice(1)) : entry.host === host
  return sameHost && entry.path.startsWith(path)
}

export function createLog() {
  const entries = []
  const listeners = new Set()

  function add(entry) {
    entries.push(entry)
    for (const listener of [...listeners]) listener(entry)
  }

  function clearLog() {
    entries.length = 0
  }

  /** Calls `listener` for each request to come; returns its undo. */
  function watch(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** What was asked so far. */
  const requests = (filter) => entries.filter((entry) => matches(filter, entry))

  /** The first request that fits, already made or still to come. */
  function waitForRequest(filter, { timeout = 5000 } = {}) {
    const found = entries.find((entry) => matches(filter, entry))
    if (found) return Promise.resolve(found)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`No request for ${filter} within ${timeout} ms. Asked: ${entries.map(({ url }) => url).join(', ') || 'nothing'}`))
      }, timeout)
      const stop = watch((entry) => {
        if (!matches(filter, entry)) return
        clearTimeout(timer)
        stop()
        resolve(entry)
      })
    })
  }

  /** Resolves once nothing was asked for `milliseconds` in a row, with everything asked so far. */
  function quiet(milliseconds = 300) {
    return new Promise((resolve) => {
      let timer
      const stop = watch(restart)
      function restart() {
        clearTimeout(timer)
        timer = setTimeout(() => {
          stop()
          resolve([...entries])
        }, milliseconds)
      }
      restart()
    })
  }

  return { log: entries, add, clearLog, watch, requests, waitForRequest, quiet }
}
