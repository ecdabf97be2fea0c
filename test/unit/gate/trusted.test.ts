import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const kinds = ['createHTML', 'createScript', 'createScriptURL'] as const
const load = async () => (await import('../../../src/gate/trusted.ts')).trusted

beforeEach(() => void vi.resetModules())
afterEach(() => void vi.unstubAllGlobals())

it.each(kinds)('text of %s is given back as it is where there are no trusted types', async (kind) => {
  expect((await load())(kind, '<b>')).toBe('<b>')
})

it.each(kinds)('text of %s is taken from one policy, named toestemming, which changes nothing', async (kind) => {
  const createPolicy = vi.fn((_name: string, rules: Record<string, (text: string) => string>) =>
    Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, (text: string) => ({ trusted: name, text: rule(text) })])),
  )
  vi.stubGlobal('trustedTypes', { createPolicy })
  const trusted = await load()
  expect(createPolicy).not.toHaveBeenCalled()
  for (const text of ['<b>', '/x.js']) expect(trusted(kind, text)).toEqual({ trusted: kind, text })
  expect(createPolicy.mock.calls).toEqual([['toestemming', expect.anything()]])
})

it('text is given back as it is where the page lets nobody make that policy', async () => {
  vi.stubGlobal('trustedTypes', {
    createPolicy() {
      throw new TypeError('Policy "toestemming" disallowed.')
    },
  })
  const trusted = await load()
  expect(trusted('createScript', '1')).toBe('1')
  expect(trusted('createHTML', '<b>')).toBe('<b>')
})
