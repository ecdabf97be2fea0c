/** What the page's own policy (Content-Security-Policy) stops, of the library or of what the visitor has allowed. */

import { type Context, nameOf } from './context.ts'
import type { Finding } from './finding.ts'
import type { Violation } from './watchRequests.ts'

export function checkViolation({ url, blocked, directive }: Violation, context: Context): Finding | undefined {
  const policy = `the page’s Content-Security-Policy (${directive})`
  if (directive === 'trusted-types')
    return {
      level: 'error',
      topic: 'Page',
      key: `policy ${directive}`,
      text: `${policy[0]?.toUpperCase()}${policy.slice(1)} does not let the library make its policy. Add its name:`,
      paste: 'trusted-types toestemming',
    }
  if (url && context.folder && url.href.startsWith(context.folder))
    return {
      level: 'error',
      topic: 'Page',
      key: `policy ${directive}`,
      text: `${url.pathname} of the library is blocked by ${policy}, so what it does is missing. Allow it:`,
      paste: `${directive.replace(/-(elem|attr)$/, '')} ${url.origin === location.origin ? "'self'" : url.origin}`,
    }
  const service = context.declared(url)
  if (url && service && context.consent.has(service.id))
    return {
      level: 'warning',
      topic: 'Page',
      key: `policy ${directive} ${service.id}`,
      text: `${nameOf(service)} is granted, but ${url.host} is blocked by ${policy}. If visitors are to have it, allow it:`,
      paste: `${directive.replace(/-(elem|attr)$/, '')} ${url.origin}`,
    }
  if (!url && /^script-src/.test(directive) && blocked === 'inline')
    return {
      level: 'note',
      topic: 'Page',
      key: 'policy inline',
      text: `Inline code was blocked by ${policy}. Where it is marked code, give it the page’s nonce: nonce="…".`,
    }
  return undefined
}
