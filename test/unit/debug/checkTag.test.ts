import { afterEach, expect, it } from 'vitest'
import { checkTag } from '../../../src/debug/checkTag.ts'
import { lines, showPage } from './support.ts'

afterEach(() => document.head.replaceChildren())

const tag = '<script src="/toestemming/toestemming.js"></script>'
const config = '<script type="application/json" data-toestemming="config">{}</script>'
const check = (head: string, present = true) => {
  showPage('')
  document.head.innerHTML = head
  return lines(checkTag(present)).filter((text) => !text?.includes('over http'))
}

it.each([
  ['no tag', '', false, /^error: toestemming\.js is not on this page, so nothing is held.* \| <script src=/],
  ['async', '<script async src="/toestemming/toestemming.js"></script>', true, /^error: .* has async: it comes too late/],
  ['defer', '<script defer src="/toestemming/toestemming.js"></script>', true, /^error: .* has defer/],
  ['a module', '<script type="module" src="/toestemming/toestemming.js"></script>', false, /has type="module".*does not start/],
  ['a file that is not there', tag, false, /^error: .* there is no window\.toestemming/],
  ['two tags', tag + tag, true, /^warning: toestemming\.js is loaded 2 times/],
  ['a vendor before it', `<script src="https://meter.example/m.js"></script>${tag}`, true, /^error: <script .* comes before the tag/],
  ['a style sheet of others before it', `<link rel="stylesheet" href="https://fonts.example/f.css">${tag}`, true, /^error: <link /],
  ['a script of its own before it', `<script>1</script>${tag}`, true, /^warning: The script <script> comes before the tag/],
  ['a configuration after it', tag + config, true, /^error: The configuration comes after the tag/],
  ['two configurations', config + config + tag, true, /^warning: There are 2 configurations/],
  [
    'a configuration in two ways',
    `${config}<script data-config="/c.json" src="/toestemming/toestemming.js"></script>`,
    true,
    /^warning: .*data-config.*leave out one/,
  ],
  [
    'a configuration that is run',
    `${config.replace('application/json', 'text/javascript')}${tag}`,
    true,
    /^error: .* no type="application\/json"/,
  ],
] as const)('%s is told', (_what, head, present, words) => {
  expect(check(head, present)).toContainEqual(expect.stringMatching(words))
})

it('a tag in its place is told nothing of', () => {
  expect(
    check(`<meta charset="utf-8"><link rel="icon" href="/i.svg">${config}${tag}<script src="https://meter.example/m.js"></script>`),
  ).toEqual([])
})
