import { afterEach, expect, it, vi } from 'vitest'
import { attempt } from '../../../src/model/attempt.ts'

afterEach(() => void vi.unstubAllGlobals())

it('runs a task', () => {
  const task = vi.fn()
  attempt(task)
  expect(task).toHaveBeenCalledOnce()
})

it('reports what a task throws, and goes on', () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const error = new Error('theirs')
  attempt(() => {
    throw error
  })
  expect(report.mock.calls).toEqual([[error]])
})
