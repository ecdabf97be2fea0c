/** What a widget has to send: the files of its own that a page asks for, each compressed by itself, and its configuration in the page. */
import { gzipSync } from 'node:zlib'
import { pause, visit } from './browser.mjs'
import { mixed, pageFor } from './page.mjs'

const weigh = (texts) => texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)

const asked = (server, inline) => {
  const files = new Map(server.takeLog().map(({ name, body }) => [name, body]))
  return { bytes: weigh([...files.values(), ...(inline ? [inline] : [])]), files: [...files.keys()].sort() }
}

/** @returns `{ figures, problems, files }` of a first visit until the banner is shown, and of a return visit */
export const weighContender = (browser, server, contender) =>
  visit(browser, async (open) => {
    const scripts = mixed()
    const address = server.put('/weigh', pageFor(contender, scripts))
    server.takeLog()
    const tab = await open(scripts.length)
    await tab.page.goto(address)
    await tab.whenShown(contender.banner)
    const first = asked(server, contender.inline)
    await tab.accept(contender)
    await tab.whenRan()
    await pause(700)
    await tab.page.close()
    server.takeLog()
    const later = await open(scripts.length)
    await later.page.setCacheEnabled(false)
    await later.page.goto(address)
    await later.whenRan()
    await pause(700)
    const second = asked(server, contender.inline)
    const problems = (await later.isShown(contender.banner)) ? ['asks again'] : []
    return {
      figures: { firstBytes: first.bytes, returnBytes: second.bytes },
      problems,
      files: { first: first.files, return: second.files },
    }
  })
