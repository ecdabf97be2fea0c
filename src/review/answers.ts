/** The two answers, in every layer that asks: whether reject is as near, as large, as clear and as free as accept. */

import { reviewLikeness } from './likeness.ts'
import type { Notes } from './notes.ts'
import { builtIn, freed, whyNot } from './phrases.ts'
import { reviewReach } from './reach.ts'
import { isShown, type Sight, sightOf } from './sight.ts'
import { type Layer, rootOf, type Subject } from './subject.ts'
import { isWithin } from './tree.ts'

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
    // In a page the visitor scrolls to the preferences anyway, out from under the banner too; over a page both must be there at once.
    const sights = pair.map(sightOf) as [Sight, Sight]
    if (place !== 'settings' || !sights.some((sight) => awaitsScroll(sight, subject))) reviewSight(layer, pair, sights, notes)
    reviewLikeness(layer, pair, sights, subject, notes)
    reviewReach(layer, pair, subject, notes)
  }
}

/** Whether a part of it is past an edge of the window, or under the library's own banner or trigger, so that it cannot be judged from here. */
function awaitsScroll({ box, hidden, by }: Sight, { window, page }: Subject): boolean {
  if (hidden) return hidden === 'outside'
  const host = rootOf(page)?.host
  return (
    box.top < 0 || box.left < 0 || box.bottom > window.innerHeight || box.right > window.innerWidth || !!(by && host && isWithin(by, host))
  )
}

function reviewSight({ place }: Layer, pair: readonly [HTMLElement, HTMLElement], sights: readonly [Sight, Sight], notes: Notes): void {
  notes.measured('DP-1')
  if (place === 'banner') notes.measured('DP-5')
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
