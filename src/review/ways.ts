/** The ways back to the choice, and the owner's own controls. */

import type { Notes } from './notes.ts'
import { whyNot } from './phrases.ts'
import { isShown, sightOf } from './sight.ts'
import { actionOf, labelOf, type Subject } from './subject.ts'
import { described, textOf } from './tree.ts'
import { foundIn } from './words.ts'

/** Whether an element is drawn at all, wherever on the page: a way back may be at the end of it, or under a view that is open. */
const isDrawn = (element: HTMLElement) => {
  const { hidden } = sightOf(element)
  return !hidden || hidden === 'outside'
}

export function reviewWays(subject: Subject, notes: Notes): void {
  const { trigger, own, layers, api } = subject
  const back = own.filter(({ dataset }) => /^(open|withdraw)$/.test(dataset.toestemmingAction ?? ''))
  const asking = layers.some(({ place }) => place === 'banner')
  const drawn = back.filter(isDrawn)
  const inPage = layers.some(({ place, element }) => place === 'settings' && isDrawn(element))
  if (trigger || !asking) {
    notes.measured('DP-16')
    const modal = layers.some(({ place }) => place === 'preferences')
    const sight = trigger && sightOf(trigger)
    // Under a view that is open nothing can be pressed.
    const reachable = sight && !sight.hidden && (modal || isShown(sight))
    if (!reachable && !drawn.length && !inPage && (trigger || api?.record.decided))
      notes.find('DP-16', 'trigger', {
        figure: sight
          ? {
              nl: `knop: ${whyNot(sight).nl}; eigen links: ${drawn.length}`,
              en: `trigger: ${whyNot(sight).en}; links of your own: ${drawn.length}`,
            }
          : { nl: 'geen knop en geen eigen link', en: 'no trigger and no link of your own' },
        text: {
          nl: 'Wie gekozen heeft, vindt niet meer waar dat te veranderen is.',
          en: 'Who has chosen no longer finds where to change it.',
        },
        remedy: {
          nl: 'Laat de knop zichtbaar, of zet op elke pagina: <a href="/cookies" data-toestemming-action="open">Cookie-instellingen</a>',
          en: 'Leave the trigger visible, or put on every page: <a href="/cookies" data-toestemming-action="open">Cookie settings</a>',
        },
        element: trigger,
      })
    else if (sight && !reachable)
      notes.find('DP-16', 'trigger', {
        level: 'warning',
        figure: whyNot(sight),
        text: {
          nl: 'De knop van de bibliotheek is niet te zien; je eigen link op de pagina wel.',
          en: 'The library’s trigger cannot be seen; your own link in the page can.',
        },
        remedy: {
          nl: 'Wil je de knop niet, zet dan "ui": { "trigger": "none" } in de configuratie in plaats van hem te verbergen.',
          en: 'If you do not want the trigger, write "ui": { "trigger": "none" } in the configuration instead of hiding it.',
        },
        element: trigger,
      })
  } else if (drawn.length) notes.measured('DP-16')
  reviewWithdrawal(subject, notes)
  reviewOwn(subject, notes)
}

/** From the preferences one press must do, as it did to say yes. */
function reviewWithdrawal({ layers }: Subject, notes: Notes): void {
  const layer = layers.find(({ place }) => place === 'preferences')
  if (!layer) return
  notes.measured('DP-17', 'DP-20')
  const ways = [layer.reject, actionOf(layer.element, 'withdraw')].filter((one) => one !== undefined)
  const switches = [...layer.element.querySelectorAll<HTMLElement>('input[type=checkbox]')]
  if (switches.length && !ways.some((one) => isShown(sightOf(one))))
    notes.find('DP-17', 'preferences', {
      figure: {
        nl: 'geven: 1 stap; intrekken: openen, zoeken en dan nog kiezen',
        en: 'giving: 1 step; withdrawing: opening, searching and then choosing',
      },
      text: {
        nl: 'In de voorkeuren is geen knop in beeld om alles te weigeren of in te trekken.',
        en: 'In the preferences no button is in view to reject or withdraw everything.',
      },
      remedy: {
        nl: 'Haal de CSS of het script weg dat deze knoppen verbergt.',
        en: 'Take away the CSS or the script that hides these buttons.',
      },
      element: layer.element,
    })
  const open = switches.filter((one) => !one.closest('details:not([open])')).length
  if (open > 5)
    notes.find('DP-20', 'preferences', {
      level: 'warning',
      figure: { nl: `${open} schakelaars in beeld, hooguit 5`, en: `${open} switches in view, at most 5` },
      text: { nl: 'Zo veel keuzes tegelijk leest bijna niemand.', en: 'Hardly anybody reads so many choices at once.' },
      remedy: { nl: 'Voeg doelen samen die op hetzelfde neerkomen.', en: 'Join purposes that come to the same thing.' },
      element: layer.element,
    })
}

