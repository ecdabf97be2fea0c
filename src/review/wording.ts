/** What is written: whether the buttons are clear, and no sentence steers, threatens or promises too much. */

import type { Found, Notes } from './notes.ts'
import type { Code } from './rules.ts'
import { type Layer, labelOf, type Subject } from './subject.ts'
import { textOf } from './tree.ts'
import type { Both, Place } from './types.ts'
import { countWords, foundIn, isOnly, mixed, sentenceLength, type Words } from './words.ts'

const longest = { words: 75, sentence: 15 }

const own: Both = {
  nl: 'Pas de tekst aan bij "texts" in de configuratie, of haal die daar weg: dan staat er weer de tekst van de bibliotheek.',
  en: 'Change the text under "texts" in the configuration, or take it out there: then the library’s own text is back.',
}

/** What is wrong with a text, by rule; the first thing of each. */
export function findInText(text: string, words: Words): readonly (readonly [code: Code, found: string])[] {
  return (
    [
      ['DP-11', words.steering],
      ['R-128', words.needed],
      ['DP-18', words.interest],
    ] as const
  ).flatMap(([code, list]) => {
    const found = foundIn(text, list)
    return found ? [[code, found] as const] : []
  })
}

/** What is wrong with the words of an answer; nothing when they are clear. */
export function findInLabel(label: string, answer: 'accept' | 'reject', words: Words): 'vague' | 'unclear' | 'praise' | undefined {
  if (foundIn(label, words.praise)) return 'praise'
  const clear = foundIn(label, words[answer]) && (answer === 'reject' || !foundIn(label, words.reject))
  if (clear) return undefined
  return !/\p{L}/u.test(label) || isOnly(label, words.vague) ? 'vague' : 'unclear'
}

const texts: Readonly<Record<string, Both>> = {
  'DP-11': { nl: 'De tekst stuurt de keuze of geeft een schuldgevoel.', en: 'The text steers the choice or puts blame.' },
  'R-128': {
    nl: 'De tekst zegt dat toestemming nodig is, of dat verdergaan instemmen is.',
    en: 'The text says that consent is needed, or that going on is agreeing.',
  },
  'DP-18': {
    nl: 'De tekst beroept zich op een gerechtvaardigd belang. Voor cookies is toestemming nodig, of niets.',
    en: 'The text claims a legitimate interest. Cookies take consent, or nothing at all.',
  },
}

export function reviewWording(subject: Subject, notes: Notes): void {
  const { layers, words, language, page } = subject
  for (const layer of layers) {
    const { place, element } = layer
    if (!words) {
      for (const code of ['DP-11', 'DP-12', 'DP-18', 'R-128'] as const)
        notes.skip(code, `Voor de taal “${language}” is er geen woordenlijst.`, `There is no list of words for the language “${language}”.`)
      continue
    }
    notes.measured('DP-11', 'DP-12', 'DP-18', 'R-128')
    // Services have their own words: names of companies, and what those say of themselves.
    const sentences = [...element.querySelectorAll('h2,h3,p,summary')]
      .filter((one) => !one.closest('li'))
      .map((one) => withoutName(textOf(one), subject))
    const buttons = [...element.querySelectorAll<HTMLElement>('button')]
    for (const [code, found] of findInText([...sentences, ...buttons.map(textOf)].join(' \n'), words))
      notes.find(code, place, {
        figure: { nl: `“${found}”`, en: `“${found}”` },
        text: texts[code] as Both,
        remedy: own,
        element,
      })
    reviewLabels(layer, words, notes)
    reviewPromises(layer, sentences.join(' '), notes)
    if (language === 'nl') reviewRegister(place, [...sentences, ...buttons.map(textOf)].join(' '), element, notes)
  }
  const banner = layers.find(({ place }) => place === 'banner')
  if (banner) reviewLength(banner, notes)
  const [first] = layers
  if (first) reviewLanguage(first.place, page.documentElement.lang, subject, notes)
}

/** The owner's name may be anything. */
const withoutName = (text: string, { configuration }: Subject) => (configuration?.owner ? text.replaceAll(configuration.owner, '') : text)

