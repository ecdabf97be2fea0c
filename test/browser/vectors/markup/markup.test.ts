import { expect, test } from 'vitest'
import { errorsOf, inEveryBrowser } from '../../../support/browser.ts'
import { put, run, startSite } from '../../../support/site.ts'
import { testVector } from '../../../support/vector.ts'

const both = [
  'innerHTML',
  'outerHTML',
  'beforebegin',
  'afterbegin',
  'beforeend',
  'afterend',
  'setHTMLUnsafe',
  'fragment',
  'template',
].flatMap((name) => [`/image/${name}.gif`, `/frame/${name}`])

testVector({
  test: import.meta.url,
  requests: [
    ...both,
    '/image/setHTML.gif',
    '/image/encoded.gif',
    '/frame/encoded',
    '/image/deep.gif',
    '/image/added.gif',
    '/image/translated.gif',
    '/fragment.js',
  ],
  heard: ['/fragment.js load'],
})

inEveryBrowser(startSite, (browser) => {
  test('what is not an element that asks stays as it was written, while the settings are not there too', async () => {
    const elsewhere = 'https://cdn.elders.example'
    const code = `if (1 < 2 && 3 > 2) window.own = 'ran'; window.menu = { src: '${elsewhere}/menu.js' }`
    const style = `@font-face { font-family: q; src: url(${elsewhere}/q.woff2) } main > p { color: rgb(1, 2, 3) }`
    const body = `<main><p>Tekst</p></main><script>
      const put = (name, text) => {
        const made = document.createElement(name)
        made.innerHTML = text
        document.head.append(made)
        return made
      }
      window.kept = [put('script', ${JSON.stringify(code)}).text, put('style', ${JSON.stringify(style)}).textContent]
    </script>`
    const page = await browser.open(put(browser.web, '/code', { config: { owner: 'Voorbeeld BV' }, body }))
    expect(await run(page, 'kept')).toEqual([code, style])
    expect(await run(page, "[own, menu.src, getComputedStyle(document.querySelector('main p')).color]")).toEqual([
      'ran',
      `${elsewhere}/menu.js`,
      'rgb(1, 2, 3)',
    ])
    expect(errorsOf(page)).toEqual([])
  })
})
