import { expect, it } from 'vitest'
import { cutOff } from '../../../src/gate/cutOff.ts'

it('nothing may leave for another origin any more, by request, image or frame', () => {
  cutOff()
  const policy = document.head.lastElementChild as HTMLMetaElement
  expect(policy.httpEquiv).toBe('Content-Security-Policy')
  const directives = Object.fromEntries(policy.content.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]))
  // Scripts, styles, images, frames and requests: what has no rule of its own follows the default.
  expect(Object.keys(directives)).toEqual(['default-src', 'form-action'])
  for (const name of ['default-src', 'form-action']) expect(directives[name]).toContain("'self'")
  expect(policy.content).not.toMatch(/https?:|\*/)
})
