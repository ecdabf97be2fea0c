/** Scripts that are released when the page has been loaded, and wait for what has happened already. */

import { expect, test } from 'vitest'
import { bannerAppears, inEveryBrowser, messagesOf } from '../../../support/browser.ts'
import { put, run, startSite } from '../../../support/site.ts'
import { quiet, until } from '../../../support/until.ts'
import { codeOf, listed, settings, soon } from '../../../support/vector.ts'

const code = codeOf(import.meta.url)
const each = [
  'DOMContentLoaded: document, window, capture',
  'load: load, global, onload, object, once, twice, kept',
  'readystatechange: readystatechange, onreadystatechange',
]
  .flatMap((line) => {
    const [type, names = ''] = line.split(': ')
    return names.split(', ').map((name) => `${name}: ${type}, its own this, later`)
  })
  .sort()

/** Handlers of the page itself, which have been called when the time was there. */
const own = `<script>
  window.own = []
  for (const target of [document, window]) for (const type of ['DOMContentLoaded', 'readystatechange', 'load'])
    target.addEventListener(type, () => own.push(type))
  window.addEventListener('load', { handleEvent: () => own.push('object') })
</script>`

/** Ways to have the vendor's script wait. */
const ways = {
  marked: `<script type="text/plain" data-consent="analytics" data-src="https://${listed}/late.js"></script>`,
  'marked inline': `<script type="text/plain" data-consent="analytics">${code}</script>`,
  'marked async': `<script type="text/plain" data-consent="analytics" data-src="https://${listed}/late.js" async></script>`,
  inserted: `<script>{ const script = document.createElement('script'); script.src = 'https://${listed}/late.js'; document.body.append(script) }</script>`,
  written: `<script>document.write('<script src="https://${listed}/late.js"><\\/script>')</script>`,
}

inEveryBrowser(startSite, (browser) => {
  const heard = async (page: Parameters<typeof run>[0]) => ((await run(page, 'window.heard')) as string[] | undefined) ?? []
  const serve = (more = '') => browser.web.addPage(listed, '/late.js', `{${code}${more}}`, { 'content-type': 'text/javascript' })

  test('a script that is in time hears each of them; one that comes after load hears none', async () => {
    serve()
    const inTime = await browser.open(put(browser.web, '/in-time', { tag: '', body: `<script src="https://${listed}/late.js"></script>` }))
    await soon(async () => (await heard(inTime)).length >= each.length + 2)
    const once = (await heard(inTime)).filter((one, index, all) => all.indexOf(one) === index && !one.startsWith('pageshow'))
    expect(once.sort()).toEqual(each)
    const late = await browser.open(put(browser.web, '/too-late', { tag: '' }))
    await run(
      late,
      `{ const script = document.createElement('script'); script.src = 'https://${listed}/late.js'; document.body.append(script) }`,
    )
    await soon(async () => (await run(late, 'window.running')) === false)
    await quiet(browser.web)
    expect(await heard(late)).toEqual([])
  })

  for (const [way, markup] of Object.entries(ways)) {
    test(`a script that is ${way} and released after load has each handler that it adds called once, later, as it should be`, async () => {
      serve()
      const page = await browser.open(put(browser.web, '/late', { config: settings, head: own, body: markup }))
      await bannerAppears(page)
      await soon(async () => ((await run(page, 'own')) as string[]).includes('load'))
      const before = await run(page, 'own.join()')
      expect(await heard(page)).toEqual([])
      await run(page, 'toestemming.acceptAll()')
      await soon(async () => (await heard(page)).length >= each.length)
      await quiet(browser.web)
      expect((await heard(page)).sort()).toEqual(each)
      expect(await run(page, 'own.join()')).toBe(before)
      expect(messagesOf(page).filter(({ type }) => type === 'uncaught')).toEqual([])
    })
  }

  test('several scripts hear in the order of the events, one that throws stops nothing, and what is added later hears nothing', async () => {
    const add = (name: string, more = '') =>
      browser.web.addPage(
        listed,
        `/${name}.js`,
        `window.heard = window.heard || []
         window.addEventListener('load', () => heard.push('${name} load'))
         document.addEventListener('DOMContentLoaded', () => { heard.push('${name} ready'); ${more} })
         setTimeout(() => window.addEventListener('load', () => heard.push('${name} too late')), 50)`,
        { 'content-type': 'text/javascript' },
      )
    add('one', "throw new Error('of the vendor')")
    add('two', "window.addEventListener('load', () => heard.push('two in two'))")
    const body = ['one', 'two']
      .map((name) => `<script type="text/plain" data-consent="analytics" data-src="https://${listed}/${name}.js"></script>`)
      .join('')
    const page = await browser.open(put(browser.web, '/several', { config: settings, body }))
    await bannerAppears(page)
    await run(page, 'toestemming.acceptAll()')
    await soon(async () => (await heard(page)).length >= 4)
    await run(page, 'new Promise((resolve) => setTimeout(resolve, 200))')
    const list = (await heard(page)).filter((one) => one !== 'two in two')
    expect([...list].sort()).toEqual(['one load', 'one ready', 'two load', 'two ready'])
    for (const name of ['one', 'two']) expect(list.indexOf(`${name} ready`)).toBeLessThan(list.indexOf(`${name} load`))
    // WebKit's driver does not tell what a page says.
    if (browser.name !== 'webkit')
      await until('what was thrown is told', () => messagesOf(page).some(({ text }) => text.includes('of the vendor')))
  })

  // In WebKit a second page is that of somebody else.
  test.skipIf(browser.name === 'webkit')(
    'a script that is in time by itself, on a next visit with consent, hears everything once and from the browser',
    async () => {
      serve()
      const visitor = await browser.visitor()
      const address = put(browser.web, '/next', { config: settings, head: own, body: ways.written })
      const first = await visitor.open(address)
      await bannerAppears(first)
      await run(first, 'toestemming.acceptAll()')
      await soon(async () => (await heard(first)).length >= each.length)
      const page = await visitor.open(address)
      await soon(async () => (await heard(page)).length >= each.length)
      await quiet(browser.web)
      const list = (await heard(page)).filter((one) => !/^(pageshow|(on)?readystatechange)/.test(one))
      expect(list.sort()).toEqual(each.filter((one) => !/^(on)?readystatechange/.test(one)))
    },
  )

  test.skipIf(browser.name === 'webkit')(
    'a script that is next in line when the page has been read, on a next visit, hears what it has missed',
    async () => {
      serve()
      browser.web.addPage(listed, '/slow.js', '', { 'content-type': 'text/javascript' })
      const visitor = await browser.visitor()
      const slow = `<script type="text/plain" data-consent="analytics" data-src="https://${listed}/slow.js?delay=700"></script>`
      const address = put(browser.web, '/in-line', { config: settings, head: own, body: slow + ways.marked })
      const first = await visitor.open(address)
      await bannerAppears(first)
      await run(first, 'toestemming.acceptAll()')
      await soon(async () => (await heard(first)).length >= each.length)
      const page = await visitor.open(address)
      const expected = each.filter((one) => !/^(on)?readystatechange/.test(one))
      const list = async () => (await heard(page)).filter((one) => !/^(pageshow|(on)?readystatechange)/.test(one))
      await soon(async () => (await list()).length >= expected.length)
      await quiet(browser.web)
      expect((await list()).sort()).toEqual(expected)
    },
  )
})
