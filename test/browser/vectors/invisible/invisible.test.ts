/** A page cannot tell from the browser's own functions that the library is there. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { bannerAppears, inEveryBrowser } from '../../../support/browser.ts'
import { put, run, startSite } from '../../../support/site.ts'
import { quiet } from '../../../support/until.ts'
import { codeOf, listed, requested, settings } from '../../../support/vector.ts'

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
  const describe = async (page: Page) => (await run(page, code)) as string[]
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

  /** What a page can ask of elements that wait. */
  const look = `(() => {
    const told = []
    const address = 'https://${listed}/'
    const tell = (name, ...all) => told.push(name + ': ' + JSON.stringify(all))
    for (const [tag, property, file] of [['script', 'src', 'a.js'], ['img', 'src', 'a.gif'], ['img', 'srcset', 'b.gif'], ['iframe', 'src', 'frame'], ['link', 'href', 'a.css'],
      ['embed', 'src', 'embed'], ['object', 'data', 'object'], ['video', 'poster', 'p.gif'], ['source', 'src', 's.mp4'], ['input', 'src', 'i.gif']]) {
      const element = document.createElement(tag)
      if (tag === 'link') element.rel = 'stylesheet'
      if (tag === 'input') element.type = 'image'
      const ask = (when) => tell(tag + '.' + property + ' ' + when, element[property], element.getAttribute(property), element.hasAttribute(property),
        element.getAttributeNames(), element.attributes.length, element.type, element.matches('[' + property + '*="${listed}"]'), element.outerHTML)
      const given = element[property] = address + file
      tell('given', given)
      ask('before')
      document.body.append(element)
      ask('inserted')
      tell('children', element.childNodes.length, element.nextSibling, element.parentNode === document.body, element.isConnected)
      tell('found', document.querySelector(tag + '[' + property + '*="${listed}"]') === element, document.body.lastChild === element)
      element.removeAttribute(property)
      ask('taken away')
      element.setAttribute(property, address + file + '?2')
      ask('again')
      tell('clone', element.cloneNode(true).outerHTML, element.isEqualNode(element.cloneNode(true)))
      element.remove()
      ask('removed')
    }
    const holder = document.body.appendChild(document.createElement('div'))
    holder.innerHTML = '<img src="' + address + 'm.gif" alt="a"><iframe src="' + address + 'm"></iframe>'
    tell('markup', holder.innerHTML, holder.firstChild.src, holder.lastChild.src)
    holder.remove()
    return told
  })()`

  test('elements that wait tell of themselves what they tell where the library is not', async () => {
    const expected = await run(await browser.open(put(browser.web, '/without', { tag: '' })), look)
    browser.web.clearLog()
    const page = await browser.open(put(browser.web, '/with', { config: settings }))
    await bannerAppears(page)
    expect(await run(page, look)).toEqual(expected)
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual([])
  })
})
