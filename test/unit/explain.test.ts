import { afterEach, expect, it, vi } from 'vitest'
import { report } from '../../src/explain.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

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

it.each([
  [{ path: 'services[1]', found: 'matomo', expected: 'catalogue' }, 'check the folder "catalogue" beside toestemming.js'],
  [{ path: 'data-config', found: '/absent.json', expected: 'url' }, 'check that the file is served'],
])(
  'a file that does not come is told a second later, for a page that is being left stops what it waits for: %o',
  async (problem, words) => {
    const error = vi.spyOn(console, 'error').mockReturnValue()
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    report([problem])
    await vi.dynamicImportSettled()
    await vi.advanceTimersByTimeAsync(900)
    expect(error).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(100)
    expect(error).toHaveBeenCalledTimes(1)
    expect(error.mock.lastCall?.[0]).toContain(words)
    expect(error.mock.lastCall?.[0]).not.toContain('Did you mean')
  },
)
