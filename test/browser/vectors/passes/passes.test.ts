import { expect, test } from 'vitest'
import { inEveryBrowser } from '../../../support/browser.ts'
import { ownRequests } from '../../../support/observe.ts'
import { host, put, run, startSite } from '../../../support/site.ts'
import { quiet } from '../../../support/until.ts'
import { codeOf, expectEffects, noted, putVector, requested, settings, soon, uncaught } from '../../../support/vector.ts'

const code = codeOf(import.meta.url)
const needed = 'needed.example'
const exempt = 'exempt.example'
const services = [
  ...settings.services,
  { id: 'needed', provider: 'Betaaldienst', category: 'functional', purpose: 'Neemt betalingen aan.', hosts: [needed] },
  {
    id: 'exempt',
    provider: 'Teller',
    category: 'analytics',
    purpose: 'Telt.',
    hosts: [exempt],
    exempt: 'Telecommunicatiewet 11.7a lid 3 b',
  },
]
const paths = ['/first/script.js', '/first/image.gif', '/first/frame', '/first/fetch', '/first/request', '/written.js']
const heard = ['/first/script.js load', '/first/fetch 200', '/first/request 200', '/written.js load']

inEveryBrowser(startSite, (browser) => {
  for (const unlisted of ['allow', 'hold']) {
    test(`functional and exempt services pass before a choice and after a refusal, where unlisted is ${unlisted}`, async () => {
      const config = { ...settings, services, unlisted }
      const page = await browser.open(putVector(browser.web, '/passes', code, { config, hosts: [needed, exempt] }))
      const all = [needed, exempt].flatMap((at) => paths.map((one) => at + one))
      const effects = {
        requests: all,
        runs: all.filter((one) => one.endsWith('.js')),
        heard: [needed, exempt].flatMap((at) => heard.map((one) => at + one)),
      }
      await expectEffects(browser, page, effects)
      await run(page, 'toestemming.rejectAll()')
      await expectEffects(browser, page, effects)
      expect(uncaught(page)).toEqual([])
    })
  }

  test('what is of the page’s own host passes at once, also while the settings are on their way', async () => {
    const body = `<div id="place"></div><script>
      const note = (what) => (window.heard = window.heard || []).push(what)
      const inline = document.createElement('script')
      inline.textContent = "note('inline script')"
      place.append(inline)
      note('after inline script')
      for (const address of ['/own/absolute.js', 'own/relative.js', 'https://${host}/own/whole.js', '//${host}/own/protocol.js']) {
        const script = document.createElement('script')
        script.src = address
        script.onload = () => note(address + ' load')
        place.append(script)
      }
      document.write('<script src="/own/written.js"><\\/script><script>note("written " + ran.includes("${host}/own/written.js"))<\\/script>')
      place.insertAdjacentHTML('beforeend', '<img src="/own/image.gif"><iframe src="/own/frame"></iframe><iframe srcdoc="text"></iframe>')
      new Image().src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
      fetch('/own/fetch').then(({ status }) => note('fetch ' + status))
      fetch('data:text/plain,text').then((response) => response.text()).then(note)
      const request = new XMLHttpRequest()
      request.open('GET', '/own/synchronous', false)
      request.send()
      note('synchronous ' + request.status)
    </script>`
    // Settings that never come.
    const tag = '<script src="/toestemming/toestemming.js" data-config="/config.json?hang"></script>'
    const page = await browser.open(put(browser.web, '/own', { tag, body }), { wait: 'domcontentloaded' })
    const own = ['absolute.js', 'relative.js', 'whole.js', 'protocol.js', 'written.js', 'image.gif', 'frame', 'fetch', 'synchronous']
    await soon(async () => ownRequests(browser.web.log, host).length >= own.length + 3 && (await noted(page, 'heard')).length >= 10)
    await quiet(browser.web)
    expect(
      ownRequests(browser.web.log, host)
        .filter((path) => path.startsWith('/own/'))
        .sort(),
    ).toEqual(own.map((one) => `/own/${one}`).sort())
    const heard = (await run(page, 'heard')) as string[]
    expect(heard.slice(0, 2)).toEqual(['inline script', 'after inline script'])
    expect([...heard].sort()).toEqual(
      [
        'inline script',
        'after inline script',
        ...['/own/absolute.js', 'own/relative.js', `https://${host}/own/whole.js`, `//${host}/own/protocol.js`].map((one) => `${one} load`),
        'written true',
        'fetch 200',
        'text',
        'synchronous 200',
      ].sort(),
    )
    expect(requested(browser.web)).toEqual([])
    expect(uncaught(page)).toEqual([])
  })
})
