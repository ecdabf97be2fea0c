/**
 * `npm run names -- 300`: looks for an order of the names of variables in `toestemming.js` that packs smaller, for so many seconds (default: 60), and
 * writes it to `rollup.config.mjs` where it has found one. For after a change of what that file is made of.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rollup } from 'rollup'
import configuration, { identifiers } from '../rollup.config.mjs'

const file = fileURLToPath(new URL('../rollup.config.mjs', import.meta.url))
const text = readFileSync(file, 'utf8')
const written = /const names = '(.+)'/
const seconds = Number(process.argv[2] ?? 60)

// Built once, with a place where each name comes.
const { get } = identifiers
identifiers.get = (index) => `zq${String(index).padStart(3, '0')}q`
const [entry] = configuration
const bundle = await rollup(entry)
const [{ code }] = (await bundle.generate(entry.output)).output
const pieces = code.split(/zq(\d{3})q/)

const weigh = (names) => {
  const filled = pieces.map((piece, index) => (index % 2 ? get(Number(piece), names) : piece)).join('')
  // As a property and its variable are written when they have one name.
  return gzipSync(filled.replace(/([{,])([\w$]+):\2(?=[,}])/g, '$1$2'), { level: 9 }).length
}

const names = [...written.exec(text)[1]]
const before = weigh(names)
let now = before
let best = { weight: before, names: names.join('') }
const begun = Date.now()
const pick = () => Math.floor(Math.random() * names.length)
for (let left = 1; left > 0; left = 1 - (Date.now() - begun) / seconds / 1000) {
  const [one, other] = [pick(), pick()]
  const swap = () => {
    ;[names[one], names[other]] = [names[other], names[one]]
  }
  swap()
  const weight = weigh(names)
  // A step back is taken less and less often: where every step leads up there is seldom the smallest of all.
  if (weight <= now || Math.random() < Math.exp((now - weight) / (2.5 * left))) now = weight
  else swap()
  if (now < best.weight) best = { weight: now, names: names.join('') }
}
console.log(`${before} bytes before, ${best.weight} now.`)
if (best.weight < before)
  writeFileSync(
    file,
    text.replace(written, () => `const names = '${best.names}'`),
  )
