import { expect, test } from 'vitest'
import { inEveryBrowser } from '../../../support/browser.ts'
import { put, ran, run, startSite } from '../../../support/site.ts'
import { quiet } from '../../../support/until.ts'
import { codeOf, listed, noted, putVector, requested, settings, soon } from '../../../support/vector.ts'

const code = codeOf(import.meta.url)
const names = ['one', 'two', 'three', 'four'].map((name) => `${listed}/${name}.js`)

inEveryBrowser(startSite, (browser) => {
  for (const present of [false, true]) {
    test(`scripts that are not async run in the order of insertion ${present ? 'when they are released' : 'where the library is not'}`, async () => {
      const page = await browser.open(
        putVector(browser.web, '/order', code, { ...(present ? { config: settings } : { tag: '' }), hosts: [listed] }),
        { wait: 'domcontentloaded' },
      )
      if (present) {
        await quiet(browser.web)
        expect(requested(browser.web)).toEqual([])
        await run(page, 'toestemming.acceptAll()')
      }
      await soon(async () => (await noted(page, 'heard')).length >= 4)
      expect(await ran(page)).toEqual(names)
      expect(await run(page, 'heard')).toEqual(names.map((one) => `${one} load`))
    })

    test(`written scripts run in the order in which they were written ${present ? 'when they are released' : 'where the library is not'}`, async () => {
      const write = (name: string, delay: number) =>
        `document.write('<script src="https://${listed}/${name}.js?delay=${delay}"><\\/script>')`
      const body = `<script>${write('one', 300)};${write('two', 0)}</script><script>${write('three', 100)};${write('four', 0)}</script>`
      const page = await browser.open(put(browser.web, '/written', { body, ...(present ? { config: settings } : { tag: '' }) }), {
        wait: 'domcontentloaded',
      })
      if (present) {
        await quiet(browser.web)
        expect(requested(browser.web)).toEqual([])
        await run(page, 'toestemming.acceptAll()')
      }
      await soon(async () => (await ran(page)).length >= 4)
      expect(await ran(page)).toEqual(names)
    })
  }

  test('a script that waits is released as the same element, where it is, and once only', async () => {
    const body = `<div id="one"></div><div id="two"></div><script>
      window.script = document.createElement('script')
      script.id = 'vendor'
      script.dataset.account = 'A-1'
      script.src = 'https://${listed}/seen.js'
      script.onload = (event) => (window.seen = [event.target === script, script.parentNode.id, document.getElementById('vendor') === script])
      one.append(script)
      two.append(script)
    </script>`
    browser.web.addPage(
      listed,
      '/seen.js',
      '(window.ran = window.ran || []).push([document.currentScript === script, document.currentScript.dataset.account, document.currentScript.src])',
      { 'content-type': 'text/javascript' },
    )
    const page = await browser.open(put(browser.web, '/same', { config: settings, body }))
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual([])
    await run(page, 'toestemming.acceptAll()')
    await soon(() => run(page, 'Boolean(window.seen)') as Promise<boolean>)
    await run(page, 'toestemming.acceptAll(); one.append(script); toestemming.scan(document)')
    await quiet(browser.web)
    expect(await run(page, 'window.ran')).toEqual([[true, 'A-1', `https://${listed}/seen.js`]])
    expect(await run(page, 'window.seen')).toEqual([true, 'two', true])
    expect(requested(browser.web)).toEqual([`${listed}/seen.js`])
  })
})
