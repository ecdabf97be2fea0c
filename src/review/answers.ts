/** The two answers, in every layer that asks: whether reject is as near, as large, as clear and as free as accept. */

import { contrast } from './colour.ts'
import type { Notes } from './notes.ts'
import { edgeContrast, neededContrast, paintOf, textContrast } from './paint.ts'
import { isShown, type Sight, sightOf } from './sight.ts'
import { type Layer, labelOf, type Subject } from './subject.ts'
import { described } from './tree.ts'
import type { Both } from './types.ts'

const same = (text: string): Both => ({ nl: text, en: text })
const px = (value: number) => String(Math.round(value * 10) / 10)
const size = ({ box }: Sight) => `${px(box.width)}×${px(box.height)} px`
export const ratio = (value: number) => (Math.floor(value * 10) / 10).toFixed(1)

const builtIn: Both = {
  nl: 'Haal de CSS weg die dit doet. Kleur beide knoppen samen, met --toestemming-accent en --toestemming-on-accent.',
  en: 'Take the CSS away that does this. Colour both buttons together, with --toestemming-accent and --toestemming-on-accent.',
}
const freed: Both = {
  nl: 'Zorg dat niets van je pagina over de banner ligt (z-index, pop-ups, chatknoppen) en dat je CSS de knop niet verbergt.',
  en: 'See to it that nothing of your page lies over the banner (z-index, pop-ups, chat buttons) and that your CSS does not hide the button.',
}

const reasons: Readonly<Record<NonNullable<Sight['hidden']>, Both>> = {
  undrawn: { nl: 'is niet getekend (0 px of display: none)', en: 'is not drawn (0 px or display: none)' },
  invisible: { nl: 'is onzichtbaar (visibility: hidden)', en: 'is invisible (visibility: hidden)' },
  transparent: { nl: 'is doorzichtig (opacity onder 0,1)', en: 'is see-through (opacity under 0.1)' },
  outside: { nl: 'ligt buiten het scherm', en: 'lies outside the window' },
}

/** In words why it cannot be seen or pressed. */
export function whyNot(sight: Sight): Both {
  if (sight.hidden) return reasons[sight.hidden]
  const by = sight.by ? described(sight.by) : ''
  return {
    nl: `${sight.reached} van 5 punten te raken${by ? `; ${by} ligt eroverheen` : ''}`,
    en: `${sight.reached} of 5 points can be pressed${by ? `; ${by} lies over it` : ''}`,
  }
}

export function reviewAnswers(subject: Subject, notes: Notes): void {
  for (const layer of subject.layers) {
    const { place, reject, accept } = layer
    if (!accept) {
      if (place === 'banner')
        notes.find('DP-1', place, {
          figure: { nl: '0 knoppen om te accepteren', en: '0 buttons to accept' },
          text: { nl: 'De banner heeft geen knop om te accepteren.', en: 'The banner has no button to accept.' },
          remedy: builtIn,
        })
      continue
    }
    notes.measured('DP-1', 'DP-5')
    if (!reject) {
      notes.find('DP-1', place, {
        figure: { nl: 'accepteren: 1 knop, weigeren: geen', en: 'accept: 1 button, reject: none' },
        text: { nl: 'Hier kun je wel accepteren en niet weigeren.', en: 'One can accept here and cannot reject.' },
        remedy: {
          nl: 'Laat de knop ‘weigeren’ staan waar de bibliotheek die tekent.',
          en: 'Leave the reject button where the library draws it.',
        },
        element: accept,
      })
      continue
    }
    const pair = [reject, accept] as const
    // In a page the visitor scrolls to the preferences anyway; over a page both must be there at once.
    const sights = pair.map(sightOf) as [Sight, Sight]
    const scrolled = place === 'settings' && sights.every(({ hidden }) => hidden === 'outside')
    if (scrolled) {
      notes.skip('DP-1', 'De keuzes op de pagina staan buiten beeld.', 'The choices in the page are out of view.')
      compare(layer, pair, sights, subject, notes)
      continue
    }
    reviewSight(layer, pair, sights, notes)
    compare(layer, pair, sights, subject, notes)
  }
}

function reviewSight({ place }: Layer, pair: readonly [HTMLElement, HTMLElement], sights: readonly [Sight, Sight], notes: Notes): void {
  const shown = sights.map(isShown)
  const names = [
    { nl: 'weigeren', en: 'reject' },
    { nl: 'accepteren', en: 'accept' },
  ] as const
  for (const [index, sight] of sights.entries()) {
    const name = names[index] ?? names[0]
    const why = whyNot(sight)
    if (!shown[index])
      notes.find('DP-1', place, {
        figure: { nl: `${name.nl}: ${why.nl}`, en: `${name.en}: ${why.en}` },
        text: {
          nl: `De knop ‘${name.nl}’ is hier niet te zien of niet te gebruiken zonder iets anders te doen.`,
          en: `The ${name.en} button cannot be seen or used here without doing something else.`,
        },
        remedy: freed,
        element: pair[index],
      })
    else if (sight.reached < 5)
      notes.find('DP-4', place, {
        figure: { nl: `${name.nl}: ${why.nl}`, en: `${name.en}: ${why.en}` },
        text: { nl: `Over de knop ‘${name.nl}’ ligt iets heen.`, en: `Something lies over the ${name.en} button.` },
        remedy: freed,
        element: pair[index],
      })
  }
  if (place === 'banner' && shown[1] && !shown[0])
    notes.find('DP-5', place, {
      figure: { nl: 'accepteren: 1 stap, weigeren: 2 of meer', en: 'accept: 1 step, reject: 2 or more' },
      text: {
        nl: 'Wie weigert moet eerst scrollen, zoeken of een ander scherm openen.',
        en: 'Who rejects must first scroll, search or open another view.',
      },
      remedy: freed,
      element: pair[0],
    })
}

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

