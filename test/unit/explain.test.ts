import { afterEach, expect, it, vi } from 'vitest'
import { report } from '../../src/explain.ts'

afterEach(() => void vi.restoreAllMocks())

it('what is wrong is told in one console error, and once', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue()
  const one = { path: 'owner', found: 5, expected: 'text' }
  const other = { path: 'services[0]', found: 'matomoo', expected: 'catalogue' }
  report([one])
  expect(error).toHaveBeenCalledTimes(1)
  report([one])
  expect(error).toHaveBeenCalledTimes(1)
  report([one, other])
  await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(2))
  expect(error.mock.lastCall?.[0]).toContain('Did you mean "matomo"?')
  expect(error.mock.lastCall?.[0]).not.toContain('owner')
  report([])
  expect(error).toHaveBeenCalledTimes(2)
})
