import { expect, it } from 'vitest'
import { cutOff } from '../../../src/gate/cutOff.ts'

it('nothing may leave for another origin any more, by request, image or frame', () => {
  cutOff()
  const policy = document.head.lastElementChild as HTMLMetaElement
  expect(policy.httpEquiv).toBe('Content-Security-Policy')
  const directives = Object.fromEntries(policy.content.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]))
  for (const name of ['connect-src', 'img-src', 'frame-src']) expect(directives[name]).toContain("'self'")
  expect(policy.content).not.toMatch(/https?:|\*/)
})
