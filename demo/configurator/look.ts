/** The owner's look as the custom properties that the library knows. Pure. */

import type { Look } from './state.ts'

const enough = 4.5

const isColour = (text: string | undefined): text is string => /^#[\da-f]{6}$/i.test(text ?? '')

/** A colour as owners write it, with or without `#`, short or whole, as `#rrggbb`; nothing where it is none. */
export function toColour(text: string): string | undefined {
  const [, digits] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim()) ?? []
  return digits && `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`.toLowerCase()
}

/** Relative luminance. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((first, second) => second - first) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Black or white, whichever can be read better on a colour. */
export const onColour = (colour: string): string => (contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000')

/** The library works out the rest: what can be read in light and in dark, edges, the text on a button. */
export function properties({ accent, onAccent, font, corners, density }: Look): Readonly<Record<string, string>> {
  const plain = (text: string) => text.replace(/[{}<>;]/g, '')
  return {
    ...(isColour(accent) && { '--toestemming-accent': accent, ...(isColour(onAccent) && { '--toestemming-on-accent': onAccent }) }),
    ...(font && { '--toestemming-font': plain(font) }),
    ...(corners && { '--toestemming-corners': plain(corners) }),
    ...(density && { '--toestemming-density': plain(density) }),
  }
}

/** What goes into the owner's page; empty where nothing was chosen. */
export function styleSheet(look: Look): string {
  const values = Object.entries(properties(look))
  return values.length ? `:root { ${values.map(([name, value]) => `${name}: ${value}`).join('; ')} }` : ''
}

/** What is wrong with the colours, in words; empty where all can be read. */
export function colourProblem({ accent, onAccent }: Look): string {
  if (!isColour(accent) || !isColour(onAccent)) return ''
  const found = contrast(accent, onAccent)
  return found >= enough
    ? ''
    : `Deze tekst is slecht te lezen op de knoppen: het contrast is ${found.toFixed(1).replace('.', ',')}, en moet minstens 4,5 zijn. Kies een andere kleur, of laat ons kiezen.`
}
