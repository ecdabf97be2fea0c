/** The looks of the two answers, side by side. */

import { contrast } from './colour.ts'
import type { Notes } from './notes.ts'
import { edgeContrast, neededContrast, paintOf, textContrast } from './paint.ts'
import { builtIn, px, ratio, readable, size } from './phrases.ts'
import type { Sight } from './sight.ts'
import type { Layer, Subject } from './subject.ts'

/** Properties that must be the same, and what they are called. */
const equal = [
  ['fontFamily', 'lettertype', 'font'],
  ['fontSize', 'lettergrootte', 'font size'],
  ['fontWeight', 'letterdikte', 'font weight'],
  ['fontStyle', 'letterstijl', 'font style'],
  ['textTransform', 'hoofdletters', 'capitals'],
  ['letterSpacing', 'letterafstand', 'letter spacing'],
  ['paddingTop', 'ruimte boven', 'padding above'],
  ['paddingLeft', 'ruimte links', 'padding left'],
  ['borderTopWidth', 'randdikte', 'border width'],
  ['borderTopStyle', 'randsoort', 'border style'],
  ['borderTopLeftRadius', 'hoeken', 'corners'],
  ['boxShadow', 'schaduw', 'shadow'],
  ['transform', 'vervorming', 'transform'],
] as const

/** Whether the two look alike, and stand together. */
export function reviewLikeness(
  { place }: Layer,
  pair: readonly [HTMLElement, HTMLElement],
  sights: readonly [Sight, Sight],
  { window }: Subject,
  notes: Notes,
): void {
  const [reject, accept] = pair
  const [first, second] = sights
  const [one, two] = pair.map((button) => window.getComputedStyle(button)) as [CSSStyleDeclaration, CSSStyleDeclaration]
  notes.measured('DP-26')
  if (!first.hidden && !second.hidden) reviewPlaces(place, pair, sights, window, notes)
  const pointed = pair.some((button) => button.matches(':hover,:active,:focus-visible'))
  reviewPaint(place, pair, [one, two], pointed, notes)
  if (pointed) {
    for (const code of ['DP-2', 'DP-3'] as const)
      notes.skip(
        code,
        'De muis of de focus staat op een van de knoppen: die ziet er dan anders uit.',
        'The mouse or the focus is on one of the buttons, which looks different then.',
      )
    return
  }
  notes.measured('DP-2', 'DP-3')
  const kinds = pair.map((button, index) => {
    const style = index ? two : one
    const underlined = style.textDecorationLine !== 'none' ? 'underline' : ''
    return [button.localName, button.getAttribute('role') ?? '', underlined].filter(Boolean).join(' ')
  })
  if (kinds[0] !== kinds[1])
    notes.find('DP-2', place, {
      figure: { nl: `weigeren: ${kinds[0]}, accepteren: ${kinds[1]}`, en: `reject: ${kinds[0]}, accept: ${kinds[1]}` },
      text: {
        nl: 'Weigeren ziet eruit als iets anders dan accepteren, bijvoorbeeld als een link.',
        en: 'Reject looks like something else than accept, for example like a link.',
      },
      remedy: builtIn,
      element: reject,
    })

  if (!first.hidden && !second.hidden) {
    const wide = Math.abs(first.box.width - second.box.width)
    const high = Math.abs(first.box.height - second.box.height)
    if (wide > 1 || high > 1)
      notes.find('DP-3', place, {
        figure: {
          nl: `accepteren ${size(second)}, weigeren ${size(first)}`,
          en: `accept ${size(second)}, reject ${size(first)}`,
        },
        text: { nl: 'De twee knoppen zijn niet even groot.', en: 'The two buttons are not the same size.' },
        remedy: builtIn,
        element: first.box.width < second.box.width ? reject : accept,
      })
  }
  const unlike = equal.filter(([name]) => one[name] !== two[name])
  if (unlike.length)
    notes.find('DP-3', place, {
      figure: {
        nl: unlike.map(([name, nl]) => `${nl}: weigeren ${one[name]}, accepteren ${two[name]}`).join('; '),
        en: unlike.map(([name, , en]) => `${en}: reject ${one[name]}, accept ${two[name]}`).join('; '),
      },
      text: { nl: 'De twee knoppen zijn niet gelijk opgemaakt.', en: 'The two buttons are not dressed alike.' },
      remedy: builtIn,
      element: reject,
    })
}

