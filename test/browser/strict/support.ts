/** Pages under the strictest policy the library promises to work under, and all that a browser says when something breaks it. */

import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { messagesOf } from '../../support/browser.ts'
import { type PageParts, put, run } from '../../support/site.ts'
import type { Web } from '../../support/web.ts'

export const nonce = 'n0nce'

/** The vendors' own hosts are allowed, so that what is reported is the library's doing. */
export const policy = [
  "default-src 'self'",
  `script-src 'nonce-${nonce}' 'strict-dynamic'`,
  `style-src 'self' 'nonce-${nonce}'`,
  "img-src 'self' https://ads.example https://bericht.example",
  'frame-src https://film.example https://bericht.example',
  "require-trusted-types-for 'script'",
  'trusted-types toestemming',
  'report-uri /report',
].join('; ')

export const strictTag = `<script nonce="${nonce}" src="/toestemming/toestemming.js"></script>`

/** For `before`: notes every violation from the very start. */
export const watchViolations = `window.violations = []
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber, columnNumber }) =>
  violations.push([effectiveDirective, blockedURI, sample, sourceFile, lineNumber, columnNumber].join(' ')), true)`

export const putStrict = (web: Web, path: string, parts: PageParts): string => {
  web.addPage('site.example', '/report', '', { ':status': '204' })
  return put(web, path, { tag: strictTag, ...parts }, { 'content-security-policy': policy })
}

/** Neither the page, nor the console, nor the server that is reported to has heard of a violation, and nothing was left uncaught. */
export const expectNoViolation = async (page: Page, web: Web) => {
  expect(await run(page, 'window.violations')).toEqual([])
  expect(
    messagesOf(page).filter(({ type, text }) => type === 'uncaught' || /security.policy|trusted ?(types|script|html)/i.test(text)),
  ).toEqual([])
  expect(web.log.filter(({ path }) => path === '/report')).toEqual([])
}
