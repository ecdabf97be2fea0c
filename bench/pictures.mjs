/**
 * The first question and the preferences of ours and the two other libraries, on the same page, as pictures beside each other: what
 * `npm run screenshots -- peers` writes. Each looks as it does out of the box, in the theme that is asked.
 */
import { join } from 'node:path'
import { launchChromium, pause } from './browser.mjs'
import { createContenders } from './contenders.mjs'
import { mixed, pageFor } from './page.mjs'
import { startServer } from './server.mjs'

const sizes = [
  [360, 640],
  [1280, 800],
]
const themes = ['light', 'dark']

/** Code that opens the preferences, and a selector of them from the document inwards. */
const preferences = {
  ours: ["toestemming.open('preferences')", ['toestemming-ui', 'dialog[open]']],
  vanilla: ['CookieConsent.showPreferences()', ['#cc-main .pm']],
  klaro: ['klaro.show(undefined, true)', ['#klaro .cookie-modal .cm-modal']],
}

/** One is dark by a class on the root; another is dark unless its configuration says that it is light. */
const dress = (html, theme) =>
  html
    .replace('<html lang="nl">', `<html lang="nl" class="${theme === 'dark' ? 'cc--darkmode' : ''}">`)
    .replace('</style>', ` :root { color-scheme: ${theme} }</style>`)
    .replace('<script defer src="/klaro/klaro.js">', `<script defer src="/klaro/${theme}.js"></script>$&`)
const klaroThemes = {
  'light.js': "klaroConfig.styling = { theme: ['light'] }\n",
  'dark.js': '',
}

const shown = (path) =>
  `(() => { let at = document; for (const selector of ${JSON.stringify(path)}) at = (at?.shadowRoot ?? at)?.querySelector(selector); return Boolean(at?.getClientRects().length) })()`

/** A wide one at half its size: three of them are looked at on one screen. */
const drawnWidth = (width) => (width > 700 ? width / 2 : width)
const sheetOf = (pictures, width) =>
  `<!doctype html><title>Beside each other</title><style>body { display: flex; gap: 24px; margin: 24px; background: #888; font: 16px system-ui }
figure { margin: 0 } figcaption { padding-bottom: 8px } img { display: block; width: ${width}px }</style>${pictures
    .map(([title, data]) => `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${data}" alt=""></figure>`)
    .join('')}`

/** @returns the names of the files that were written to `target` */
export const takePictures = async ({ chromium, folders, target }) => {
  const { ours, vanilla, klaro } = createContenders(folders)
  Object.assign(klaro.files.texts, klaroThemes)
  const contenders = { ours, vanilla, klaro }
  const server = await startServer(contenders)
  const browser = await launchChromium(chromium, server.port)

  const take = async (key, [width, height], theme, view) => {
    const contender = contenders[key]
    const context = await browser.createBrowserContext()
    const tab = await context.newPage()
    await tab.setViewport({ width, height, hasTouch: width < 700 })
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
    await tab.goto(server.put(`/${key}-${theme}`, dress(pageFor(contender, mixed()), theme)))
    await tab.waitForFunction(shown(contender.banner), { timeout: 30_000 })
    if (view === 'preferences') {
      const [open, path] = preferences[key]
      await tab.evaluate(open)
      await tab.waitForFunction(shown(path), { timeout: 30_000 })
    }
    // Some slide in.
    await pause(1000)
    const picture = await tab.screenshot({ encoding: 'base64' })
    await context.close()
    return [contender.title, picture]
  }

  const written = []
  for (const view of ['banner', 'preferences'])
    for (const theme of themes)
      for (const size of sizes) {
        const pictures = []
        for (const key of Object.keys(contenders)) pictures.push(await take(key, size, theme, view))
        const sheet = await browser.newPage()
        const width = drawnWidth(size[0])
        await sheet.setViewport({ width: 3 * (width + 24) + 24, height: 480 })
        await sheet.setContent(sheetOf(pictures, width))
        const name = `peers-${view}-${size[0]}-${theme}.png`
        await sheet.screenshot({ path: join(target, name), fullPage: true })
        await sheet.close()
        written.push(name)
      }
  await browser.close()
  server.close()
  return written
}