function reviewPlaces(
  place: Layer['place'],
  [reject]: readonly [HTMLElement, HTMLElement],
  [{ box: first }, { box: second }]: readonly [Sight, Sight],
  window: Window,
  notes: Notes,
): void {
  const row = Math.abs(first.top - second.top) <= 2
  const stack = Math.abs(first.left - second.left) <= 2 && Math.abs(first.width - second.width) <= 1
  const gap = row
    ? Math.max(second.left - first.right, first.left - second.right)
    : Math.max(second.top - first.bottom, first.top - second.bottom)
  // Wider apart than a button is high, they are no longer a pair.
  const far = gap > Math.max(first.height, second.height, 44)
  if (row || stack ? !far && gap > -1 : false) return
  const at = ({ left, top }: DOMRect) => `${px(left + window.scrollX)}, ${px(top + window.scrollY)}`
  notes.find('DP-26', place, {
    figure: {
      nl: `weigeren op ${at(first)}, accepteren op ${at(second)}, ${px(gap)} px ertussen`,
      en: `reject at ${at(first)}, accept at ${at(second)}, ${px(gap)} px between them`,
    },
    text: {
      nl: 'De twee antwoorden staan niet naast elkaar en niet even breed onder elkaar.',
      en: 'The two answers are neither side by side nor stacked in the same width.',
    },
    remedy: builtIn,
    element: reject,
  })
}

function reviewPaint(
  place: Layer['place'],
  pair: readonly [HTMLElement, HTMLElement],
  styles: readonly [CSSStyleDeclaration, CSSStyleDeclaration],
  pointed: boolean,
  notes: Notes,
): void {
  const [one, two] = pair.map(paintOf)
  const names = [
    { nl: 'weigeren', en: 'reject' },
    { nl: 'accepteren', en: 'accept' },
  ] as const
  if (!one || !two) {
    if (styles[0].backgroundImage !== styles[1].backgroundImage)
      notes.find('DP-3', place, {
        figure: {
          nl: `weigeren: ${styles[0].backgroundImage}, accepteren: ${styles[1].backgroundImage}`,
          en: `reject: ${styles[0].backgroundImage}, accept: ${styles[1].backgroundImage}`,
        },
        text: { nl: 'Eén van de knoppen heeft een eigen achtergrond.', en: 'One of the buttons has a background of its own.' },
        remedy: builtIn,
        element: pair[1],
      })
    for (const code of ['DP-4', 'R-106'] as const)
      notes.skip(
        code,
        'Er ligt een plaatje, verloop of filter onder of over de knoppen: kijk zelf naar het contrast.',
        'A picture, gradient or filter lies under or over the buttons: look at the contrast yourself.',
      )
    return
  }
  notes.measured('DP-4', 'R-106')
  for (const [index, paint] of [one, two].entries()) {
    const name = names[index] ?? names[0]
    const style = styles[index] ?? styles[0]
    const needed = neededContrast(style)
    const found = textContrast(paint)
    if (found < needed)
      notes.find('DP-4', place, {
        figure: {
          nl: `${name.nl}: contrast ${ratio(found)}, nodig ${needed}`,
          en: `${name.en}: contrast ${ratio(found)}, needs ${needed}`,
        },
        text: { nl: `De tekst op ‘${name.nl}’ is slecht te lezen.`, en: `The text on ${name.en} is hard to read.` },
        remedy: readable,
        element: pair[index],
      })
    if (paint.opacity < 0.99)
      notes.find('DP-4', place, {
        figure: { nl: `${name.nl}: opacity ${ratio(paint.opacity)}, nodig 1`, en: `${name.en}: opacity ${ratio(paint.opacity)}, needs 1` },
        text: { nl: `De knop ‘${name.nl}’ is half doorzichtig.`, en: `The ${name.en} button is half see-through.` },
        remedy: builtIn,
        element: pair[index],
      })
    const edge = edgeContrast(paint)
    if (edge < 3)
      notes.find('R-106', place, {
        figure: { nl: `${name.nl}: ${ratio(edge)}, nodig 3`, en: `${name.en}: ${ratio(edge)}, needs 3` },
        text: {
          nl: `Van de knop ‘${name.nl}’ is niet te zien waar die begint en eindigt.`,
          en: `Where the ${name.en} button begins and ends cannot be seen.`,
        },
        remedy: readable,
        element: pair[index],
      })
  }
  if (pointed) return
  // Equal within a tenth, as the requirement has it, of the label on its button and of the button on the banner.
  for (const [what, [first, second]] of [
    [{ nl: 'tekst op de knop', en: 'label on the button' }, [textContrast(one), textContrast(two)]],
    [{ nl: 'knop op de banner', en: 'button on the banner' }, [contrast(one.fill, one.surface), contrast(two.fill, two.surface)]],
  ] as const)
    if (Math.abs(first - second) > 0.1 * Math.max(first, second))
      notes.find('DP-3', place, {
        figure: {
          nl: `${what.nl}: weigeren ${ratio(first)}, accepteren ${ratio(second)}`,
          en: `${what.en}: reject ${ratio(first)}, accept ${ratio(second)}`,
        },
        text: {
          nl: 'De ene knop springt meer in het oog dan de andere.',
          en: 'One of the buttons catches the eye more than the other.',
        },
        remedy: builtIn,
        element: pair[first < second ? 0 : 1],
      })
}
