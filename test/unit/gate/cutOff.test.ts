import { afterEach, expect, it, vi } from 'vitest'
import { cutOff } from '../../../src/gate/cutOff.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.head.replaceChildren()
})

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

it('has what is open already say nothing more to other hosts, and goes on with the site’s own', () => {
  const sent: string[] = []
  class Socket {
    url: string
    constructor(url: string) {
      this.url = url
    }
    send(text: string) {
      sent.push(`${this.url} ${text}`)
    }
  }
  vi.stubGlobal('WebSocket', Socket)
  const [own, foreign] = [new Socket(`wss://${location.host}/chat`), new Socket('wss://teller.example/')]
  foreign.send('eerst')
  cutOff()
  own.send('daarna')
  foreign.send('daarna')
  expect(sent).toEqual(['wss://teller.example/ eerst', `wss://${location.host}/chat daarna`])
})
