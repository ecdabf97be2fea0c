// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readText } from '../../../src/tools/readText.ts'

const folder = mkdtempSync(join(tmpdir(), 'toestemming-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.each(['{ "owner": "Café" }', ''])('what an editor on Windows puts in front of a file is not in its text: %s', (text) => {
  const path = join(folder, 'configuratie.json')
  writeFileSync(path, `\uFEFF${text}`)
  expect(readText(path)).toBe(text)
  writeFileSync(path, text)
  expect(readText(path)).toBe(text)
})

it('a file that is not there is an error', () => {
  expect(() => readText(join(folder, 'weg.json'))).toThrow('weg.json')
})
