/** What is said in more than one place. */

import type { Sight } from './sight.ts'
import { described } from './tree.ts'
import type { Both } from './types.ts'

export const same = (text: string): Both => ({ nl: text, en: text })
export const px = (value: number) => String(Math.round(value * 10) / 10)
export const size = ({ box }: Sight) => `${px(box.width)}×${px(box.height)} px`
export const ratio = (value: number) => (Math.floor(value * 10) / 10).toFixed(1)

export const builtIn: Both = {
  nl: 'Haal de CSS weg die dit doet. Kleur beide knoppen samen, met --toestemming-accent en --toestemming-on-accent.',
  en: 'Take the CSS away that does this. Colour both buttons together, with --toestemming-accent and --toestemming-on-accent.',
}
export const readable: Both = {
  nl: 'Haal de CSS weg die dit verandert, of kies bij --toestemming-accent en --toestemming-on-accent kleuren met meer verschil.',
  en: 'Take the CSS away that changes this, or choose colours that differ more for --toestemming-accent and --toestemming-on-accent.',
}
export const freed: Both = {
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
