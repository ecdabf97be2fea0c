import { expect, test } from 'vitest'
import { bannerAppears, inEveryBrowser } from '../../../support/browser.ts'
import { address, put, run, startSite } from '../../../support/site.ts'
import { quiet, until } from '../../../support/until.ts'
import { listed, requested, settings, testVector } from '../../../support/vector.ts'

const requests = ['property', 'attribute', 'namespace', 'later', 'first'].map((name) => `/${name}.js`)

testVector({ test: import.meta.url, requests, heard: requests.map((one) => `${one} load`) })

inEveryBrowser(startSite, (browser) => {
  test('a loader that puts in one script after the other waits for an answer, and goes on after a refusal', async () => {
    const body = `<script>
      window.done = []
      const next = ([path, ...rest]) => {
        if (!path) return
        const made = document.createElement('script')
        let gone
        const on = ({ type }) => {
          done.push(path.split('/').pop() + ' ' + type)
          if (!gone) next(rest)
          gone = true
        }
        made.addEventListener('load', on)
        made.addEventListener('error', on)
        document.head.append(made)
        made.src = path
      }
      next(['https://${listed}/first.js', '/own.js', 'https://${listed}/second.js', '/last.js'])
    </script>`
    for (const name of ['own', 'last'])
      browser.web.addPage(new URL(address).hostname, `/${name}.js`, '', { 'content-type': 'text/javascript' })
    const page = await browser.open(put(browser.web, '/loader', { config: settings, body }))
    await bannerAppears(page)
    await quiet(browser.web)
    expect(await run(page, 'done')).toEqual([])
    await run(page, 'toestemming.rejectAll()')
    const failed = ['first.js error', 'own.js load', 'second.js error', 'last.js load']
    const all = (count: number) => until('all have had their turn', async () => ((await run(page, 'done')) as string[]).length >= count)
    await all(4)
    expect(await run(page, 'done')).toEqual(failed)
    await page.reload()
    await all(4)
    expect(await run(page, 'done')).toEqual(failed)
    expect(requested(browser.web)).toEqual([])
    await run(page, 'toestemming.acceptAll()')
    await all(6)
    expect(await run(page, 'done')).toEqual([...failed, 'first.js load', 'second.js load'])
  })
})
