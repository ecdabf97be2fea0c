/** A page cannot tell from the browser's own functions that the library is there. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inEveryBrowser } from '../../../support/browser.ts'
import { put, run, startSite } from '../../../support/site.ts'
import { quiet } from '../../../support/until.ts'
import { codeOf, settings } from '../../../support/vector.ts'

const code = codeOf(import.meta.url)

/** The lines that are in one list more often than in the other. */
const missing = (from: readonly string[], to: readonly string[]) => {
  const left = new Map<string, number>()
  for (const one of to) left.set(one, (left.get(one) ?? 0) + 1)
  return from.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
}

inEveryBrowser(startSite, (browser) => {
  /** Of setters that are called on a prototype only the kind of error: its words tell which property was looked at first. */
  const describe = async (page: Page) =>
    ((await run(page, code)) as string[]).map((line) => line.replace(/^(set \w+\.\w+ on prototype: throws \w+).*/, '$1'))
  /** A page without any banner, which would bring things of its own. */
  const plain = { ...settings, services: [{ ...settings.services[0], exempt: 'Telecommunicatiewet 11.7a lid 3 b' }] }

  test('every interface, function, error and answer is as it is where the library is not', async () => {
    const bare = await browser.open(put(browser.web, '/without', { tag: '' }))
    const without = await describe(bare)
    expect(without.length).toBeGreaterThan(10_000)
    // A change in one function is noticed, and nothing else is.
    await run(
      bare,
      `{
        const { setAttribute } = Element.prototype
        Element.prototype.setAttribute = function (...all) { return setAttribute.apply(this, all) }
      }`,
    )
    const changed = missing(await describe(bare), without)
    expect(changed.filter((one) => !/Element\.(prototype\.)?setAttribute|^new setAttribute/.test(one))).toEqual([])
    expect(changed.length).toBeGreaterThan(0)

    const page = await browser.open(put(browser.web, '/with', { config: plain }))
    await quiet(browser.web)
    const present = await describe(page)
    expect({ gone: missing(without, present).slice(0, 60), new: missing(present, without).slice(0, 60) }).toEqual({ gone: [], new: [] })
  })
})
