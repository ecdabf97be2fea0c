/** Forms that are a row or a grid: the notice has a line to itself that can be read, and pushes nothing out of the window. */

import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { gone, inEveryBrowser, pressInShadow, view } from '../../support/browser.ts'
import { startDemo } from '../../support/demo.ts'
import { run } from '../../support/site.ts'
import { notice, put, refuse } from './support.ts'

const own = '<input name="naam" aria-label="Naam"> <button>Stuur</button>'
const shapes = [
  ['row', own],
  ['row', `${own} <input name="style" type="hidden">`],
  ['row', `<div class="row">${own}</div>`],
  ['row', `<div>${own}</div>`],
  ['column', `<div class="column">${own}</div>`],
  ['column', `<div class="row">${own}</div>`],
  ['grid', own],
  ['narrow', own],
] as const
const styles = `<style>
  .row { display: flex; gap: 8px; align-items: end }
  .column { display: flex; flex-direction: column }
  .grid { display: grid; grid-template-columns: max-content auto }
  .narrow { display: inline-block }
  form { margin-block: 40px }
  input { width: 150px }
</style>`

inEveryBrowser(startDemo, (browser) => {
  const places = (page: Page) =>
    page.$$eval('form', (forms) => [
      document.documentElement.scrollWidth <= innerWidth,
      ...forms.map((form) => {
        const { width, bottom } = (form.querySelector('toestemming-block') as Element).getBoundingClientRect()
        const field = (form.querySelector('[name=naam]') as Element).getBoundingClientRect()
        const button = (form.querySelector('button') as Element).getBoundingClientRect()
        // As wide as what is round it, but for a form that is no wider than its fields.
        return width >= Math.min(270, innerWidth - 40) && bottom <= button.top && field.bottom - field.top < 60
      }),
    ])

  test.each([320, 768])(
    'at %i pixels it is as wide as can be read, above the button, and what it changed is as it was once it is gone',
    async (width) => {
      const body = shapes.map(
        ([kind, inside]) => `<form class="${kind}" data-consent-form="recaptcha" data-sitekey="sleutel">${inside}</form>`,
      )
      const page = await browser.open(put(browser.web, body.join(''), { head: styles }), { width })
      await refuse(page)
      await notice(page)
      expect(await places(page)).toEqual([true, ...shapes.map(() => true)])
      await pressInShadow(page, '[data-toestemming-action^="grant:"]', { within: `form:last-of-type ${view('form')}` })
      await gone(page, view('form'), { timeout: 10_000 })
      expect(await run(page, `[...document.forms].map((form) => getComputedStyle(form).flexWrap).join()`)).toBe(
        shapes.map(() => 'nowrap').join(),
      )
    },
  )
})
