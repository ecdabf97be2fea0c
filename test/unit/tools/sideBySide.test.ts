// @vitest-environment node
import { expect, it } from 'vitest'
import { sideBySide } from '../../../src/tools/check/sideBySide.ts'

/** Things that end when they are told to. */
function startable() {
  const begun: string[] = []
  const ends = new Map<string, (failure?: string) => Promise<void>>()
  const act = (name: string) => {
    begun.push(name)
    return new Promise<string>((resolve, reject) => {
      ends.set(name, async (failure) => {
        if (failure) reject(new Error(failure))
        else resolve(`${name} done`)
        await new Promise((next) => setTimeout(next))
      })
    })
  }
  const end = (name: string, failure?: string) => ends.get(name)?.(failure)
  return { begun, act, end }
}

it('begins in the order given, no more at once than may be, and gives the results in that order', async () => {
  const { begun, act, end } = startable()
  const all = sideBySide(['one', 'two', 'three'], 2, act)
  expect(begun).toEqual(['one', 'two'])
  await end('two')
  expect(begun).toEqual(['one', 'two', 'three'])
  await end('three')
  await end('one')
  expect(await all).toEqual(['one done', 'two done', 'three done'])
})

it('begins nothing after a failure, and tells the first once all that began have ended', async () => {
  const { begun, act, end } = startable()
  let told = ''
  const all = sideBySide(['one', 'two', 'three'], 2, act).catch((error: Error) => {
    told = error.message
  })
  await end('two', 'second')
  expect([begun, told]).toEqual([['one', 'two'], ''])
  await end('one', 'first')
  await all
  expect([begun, told]).toEqual([['one', 'two'], 'second'])
})
