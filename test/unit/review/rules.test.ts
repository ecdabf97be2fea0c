import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codes, ruleOf } from '../../../src/review/rules.ts'
import { unseen } from '../../../src/review/unseen.ts'
import { foundIn } from '../../../src/review/words.ts'
import { visitCodes, ruleOf as visitRule } from '../../../src/tools/check/rules.ts'

const all = [...codes.map(ruleOf), ...visitCodes.map(visitRule)]

describe('the rules', () => {
  it('have a code of the list, once, and say in both languages what holds and where it comes from', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
    for (const { code, rule, source, also } of [...all, ...unseen]) {
      expect(code).toMatch(/^(DP-([1-9]|[12]\d|3[0-3])|R-\d{1,3})$/)
      for (const other of also) expect(other).toMatch(/^(DP|R)-\d+$/)
      for (const text of [rule.nl, rule.en, source.nl, source.en]) expect([code, text.trim().length > 3]).toEqual([code, true])
      expect([code, rule.nl === rule.en]).toEqual([code, false])
    }
  })

  it('cover each of the nine of the Dutch regulator', () => {
    expect([...new Set(all.flatMap(({ regulator }) => regulator))].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('and what no machine sees cover every dark pattern of the list', () => {
    const covered = new Set([...all.flatMap(({ code, also }) => [code, ...also]), ...unseen.map(({ code }) => code)])
    expect(Array.from({ length: 33 }, (_, index) => `DP-${index + 1}`).filter((code) => !covered.has(code))).toEqual([])
  })

  it('speak to the owner with je', () => {
    for (const { code, rule, why } of [...all.map((one) => ({ ...one, why: one.rule })), ...unseen])
      expect([code, foundIn(`${rule.nl} ${why.nl}`, ['u', 'uw', 'uzelf'])]).toEqual([code, undefined])
  })

  it('are all in the documentation, with the words of the report', () => {
    const documented = readFileSync('docs/check.md', 'utf8')
    const rows = [...documented.matchAll(/^\| `([A-Z]+-\d+)`\s*\| ([\d, ]*?)\s*\| (.*?)\s*\|$/gm)].map(([, ...cells]) => cells)
    expect(rows).toEqual(all.map(({ code, regulator, rule }) => [code, regulator.join(', '), rule.en]))
  })
})
