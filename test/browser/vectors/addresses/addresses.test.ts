import { expect, test } from 'vitest'
import { inEveryBrowser } from '../../../support/browser.ts'
import { put, run, startSite } from '../../../support/site.ts'
import { quiet } from '../../../support/until.ts'
import { requested, settings, soon, testVector } from '../../../support/vector.ts'

testVector({
  test: import.meta.url,
  requests: (browser) => [
    ...'relative scheme upper port percent wide space newline backslash slash slashes tab zeros letter'
      .split(' ')
      .map((name) => `/${name}.gif`),
    './dot.gif',
    'deep.down.*/deep.gif',
    'xn--bcher-kva.*/international.gif',
    '/markup',
    '/entity',
    // Chromium asks for nothing with a name and a password in its address.
    ...(browser !== 'chromium' ? ['/user.js'] : []),
  ],
})

inEveryBrowser(startSite, (browser) => {
  test('of a service with a port or the beginning of a path only that part waits, however it is written', async () => {
    const services = [
      { ...settings.services[0], id: 'part', hosts: ['part.example/pixel'] },
      { ...settings.services[0], id: 'port', hosts: ['port.example:8443'] },
      ...settings.services,
    ]
    const held = [
      'part.example/pixel/1.gif',
      'part.example/other/../pixel/2.gif',
      'part.example/./pixel/3.gif',
      'PART.example/pixel/4.gif',
      'part.example/pixel.gif',
      'port.example:8443/5.gif',
    ]
    const free = [
      'part.example/other.gif',
      'part.example/Pixel/6.gif',
      'part.example/pixel/../out.gif',
      'port.example/7.gif',
      'notmeter.example/8.gif',
      'meter.example.elders.example/9.gif',
      'elders.example/meter.example/10.gif',
      'elders.example/11.gif?https://meter.example/',
      'meterxexample.example/12.gif',
    ]
    const body = `<script>for (const one of ${JSON.stringify([...held, ...free])}) new Image().src = 'https://' + one</script>`
    const seen = (list: string[]) => list.map((one) => new URL(`https://${one}`)).map(({ hostname, pathname }) => hostname + pathname)
    const page = await browser.open(put(browser.web, '/parts', { config: { ...settings, services }, body }))
    await soon(() => requested(browser.web).length >= free.length)
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual(seen(free).sort())
    await run(page, 'toestemming.acceptAll()')
    await soon(() => requested(browser.web).length >= free.length + held.length)
    await quiet(browser.web)
    expect(requested(browser.web)).toEqual(seen([...held, ...free]).sort())
  })
})