function compare(
  { place, element }: Layer,
  pair: readonly [HTMLElement, HTMLElement],
  sights: readonly [Sight, Sight],
  { window }: Subject,
  notes: Notes,
): void {
  const [reject, accept] = pair
  const [first, second] = sights
  const [one, two] = pair.map((button) => window.getComputedStyle(button)) as [CSSStyleDeclaration, CSSStyleDeclaration]
  notes.measured('DP-2', 'DP-3', 'DP-26', 'DP-27', 'DP-28', 'DP-30', 'DP-32')

  const pointed = pair.some((button) => button.matches(':hover,:active,:focus-visible'))
  const kinds = pair.map((button, index) => {
    const style = index ? two : one
    const underlined = !pointed && style.textDecorationLine !== 'none' ? 'underline' : ''
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
    reviewPlaces(place, pair, sights, window, notes)
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
  reviewPaint(place, pair, [one, two], notes)

  const stopped = (button: HTMLElement) => button.matches(':disabled,[aria-disabled=true]')
  if (stopped(reject) !== stopped(accept) || stopped(reject))
    notes.find('DP-27', place, {
      figure: {
        nl: `weigeren ${stopped(reject) ? 'uit' : 'aan'}, accepteren ${stopped(accept) ? 'uit' : 'aan'}`,
        en: `reject ${stopped(reject) ? 'disabled' : 'enabled'}, accept ${stopped(accept) ? 'disabled' : 'enabled'}`,
      },
      text: { nl: 'Een van de knoppen werkt niet.', en: 'One of the buttons does not work.' },
      remedy: {
        nl: 'Haal het script weg dat de knop uitzet.',
        en: 'Take away the script that disables the button.',
      },
      element: reject,
    })
  const moves = [one, two].map(({ animationName, animationDuration }) =>
    animationName === 'none' ? 'none' : `${animationName} ${animationDuration}`,
  )
  if (moves[0] !== moves[1] || moves[0] !== 'none')
    notes.find('DP-28', place, {
      figure: { nl: `weigeren: ${moves[0]}, accepteren: ${moves[1]}`, en: `reject: ${moves[0]}, accept: ${moves[1]}` },
      text: { nl: 'Een knop beweegt om aandacht te trekken.', en: 'A button moves to draw attention.' },
      remedy: { nl: 'Haal de animatie weg.', en: 'Take the animation away.' },
      element: accept,
    })
  const form = element.closest('form') ?? (element.getRootNode() as Partial<ShadowRoot>).host?.closest('form')
  if (form)
    notes.find('DP-30', place, {
      figure: same(described(form)),
      text: { nl: 'De vraag staat in een formulier van de pagina.', en: 'The question is inside a form of the page.' },
      remedy: { nl: 'Zet de keuzes buiten het formulier.', en: 'Put the choices outside the form.' },
      element: form,
    })
  reviewReach(place, pair, notes)
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
        remedy: builtIn,
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
        remedy: builtIn,
        element: pair[index],
      })
  }
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

function reviewReach(place: Layer['place'], pair: readonly [HTMLElement, HTMLElement], notes: Notes): void {
  const [reject, accept] = pair
  const reach = pair.map((button) => [button.tabIndex, !!button.closest('[aria-hidden=true],[inert]'), labelOf(button)] as const)
  const [one, two] = reach
  if (!one || !two) return
  const figure = (index: number): string => {
    const [order, away, label] = reach[index] ?? one
    return [`tabindex ${order}`, away ? 'aria-hidden' : '', label ? '' : 'zonder naam / no name'].filter(Boolean).join(', ')
  }
  if (one[0] !== two[0] || one[0] < 0 || one[1] || two[1] || !one[2] || !two[2])
    notes.find('DP-32', place, {
      figure: { nl: `weigeren: ${figure(0)}; accepteren: ${figure(1)}`, en: `reject: ${figure(0)}; accept: ${figure(1)}` },
      text: {
        nl: 'Met het toetsenbord of een schermlezer is een van de antwoorden moeilijker te bereiken.',
        en: 'By keyboard or screen reader one of the answers is harder to reach.',
      },
      remedy: {
        nl: 'Haal het script weg dat tabindex, aria-hidden of de naam van de knoppen verandert.',
        en: 'Take away the script that changes tabindex, aria-hidden or the name of the buttons.',
      },
      element: one[0] < 0 || one[1] || !one[2] ? reject : accept,
    })
  for (const button of pair) {
    const [label, text] = [labelOf(button).toLowerCase(), (button.textContent ?? '').trim().toLowerCase()]
    if (text && !label.includes(text))
      notes.find('DP-32', place, {
        figure: same(`“${text}” ≠ “${label}”`),
        text: {
          nl: 'Een schermlezer noemt de knop anders dan wat erop staat.',
          en: 'A screen reader calls the button something else than it says.',
        },
        remedy: { nl: 'Haal het aria-label weg.', en: 'Take the aria-label away.' },
        element: button,
      })
  }
}
