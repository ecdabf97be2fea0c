/** What the banner tells: who asks, what for, how to change it, and where to read more. */

import type { Notes } from './notes.ts'
import { whyNot } from './phrases.ts'
import { isShown, sightOf } from './sight.ts'
import { actionOf, type Layer, labelOf, type Subject } from './subject.ts'
import { isWithin, textOf } from './tree.ts'

/** In every language of ours what a privacy statement is called, or where it is. */
const privacy = /privacy|datenschutz|confidentialité|privacidad|prywatności|gizlilik|приватності|الخصوصية|avg|gdpr/i

export function reviewTelling(subject: Subject, purposes: readonly string[], notes: Notes): void {
  const banner = subject.layers.find(({ place }) => place === 'banner')
  if (!banner) return
  reviewOwner(banner, subject, notes)
  reviewPurposes(banner, purposes, subject, notes)
  reviewWithdrawalText(banner, subject, notes)
  reviewStatement(banner, subject, notes)
  reviewContent(banner, notes)
}

const before = ({ element }: Layer) =>
  [...element.querySelectorAll('h1,h2,h3,p')]
    .map(textOf)
    .join(' ')
    // Marks that keep words of another direction apart.
    .replace(/[\u2066-\u2069]/g, '')

function reviewOwner(banner: Layer, { configuration, page }: Subject, notes: Notes): void {
  if (!configuration) {
    notes.skip('R-8', 'Wie er vraagt staat niet in de pagina.', 'Who asks is not in the page.')
    return
  }
  notes.measured('R-8')
  const owner = configuration.owner ?? page.location?.hostname ?? ''
  if (owner && before(banner).toLowerCase().includes(owner.toLowerCase())) return
  notes.find('R-8', 'banner', {
    figure: { nl: `“${owner}” staat niet in de tekst`, en: `“${owner}” is not in the text` },
    text: { nl: 'De banner zegt niet wie er vraagt.', en: 'The banner does not say who asks.' },
    remedy: {
      nl: 'Zet {owner} in je eigen "banner.text", en de naam van je organisatie in "owner".',
      en: 'Write {owner} in your own "banner.text", and the name of your organisation in "owner".',
    },
    element: banner.element,
  })
}

/** @param purposes the titles of what is asked, where the preferences were seen */
function reviewPurposes(banner: Layer, purposes: readonly string[], { configuration }: Subject, notes: Notes): void {
  const text = before(banner).toLowerCase()
  // A title and its short form share the beginning of a word.
  const untold = purposes.filter(
    (title) => !(title.toLowerCase().match(/\p{L}{4,}/gu) ?? [title.toLowerCase()]).some((word) => text.includes(word.slice(0, 5))),
  )
  const own = configuration?.texts?.['banner.text']
  const left = purposes.length ? untold : own && !own.includes('{purposes}') ? ['{purposes}'] : []
  if (!left.length) return
  notes.find('R-8', 'banner', {
    level: purposes.length ? 'error' : 'warning',
    figure: { nl: `niet genoemd: ${left.join(', ')}`, en: `not named: ${left.join(', ')}` },
    text: { nl: 'De banner zegt niet waarvoor toestemming wordt gevraagd.', en: 'The banner does not say what consent is asked for.' },
    remedy: { nl: 'Zet {purposes} in je eigen "banner.text".', en: 'Write {purposes} in your own "banner.text".' },
    element: banner.element,
  })
}

function reviewWithdrawalText(banner: Layer, { own, trigger, configuration }: Subject, notes: Notes): void {
  const written = own.filter(({ dataset }) => dataset.toestemmingAction === 'open').map(labelOf)
  const names = [...written, ...(trigger ? [labelOf(trigger)] : [])].filter(Boolean)
  const text = before(banner).toLowerCase()
  const named = names.some((name) => text.includes(name.toLowerCase()))
  const template = configuration?.texts?.['banner.text']
  const dropped = template !== undefined && !template.includes('{trigger}')
  if (!names.length && !dropped) {
    if (configuration) notes.measured('R-9')
    else notes.skip('R-9', 'De weg terug is nog niet getekend.', 'The way back has not been drawn yet.')
    return
  }
  notes.measured('R-9')
  if (named || (!names.length && !dropped)) return
  notes.find('R-9', 'banner', {
    level: dropped || !written.length ? 'error' : 'warning',
    figure: {
      nl: names.length
        ? `op de pagina: ${names.map((name) => `“${name}”`).join(', ')}; in de banner niet`
        : '{trigger} ontbreekt in "banner.text"',
      en: names.length
        ? `in the page: ${names.map((name) => `“${name}”`).join(', ')}; not in the banner`
        : '{trigger} is missing from "banner.text"',
    },
    text: {
      nl: 'De banner noemt de knop of link niet waarmee je later van keuze verandert.',
      en: 'The banner does not name the button or link for changing the choice later.',
    },
    remedy: {
      nl: 'Zet {trigger} in je eigen "banner.text", en noem je link hetzelfde als "trigger.label".',
      en: 'Write {trigger} in your own "banner.text", and call your link the same as "trigger.label".',
    },
    element: banner.element,
  })
}

