/** Whether everything in a view can be read and hit: contrast and size of texts, size of controls. */

import type { Notes } from './notes.ts'
import { neededContrast, paintOf, textContrast } from './paint.ts'
import { ratio, readable } from './phrases.ts'
import { sightOf } from './sight.ts'
import { labelOf, type Subject } from './subject.ts'
import { textOf } from './tree.ts'
import type { Place } from './types.ts'

/** CSS pixels. The law names no size of letters: 12 is ours. */
const sizes = { text: 12, least: 24, good: 44 }

export function reviewReading({ layers, trigger, window }: Subject, notes: Notes): void {
  for (const { place, element, reject, accept } of layers) {
    notes.measured('R-105', 'R-104')
    for (const one of element.querySelectorAll<HTMLElement>('h2,h3,h4,p,a,small,summary,label,button,td,th')) {
      if (!ownText(one) || !one.getClientRects().length) continue
      reviewSize(place, one, window, notes)
      // The contrast of the two answers has a rule of its own.
      if (one !== reject && one !== accept) reviewContrast(place, one, window, notes)
    }
    for (const one of element.querySelectorAll<HTMLElement>('button')) reviewTarget(place, one, true, notes)
    for (const one of element.querySelectorAll<HTMLElement>('a,summary,label')) reviewTarget(place, one, false, notes)
  }
  if (!trigger?.getClientRects().length) return
  notes.measured('R-105', 'R-104')
  reviewSize('trigger', trigger, window, notes)
  reviewContrast('trigger', trigger, window, notes)
  reviewTarget('trigger', trigger, true, notes)
}

function reviewSize(place: Place, element: HTMLElement, window: Window, notes: Notes): void {
  const size = Number.parseFloat(window.getComputedStyle(element).fontSize)
  // Of a cross that is drawn, the words are for who cannot see it.
  if (size === 0 || size >= sizes.text) return
  notes.find('R-105', place, {
    figure: { nl: `“${start(element)}”: ${size} px, nodig ${sizes.text}`, en: `“${start(element)}”: ${size} px, needs ${sizes.text}` },
    text: { nl: 'Deze tekst is te klein om prettig te lezen.', en: 'This text is too small to read with ease.' },
    remedy: { nl: 'Haal de CSS weg die de tekst verkleint.', en: 'Take the CSS away that makes the text smaller.' },
    element,
  })
}

function reviewContrast(place: Place, element: HTMLElement, window: Window, notes: Notes): void {
  const style = window.getComputedStyle(element)
  if (style.fontSize === '0px') return
  const paint = paintOf(element)
  if (!paint) {
    notes.skip(
      'R-105',
      'Er ligt een plaatje, verloop of filter onder de tekst: kijk zelf naar het contrast.',
      'A picture, gradient or filter lies under the text: look at the contrast yourself.',
    )
    return
  }
  const [found, needed] = [textContrast(paint), neededContrast(style)]
  if (found >= needed) return
  notes.find('R-105', place, {
    figure: {
      nl: `“${start(element)}”: contrast ${ratio(found)}, nodig ${needed}`,
      en: `“${start(element)}”: contrast ${ratio(found)}, needs ${needed}`,
    },
    text: { nl: 'Deze tekst is slecht te lezen.', en: 'This text is hard to read.' },
    remedy: readable,
    element,
  })
}

function reviewTarget(place: Place, element: HTMLElement, main: boolean, notes: Notes): void {
  // A link in a sentence is as high as its line: WCAG lets it be.
  if (element.localName === 'a' && getInline(element)) return
  const { box, hidden } = sightOf(element)
  if (hidden && hidden !== 'outside') return
  const least = Math.min(box.width, box.height)
  if (least >= (main ? sizes.good : sizes.least) - 0.5) return
  notes.find('R-104', place, {
    level: least < sizes.least - 0.5 ? 'error' : 'warning',
    figure: {
      nl: `“${labelOf(element).slice(0, 40)}” ${Math.round(box.width)}×${Math.round(box.height)} px, nodig ${sizes.least}, beter ${sizes.good}`,
      en: `“${labelOf(element).slice(0, 40)}” ${Math.round(box.width)}×${Math.round(box.height)} px, needs ${sizes.least}, better ${sizes.good}`,
    },
    text: { nl: 'Deze knop of link is klein om met een vinger te raken.', en: 'This control is small to hit with a finger.' },
    remedy: { nl: 'Haal de CSS weg die hem kleiner maakt.', en: 'Take the CSS away that makes it smaller.' },
    element,
  })
}

const getInline = (element: HTMLElement) => element.ownerDocument.defaultView?.getComputedStyle(element).display === 'inline'

const ownText = (element: Element) => [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim())

const start = (element: Element) => {
  const text = textOf(element)
  return text.length > 30 ? `${text.slice(0, 29)}…` : text
}