/** What the owner's page does with the library's own controls. */
function reviewOwn({ own, words, page }: Subject, notes: Notes): void {
  const accepting = own.filter(({ dataset }) => /^(accept-all|grant:)/.test(dataset.toestemmingAction ?? ''))
  notes.measured('DP-7')
  for (const element of accepting) {
    const label = labelOf(element)
    const control = /^(button|a|input|summary)$/.test(element.localName) || element.getAttribute('role') === 'button'
    const clear = words ? foundIn(label, words.accept) && !foundIn(label, words.reject) : /\p{L}{2}/u.test(label)
    // A button for one thing may name that thing: “Toon de video”.
    const one = element.dataset.toestemmingAction?.startsWith('grant:') && /\p{L}{2}/u.test(label)
    if (control && (clear || one)) continue
    notes.find('DP-7', 'page', {
      figure: control
        ? { nl: `${described(element)} “${label}”`, en: `${described(element)} “${label}”` }
        : {
            nl: `${described(element)} met ${element.children.length} elementen erin`,
            en: `${described(element)} with ${element.children.length} elements in it`,
          },
      text: {
        nl: 'Hiermee geeft een bezoeker toestemming zonder dat er duidelijk staat dat dat gebeurt.',
        en: 'With this a visitor consents without being told clearly.',
      },
      remedy: {
        nl: 'Zet data-toestemming-action alleen op een knop met een duidelijk woord, zoals “Alles accepteren”.',
        en: 'Put data-toestemming-action only on a button with a clear word, such as “Accept all”.',
      },
      element,
    })
  }
  const yes = own.filter(({ dataset }) => dataset.toestemmingAction === 'accept-all').filter(isDrawn)
  const no = own.filter(({ dataset }) => /^(reject-all|withdraw)$/.test(dataset.toestemmingAction ?? '')).filter(isDrawn)
  if (yes.length > no.length)
    notes.find('DP-1', 'page', {
      figure: { nl: `accepteren: ${yes.length}, weigeren: ${no.length}`, en: `accept: ${yes.length}, reject: ${no.length}` },
      text: {
        nl: 'Op je pagina staat een knop om te accepteren zonder een om te weigeren.',
        en: 'Your page has a button to accept without one to reject.',
      },
      remedy: {
        nl: 'Zet er <button data-toestemming-action="reject-all"> naast, met dezelfde opmaak.',
        en: 'Put <button data-toestemming-action="reject-all"> beside it, in the same style.',
      },
      element: yes[0],
    })
  for (const link of page.querySelectorAll<HTMLElement>('a[data-toestemming-action=open]:not([href])'))
    notes.find('DP-16', 'page', {
      level: 'warning',
      figure: { nl: `“${textOf(link)}” zonder href`, en: `“${textOf(link)}” without href` },
      text: {
        nl: 'Zonder href is deze link niet met het toetsenbord te bereiken en doet hij niets als het script er niet is.',
        en: 'Without href this link cannot be reached by keyboard, and does nothing where the script is missing.',
      },
      remedy: { nl: 'Geef de link het adres van je cookiepagina.', en: 'Give the link the address of your cookie page.' },
      element: link,
    })
}
