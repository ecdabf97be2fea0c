/** Measures what is shown, and if asked to also the preferences, which it opens and closes again without an answer. */

import { reviewAnswers } from './answers.ts'
import { createNotes, type Notes } from './notes.ts'
import { openPreferences } from './openPreferences.ts'
import { reviewReading } from './reading.ts'
import { still } from './still.ts'
import { controlsOf, labelOf, type Subject, subjectOf } from './subject.ts'
import { purposesOf, reviewSwitches } from './switches.ts'
import { reviewTelling, reviewThird } from './telling.ts'
import type { Place, Review, ReviewOptions } from './types.ts'
import { unseen } from './unseen.ts'
import { reviewWall } from './wall.ts'
import { reviewWays } from './ways.ts'
import { reviewWording } from './wording.ts'

/**
 * Measures the library's own interface in a page, and the owner's page around it: the nine rules of thumb of the Dutch regulator and the dark
 * patterns of our list that a machine can see. Writes nothing that stays, keeps nothing and asks nothing of anyone; with `open` the library
 * itself fetches its preferences if they are not there yet.
 *
 * @param page any document of the same origin, such as that of a frame
 */
export async function review(page: Document, options: ReviewOptions = {}): Promise<Review> {
  const notes = createNotes()
  const shown = new Set<Place>()
  await still(page)
  const first = subjectOf(page, options)
  look(first, first.touched, shown, notes)
  const banner = first.layers.find(({ place }) => place === 'banner')
  let last = first
  let purposes = first.layers.filter(({ place }) => place !== 'banner').flatMap(purposesOf)
  const controls = controlsOf(first)

  if (options.open && !first.layers.some(({ place }) => place === 'preferences')) {
    const close = await openPreferences(first)
    if (close)
      try {
        await still(page)
        last = subjectOf(page, options)
        // What is open over the page is what has been opened; the rest has been looked at.
        const dialog = { ...last, layers: last.layers.filter(({ place }) => place === 'preferences') }
        look(dialog, false, shown, notes)
        controls.push(...controlsOf(dialog))
        purposes = dialog.layers.flatMap(purposesOf)
        if (!banner) reviewAbsence(dialog, notes)
      } finally {
        await close()
      }
    if (banner && close) tell({ ...subjectOf(page, options), trigger: last.trigger }, purposes, notes)
  }
  if (banner && last === first) tell(first, purposes, notes)
  if (banner) notes.measured('R-13')
  const { window } = first
  return {
    shown: [...shown],
    ...notes.results(),
    unseen,
    controls,
    width: window.innerWidth,
    height: window.innerHeight,
    theme: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  }
}

function look(subject: Subject, touched: boolean, shown: Set<Place>, notes: Notes): void {
  for (const { place } of subject.layers) shown.add(place)
  if (subject.trigger) shown.add('trigger')
  reviewAnswers(subject, notes)
  reviewWording(subject, notes)
  reviewReading(subject, notes)
  reviewWays(subject, notes)
  // What an owner's own window does to the page once somebody has opened it is no wall.
  if (!touched || subject.layers.some(({ place }) => place === 'banner')) reviewWall(subject, notes)
  for (const layer of subject.layers) {
    if (layer.place !== 'banner') reviewSwitches(layer, subject, !touched, notes)
    reviewFocus(layer, touched, notes)
  }
}

function tell(subject: Subject, purposes: readonly string[], notes: Notes): void {
  reviewTelling(subject, purposes, notes)
  const banner = subject.layers.find(({ place }) => place === 'banner')
  if (banner) reviewThird(banner, purposes, notes)
}

/** Something is asked, nothing was answered, and there is no banner. */
function reviewAbsence({ layers, api }: Subject, notes: Notes): void {
  if (!api || api.record.decided || !layers.some(({ accept }) => accept)) return
  notes.find('R-13', 'banner', {
    figure: { nl: 'banner: niet getekend', en: 'banner: not drawn' },
    text: { nl: 'Er is iets te vragen, maar de banner is er niet.', en: 'There is something to ask, but the banner is not there.' },
    remedy: {
      nl: 'Haal het script weg dat <toestemming-ui> of de banner daarin weghaalt.',
      en: 'Take away the script that removes <toestemming-ui> or the banner in it.',
    },
  })
}

/** An answer that has the focus by itself is given by who presses Enter for something else (DP-25). */
function reviewFocus({ place, element, accept }: Subject['layers'][number], touched: boolean, notes: Notes): void {
  if (touched) return
  notes.measured('DP-25')
  const focused = (element.getRootNode() as Document | ShadowRoot).activeElement
  if (!accept || (focused !== accept && !accept.hasAttribute('autofocus'))) return
  notes.find('DP-25', place, {
    figure: { nl: `focus op “${labelOf(accept)}”`, en: `focus on “${labelOf(accept)}”` },
    text: { nl: 'Wie op Enter drukt, geeft toestemming.', en: 'Who presses Enter consents.' },
    remedy: { nl: 'Haal het script weg dat de focus daar zet.', en: 'Take away the script that puts the focus there.' },
    element: accept,
  })
}
