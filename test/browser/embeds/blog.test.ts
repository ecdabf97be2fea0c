/** Scenario 2, the office-services blog: made by pasting one tag and changing snippets. */

import { expect, test } from 'vitest'
import { violations } from '../../support/accessibility.ts'
import { action, count, errorsOf, find, gone, inWholeBrowsers, pressInShadow, textOf, view } from '../../support/browser.ts'
import { startDemo } from '../../support/demo.ts'
import { cookies, pageCookies, thirdParties } from '../../support/observe.ts'
import { quiet, until } from '../../support/until.ts'

const host = 'blog.example'
const home = `https://${host}/`

inWholeBrowsers(startDemo, (browser) => {
  const asked = () => thirdParties(browser.web.log, host)

  test('nothing is asked before a choice; each embed names its provider; one post always, then only that provider; axe finds nothing', async () => {
    const page = await browser.open(`${home}lege-postbus.html`)
    await until('five wait', async () => (await count(page, view('placeholder'))) === 5)
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await gone(page, view('banner'))
    const texts = await Promise.all((await page.$$(view('placeholder'))).map((one) => textOf(one)))
    for (const [index, provider] of ['X', 'X', 'Instagram', 'LinkedIn', 'Vimeo'].entries())
      expect(texts[index]).toContain(`Altijd laden van ${provider}`)
    expect(await violations(page)).toEqual([])
    await quiet(browser.web)
    expect(asked()).toEqual([])
    expect(Object.keys(await pageCookies(page))).toEqual(['toestemming'])
    await pressInShadow(page, action('load-always'), { within: view('placeholder') })
    await until('both posts are drawn', () => page.$$eval('.twitter-tweet-rendered iframe', (all) => all.length === 2))
    await quiet(browser.web)
    expect([...new Set(asked())].sort()).toEqual(['platform.twitter.com/embed/Tweet.html', 'platform.twitter.com/widgets.js'])
    expect(browser.web.log.filter(({ path }) => path === '/widgets.js')).toHaveLength(1)
    expect(browser.web.log.filter(({ path, url }) => path === '/embed/Tweet.html' && !url.includes('dnt=true'))).toEqual([])
    expect(await count(page, view('placeholder'))).toBe(3)
    expect(errorsOf(page)).toEqual([])
  })

  test('film, like button, share links and comment form work on one page, and the form remembers only who asks for it', async () => {
    const page = await browser.open(`${home}korter-vergaderen.html`)
    await until('two wait', async () => (await count(page, view('placeholder'))) === 2)
    await pressInShadow(page, action('reject-all'), { within: view('banner') })
    await gone(page, view('banner'))
    await pressInShadow(page, action('load-once'), { within: '.film' })
    await until('the film is asked for', () => asked().some((one) => one.startsWith('www.youtube-nocookie.com/embed/')))
    await pressInShadow(page, action('load-once'), { within: view('placeholder') })
    await until('the button is asked for', () => asked().includes('www.facebook.com/plugins/like.php'))
    expect(asked().filter((one) => one.includes('youtube.com'))).toEqual([])
    expect(await page.$eval('[data-toestemming-share=facebook]', (one) => (one as HTMLAnchorElement).href)).toContain(
      '?u=https%3A%2F%2Fblog.example',
    )
    const send = async (tick: boolean) => {
      await page.type('[name=reactie]', 'Goed stuk')
      if (!tick)
        for (const [name, value] of [
          ['naam', 'Piet'],
          ['e-mail', 'p@proef.example'],
        ])
          await page.type(`[name=${name}]`, value as string)
      if (tick) {
        for (const [name, value] of [
          ['naam', 'Piet'],
          ['e-mail', 'p@proef.example'],
        ])
          await page.type(`[name=${name}]`, value as string)
        await page.click('[name=onthouden]')
      }
      await Promise.all([page.waitForNavigation(), page.click('.comment button')])
      return (await cookies(page)).filter(({ name }) => name === 'reactie')
    }
    expect(await send(false)).toEqual([])
    await page.goto(`${home}korter-vergaderen.html`)
    expect(await send(true)).toHaveLength(1)
    await page.goto(`${home}korter-vergaderen.html`)
    expect(await page.$eval('[name=naam]', (one) => (one as HTMLInputElement).value)).toBe('Piet')
  })

  test('the cookie table says how long in good Dutch, and that what was before a withdrawal stays lawful', async () => {
    const page = await browser.open(`${home}cookies.html`)
    const table = await find(page, '[data-toestemming=cookies]')
    await until('the table is there', async () => (await textOf(table)).includes('50 maanden'))
    const text = await textOf(table)
    for (const words of ['1 jaar', '1 dag', 'Google Analytics', 'YouTube']) expect(text).toContain(words)
    await pressInShadow(page, action('accept-all'), { within: view('banner') })
    await until('visits are counted', () => asked().some((one) => one.includes('/gtag/js')))
  })
})
