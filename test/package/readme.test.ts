/** The README's numbers are the build's. */

import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const size = (file: string) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length
/** The largest of a folder of locales. */
const locale = (folder: string) =>
  Math.max(
    ...readdirSync(`dist/${folder}`)
      .filter((name) => name.endsWith('.js'))
      .map((name) => size(`${folder}/${name}`)),
  )

/** Those in Dutch; the larger of its registers. */
const dutch = (folder: string) => Math.max(...['nl-je', 'nl-u'].map((name) => size(`${folder}/${name}.js`)))

/** The bytes that the README's table gives for the row of this name. */
const told = (row: string): number => {
  const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  return Number(rows.find((cells) => cells[1] === row)?.[3])
}

test.each([
  ['`toestemming.js`', () => size('toestemming.js')],
  ['`later.js`', () => size('later.js')],
  ['`release.js`', () => size('release.js')],
  ['`embeds.js`', () => size('embeds.js')],
  ['`share.js`', () => size('share.js')],
  ['`application.js`', () => size('application.js')],
  ['`decisions.js`', () => size('decisions.js')],
  ['`ui.js`', () => size('ui.js')],
  ['`low.js`', () => size('low.js')],
  ['`panels.js`', () => size('panels.js')],
  ['the banner’s texts', () => dutch('locales')],
  ['the panels’ texts', () => dutch('locales/panels')],
  ['the placeholders’ texts', () => dutch('locales/blocks')],
  ['the forms’ texts', () => dutch('locales/forms')],
  ['`ui.js`, `panels.js` and their texts together', () => size('ui.js') + size('panels.js') + dutch('locales') + dutch('locales/panels')],
  ['`storage.js`', () => size('storage.js')],
  ['`blocks.js`', () => size('blocks.js')],
  ['`placeholders.js`', () => size('placeholders.js')],
  ['`box.js`', () => size('box.js')],
  ['`forms.js`', () => size('forms.js')],
  ['`explain.js`', () => size('explain.js')],
  ['`debug.js`', () => size('debug.js')],
  ['`debug-checks.js`', () => size('debug-checks.js')],
  ['`catalogue-index.js`', () => size('catalogue-index.js')],
  ['`network.js`', () => size('network.js')],
  ['`review.js`', () => size('review.js')],
  ['`signals.js`', () => size('signals.js')],
  ['one vendor’s signal, `signals/<name>.js`', () => locale('signals')],
] as const)('the README tells the bytes of %s to within two in a hundred', (row, measured) => {
  expect(told(row)).toBeGreaterThan(measured() * 0.98)
  expect(told(row)).toBeLessThan(measured() * 1.02)
})

test('every locale file and every lazy part that the README names is in the build', () => {
  const names = [...readme.matchAll(/^\| `([\w.-]+\.js)`/gm)].map((match) => match[1])
  expect(names.length).toBeGreaterThan(5)
  const built = readdirSync('dist').filter((name) => name.endsWith('.js'))
  expect([...new Set(names)].sort()).toEqual(built.sort())
})
