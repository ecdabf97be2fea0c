/** What can be measured of accessibility in a page as it is drawn. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against WCAG 2.2 A and AA, as `rule: element`; in our own roots also against good practice, such as the order of headings and landmarks. */
export const violations = async (page: Page): Promise<string[]> => {
  // What is still appearing has no contrast yet.
  await page.evaluate(() => matchMedia('(prefers-reduced-motion)').matches || new Promise((resolve) => setTimeout(resolve, 300)))
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe)
  return (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
      .then(({ violations }) => violations.flatMap(({ id, tags, nodes }) => nodes
        // Within a shadow root the place is a path. How a test's own page is built is no matter.
        .filter(({ target: [place] }) => !tags.includes('best-practice') || Array.isArray(place))
        .map(({ target, any }) => id + ': ' + target.flat().join(' ') + ' ' + (any[0]?.message ?? ''))))`,
  )) as string[]
}

/** The accessibility tree as Chromium gives it: role and name of all that has a part in it, further in than what it is in. Texts that are a name already are left out. */
export const namesIn = async (page: Page): Promise<string[]> => {
  const session = await page.createCDPSession()
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: string[] = []
  const walk = (id: string, depth: number, around: string): void => {
    const node = byId.get(id)
    if (!node) return
    const [role, name] = [String(node.role?.value ?? ''), String(node.name?.value ?? '').trim()]
    const told =
      !node.ignored &&
      !/^(none|generic|InlineTextBox|RootWebArea|LineBreak)$/.test(role) &&
      (role !== 'StaticText' || (name && name !== around))
    if (told) lines.push(`${'  '.repeat(depth)}${role}${name && ` ${name}`}`)
    for (const child of node.childIds ?? []) walk(child, depth + (told ? 1 : 0), told && name ? name : around)
  }
  if (nodes[0]) walk(nodes[0].nodeId, 0, '')
  return lines
}

/** The focused element through open shadow roots, in words: its action, name, id, text or tag. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    const own = element as HTMLElement | null
    return own?.dataset.toestemmingAction || own?.getAttribute('name') || own?.id || own?.getAttribute('href') || own?.localName || ''
  })

/** Runs in the page: an element's every computed property, but for those that follow from where it is. */
export const computed = (element: Element): Record<string, string> => {
  const style = getComputedStyle(element)
  const positional = /^(inset|top|left|right|bottom|perspective-origin|transform-origin|(block|inline)-size|width|height|min-|max-)/
  return Object.fromEntries(
    [...style].filter((name) => !positional.test(name) && !name.startsWith('--')).map((name) => [name, style.getPropertyValue(name)]),
  )
}

/** Runs in the page: WCAG contrast of two colours, whatever notation the browser gives them in. */
export const contrast = ([first, second]: readonly [string, string]): number => {
  const luminance = (colour: string) => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [one, two] = [luminance(first), luminance(second)]
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
}
