// @vitest-environment node
import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { zip } from '../../../demo/configurator/zip.ts'

it('a zip can be read from its directory at the end, as programs do', () => {
  const files = [
    { name: 'map/a.js', content: new TextEncoder().encode('een é') },
    { name: 'map/sub/leeg.js', content: new Uint8Array() },
    { name: 'map/b.bin', content: Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) & 0xff) },
  ]
  const whole = Buffer.from(zip(files, new Date(2026, 10, 28, 19, 45, 31)))
  const end = whole.length - 22
  expect(whole.readUInt32LE(end)).toBe(0x06054b50)
  expect(whole.readUInt16LE(end + 10)).toBe(files.length)
  let at = whole.readUInt32LE(end + 16)
  expect(at + whole.readUInt32LE(end + 12)).toBe(end)
  const read = files.map(() => {
    expect(whole.readUInt32LE(at)).toBe(0x02014b50)
    const length = whole.readUInt16LE(at + 28)
    const local = whole.readUInt32LE(at + 42)
    const size = whole.readUInt32LE(at + 24)
    const sum = whole.readUInt32LE(at + 16)
    const day = whole.readUInt16LE(at + 14)
    const name = whole.toString('latin1', at + 46, at + 46 + length)
    at += 46 + length
    expect(whole.readUInt32LE(local)).toBe(0x04034b50)
    expect(whole.toString('latin1', local + 30, local + 30 + length)).toBe(name)
    const content = whole.subarray(local + 30 + length, local + 30 + length + size)
    expect(crc32(content)).toBe(sum)
    expect([(day >> 9) + 1980, (day >> 5) & 15, day & 31]).toEqual([2026, 11, 28])
    return { name, content: new Uint8Array(content) }
  })
  expect(read).toEqual(files)
})
