import { describe, expect, it } from 'vitest'
import { check, type Problem, type Shape } from '../../../src/model/check.ts'

const problems = (value: unknown, shape: Shape) => {
  const found: Problem[] = []
  check(value, shape, '', found)
  return found
}
const paths = (value: unknown, shape: Shape) => problems(value, shape).map(({ path, expected }) => `${path}: ${expected}`)

describe('check', () => {
  it.each<[Shape, readonly unknown[], readonly unknown[]]>([
    ['text', ['', 'a'], [null, 1, true, [], {}, undefined]],
    ['text?', ['', 'a', null], [1, true, [], {}]],
    ['flag', [true, false], [null, 1, 'true', [], {}]],
    ['180-400', [180, 400, 200], [179, 401, 180.5, '200', null, Number.NaN, Infinity]],
    ['je|u', ['je', 'u'], ['', 'je|u', 'U', null, 1, ['je']]],
    [['text'], [[], ['a', '']], ['a', {}, null, 1]],
    [{ a: 'text' }, [{}, { a: 'b' }, { a: undefined }], ['a', [], null, 1]],
    [{ '': 'text', a: 'text' }, ['b', {}, { a: 'b' }], [[], null, 1]],
  ])('of %j accepts %j and refuses %j', (shape, right, wrong) => {
    for (const value of right) expect([value, problems(value, shape)]).toEqual([value, []])
    for (const value of wrong) expect([value, problems(value, shape).length]).toEqual([value, 1])
  })

  it('names the place of what is wrong, and what was found there', () => {
    const shape: Shape = { services: [{ cookies: [{ name: 'text' }] }], ui: { theme: 'light|dark' } }
    expect(problems({ services: [{}, { cookies: [{ name: 5 }] }], ui: { theme: 'red' } }, shape)).toEqual([
      { path: 'services[1].cookies[0].name', found: 5, expected: 'text' },
      { path: 'ui.theme', found: 'red', expected: 'light|dark' },
    ])
  })

  it('names a key that does not exist, and those that do', () => {
    expect(problems({ ui: { them: 'x' } }, { ui: { theme: 'text', layout: 'text' } })).toEqual([
      { path: 'ui.them', found: 'x', expected: ['theme', 'layout'] },
    ])
  })

  it('takes any key for a star', () => {
    expect(paths({ a: 'x', b: 1 }, { '*': 'text' })).toEqual(['b: text'])
  })

  it('knows no keys that objects have of themselves', () => {
    const value = JSON.parse('{ "__proto__": 1, "constructor": 2, "toString": 3 }')
    expect(paths(value, { a: 'text' })).toEqual(['__proto__: a', 'constructor: a', 'toString: a'])
    expect(paths(value, { '*': 'text' })).toEqual(['__proto__: text', 'constructor: text', 'toString: text'])
  })

  it('knows no key without a name and none called star', () => {
    expect(paths({ '*': 'x' }, { a: 'text' })).toEqual(['*: a'])
  })
})
