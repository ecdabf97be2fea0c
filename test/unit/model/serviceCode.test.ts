import { expect, it } from 'vitest'
import { serviceCode } from '../../../src/model/serviceCode.ts'

it.each([
  ['', '00000'],
  ['a', '0002P'],
  ['0', '0001C'],
  // 97 · 131 + 98
  ['ab', '009VP'],
])('the code of "%s" is %s', (id, code) => {
  expect(serviceCode(id)).toBe(code)
})

it('stays exact for ids of any length', () => {
  let sum = 0n
  const id = 'z'.repeat(200)
  for (const one of id) sum = (sum * 131n + BigInt(one.charCodeAt(0))) % 36n ** 5n
  expect(serviceCode(id)).toBe(sum.toString(36).toUpperCase().padStart(5, '0'))
})

it('tells similar ids apart', () => {
  const ids = ['youtube', 'youtubf', 'youtueb', 'youtube2', 'youtub', 'you-tube']
  expect(new Set(ids.map(serviceCode)).size).toBe(ids.length)
})
