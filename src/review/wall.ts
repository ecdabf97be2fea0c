/** Whether the page itself can be read and used while the question is there: no cookie wall. */

import type { Notes } from './notes.ts'
import type { Subject } from './subject.ts'
import { described, elementAt, isWithin, textOf } from './tree.ts'

const free = {
  nl: 'Haal de CSS of het script weg dat de pagina blokkeert zolang er niet is gekozen. Vaak is dat nog van een vorige cookiebanner.',
  en: 'Take away the CSS or the script that blocks the page until a choice is made. Often it is left from a former cookie banner.',
}

export function reviewWall({ page, window, layers }: Subject, notes: Notes): void {
  // The preferences over the page are modal, because the visitor opened them.
  if (layers.some(({ place }) => place === 'preferences')) return
  const { documentElement: root, body } = page
  if (!body) return
  notes.measured('DP-15')
  const content = page.querySelector<HTMLElement>('main,[role=main]') ?? body
  const wall = (nl: string, en: string, element?: Element) =>
    notes.find('DP-15', 'page', {
      figure: { nl, en },
      text: { nl: 'De pagina is niet te gebruiken zonder eerst te kiezen.', en: 'The page cannot be used without choosing first.' },
      remedy: free,
      element,
    })

  const [rootStyle, bodyStyle] = [window.getComputedStyle(root), window.getComputedStyle(body)]
  // The body's own overflow is the window's when the root has none: https://drafts.csswg.org/css-overflow/#overflow-propagation
  const overflow = rootStyle.overflowY === 'visible' ? bodyStyle.overflowY : rootStyle.overflowY
  const longer = Math.max(root.scrollHeight, body.scrollHeight) - window.innerHeight
  if (/hidden|clip/.test(overflow) && longer > 1)
    wall(
      `overflow: ${overflow}, ${Math.round(longer)} px van de pagina is niet te bereiken`,
      `overflow: ${overflow}, ${Math.round(longer)} px of the page cannot be reached`,
      rootStyle.overflowY === 'visible' ? body : root,
    )
  else if (bodyStyle.position === 'fixed' && longer > 1) wall('body { position: fixed }', 'body { position: fixed }', body)

  let opacity = 1
  let blurred = false
  for (let one: Element | null = content; one; one = one.parentElement) {
    const style = window.getComputedStyle(one)
    opacity *= Number(style.opacity)
    blurred ||= /blur/.test(style.filter)
  }
  const style = window.getComputedStyle(content)
  const stopped = content.closest('[inert],[aria-hidden=true]')
  if (stopped) wall(`${described(stopped)} is inert of aria-hidden`, `${described(stopped)} is inert or aria-hidden`, stopped)
  else if (style.display === 'none' || style.visibility !== 'visible' || opacity < 0.5)
    wall(
      `inhoud: display ${style.display}, visibility ${style.visibility}, opacity ${opacity}`,
      `content: display ${style.display}, visibility ${style.visibility}, opacity ${opacity}`,
      content,
    )
  else if (blurred) wall('inhoud: filter blur', 'content: filter blur', content)
  else if (style.pointerEvents === 'none') wall('inhoud: pointer-events none', 'content: pointer-events none', content)

  const cover = coverOf(page, window)
  if (cover) wall(`${described(cover)} ligt over de hele pagina`, `${described(cover)} lies over the whole page`, cover)
}

/** One fixed thing without words of its own, and nothing but it wherever the window is touched. */
function coverOf(page: Document, window: Window): Element | undefined {
  const host = page.querySelector('toestemming-ui')
  const places = [0.1, 0.3, 0.5, 0.7, 0.9]
  const hits = places.flatMap((across) => places.map((down) => elementAt(page, window.innerWidth * across, window.innerHeight * down)))
  const around = hits.filter((hit) => !host || !isWithin(hit, host))
  const [first] = around
  if (!first || first === page.body || first === page.documentElement || !around.every((hit) => hit === first)) return undefined
  return window.getComputedStyle(first).position === 'fixed' && !textOf(first) ? first : undefined
}
