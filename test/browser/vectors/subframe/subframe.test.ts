import { expect, test } from 'vitest'
import { bannerAppears, inEveryBrowser } from '../../../support/browser.ts'
import { put, run, startSite, tag } from '../../../support/site.ts'
import { quiet, until } from '../../../support/until.ts'
import { listed, requested, settings, testVector } from '../../../support/vector.ts'

/** A script in the page's HTML, with which the browser goes on at once, and a frame it has by its name. */
const behind = (vendor: string) => `<script>
{
  const { Image, document } = frames['${vendor}']
  new Image().src = '${vendor}/behind.gif'
  const script = document.createElement('script')
  script.src = '${vendor}/behind.js'
  document.body.append(script)
}
</script>`

testVector({
  test: import.meta.url,
  markup: (vendor) => `<iframe name="${vendor}"></iframe>${behind(vendor)}`,
  requests: [
    '/script.js',
    '/markup.gif',
    '/image.gif',
    '/created.gif',
    '/written.js',
    '/written.gif',
    '/borrowed.js',
    '/borrowed.gif',
    '/of-frame.gif',
    '/nested.gif',
    '/by-markup.gif',
    '/replacing.gif',
    '/behind.gif',
    '/behind.js',
    '/named.gif',
    '/named.js',
    '/own-page.gif',
    '/own-page.js',
  ],
})

inEveryBrowser(startSite, (browser) => {
  /** Waits for what is asked: on a busy machine WebKit asks some time after the page has come. */
  const asks = async (...names: readonly string[]) => {
    await until('the vendor is asked', () => requested(browser.web).length >= names.length)
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual(names.map((name) => `${listed}/${name}`))
  }

  test('a frame that the HTML had before the tag is looked after as well', async () => {
    const vendor = `https://${listed}`
    const frame = `<iframe name="${vendor}"></iframe>`
    const without = await browser.open(put(browser.web, '/without', { tag: '', body: `${frame}${behind(vendor)}` }))
    await asks('behind.gif', 'behind.js')
    await without.close()
    browser.web.clearLog()

    const page = await browser.open(put(browser.web, '/with', { config: settings, tag: '', body: `${frame}${tag}${behind(vendor)}` }))
    await bannerAppears(page)
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual([])
    await run(page, 'toestemming.acceptAll()')
    await asks('behind.gif', 'behind.js')
  })

  test.each(['about:blank', '', 'javascript:false'])(
    'a frame in the HTML whose address is “%s”, which is no page, is looked after as well',
    async (src) => {
      const vendor = `https://${listed}`
      const later = `<script>addEventListener('load', () => { new frames['${vendor}'].Image().src = '${vendor}/later.gif' })</script>`
      const body = `<iframe name="${vendor}" src="${src}"></iframe>${behind(vendor)}${later}`
      const without = await browser.open(put(browser.web, '/without', { tag: '', body }))
      await until('the vendor is asked at last', () => requested(browser.web).includes(`${listed}/later.gif`))
      // What is asked at once, a frame of WebKit that goes to its address may give up.
      if (browser.name !== 'webkit') expect(requested(browser.web)).toContain(`${listed}/behind.gif`)
      await without.close()
      browser.web.clearLog()

      const page = await browser.open(put(browser.web, '/with', { config: settings, body }))
      await bannerAppears(page)
      await quiet(browser.web)
      expect(requested(browser.web)).toEqual([])
    },
  )
})