function reviewLabels({ place, reject, accept, element }: Layer, words: Words, notes: Notes): void {
  for (const [answer, button] of [
    ['reject', reject],
    ['accept', accept],
  ] as const) {
    if (!button) continue
    const label = labelOf(button)
    const wrong = findInLabel(label, answer, words)
    const figure = { nl: `“${label}”`, en: `“${label}”` }
    const found: Omit<Found, 'text'> = { figure, remedy: own, element: button }
    if (wrong === 'praise')
      notes.find('DP-11', place, {
        ...found,
        text: { nl: 'Een antwoord wordt aangeprezen.', en: 'One of the answers is praised.' },
      })
    else if (wrong)
      notes.find('DP-12', place, {
        ...found,
        level: wrong === 'vague' ? 'error' : 'warning',
        text:
          answer === 'accept'
            ? {
                nl: 'Aan deze knop is niet te zien dat die toestemming geeft. Gebruik een woord als accepteren of akkoord.',
                en: 'This button does not say that it gives consent. Use a word such as accept or agree.',
              }
            : {
                nl: 'Aan deze knop is niet te zien dat die weigert. Gebruik een woord als weigeren.',
                en: 'This button does not say that it refuses. Use a word such as reject.',
              },
      })
  }
  const close = element.querySelector('[data-toestemming-action="close"]')
  notes.measured('DP-7')
  if (close && (!/\p{L}{2}/u.test(labelOf(close)) || foundIn(labelOf(close), words.accept)))
    notes.find('DP-7', place, {
      figure: { nl: `“${labelOf(close)}”`, en: `“${labelOf(close)}”` },
      text: {
        nl: 'De knop om te sluiten zegt niet dat er dan niets wordt gekozen.',
        en: 'The button to close does not say that nothing is chosen then.',
      },
      remedy: own,
      element: close,
    })
}

const promises = /(geen|zonder) (tracking|cookies|trackers)|(no|without) (tracking|cookies|trackers)|(nooit|niet) gevolgd|not track you/i
const countdown = /(nog|over) \d+ (seconden|minuten)|in \d+ (seconds|minutes)|\b\d?\d:\d\d\b/i

function reviewPromises({ place, element }: Layer, text: string, notes: Notes): void {
  notes.measured('DP-29')
  const promise = promises.exec(text)?.[0]
  if (promise)
    notes.find('DP-29', place, {
      level: 'warning',
      figure: { nl: `“${promise}”`, en: `“${promise}”` },
      text: {
        nl: 'De tekst belooft iets terwijl hier om toestemming wordt gevraagd.',
        en: 'The text makes a promise while consent is asked here.',
      },
      remedy: own,
      element,
    })
  const counted = countdown.exec(text)?.[0]
  if (counted)
    notes.find('DP-28', place, {
      figure: { nl: `“${counted}”`, en: `“${counted}”` },
      text: { nl: 'De tekst telt af.', en: 'The text counts down.' },
      remedy: own,
      element,
    })
}

function reviewRegister(place: Place, text: string, element: Element, notes: Notes): void {
  notes.measured('DP-23')
  const both = mixed(text)
  if (both)
    notes.find('DP-23', place, {
      level: 'warning',
      figure: { nl: `“${both[0]}” en “${both[1]}”`, en: `“${both[0]}” and “${both[1]}”` },
      text: { nl: 'De teksten gebruiken je en u door elkaar.', en: 'The texts mix je and u.' },
      remedy: {
        nl: 'Schrijf je eigen teksten in de aanspreekvorm van "register" (je of u).',
        en: 'Write your own texts in the form of address of "register" (je or u).',
      },
      element,
    })
}

function reviewLength({ place, element }: Layer, notes: Notes): void {
  notes.measured('DP-22')
  const text = [...element.querySelectorAll('h2,p')].map(textOf).join(' ')
  const counted = countWords([text, ...[...element.querySelectorAll('button')].map(textOf)].join(' '))
  const paragraphs = [...element.querySelectorAll('p')].map((one) =>
    // Links stand after the sentences, and are none.
    [...one.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map((node) => node.textContent)
      .join(''),
  )
  const average = sentenceLength(paragraphs.join(' '))
  if (counted > longest.words || average > longest.sentence)
    notes.find('DP-22', place, {
      level: 'warning',
      figure: {
        nl: `${counted} woorden (hooguit ${longest.words}), ${Math.round(average)} per zin (hooguit ${longest.sentence})`,
        en: `${counted} words (at most ${longest.words}), ${Math.round(average)} per sentence (at most ${longest.sentence})`,
      },
      text: { nl: 'De vraag is te lang om snel te begrijpen.', en: 'The question is too long to understand quickly.' },
      remedy: own,
      element,
    })
}

function reviewLanguage(place: Place, tag: string, { language }: Subject, notes: Notes): void {
  const wanted = tag.slice(0, 2).toLowerCase()
  notes.measured('DP-23')
  // A language that is not ours is answered in Dutch.
  if (!wanted || wanted === language || (language === 'nl' && !/^(en|de|fr|es|it|pl|tr|uk|ar|fy)$/.test(wanted))) return
  notes.find('DP-23', place, {
    level: 'warning',
    figure: { nl: `pagina: ${wanted}, banner: ${language}`, en: `page: ${wanted}, banner: ${language}` },
    text: { nl: 'De banner spreekt een andere taal dan de pagina.', en: 'The banner speaks another language than the page.' },
    remedy: {
      nl: 'Zet de juiste taal op <html lang="…">, of haal "locale" uit de configuratie.',
      en: 'Set the right language on <html lang="…">, or take "locale" out of the configuration.',
    },
  })
}
