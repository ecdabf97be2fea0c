import type { Notes } from './notes.ts'
import { same } from './phrases.ts'
import { type Layer, labelOf, type Subject } from './subject.ts'
import { described } from './tree.ts'

/** Whether both work at once, by keyboard and by screen reader too, and nothing draws the eye or ties the question to something else. */
export function reviewReach({ place, element }: Layer, pair: readonly [HTMLElement, HTMLElement], { window }: Subject, notes: Notes): void {
  const [reject, accept] = pair
  notes.measured('DP-27', 'DP-28', 'DP-30', 'DP-32')
  const [one, two] = pair.map((button) => window.getComputedStyle(button)) as [CSSStyleDeclaration, CSSStyleDeclaration]
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
  reviewNames(place, pair, notes)
}

function reviewNames(place: Layer['place'], pair: readonly [HTMLElement, HTMLElement], notes: Notes): void {
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
