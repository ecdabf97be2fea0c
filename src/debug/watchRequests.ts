/** What the page asks of other hosts, from its beginning: what the browser has fetched, and what the page's policy has stopped. */

export interface Request {
  readonly url: URL
  /** What asked: `script`, `img`, `css`, `fetch`, …, as the browser names it. */
  readonly kind: string
  /** Milliseconds since the page began. */
  readonly time: number
}

export interface Violation {
  readonly url: URL | undefined
  /** What the browser says was blocked, when that is no address: `inline`, `eval`, `trusted-types-policy`, … */
  readonly blocked: string
  readonly directive: string
  readonly time: number
}

export function watchRequests(request: (found: Request) => void, violation: (found: Violation) => void): () => void {
  const read = (list: readonly PerformanceEntry[]) => {
    for (const { name, initiatorType: kind, startTime: time } of list as readonly PerformanceResourceTiming[]) {
      const url = parse(name)
      // What we hold is sent nowhere, to this very address.
      if (url && /^http/.test(url.protocol) && url.host !== location.host && url.hostname !== '0.0.0.0') request({ url, kind, time })
    }
  }
  const heard = (event: SecurityPolicyViolationEvent) => {
    const { blockedURI, effectiveDirective, disposition } = event
    if (disposition !== 'report')
      violation({ url: parse(blockedURI), blocked: blockedURI, directive: effectiveDirective, time: performance.now() })
  }
  document.addEventListener('securitypolicyviolation', heard)
  let observer: PerformanceObserver | undefined
  try {
    observer = new PerformanceObserver((list) => read(list.getEntries()))
    observer.observe({ type: 'resource', buffered: true })
  } catch {
    // A browser without it says nothing of requests.
  }
  return () => {
    document.removeEventListener('securitypolicyviolation', heard)
    observer?.disconnect()
  }
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
