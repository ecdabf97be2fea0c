import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { version } from '../../../src/model/version.ts'

it('the version is the package’s', () => {
  expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})
