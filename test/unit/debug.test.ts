import { afterEach, expect, it, vi } from 'vitest'
import '../support/selectors.ts'
import { startDebug } from '../../src/debug.ts'
import { createConsent } from '../../src/index.ts'

afterEach(() => {
  localStorage.clear()
  vi.restoreAllMocks()
})

it('from npm the same check runs with the configuration that is given', async () => {
  for (const name of ['group', 'error', 'warn', 'info'] as const) vi.spyOn(console, name).mockReturnValue()
  document.body.innerHTML = '<img data-consent="analitics" data-src="/a.gif" alt="">'
  const configuration = { services: [{ id: 'survey', category: 'analytics', provider: 'Bureau X' }] }
  const consent = createConsent(configuration)
  const debug = startDebug(consent, configuration)
  expect(debug.report()).toBeUndefined()
  await vi.waitFor(
    () => expect(debug.report()?.findings).toContainEqual(expect.objectContaining({ level: 'error', topic: 'Page' })),
    15_000,
  )
  expect(debug.report()?.services).toEqual([
    { service: 'survey', name: 'Bureau X', category: 'analytics', granted: false, why: 'never asked, or not answered yet', requests: 0 },
  ])
  expect(debug.report()?.elements).toMatchObject([{ state: 'held', why: 'there is no category "analitics"' }])
  expect((window as { toestemmingDebug?: unknown }).toestemmingDebug).toBe(debug)
  debug.stop()
  consent.destroy()
}, 20_000)
