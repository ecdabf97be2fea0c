import { expect, test } from 'vitest'
import { action, bannerAppears, find, inEveryBrowser, pressInShadow, view } from '../../../support/browser.ts'
import { put, run, startSite } from '../../../support/site.ts'
import { quiet } from '../../../support/until.ts'
import { listed, requested, settings, soon, testVector } from '../../../support/vector.ts'

const ways = [
  'appendChild',
  'append',
  'prepend',
  'before',
  'after',
  'replaceWith',
  'insertBefore',
  'replaceChild',
  'replaceChildren',
  'insertAdjacentElement',
  'insertNode',
  'surroundContents',
  'fragment',
  'adoptNode',
]
const frames = ways.filter((way) => way !== 'surroundContents')

testVector({
  test: import.meta.url,
  requests: [
    ...ways.map((way) => `/image/${way}.gif`),
    ...frames.map((way) => `/frame/${way}`),
    ...ways.map((way) => `/script/${way}.js`),
    '/response.gif',
  ],
  heard: ways.map((way) => `/script/${way}.js load`),
})

inEveryBrowser(startSite, (browser) => {
  test('what comes with another body of the page waits too, and has its placeholder', async () => {
    const body = `<p>Oud</p><script>addEventListener('load', () => setTimeout(() => {
      document.body = new DOMParser().parseFromString('<p>Nieuw</p><img src="https://${listed}/body.gif" alt="">' +
        '<iframe data-consent="analytics" data-src="https://${listed}/frame" title="Cijfers" width="400" height="300"></iframe>', 'text/html').body
    }, 500))</script>`
    const page = await browser.open(put(browser.web, '/body', { config: settings, body }))
    await soon(() => run(page, "document.body.textContent.includes('Nieuw')") as Promise<boolean>)
    await bannerAppears(page)
    await find(page, 'toestemming-block')
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual([])
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await soon(() => requested(browser.web).length > 1)
    expect(requested(browser.web)).toEqual([`${listed}/body.gif`, `${listed}/frame`])
  })
})
