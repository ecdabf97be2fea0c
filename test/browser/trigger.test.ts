/** The lasting trigger lies over the page, and never over something to press from where it cannot be scrolled away. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { action, find, findAll, gone, inWholeBrowsers, view } from '../support/browser.ts'
import { startDemo } from '../support/demo.ts'
import { html, run } from '../support/site.ts'
import { until } from '../support/until.ts'

const host = 'smal.example'
const small = { width: 320, height: 568 }

/** What of the page lies under the trigger when it has the focus, or has been scrolled to as far as that goes. Runs in the page. */
const covered = async () => {
  const own = document.querySelector('toestemming-ui')
  const found: string[] = []
  const blocks = [...document.querySelectorAll('toestemming-block')].flatMap((one) => [
    ...(one.shadowRoot?.querySelectorAll('a,button') ?? []),
  ])
  const controls = [...document.querySelectorAll('a,button,input,select,textarea'), ...blocks] as HTMLElement[]
  for (const control of controls) {
    const isUnder = () => {
      const { left, top, width, height } = control.getBoundingClientRect()
      if (!width || !height || !control.checkVisibility()) return false
      return [0.1, 0.5, 0.9].every((part) => document.elementFromPoint(left + width * part, top + height / 2) === own)
    }
    const name = control.textContent?.trim() || (control as HTMLInputElement).name
    control.focus()
    if (isUnder()) found.push(`${name} with the focus`)
    control.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    if (isUnder()) found.push(`${name} in view`)
  }
  scrollTo({ top: 1e6, behavior: 'instant' })
  for (const control of controls) {
    const { left, right, top, bottom } = control.getBoundingClientRect()
    const trigger = own?.shadowRoot?.querySelector('[part=trigger]')?.getBoundingClientRect()
    if (
      trigger &&
      control.checkVisibility() &&
      bottom > trigger.top &&
      top < trigger.bottom &&
      left < trigger.right &&
      right > trigger.left
    )
      if (right > left) found.push(`${control.textContent?.trim()} at the end`)
  }
  return found
}
const padding = (page: Page) => run(page, 'parseFloat(getComputedStyle(document.documentElement).paddingBlockEnd)')

inWholeBrowsers(startDemo, (browser) => {
  const open = async (body: string, size = small) => {
    const config = { owner: 'Voorbeeld BV', links: { contact: '/bellen' } }
    browser.web.addPage(host, '/', html({ config, body, head: '<style>body { margin: 0 } * { box-sizing: border-box }</style>' }))
    const page = await browser.open(`https://${host}/`, size)
    await find(page, `${view('form')},${view('placeholder')}`)
    await run(page, 'toestemming.rejectAll()')
    await gone(page, view('banner'))
    await find(page, action('open'), { within: 'toestemming-ui' })
    return page
  }
  const form = (above: number) =>
    `<form data-consent-form="recaptcha" action="/" style="padding-top:${above}px"><label>Naam <input name="naam"></label><div class="g-recaptcha" data-sitekey="k"></div><button>Versturen</button></form>`

  test.each([0, 150, 180, 210, 900])('a form that ends the page, %s pixels down, can be sent at 320 pixels', async (above) => {
    const page = await open(form(above))
    await until('there is room', async () => (await page.evaluate(covered)).length === 0)
  })

  test.each(['zoom: 1.5', 'zoom: .8', 'font-size: 150%'])('nor on a page that is larger or smaller as a whole (%s)', async (size) => {
    const page = await open(`<style>html { ${size} }</style>${form(150)}`)
    await until('there is room', async () => (await page.evaluate(covered)).length === 0)
    const [trigger] = await findAll(page, '[part=trigger]')
    const wanted = await trigger?.evaluate((one) => innerHeight - one.getBoundingClientRect().top)
    const lent = await run(
      page,
      'parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd) * (document.documentElement.currentCSSZoom ?? 1)',
    )
    expect(Math.abs((lent as number) - (wanted as number))).toBeLessThan(3)
  })

  test('a placeholder that ends the page can be pressed, also after the page has grown', async () => {
    const page = await open(
      '<template data-consent="social" data-service="x"><blockquote class="twitter-tweet"><a href="https://x.com/a/status/1">1 mei</a></blockquote></template>',
    )
    expect(await page.evaluate(covered)).toEqual([])
    await run(
      page,
      'document.body.insertAdjacentHTML(\'beforeend\', \'<div style="height:900px"></div><p style="margin:0"><a href="/">Onderaan</a></p>\')',
    )
    await until('there is room', async () => (await page.evaluate(covered)).length === 0)
  })

  test('where nothing is under it at the end, the page ends where it did', async () => {
    const page = await open(`${form(900)}<p style="height:300px">Einde</p>`, { width: 1280, height: 800 })
    await until('there is scroll padding', async () => (await run(page, 'document.documentElement.style.scrollPaddingBlockEnd')) !== '')
    expect(await padding(page)).toBe(0)
    expect(await page.evaluate(covered)).toEqual([])
    await run(page, 'toestemming.destroy()')
    await until('what was lent is given back', async () => (await run(page, 'document.documentElement.style.scrollPaddingBlockEnd')) === '')
  })

  test.each(['https://hosting.example/contact.html', 'https://blog.example/korter-vergaderen.html', 'https://blog.example/contact.html'])(
    'on %s nothing stays under it at 320 pixels',
    async (address) => {
      const page = await browser.open(address, small)
      await find(page, action('reject-all'))
      await run(page, 'toestemming.rejectAll()')
      await gone(page, view('banner'))
      await until('the trigger is there', async () => (await findAll(page, '[part=trigger]')).length === 1)
      await until('there is room', async () => (await page.evaluate(covered)).length === 0)
    },
  )
})
