/** Files in one, without compression. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3 */

export interface ZippedFile {
  /** With `/` between folders; letters of ASCII only. */
  readonly name: string
  readonly content: Uint8Array
}

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

const checksum = (content: Uint8Array): number => {
  let value = 0xffffffff
  for (const byte of content) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

/** Numbers of two (`[2, …]`) or four bytes, the lowest byte first. */
const bytes = (...numbers: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array =>
  Uint8Array.from(numbers.flatMap(([size, value]) => Array.from({ length: size }, (_, place) => (value >>> (8 * place)) & 0xff)))

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** @param date of all files in it */
export function zip(files: readonly ZippedFile[], date: Date): Uint8Array<ArrayBuffer> {
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)
  const day = ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate()
  const contents: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, content } of files) {
    const title = new TextEncoder().encode(name)
    const { length } = content
    const facts = [
      [2, 20],
      [2, 0],
      [2, 0],
      [2, time],
      [2, day],
      [4, checksum(content)],
      [4, length],
      [4, length],
      [2, title.length],
    ] as const
    const entry = joined([bytes([4, 0x04034b50], ...facts, [2, 0]), title, content])
    contents.push(entry)
    directory.push(bytes([4, 0x02014b50], [2, 20], ...facts, [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title)
    offset += entry.length
  }
  const index = joined(directory)
  return joined([
    ...contents,
    index,
    bytes([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, index.length], [4, offset], [2, 0]),
  ])
}