function reviewStatement(banner: Layer, { configuration }: Subject, notes: Notes): void {
  notes.measured('R-10')
  const links = [...banner.element.querySelectorAll<HTMLAnchorElement>('a')]
  const statement = links.find((link) => privacy.test(textOf(link)) || privacy.test(link.getAttribute('href') ?? ''))
  const address = statement?.getAttribute('href')?.trim() ?? ''
  const remedy = {
    nl: 'Zet in de configuratie: "links": { "privacy": "/privacy" }, met het adres van je privacyverklaring.',
    en: 'Write in the configuration: "links": { "privacy": "/privacy" }, with the address of your privacy statement.',
  }
  if (!statement)
    notes.find('R-10', 'banner', {
      figure: { nl: `0 van ${links.length} links`, en: `0 of ${links.length} links` },
      text: {
        nl: 'De banner heeft geen link naar je privacyverklaring.',
        en: 'The banner has no link to your privacy statement.',
      },
      remedy,
      element: banner.element,
    })
  else if (!address || address === '#' || /^javascript:/i.test(address) || (configuration?.links?.privacy ?? address).trim() === '')
    notes.find('R-10', 'banner', {
      figure: { nl: `href="${address}"`, en: `href="${address}"` },
      text: { nl: 'De link naar je privacyverklaring leidt nergens heen.', en: 'The link to your privacy statement leads nowhere.' },
      remedy,
      element: statement,
    })
  else {
    const sight = sightOf(statement)
    // In a banner that scrolls, the end of the text may be under its buttons or its edge; then it is still there.
    const scrolls = banner.element.scrollHeight > banner.element.clientHeight + 1
    const within = sight.by ? isWithin(sight.by, banner.element) : sight.hidden === 'outside'
    if (isShown(sight) || (scrolls && within)) return
    notes.find('R-10', 'banner', {
      figure: whyNot(sight),
      text: { nl: 'De link naar je privacyverklaring is niet te zien.', en: 'The link to your privacy statement cannot be seen.' },
      remedy: {
        nl: 'Haal de CSS weg die hem verbergt, of wat eroverheen ligt.',
        en: 'Take the CSS away that hides it, or what lies over it.',
      },
      element: statement,
    })
  }
}

/** Nothing but the question: no offers, no pictures, nothing to fill in (DP-21). */
function reviewContent(banner: Layer, notes: Notes): void {
  notes.measured('DP-21')
  const { element } = banner
  const strange = element.querySelector('img,svg,picture,video,iframe,input,select,textarea,form')
  const buttons = [...element.querySelectorAll('button')].filter((one) => !one.dataset.toestemmingAction)
  const links = [...element.querySelectorAll('a')]
  const extra = strange ?? buttons[0] ?? (links.length > 3 ? links[3] : undefined)
  if (extra)
    notes.find('DP-21', 'banner', {
      figure: {
        nl: `<${extra.localName}>${textOf(extra) ? ` “${textOf(extra)}”` : ''}`,
        en: `<${extra.localName}>${textOf(extra) ? ` “${textOf(extra)}”` : ''}`,
      },
      text: {
        nl: 'In de banner staat iets dat niet bij de vraag hoort.',
        en: 'The banner holds something that is not part of the question.',
      },
      remedy: { nl: 'Haal het script weg dat dit erin zet.', en: 'Take away the script that puts it there.' },
      element: extra,
    })
}

/** With more than one purpose there is a way to choose per purpose (R-15). */
export function reviewThird(banner: Layer, purposes: readonly string[], notes: Notes): void {
  const third = actionOf(banner.element, 'preferences')
  if (purposes.length > 1 || third) notes.measured('R-15')
  const sight = third && sightOf(third)
  if (sight ? isShown(sight) : purposes.length < 2) return
  notes.find('R-15', 'banner', {
    figure: sight ? whyNot(sight) : { nl: 'geen knop', en: 'no button' },
    text: { nl: 'Vanuit de banner is niet per doel te kiezen.', en: 'From the banner one cannot choose per purpose.' },
    remedy: {
      nl: 'Haal de CSS of het script weg dat de derde knop verbergt.',
      en: 'Take away the CSS or the script that hides the third button.',
    },
    element: third ?? banner.element,
  })
}
